//! Addresses that a link may lead to.

use crate::characters::{is_hidden, is_space};

/// An absolute `http`, `https` or `mailto` address that stays one in any place of a comment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(Box<str>);

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

impl Address {
    /// The address `text`, percent-encoded where a character would end it; `None` if it is no address of
    /// these schemes or only a scheme.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let scheme = SCHEMES.iter().find(|scheme| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })?;
        let rest = encoded(&text[scheme.len()..]);
        (!rest.is_empty()).then(|| Self(format!("{scheme}{rest}").into()))
    }

    /// The address as it is printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// With what ends an address, or is markup that binds closer than a link, percent-encoded.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if is_space(c) => out.push_str("%20"),
            c if is_hidden(c) => {}
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '[' => out.push_str("%5B"),
            '\\' => out.push_str("%5C"),
            ']' => out.push_str("%5D"),
            '`' => out.push_str("%60"),
            '|' => out.push_str("%7C"),
            c => out.push(c),
        }
    }
    out
}
