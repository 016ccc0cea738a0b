//! Facts in a small notation, one statement a line, so that diagnostics can point into it.
//!
//! ```text
//! page v1.0/resources/boat.md [ns=harbor.fleet] [area=boats]
//! says: v1.0/resources/pier.md                     -- links in the words of the page
//! type harbor.boat [aka=Boat] [key=id] [base=vessel] [sentence=vessel] [row=vessel] [abstract] [open]
//! name: Type | [Type](page) | Type collection | A|B  -- a property; `->` makes a relationship
//!     values: a b c                                 -- the values the description of the last row lists
//! json name: value                                  -- a member of the JSON representation
//! enum harbor.boatKind: a b c
//! get /boats/{id} : boat                           -- an operation and its response; `[boat]` lists
//! ```

use diag::{PageId, SourceFile, Sources, Span};
use facts::{
    BodyFacts, EnumFacts, Fact, JsonMember, MemberFacts, Mention, Method, OperationFacts,
    PageFacts, PageKind, PropertyFacts, RequestLine, ResponseAnnotation, ResponseFacts,
    ResponseStatement, Segment, TableRole, TypeCell, TypeFacts,
};
use text::{DocText, Link, Words};

/// Reads the notation into one source file and its pages.
pub(super) fn read(text: &str) -> (Sources, Vec<PageFacts>) {
    let mut sources = Sources::default();
    let mut pages = Vec::new();
    for part in text.split("page ").skip(1) {
        let path = part.split_whitespace().next().expect("a path").to_owned();
        let text = format!("page {}", part.trim_end());
        let id = sources.add(SourceFile { path: path.clone(), text: text.clone() });
        pages.push(page(id, &path, &text));
    }
    (sources, pages)
}

struct Line<'a> {
    page: PageId,
    all: &'a str,
}

impl Line<'_> {
    /// A fact that stands where `part`, a slice of the whole text, stands.
    fn fact<T>(&self, value: T, part: &str, rule: &'static str) -> Fact<T> {
        let start = part.as_ptr() as usize - self.all.as_ptr() as usize;
        Fact::new(value, Span::new(self.page, start, start + part.len()), rule)
    }

    fn word(&self, part: &str, rule: &'static str) -> Fact<String> {
        self.fact(part.to_owned(), part, rule)
    }
}

fn page(id: PageId, path: &str, text: &str) -> PageFacts {
    let at = Line { page: id, all: text };
    let mut page = empty(id, path);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "page" => {
                page.area = option(&words, "area").map(|area| at.word(area, "front-matter"));
                page.namespace = option(&words, "ns").map(|ns| at.word(ns, "namespace-line"));
            }
            "says:" => page.summary = Some(at.fact(links(&words[1..]), line, "summary")),
            "type" => page.types.push(structure(&words, &at)),
            "enum" => page.enums.push(enumeration(&words, &at)),
            "get" => page.operation = Some(operation(&words, &at)),
            "json" => last(&mut page).json.push(member(line, &at)),
            "values:" => {
                let row = last(&mut page).properties.last_mut().expect("a row before its values");
                row.values = words[1..].iter().map(|value| at.word(value, "values")).collect();
            }
            _ => last(&mut page).properties.push(row(line, &at)),
        }
    }
    page
}

/// Links to these targets, called by what stands before `=`.
fn links(targets: &[&str]) -> DocText {
    let link = |target: &&str| {
        let (label, target) = target.split_once('=').unwrap_or(("it", target));
        Words::new().link(label, Link::to(target))
    };
    Words::new().join(targets.iter().map(link), ", ").into()
}

fn last(page: &mut PageFacts) -> &mut TypeFacts {
    page.types.last_mut().expect("a type before its rows")
}

fn empty(page: PageId, path: &str) -> PageFacts {
    PageFacts {
        page,
        path: path.to_owned(),
        kind: PageKind::Resource,
        title: None,
        titled_operation: None,
        summary: None,
        area: None,
        namespace: None,
        deprecated: None,
        types: Vec::new(),
        enums: Vec::new(),
        methods: Vec::new(),
        operation: None,
        actions: Vec::new(),
        corrections: Vec::new(),
        sections: Vec::new(),
        coverage: Vec::new(),
    }
}

fn option<'a>(words: &[&'a str], key: &str) -> Option<&'a str> {
    words.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
}

fn structure(words: &[&str], at: &Line<'_>) -> TypeFacts {
    let flag = |key| {
        words.iter().filter(move |word| **word == key).map(move |word| at.fact(true, word, key))
    };
    let claim =
        |key, rule: &'static str| option(words, key).map(|name| at.fact(mention(name), name, rule));
    let alias = option(words, "aka").map(|alias| at.word(alias, "title"));
    TypeFacts {
        names: std::iter::once(at.word(words[1], "annotation")).chain(alias).collect(),
        bases: [("base", "annotation"), ("sentence", "sentence"), ("row", "row")]
            .into_iter()
            .filter_map(|(key, rule)| claim(key, rule))
            .collect(),
        derived: Vec::new(),
        is_abstract: flag("abstract").collect(),
        is_open: flag("open").collect(),
        keys: option(words, "key").map(|key| at.word(key, "annotation")).into_iter().collect(),
        properties: Vec::new(),
        summary: None,
        json: Vec::new(),
    }
}

fn mention(text: &str) -> Mention {
    match text.strip_prefix('[').and_then(|text| text.split_once("](")) {
        Some((name, link)) => {
            Mention { name: name.to_owned(), link: Some(link.trim_end_matches(')').to_owned()) }
        }
        None => Mention { name: text.to_owned(), link: None },
    }
}

fn row(line: &str, at: &Line<'_>) -> PropertyFacts {
    let (name, role, cell) = match line.split_once(": ") {
        Some((name, cell)) => (name, TableRole::Properties, cell),
        None => match line.split_once(" -> ") {
            Some((name, cell)) => (name, TableRole::Relationships, cell),
            None => (line, TableRole::Properties, ""),
        },
    };
    let written = cell.trim_end_matches(" collection");
    let value = TypeCell {
        text: cell.to_owned(),
        collection: written.len() < cell.len(),
        mentions: written.split('|').map(mention).collect(),
    };
    PropertyFacts {
        name: at.word(name, "table"),
        role,
        ty: (!cell.is_empty()).then(|| at.fact(value, cell, "table")),
        description: None,
        notes: Vec::new(),
        values: Vec::new(),
    }
}

fn member(line: &str, at: &Line<'_>) -> JsonMember {
    let line = &line["json ".len()..];
    let (name, value) = line.split_once(": ").expect("a value");
    let inner = value.trim_matches(['[', ']']);
    JsonMember {
        name: at.word(name, "json"),
        collection: inner.len() < value.len(),
        ty: (!inner.is_empty()).then(|| inner.to_owned()),
    }
}

fn enumeration(words: &[&str], at: &Line<'_>) -> EnumFacts {
    let name = words[1].trim_end_matches(':');
    let member = |word: &&str| MemberFacts {
        name: at.word(word, "members"),
        value: None,
        description: None,
    };
    EnumFacts {
        name: at.word(name, "members"),
        members: words[2..].iter().map(member).collect(),
        flags: None,
    }
}

fn operation(words: &[&str], at: &Line<'_>) -> OperationFacts {
    let segment = |part: &str| match part.strip_prefix('{') {
        Some(key) => Segment::Key(vec![key.trim_end_matches('}').to_owned()]),
        None => Segment::Literal(part.to_owned()),
    };
    let segments = words[1].split('/').filter(|part| !part.is_empty()).map(segment).collect();
    let request = RequestLine {
        method: Method::Get,
        raw: words[1].to_owned(),
        segments,
        query: None,
        optional: Vec::new(),
        constants: Vec::new(),
    };
    let item = words[3].trim_matches(['[', ']']);
    let collection = item.len() < words[3].len();
    let annotation = ResponseAnnotation {
        status: Some(200),
        odata_type: Some(item.to_owned()),
        collection,
        body: None,
    };
    let statement = ResponseStatement {
        mentions: vec![mention(item)],
        collection,
        ..ResponseStatement::default()
    };
    OperationFacts {
        media_types: Vec::new(),
        requests: vec![at.fact(request, words[1], "request")],
        permissions: Vec::new(),
        headers: Vec::new(),
        query_options: Vec::new(),
        no_query_options: None,
        parameters: Vec::new(),
        body: BodyFacts::default(),
        response: ResponseFacts {
            statements: vec![at.fact(statement, words[3], "response")],
            annotations: vec![at.fact(annotation, words[3], "response")],
        },
        examples: Vec::new(),
        clouds: Vec::new(),
        eventual: Vec::new(),
        preview: None,
    }
}
