//! `$search`: text to be found.

use std::fmt;
use std::marker::PhantomData;

use super::{IsA, Property};
use crate::model::Model;

/// What to search for in objects of type `T`.
///
/// Phrases are quoted one by one, as directory objects want it. Where one pair of quotes must stand around
/// several conditions, as for messages, give the text to `search_raw`.
///
/// ```
/// # use apimark_runtime::{Property, Search};
/// # struct User;
/// # impl User { const NAME: Property<Self, Box<str>> = Property::new("displayName"); }
/// let search = User::NAME.search("Ann \"A\"").or(Search::text("boss"));
/// assert_eq!(search.to_string(), r#""displayName:Ann \"A\"" OR "boss""#);
/// ```
#[must_use = "a search does nothing until a request takes it"]
#[derive(Clone, Debug)]
pub struct Search<T> {
    text: String,
    /// One of the phrases is blank.
    blank: bool,
    /// The last conjunction used, which a following one must not be mixed with.
    joined_by: Option<&'static str>,
    of: PhantomData<fn() -> T>,
}

impl<T> Search<T> {
    /// Objects that hold this text, in the properties that the service searches.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::phrase("", text.as_ref())
    }

    fn phrase(prefix: &str, text: &str) -> Self {
        let blank = is_blank(text);
        Self { text: quote(prefix, text), blank, joined_by: None, of: PhantomData }
    }

    /// What both find.
    pub fn and(self, other: Self) -> Self {
        self.join("AND", other)
    }

    /// What at least one of the two finds.
    pub fn or(self, other: Self) -> Self {
        self.join("OR", other)
    }

    fn join(self, conjunction: &'static str, other: Self) -> Self {
        let text =
            format!("{} {conjunction} {}", self.part_of(conjunction), other.part_of(conjunction));
        let blank = self.blank || other.blank;
        Self { text, blank, joined_by: Some(conjunction), of: PhantomData }
    }

    /// The text, in parentheses where it is joined by another conjunction.
    fn part_of(&self, conjunction: &str) -> String {
        match self.joined_by {
            Some(own) if own != conjunction => format!("({})", self.text),
            _ => self.text.clone(),
        }
    }

    /// The same search, where objects of a base type of `T` are searched.
    pub fn upcast<B: Model + Default>(self) -> Search<B>
    where
        T: IsA<B>,
    {
        let Self { text, blank, joined_by, of: _ } = self;
        Search { text, blank, joined_by, of: PhantomData }
    }
}

/// What objects of type `T` can be searched for: a [`Search`], or text.
#[diagnostic::on_unimplemented(
    message = "a `{T}` cannot be searched for `{Self}`",
    label = "neither text nor made of properties of the type that is queried",
    note = "`search_raw` takes an expression as text"
)]
pub trait Searches<T> {
    /// The expression; `None` where there is nothing to search for, which services refuse.
    #[doc(hidden)]
    fn expression(&self) -> Option<String>;
}

impl<T: Model + Default, U: IsA<T>> Searches<T> for Search<U> {
    fn expression(&self) -> Option<String> {
        (!self.blank).then(|| self.text.clone())
    }
}

impl<T> Searches<T> for &str {
    fn expression(&self) -> Option<String> {
        (!is_blank(self)).then(|| quote("", self))
    }
}

impl<T> Searches<T> for String {
    fn expression(&self) -> Option<String> {
        (!is_blank(self)).then(|| quote("", self))
    }
}

impl<T> Searches<T> for &String {
    fn expression(&self) -> Option<String> {
        (!is_blank(self)).then(|| quote("", self))
    }
}

impl<T, V, O, W, P: AsRef<str>> Property<T, V, O, W, P> {
    /// Objects of which this property holds the text.
    pub fn search(self, text: impl AsRef<str>) -> Search<T> {
        Search::phrase(&format!("{}:", self.path()), text.as_ref())
    }
}

impl<T> fmt::Display for Search<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A phrase: in double quotes, with those in it and backslashes behind a backslash.
fn quote(prefix: &str, text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{prefix}{escaped}\"")
}
