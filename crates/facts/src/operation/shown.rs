//! The JSON that the messages of examples show, as a tree.
//!
//! Reads the body of a message; returns it with the place of every member. What is not JSON but can only mean
//! one thing (a surplus comma, dots in place of more) is read; where it would take a guess there is no tree.

#[cfg(test)]
mod tests;

use diag::Span;

use super::message::Message;
use crate::json::{self, Fault, Node};
use crate::{Json, JsonEntry};

/// What can be put right without a guess: the values around it are whole.
const HARMLESS: &str = "a comma is missing";

/// The body as JSON.
pub(super) fn read(message: &Message) -> Option<Json> {
    let body = message.body.as_str();
    let start = body.find(['{', '[']);
    let Some(start) = start.filter(|start| is_head(&body[..*start])) else { return scalar(body) };
    let document = json::read(&body[start..])?;
    let faulty = |fault: &Fault| fault.what != HARMLESS;
    if document.faults.iter().any(faulty) || !body[start + document.end..].trim().is_empty() {
        return None;
    }
    Places::new(message, start).tree(&document.root)
}

/// Whether nothing stands in front of the JSON but headers that a blank line has cut off.
fn is_head(text: &str) -> bool {
    let is_header = |line: &str| line.split_once(':').is_some_and(|(name, _)| !name.contains(' '));
    text.lines().all(|line| line.trim().is_empty() || is_header(line))
}

/// A number or text alone, as `$count` answers; it must be JSON as it stands.
fn scalar(body: &str) -> Option<Json> {
    match serde_json::from_str(body).ok()? {
        serde_json::Value::Bool(value) => Some(Json::Bool(value)),
        serde_json::Value::Number(_) => Some(Json::Number(body.trim().to_owned())),
        serde_json::Value::String(text) => Some(Json::String(text)),
        _ => None,
    }
}

/// From offsets in a body to places in the page.
struct Places<'a> {
    lines: &'a [Span],
    /// The offsets of the lines.
    starts: Vec<usize>,
    /// What to add to an offset of the tree.
    shift: usize,
}

impl<'a> Places<'a> {
    fn new(message: &'a Message, shift: usize) -> Self {
        let lengths = message.body.split('\n').map(|line| line.len() + 1);
        let starts = lengths.scan(0, |at, length| {
            let start = *at;
            *at += length;
            Some(start)
        });
        Self { lines: &message.body_lines, starts: starts.collect(), shift }
    }

    fn tree(&self, node: &Node) -> Option<Json> {
        Some(match node {
            Node::Null => Json::Null,
            Node::Bool(value) => Json::Bool(*value),
            Node::Number(text) => {
                serde_json::from_str::<serde_json::Number>(text).ok()?;
                Json::Number(text.clone())
            }
            Node::String(text) => Json::String(text.clone()),
            Node::Word(_) => return None,
            Node::Array(items) => {
                Json::Array(items.iter().map(|item| self.tree(item)).collect::<Option<_>>()?)
            }
            Node::Object(members) => {
                let entry = |member: &json::Member| {
                    let value = self.tree(&member.value)?;
                    Some(JsonEntry { name: member.key.clone(), span: self.span(member.at)?, value })
                };
                Json::Object(members.iter().map(entry).collect::<Option<_>>()?)
            }
        })
    }

    fn span(&self, (start, end): (usize, usize)) -> Option<Span> {
        let (start, end) = (start + self.shift, end + self.shift);
        let line = self.starts.partition_point(|it| *it <= start).checked_sub(1)?;
        let source = *self.lines.get(line)?;
        let at = source.start as usize + start - self.starts[line];
        let end = (at + end - start).min(source.end as usize);
        Some(Span::new(source.page, at.min(end), end))
    }
}
