//! Where a text stands, and how its docs state things.

use crate::Dialect;
use crate::english::English;
use crate::type_grammar::TypeGrammar;

/// What rules need besides a text itself.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    /// The path of the page.
    pub(crate) path: &'a str,
    pub(crate) dialect: &'a Dialect,
}

impl<'a> Origin<'a> {
    /// The language of the text.
    pub(crate) fn english(self) -> &'a English {
        self.dialect.english()
    }

    /// How cells name types.
    pub(crate) fn grammar(self) -> &'a TypeGrammar {
        self.dialect.grammar()
    }
}
