//! What links lead to.

use crate::Address;
use crate::characters::shown;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A place in the docs, which [`DocText::resolve`](crate::DocText::resolve) turns into its published
    /// address. In a comment it is no link: only its words are printed.
    Docs(Box<str>),
    /// An address.
    Address(Address),
    /// An item of the generated crate.
    Item(ItemPath),
    /// An address, and the item of the generated crate that documents what is published there. Comments lead
    /// to the item, all other texts to the address.
    Documented(Address, ItemPath),
}

impl Link {
    /// The link with the destination `written`: an address, or a path from the root of the docs or of the
    /// site, with its fragment.
    pub fn to(written: &str) -> Self {
        match Address::new(written) {
            Some(address) => Self::Address(address),
            None => Self::Docs(written.trim().chars().filter_map(shown).collect()),
        }
    }
}

/// The path of a Rust item: identifiers and `::`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPath(Box<str>);

impl ItemPath {
    /// The path `text`; `None` if it is none.
    pub fn new(text: &str) -> Option<Self> {
        let is_path = text.split("::").all(|part| {
            let name = part.strip_prefix("r#").unwrap_or(part);
            let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            starts && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        });
        is_path.then(|| Self(text.into()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
