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

/// The path of a Rust item: names and `::`. Rustdoc takes the mark of a raw identifier for the start of a
/// fragment and finds the item without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPath(Box<str>);

impl ItemPath {
    /// The path `text`; `None` if it is none.
    pub fn new(text: &str) -> Option<Self> {
        let names = text.split("::").map(|part| part.strip_prefix("r#").unwrap_or(part));
        let is_path = names.clone().all(|name| {
            let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            starts && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        });
        is_path.then(|| Self(names.collect::<Vec<_>>().join("::").into()))
    }

    /// The field `name` of the type at which the comment stands, and no method of that name; `None` if it is
    /// no name.
    pub fn field(name: &str) -> Option<Self> {
        let path = Self::new(name).filter(|path| !path.as_str().contains(':'))?;
        Some(Self(format!("field@Self::{}", path.as_str()).into()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
