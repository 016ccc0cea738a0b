//! What somebody has put right in the claims of a page.
//!
//! Corrections come from `overrides.toml`, not from the docs. They are kept with the page that they are about: what
//! replaces a claim has been put in its place, what decides a question is the first row of its precedence, and both
//! are told in the docs of the item.

use diag::{PageId, Span};

use crate::{PropertyFacts, Rule, TypeCell};

/// The rule of a claim that somebody corrected, and of an answer that somebody decided. Its place is that of the
/// correction.
pub const CORRECTED: Rule = "overrides";

/// A correction of what one page states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Where the right value is written.
    pub at: Span,
    /// Where that is written which the docs are expected to say.
    pub expected_at: Span,
    /// What it is about: the place where the page names the row, member or type, or has the request line; [`whole`]
    /// for what else it says of its operations.
    pub subject: Span,
    /// What is corrected of it, in a word or two: `type`.
    pub what: &'static str,
    /// What the docs say; empty where they say nothing.
    pub said: String,
    /// What is right; empty where it is nothing.
    pub now: String,
    /// Why.
    pub why: String,
    /// How it comes about.
    pub effect: Effect,
}

/// How a correction comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The page claims the right thing now.
    Claim,
    /// What it is about has the right name now.
    Name,
    /// The page has the right request line now.
    Route,
    /// A row claims the right type now, and once claimed this.
    Type(Box<PropertyFacts>),
    /// The page claims it no longer.
    LeftOut,
    /// It decides which base type a type has.
    Base,
    /// It decides whether a type is an entity type.
    Kind,
    /// It decides what an operation returns, of the page's request line of this wording or of all its lines.
    Returns {
        /// The request line.
        request: Option<String>,
        /// What it is expected to return.
        expected: Returns,
        /// What it returns.
        returns: Returns,
    },
    /// It decides how the item is called in Rust; an operation as above.
    RustName {
        /// The request line.
        request: Option<String>,
    },
}

/// What a correction says that an operation returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Returns {
    /// No content.
    Nothing,
    /// Bytes.
    Stream,
    /// Any JSON.
    Json,
    /// Values of a type, written as in a type cell.
    Type(TypeCell),
}

/// The subject of corrections of what a page states of its operations.
#[must_use]
pub fn whole(page: PageId) -> Span {
    Span::new(page, 0, 0)
}
