//! Builds facts of operation pages by hand and prints what becomes of them.

use diag::{PageId, Sources, Span};
use facts::{
    Argument, BodyStatement, Caller, ExampleFacts, Fact, HttpMessage, JsonBody, Mention, Method,
    Note, OperationFacts, PageFacts, PageKind, ParameterFacts, ParameterPlace, PermissionFacts,
    PermissionRow, PropertyFacts, RequestLine, ResponseAnnotation, ResponseFacts,
    ResponseStatement, Segment, TableRole, TypeCell, TypeFacts,
};

use crate::{Links, Options, Route};

/// A page on its way to being written.
pub(super) struct Doc(pub(super) PageFacts);

impl Doc {
    /// A sentence: status and content, `200 sailor[]`, `204`, `200 stream`.
    pub(super) fn returns(self, sentence: &str) -> Self {
        self.change(|facts| {
            let said = placed(statement(sentence), &facts.response);
            facts.response.statements.push(said);
        })
    }

    /// Another title than `Title`.
    pub(super) fn titled(mut self, title: &str) -> Self {
        let name = title.rsplit(": ").next().unwrap_or(title).trim_end_matches(" function");
        self.0.titled_operation = (!name.contains(' ')).then(|| name.to_owned());
        self.0.title = Some(fact(title.to_owned()));
        self
    }

    /// An annotated response: `200 sailor[]`.
    pub(super) fn shows(self, annotation: &str) -> Self {
        self.change(|facts| {
            let shown = placed(shown(annotation), &facts.response);
            facts.response.annotations.push(shown);
        })
    }

    /// A worked example with this request line.
    pub(super) fn tries(self, line: &str) -> Self {
        let message = HttpMessage {
            start: line.to_owned(),
            headers: Vec::new(),
            body: String::new(),
            json: None,
        };
        let target = line.split_once(' ').map(|(_, target)| target.to_owned());
        let line = Fact { rule: Route::SHOWN, ..fact(request(line)) };
        let (request, line) = (Some(fact(message)), Some(line));
        self.change(|facts| {
            let example = ExampleFacts { request, line, target, ..ExampleFacts::default() };
            facts.examples.push(example);
        })
    }

    /// A table in which applications need this permission.
    pub(super) fn needs(self, scope: &str) -> Self {
        let (caller, alternatives) = (Caller::Application, vec![vec![scope.to_owned()]]);
        let row = fact(PermissionRow { caller, alternatives, ordered: true });
        self.change(|facts| {
            facts.permissions.push(PermissionFacts { scope: None, rows: vec![row] });
        })
    }

    /// The last sentence about the response names these types.
    pub(super) fn names(self, types: &[&str]) -> Self {
        self.change(|facts| {
            let last = facts.response.statements.last_mut().expect("a sentence");
            last.value.mentions = types.iter().map(|name| mention(name)).collect();
        })
    }

    /// A worked example that is answered with this status line and nothing else.
    pub(super) fn answers(self, status: &str) -> Self {
        let message = HttpMessage {
            start: status.to_owned(),
            headers: Vec::new(),
            body: String::new(),
            json: None,
        };
        let response = Some(fact(message));
        self.change(|facts| {
            facts.examples.push(ExampleFacts { response, ..ExampleFacts::default() });
        })
    }

    /// An answer of JSON with these members, whose type it does not name.
    pub(super) fn shows_members(self, keys: Vec<String>) -> Self {
        let body = Some(JsonBody { keys, ..JsonBody::default() });
        let shown = ResponseAnnotation { status: Some(200), body, ..Default::default() };
        self.change(|facts| facts.response.annotations.push(placed(shown, &facts.response)))
    }

    /// This worked example.
    pub(super) fn shown_as(self, example: ExampleFacts) -> Self {
        self.change(|facts| facts.examples.push(example))
    }

    /// What the prose says of the body, and its table.
    pub(super) fn sends(self, said: BodyStatement, table: &str) -> Self {
        self.change(|facts| {
            facts.body.statement = Some(fact(said));
            facts.body.properties = rows(table, TableRole::Parameters).collect();
        })
    }

    /// A row of a parameter table.
    pub(super) fn takes(self, place: ParameterPlace, name: &str, ty: &str, required: bool) -> Self {
        let notes = required.then(|| fact(Note::Required)).into_iter().collect();
        let row = ParameterFacts {
            name: fact(name.to_owned()),
            place,
            ty: Some(fact(cell(ty))),
            description: None,
            notes,
            values: Vec::new(),
        };
        self.change(|facts| match place {
            ParameterPlace::Header => facts.headers.push(row),
            _ => facts.parameters.push(row),
        })
    }

    fn change(mut self, change: impl FnOnce(&mut OperationFacts)) -> Self {
        change(self.0.operation.as_mut().expect("an operation page"));
        self
    }
}

/// Options without addresses.
pub(super) fn options(sources: &Sources) -> Options<'_> {
    Options {
        version: "v1".to_owned(),
        module: "v1".to_owned(),
        base_url: "https://dock.example/v1".to_owned(),
        default_namespace: "dock".to_owned(),
        primitives: facts::Dialect::graph().primitives().clone(),
        plurals: facts::Dialect::graph().plurals().clone(),
        links: Links::default(),
        sources,
        parallel: true,
    }
}

/// A resource page with one type. Properties are written `crew: sailor[]`; those after `|` are
/// relationships.
pub(super) fn resource(name: &str, base: Option<&str>, properties: &str) -> Doc {
    let (own, related) = properties.split_once('|').unwrap_or((properties, ""));
    let rows = rows(own, TableRole::Properties).chain(rows(related, TableRole::Relationships));
    let facts = TypeFacts {
        names: vec![fact(format!("dock.{name}"))],
        bases: base.into_iter().map(|base| fact(mention(base))).collect(),
        derived: Vec::new(),
        is_abstract: Vec::new(),
        is_open: Vec::new(),
        keys: Vec::new(),
        properties: rows.collect(),
        summary: None,
        json: Vec::new(),
    };
    let Doc(mut page) = page(&format!("resources/{name}.md"), &[]);
    page.kind = PageKind::Resource;
    page.types = vec![facts];
    page.operation = None;
    Doc(page)
}

/// Rows written `crew: sailor[]`, separated by commas.
fn rows(text: &str, role: TableRole) -> impl Iterator<Item = PropertyFacts> {
    let pairs = text.split(',').filter_map(|row| row.split_once(':'));
    pairs.map(move |(name, ty)| PropertyFacts {
        name: fact(name.trim().to_owned()),
        role,
        ty: Some(fact(cell(ty.trim()))),
        description: None,
        notes: Vec::new(),
        values: Vec::new(),
    })
}

fn cell(text: &str) -> TypeCell {
    let name = text.trim_end_matches("[]");
    TypeCell {
        text: text.to_owned(),
        collection: name.len() < text.len(),
        mentions: vec![mention(name)],
    }
}

/// A mention without a link.
pub(super) fn mention(name: &str) -> Mention {
    Mention { name: name.to_owned(), link: None }
}

fn statement(sentence: &str) -> ResponseStatement {
    let (status, content) = sentence.split_once(' ').unwrap_or((sentence, ""));
    let name = content.trim_end_matches("[]");
    let named = !content.is_empty() && content != "stream" && content != "nothing";
    ResponseStatement {
        statuses: status.parse().into_iter().collect(),
        mentions: named.then(|| mention(name)).into_iter().collect(),
        words: None,
        collection: name.len() < content.len(),
        no_content: content == "nothing",
        stream: content == "stream",
    }
}

fn shown(annotation: &str) -> ResponseAnnotation {
    let (status, content) = annotation.split_once(' ').unwrap_or((annotation, ""));
    let name = content.trim_end_matches("[]");
    ResponseAnnotation {
        status: status.parse().ok(),
        odata_type: Some(name.to_owned()).filter(|name| !name.is_empty()),
        collection: name.len() < content.len(),
        body: None,
    }
}

/// A fact that stands nowhere in particular.
pub(super) fn fact<T>(value: T) -> Fact<T> {
    Fact::new(value, Span::new(PageId(0), 0, 0), "test")
}

/// A fact behind those that the response already has.
fn placed<T>(value: T, response: &ResponseFacts) -> Fact<T> {
    let at = response.statements.len() + response.annotations.len();
    Fact::new(value, Span::new(PageId(0), at, at), "test")
}

/// An operation page with the given request lines.
pub(super) fn page(path: &str, requests: &[&str]) -> Doc {
    Doc(PageFacts {
        page: PageId(0),
        path: path.to_owned(),
        kind: PageKind::Operation,
        title: Some(fact("Title".to_owned())),
        titled_operation: None,
        summary: None,
        area: None,
        namespace: None,
        deprecated: None,
        types: Vec::new(),
        enums: Vec::new(),
        methods: Vec::new(),
        operation: Some(operation(requests)),
        actions: Vec::new(),
        corrections: Vec::new(),
        sections: Vec::new(),
        coverage: Vec::new(),
    })
}

fn operation(requests: &[&str]) -> OperationFacts {
    OperationFacts {
        media_types: Vec::new(),
        requests: requests.iter().map(|line| fact(request(line))).collect(),
        permissions: Vec::new(),
        headers: Vec::new(),
        query_options: Vec::new(),
        no_query_options: None,
        parameters: Vec::new(),
        body: facts::BodyFacts::default(),
        response: ResponseFacts::default(),
        examples: Vec::new(),
        clouds: Vec::new(),
        eventual: Vec::new(),
        preview: None,
    }
}

/// `GET /users/{id}/messages` as the reader of request lines would deliver it.
pub(super) fn request(line: &str) -> RequestLine {
    let (method, target) = line.split_once(' ').expect("a method and a path");
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query.to_owned())),
        None => (target, None),
    };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut segments = Vec::new();
    let mut rest = parts.as_slice();
    while let Some((part, after)) = rest.split_first() {
        rest = after;
        if let Some(before) = part.strip_suffix(':') {
            let (inner, after) = rest.split_first().expect("a path after the colon");
            rest = after;
            segments.extend(colon_path(before, inner));
        } else {
            segments.push(segment(part));
        }
    }
    RequestLine {
        method: verb(method),
        raw: target.to_owned(),
        segments,
        query,
        optional: Vec::new(),
        constants: Vec::new(),
    }
}

fn colon_path(before: &str, inner: &str) -> Vec<Segment> {
    let closed = inner.ends_with(':');
    let inner = inner.trim_end_matches(':').trim_matches(['{', '}']).to_owned();
    let colon_path = |before: &str| Segment::ColonPath {
        before: before.to_owned(),
        placeholder: inner.clone(),
        closed,
    };
    match placeholder(before) {
        Some(_) => vec![segment(before), colon_path("")],
        None => vec![colon_path(before)],
    }
}

fn segment(part: &str) -> Segment {
    if let Some(inside) = placeholder(part) {
        return Segment::Key(inside.split('|').map(str::to_owned).collect());
    }
    if let Some((name, inside)) = part.strip_suffix(')').and_then(|part| part.split_once('(')) {
        let arguments = inside.split(',').filter(|text| !text.is_empty()).map(argument).collect();
        return match name {
            "" => Segment::KeyPredicate(arguments),
            name => Segment::Call { name: name.to_owned(), arguments },
        };
    }
    if let Some((property, text)) = part.split_once('=') {
        return Segment::NamedKey { property: property.to_owned(), value: value(text) };
    }
    Segment::Literal(part.to_owned())
}

fn argument(text: &str) -> (String, Argument) {
    let (name, text) = text.split_once('=').unwrap_or(("", text));
    (name.to_owned(), value(text))
}

fn value(text: &str) -> Argument {
    let bare = text.trim_matches('\'');
    let inside = placeholder(bare);
    Argument {
        text: inside.unwrap_or(bare).to_owned(),
        placeholder: inside.is_some(),
        quoted: bare.len() < text.len(),
        cast: None,
    }
}

fn placeholder(text: &str) -> Option<&str> {
    text.strip_prefix('{')?.strip_suffix('}')
}

fn verb(word: &str) -> Method {
    match word {
        "GET" => Method::Get,
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "PATCH" => Method::Patch,
        "DELETE" => Method::Delete,
        _ => panic!("no method: {word}"),
    }
}
