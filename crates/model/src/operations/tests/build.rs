//! Builds facts of operation pages by hand and prints what becomes of them.

use diag::{PageId, Span};
use facts::{
    Argument, Fact, Method, OperationFacts, PageFacts, PageKind, RequestLine, ResponseFacts,
    Segment,
};

/// A fact that stands nowhere in particular.
pub(super) fn fact<T>(value: T) -> Fact<T> {
    Fact::new(value, Span::new(PageId(0), 0, 0), "test")
}

/// An operation page with the given request lines.
pub(super) fn page(path: &str, requests: &[&str]) -> PageFacts {
    PageFacts {
        page: PageId(0),
        path: path.to_owned(),
        kind: PageKind::Operation,
        title: Some(fact("Title".to_owned())),
        summary: None,
        area: None,
        namespace: None,
        deprecated: None,
        types: Vec::new(),
        enums: Vec::new(),
        methods: Vec::new(),
        operation: Some(operation(requests)),
        coverage: Vec::new(),
    }
}

fn operation(requests: &[&str]) -> OperationFacts {
    OperationFacts {
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
    }
}

/// `GET /users/{id}/messages` as the reader of request lines would deliver it.
fn request(line: &str) -> RequestLine {
    let (method, path) = line.split_once(' ').expect("a method and a path");
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
    RequestLine { method: verb(method), raw: path.to_owned(), segments, query: None }
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
    let (name, text) = text.split_once('=').expect("a named argument");
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
