//! The members of a JSON representation and what their values say about types.

use diag::{Diagnostic, Span, codes};
use page::Fence;

use crate::json::{self, Document, Node};
use crate::{Fact, JsonMember, Rule};

#[cfg(test)]
mod tests;

const RULE: Rule = "json-representation";

impl JsonMember {
    /// Whether its value says that it tells objects apart: `"String (identifier)"`.
    pub fn is_identifier(&self) -> bool {
        self.ty.as_deref().is_some_and(|ty| ty.to_ascii_lowercase().contains("identifier"))
    }
}

/// The top-level members of the object in a fence; annotations such as `@odata.type` are left out.
pub(crate) fn members(fence: &Fence) -> Vec<JsonMember> {
    let text = fence.text();
    json::read(&text).map(|document| members_of(&document, fence)).unwrap_or_default()
}

/// As [`members`]; JSON that had to be repaired is reported.
pub(crate) fn representation(fence: &Fence, diagnostics: &mut Vec<Diagnostic>) -> Vec<JsonMember> {
    let text = fence.text();
    let Some(document) = json::read(&text) else { return Vec::new() };
    if let Some(fault) = document.faults.first() {
        let span = place(fence, &line_starts(fence), (fault.at, fault.at + 1));
        diagnostics.push(
            Diagnostic::new(
                codes::JSON_REPRESENTATION,
                span,
                "the JSON representation is not valid JSON",
            )
            .label(fault.what)
            .help("its members were read all the same"),
        );
    }
    members_of(&document, fence)
}

/// The name that stands before the object in a fence: `"Nib" { … }`, `Nib: { … }`.
pub(crate) fn type_name(fence: &Fence) -> Option<Fact<String>> {
    let mut lines = fence.lines.iter().filter(|line| !line.value.trim().is_empty());
    let line = lines.next()?;
    let written = match line.value.split_once('{') {
        Some((before, _)) => before,
        None if lines.next()?.value.trim_start().starts_with('{') => &line.value,
        None => return None,
    };
    let name = written.trim().trim_end_matches([':', '=']).trim_end().trim_matches('"');
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain);
    is_name.then(|| Fact::new(name.to_owned(), line.span, RULE))
}

fn members_of(document: &Document, fence: &Fence) -> Vec<JsonMember> {
    let object = match &document.root {
        Node::Array(items) => items.first().unwrap_or(&document.root),
        root => root,
    };
    let starts = line_starts(fence);
    object
        .members()
        .iter()
        .filter(|member| is_property(&member.key))
        .map(|member| {
            let (collection, ty) = hint(&member.value);
            let span = place(fence, &starts, member.at);
            JsonMember { name: Fact::new(member.key.trim().to_owned(), span, RULE), collection, ty }
        })
        .collect()
}

fn is_property(key: &str) -> bool {
    let key = key.trim();
    !key.is_empty() && !key.contains('@') && !key.starts_with('#') && !key.contains(' ')
}

/// What a value says: whether it is a collection, and the type as written.
fn hint(value: &Node) -> (bool, Option<String>) {
    match value {
        Node::Array(items) => (true, items.first().and_then(|item| hint(item).1)),
        Node::Object(_) => (false, odata_type(value)),
        // Quoted digits may be a sample of a text, or stand for a number in a sketch.
        Node::String(text) if text.parse::<f64>().is_ok() => (false, None),
        Node::String(text) | Node::Word(text) => {
            let text = text.trim().trim_start_matches('#');
            (false, (!text.is_empty()).then(|| text.to_owned()))
        }
        Node::Number(text) => (false, Some(text.clone())),
        Node::Bool(_) => (false, Some("Boolean".to_owned())),
        Node::Null => (false, None),
    }
}

fn odata_type(value: &Node) -> Option<String> {
    let stated = value.get("@odata.type").or_else(|| value.get("@type"))?.text()?;
    let name = stated.trim_start_matches('#');
    (!name.is_empty()).then(|| name.to_owned())
}

/// Offsets of the lines in [`Fence::text`].
fn line_starts(fence: &Fence) -> Vec<usize> {
    let mut at = 0;
    fence
        .lines
        .iter()
        .map(|line| {
            let start = at;
            at += line.value.len() + 1;
            start
        })
        .collect()
}

/// The place of a key in the page.
fn place(fence: &Fence, starts: &[usize], at: (usize, usize)) -> Span {
    let line = starts.partition_point(|start| *start <= at.0).saturating_sub(1);
    let Some(source) = fence.lines.get(line) else { return fence.span };
    let column = at.0 - starts[line];
    let start = source.span.start as usize + column;
    let end = (start + (at.1 - at.0)).min(source.span.end as usize);
    Span::new(source.span.page, start.min(end), end)
}
