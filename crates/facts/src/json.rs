//! Reads JSON as the docs write it: with comments, elisions, missing and surplus commas, single or
//! missing quotes, raw newlines in strings, or cut off in the middle.
//!
//! Keeps duplicate keys and the place of every key, and counts what was not JSON. Returns a tree of
//! [`Node`]s; what the members mean is for the callers.

mod scanner;
#[cfg(test)]
mod tests;

use scanner::Scanner;

/// A JSON text, read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Document {
    /// The outermost value.
    pub(crate) root: Node,
    /// What was wrong, in order; comments and surplus commas do not count.
    pub(crate) faults: Vec<Fault>,
    /// The offset after the outermost value.
    pub(crate) end: usize,
}

/// Something that is not JSON, and its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) what: &'static str,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Object(Vec<Member>),
    Array(Vec<Node>),
    String(String),
    /// A number, as written.
    Number(String),
    Bool(bool),
    Null,
    /// An unquoted word that is none of the above.
    Word(String),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) key: String,
    /// Offsets of the key, quotes included.
    pub(crate) at: (usize, usize),
    pub(crate) value: Node,
}

/// Reads the first object or array in `text`; `None` when there is none.
pub(crate) fn read(text: &str) -> Option<Document> {
    let start = text.find(['{', '['])?;
    let mut scanner = Scanner::new(text, start);
    let root = scanner.value(0);
    Some(Document { root, end: scanner.offset(), faults: scanner.into_faults() })
}

impl Node {
    /// The members of an object; empty for anything else.
    pub(crate) fn members(&self) -> &[Member] {
        match self {
            Node::Object(members) => members,
            _ => &[],
        }
    }

    /// The last member with this key, as JSON readers commonly have it.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.members().iter().rev().find(|member| member.key == key).map(|member| &member.value)
    }

    /// The characters of a string or word.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Node::String(text) | Node::Word(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// A truth value, also when it is written as a string.
    pub(crate) fn truth(&self) -> Option<bool> {
        match self {
            Node::Bool(value) => Some(*value),
            Node::String(text) | Node::Word(text) => match text.trim().to_lowercase().as_str() {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }
}
