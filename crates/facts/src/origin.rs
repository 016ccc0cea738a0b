//! Where a text stands, and in which language.

use crate::english::English;
use crate::type_grammar::TypeGrammar;

/// What rules need besides a text itself.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    /// The path of the page.
    pub(crate) path: &'a str,
    pub(crate) english: &'a English,
    pub(crate) grammar: &'a TypeGrammar,
}
