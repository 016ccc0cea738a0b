//! Rust as text that cannot be anything else.
//!
//! Code is put together by [`code!`] from our own words and from [`Piece`]s: identifiers, literals, types,
//! numbers, comments and other code. No text that came from the docs is one, so that none can become code;
//! and nothing ever searches in what is printed. Code knows which modules it names.

use std::fmt::{self, Display, Formatter, Write};

use model::Gate;
use proc_macro2::{Ident, Literal};

use crate::docs::Comment;

/// A module that files import before they name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Module {
    /// The runtime crate.
    Rt,
    /// The version's types.
    Models,
    /// What the version's operations take and say.
    Operations,
    /// The version's sets of `$filter` operators.
    Operators,
    /// The version's path tree.
    Paths,
}

impl Module {
    /// All of them, in the order of imports.
    const ALL: [Self; 5] = [Self::Rt, Self::Models, Self::Operations, Self::Operators, Self::Paths];

    /// The name that code has for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rt => "rt",
            Self::Models => "models",
            Self::Operations => "operations",
            Self::Operators => "operators",
            Self::Paths => "paths",
        }
    }
}

impl Display for Module {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// The modules that code names, and the features of which one is on where it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named([Option<Gate>; Module::ALL.len()]);

impl Named {
    /// One module, named without a condition.
    pub(crate) fn one(module: Module) -> Self {
        let mut named = Self::default();
        named.0[module as usize] = Some(Gate::default());
        named
    }

    /// Adds what other code names.
    pub(crate) fn add(&mut self, other: &Self) {
        for (known, other) in self.0.iter_mut().zip(&other.0) {
            *known = match (known.take(), other) {
                (Some(known), Some(other)) => Some(known.or(other)),
                (known, other) => known.or_else(|| other.clone()),
            };
        }
    }

    /// The same behind `gate`; conditions do not stand within conditions.
    pub(crate) fn behind(mut self, gate: &Gate) -> Self {
        if !gate.is_open() {
            self.0.iter_mut().flatten().for_each(|it| it.clone_from(gate));
        }
        self
    }

    /// The modules in order, each with its condition.
    pub(crate) fn modules(&self) -> impl Iterator<Item = (Module, &Gate)> {
        Module::ALL
            .into_iter()
            .zip(&self.0)
            .filter_map(|(module, gate)| Some((module, gate.as_ref()?)))
    }

    /// Whether code names the module.
    pub(crate) fn holds(&self, module: Module) -> bool {
        self.0[module as usize].is_some()
    }
}

/// What code may be made of.
pub(crate) trait Piece: Display {
    /// Adds the modules that it names.
    fn add_names(&self, _named: &mut Named) {}

    /// The modules that it names.
    fn named(&self) -> Named {
        let mut named = Named::default();
        self.add_names(&mut named);
        named
    }
}

impl Piece for Ident {}
impl Piece for Literal {}
impl Piece for u32 {}

impl Piece for Module {
    fn add_names(&self, named: &mut Named) {
        named.add(&Named::one(*self));
    }
}

impl Piece for Code {
    fn add_names(&self, named: &mut Named) {
        named.add(&self.named);
    }
}

impl<P: Piece> Piece for &P {
    fn add_names(&self, named: &mut Named) {
        (**self).add_names(named);
    }
}

/// A piece of Rust.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Code {
    text: String,
    named: Named,
}

impl Code {
    /// For [`code!`] alone: the text that its pieces gave.
    pub(crate) fn of_pieces(text: String, named: Named) -> Self {
        Self { text, named }
    }

    /// Our own words.
    pub(crate) fn fixed(text: &'static str) -> Self {
        Self { text: text.to_owned(), named: Named::default() }
    }

    /// A file of syntax, printed, with the modules that its pieces name.
    pub(crate) fn printed(file: &syn::File, named: Named) -> Self {
        Self { text: prettyplease::unparse(file), named }
    }

    /// A doc comment, each line indented and ended.
    pub(crate) fn comment(comment: &Comment, indent: usize) -> Self {
        Self { text: comment.print(indent), named: Named::default() }
    }

    /// Blanks.
    pub(crate) fn indent(columns: usize) -> Self {
        Self { text: " ".repeat(columns), named: Named::default() }
    }

    /// Appends other code.
    pub(crate) fn push(&mut self, code: &Self) {
        self.text.push_str(&code.text);
        self.named.add(&code.named);
    }

    /// All pieces with `separator` between them.
    pub(crate) fn join<P: Piece>(
        pieces: impl IntoIterator<Item = P>,
        separator: &'static str,
    ) -> Self {
        let mut code = Self::default();
        for (index, piece) in pieces.into_iter().enumerate() {
            if index > 0 {
                code.text.push_str(separator);
            }
            write!(code.text, "{piece}").expect("a text takes all that is written");
            piece.add_names(&mut code.named);
        }
        code
    }

    /// The same code where only `gate` leads to.
    pub(crate) fn behind(mut self, gate: &Gate) -> Self {
        self.named = self.named.behind(gate);
        self
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The modules that it names.
    pub(crate) fn names(&self) -> &Named {
        &self.named
    }

    /// Its length in bytes.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl Display for Code {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl FromIterator<Code> for Code {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Self {
        let mut all = Self::default();
        codes.into_iter().for_each(|code| all.push(&code));
        all
    }
}

/// `format!` for code: the format is ours, and what goes into its `{}` is a [`Piece`].
///
/// The format stands in a `concat!`, because variables in its braces, which nothing would check, are refused
/// there.
macro_rules! code {
    ($format:literal $(, $piece:expr)* $(,)?) => {{
        #[allow(unused_mut, reason = "there may be no pieces")]
        let mut named = $crate::code::Named::default();
        let text = format!(concat!($format) $(, {
            let piece = $piece;
            $crate::code::Piece::add_names(&piece, &mut named);
            piece
        })*);
        $crate::code::Code::of_pieces(text, named)
    }};
}
pub(crate) use code;

#[cfg(test)]
mod tests;
