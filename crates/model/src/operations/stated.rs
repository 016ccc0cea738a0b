//! What one page says that a successful call returns.
//!
//! The sentence comes first, the annotation of a response second, a JSON body third. Reads response facts;
//! must not know the path, which may correct all three (`response`).

use diag::Span;
use facts::{PageFacts, ResponseAnnotation, ResponseStatement, Rule};

use crate::types::{Resolution, TypeIndex};
use crate::{ItemType, Scalar};

/// A page's word on its response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// Success codes and redirects, in order.
    pub statuses: Vec<u16>,
    /// What it holds; `None` when the page says nothing of it.
    pub content: Option<Content>,
    /// Where the content is stated, else where the response is, else the request.
    pub span: Span,
    /// Who read it.
    pub rule: Rule,
}

/// What a page says a response holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing.
    Empty,
    /// One of these types, the likeliest first; never empty.
    Typed {
        /// The types.
        items: Vec<ItemType>,
        /// Several values.
        collection: bool,
    },
    /// Bytes, maybe behind a redirect.
    Stream,
    /// JSON of a type that is not named.
    Json {
        /// `{"value": […]}`
        collection: bool,
    },
}

/// What `page` states; `fallback` is where to point when it states nothing.
pub(super) fn read(page: &PageFacts, fallback: Span, types: &TypeIndex) -> Stated {
    let namespace = page.namespace.as_ref().map_or("", |line| line.value.as_str());
    let mut stated = Stated { statuses: Vec::new(), content: None, span: fallback, rule: "path" };
    let Some(operation) = &page.operation else { return stated };
    let response = &operation.response;
    stated.statuses = statuses(&response.statements, &response.annotations);
    let shows_array = response.annotations.iter().any(|annotation| shows_array(&annotation.value));
    let sentences = response
        .statements
        .iter()
        .map(|fact| (sentence(&fact.value, shows_array, namespace, types), fact.span, fact.rule));
    let annotations = response
        .annotations
        .iter()
        .filter(|fact| is_success(fact.value.status))
        .map(|fact| (annotation(&fact.value, namespace, types), fact.span, fact.rule));
    let claims: Vec<(Option<Content>, Span, Rule)> = sentences.chain(annotations).collect();
    if let Some((content, span, rule)) = best(claims) {
        (stated.content, stated.span, stated.rule) = (Some(content), span, rule);
    }
    stated
}

/// The first claim that names a type, a stream or the absence of content; only then JSON without a name.
fn best(claims: Vec<(Option<Content>, Span, Rule)>) -> Option<(Content, Span, Rule)> {
    let mut said: Vec<(Content, Span, Rule)> = claims
        .into_iter()
        .filter_map(|(content, span, rule)| Some((content?, span, rule)))
        .collect();
    let named = said.iter().position(|(content, ..)| !matches!(content, Content::Json { .. }));
    let at = named.unwrap_or(0);
    (at < said.len()).then(|| said.swap_remove(at))
}

fn statuses(
    statements: &[facts::Fact<ResponseStatement>],
    annotations: &[facts::Fact<ResponseAnnotation>],
) -> Vec<u16> {
    let said = statements.iter().flat_map(|fact| fact.value.statuses.iter().copied());
    let mut codes: Vec<u16> = said.filter(|code| is_success(Some(*code))).collect();
    if codes.is_empty() {
        let shown = annotations.iter().filter_map(|fact| fact.value.status);
        codes = shown.filter(|code| is_success(Some(*code))).collect();
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn is_success(status: Option<u16>) -> bool {
    status.is_none_or(|code| (200..400).contains(&code))
}

fn shows_array(annotation: &ResponseAnnotation) -> bool {
    is_success(annotation.status) && annotation.body.as_ref().is_some_and(|body| body.value_array)
}

/// A sentence that calls several values "a collection" is right even where the annotation forgets it;
/// one that does not may only have left the word out, so a shown array counts.
fn sentence(
    statement: &ResponseStatement,
    shows_array: bool,
    namespace: &str,
    types: &TypeIndex,
) -> Option<Content> {
    let resolved = statement.mentions.iter().map(|mention| types.resolve(mention, namespace));
    let items: Vec<ItemType> = resolved.filter_map(known).collect();
    let without_body = |code: &u16| matches!(code, 202 | 204 | 205);
    if statement.no_content {
        Some(Content::Empty)
    } else if statement.statuses.contains(&302) {
        Some(Content::Stream)
    } else if !items.is_empty() {
        Some(typed(items, statement.collection || shows_array))
    } else if statement.stream {
        Some(Content::Stream)
    } else if !statement.statuses.is_empty() && statement.statuses.iter().all(without_body) {
        Some(Content::Empty)
    } else {
        None
    }
}

fn annotation(
    annotation: &ResponseAnnotation,
    namespace: &str,
    types: &TypeIndex,
) -> Option<Content> {
    let body = annotation.body.as_ref();
    let array = body.is_some_and(|body| body.value_array);
    let named = |name: &str| known(types.resolve_name(name, namespace));
    if let Some(item) = annotation.odata_type.as_deref().and_then(named) {
        return Some(typed(vec![item], annotation.collection || array));
    }
    let body = body?;
    if let Some(item) = body.odata_type.as_deref().and_then(named) {
        return Some(typed(vec![item], array || annotation.collection));
    }
    if let Some(kind) = &body.value_scalar {
        return Some(typed(vec![json_scalar(kind)], false));
    }
    Some(Content::Json { collection: array || annotation.collection })
}

fn known(resolution: Resolution) -> Option<ItemType> {
    Some(resolution.item()).filter(|item| *item != ItemType::Untyped)
}

fn typed(items: Vec<ItemType>, collection: bool) -> Content {
    if items[0] == ItemType::Scalar(Scalar::Stream) {
        return Content::Stream;
    }
    Content::Typed { items, collection }
}

fn json_scalar(kind: &str) -> ItemType {
    ItemType::Scalar(match kind {
        "boolean" => Scalar::Boolean,
        "number" => Scalar::Double,
        _ => Scalar::String,
    })
}
