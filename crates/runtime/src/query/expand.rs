//! `$expand`: related objects to be returned inline, with options of their own.

mod node;

use std::fmt;
use std::marker::PhantomData;

use super::filter::{Filter, TypeNames};
use super::{IsA, OrderBy, Property, Queried, Searches, Select, order, select};
use crate::model::Model;
use crate::request::InvalidRequest;

pub use node::Node;

/// A relationship of `T` to be expanded, and what to ask of the related objects, which are `I`s.
///
/// ```
/// use apimark_runtime as rt;
/// # pub struct User { pub name: Option<Box<str>>, pub additional: rt::Additional }
/// # rt::model! { User: "zoo.user" { name: "name", } }
///
/// impl User {
///     const NAME: rt::Property<Self, Box<str>> = rt::Property::new("name");
///     const MANAGER: rt::Property<Self, User> = rt::Property::new("manager");
/// }
/// let manager = User::MANAGER.select(User::NAME).expand(User::MANAGER.levels(2));
/// assert_eq!(manager.to_string(), "manager($select=name;$expand=manager($levels=2))");
/// ```
#[must_use = "an expansion does nothing until a request takes it"]
pub struct Expansion<T, I> {
    node: Node,
    types: PhantomData<fn() -> (T, I)>,
}

impl<T, I: Model + Default> Expansion<T, I> {
    fn new(path: &str, bare_select: bool) -> Self {
        let mut node = Node::new(path);
        node.bare_select = bare_select;
        Self { node, types: PhantomData }
    }

    /// `$select`: only these properties, and those of earlier calls.
    pub fn select(mut self, properties: impl Select<I>) -> Self {
        let bare = self.node.bare_select;
        select::append(&mut self.node.select, &properties, bare);
        self
    }

    /// `$expand`: these relationships of the related objects, and those of earlier calls.
    pub fn expand(mut self, relationships: impl Expand<I>) -> Self {
        relationships.each_expansion(&mut |node| self.node.expand.push(node));
        self
    }

    /// `$filter`: only related objects that meet this condition, and those of earlier calls.
    pub fn filter<U: IsA<I>, N>(mut self, condition: Filter<U, N>) -> Self {
        let condition = condition.upcast::<I>().into_node();
        self.node.filter = Some(match self.node.filter {
            Some(earlier) => earlier.and(condition),
            None => condition,
        });
        self
    }

    /// `$orderby`: sorted by these properties, after those of earlier calls.
    pub fn order_by(mut self, properties: impl OrderBy<I>) -> Self {
        order::append(&mut self.node.order_by, &properties);
        self
    }

    /// `$search`: only related objects that this finds. Text is put in quotes; without any, the request is
    /// not sent.
    pub fn search(mut self, search: impl Searches<I>) -> Self {
        match search.expression() {
            Some(expression) => self.option("$search", expression),
            None => {
                self.node.invalid = Some(InvalidRequest::EmptySearch);
                self
            }
        }
    }

    /// `$top`: at most this many.
    pub fn top(self, count: u32) -> Self {
        self.option("$top", count.to_string())
    }

    /// `$skip`: without the first so many.
    pub fn skip(self, count: u32) -> Self {
        self.option("$skip", count.to_string())
    }

    /// `$count=true`: with their number.
    pub fn count(self) -> Self {
        self.option("$count", "true".to_owned())
    }

    /// `$levels`: the same relationship of the related objects too, so many times.
    pub fn levels(self, levels: u32) -> Self {
        self.option("$levels", levels.to_string())
    }

    /// `$levels=max`: the same relationship of the related objects too, as often as the service allows.
    pub fn levels_max(self) -> Self {
        self.option("$levels", "max".to_owned())
    }

    /// Sets an option, in place of an earlier value. The value is sent as it stands.
    pub fn option(mut self, name: &'static str, value: String) -> Self {
        self.node.set(name, value);
        self
    }
}

/// The text for `$expand`, not percent-encoded, with [`TypeNames::Short`].
impl<T, I> fmt::Display for Expansion<T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.node.to_text(TypeNames::default()))
    }
}

impl<T, I> fmt::Debug for Expansion<T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Expansion({self})")
    }
}

/// Relationships, to be expanded with options.
impl<T, V: Queried, O, W, P: AsRef<str>> Property<T, V, O, W, P> {
    /// This relationship expanded, for options to be added.
    pub fn expansion(self) -> Expansion<T, V::Item> {
        Expansion::new(self.path(), self.has_bare_select())
    }

    /// Expanded with only these properties: `manager($select=id)`.
    pub fn select(self, properties: impl Select<V::Item>) -> Expansion<T, V::Item> {
        self.expansion().select(properties)
    }

    /// Expanded, and with it these relationships of the related objects: `manager($expand=manager)`.
    pub fn expand(self, relationships: impl Expand<V::Item>) -> Expansion<T, V::Item> {
        self.expansion().expand(relationships)
    }

    /// Expanded with only the related objects that meet this condition.
    pub fn filter<U: IsA<V::Item>, N>(self, condition: Filter<U, N>) -> Expansion<T, V::Item> {
        self.expansion().filter(condition)
    }

    /// Expanded and sorted by these properties.
    pub fn order_by(self, properties: impl OrderBy<V::Item>) -> Expansion<T, V::Item> {
        self.expansion().order_by(properties)
    }

    /// Expanded with at most this many related objects.
    pub fn top(self, count: u32) -> Expansion<T, V::Item> {
        self.expansion().top(count)
    }

    /// Expanded this many times, the relationship leading from each related object on.
    pub fn levels(self, levels: u32) -> Expansion<T, V::Item> {
        self.expansion().levels(levels)
    }
}

/// Relationships of `T` to be expanded: one, with or without options, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be expanded in a `{T}`",
    label = "not a relationship of the type that is queried, nor a tuple of such relationships",
    note = "`expand_raw` takes names as text"
)]
pub trait Expand<T> {
    /// Gives each to `take`.
    #[doc(hidden)]
    fn each_expansion(&self, take: &mut dyn FnMut(Node));
}

impl<T, U, V, O, W, P> Expand<T> for Property<U, V, O, W, P>
where
    T: Model + Default,
    U: IsA<T>,
    V: Queried,
    P: AsRef<str>,
{
    fn each_expansion(&self, take: &mut dyn FnMut(Node)) {
        take(Node::new(&<U as IsA<T>>::name_in(self.path())));
    }
}

impl<T: Model + Default, U: IsA<T>, I> Expand<T> for Expansion<U, I> {
    fn each_expansion(&self, take: &mut dyn FnMut(Node)) {
        let mut node = self.node.clone();
        node.path = <U as IsA<T>>::name_in(&self.node.path).into_owned();
        take(node);
    }
}

macro_rules! tuples {
    ($($name:ident)+) => {
        impl<T, $($name: Expand<T>),+> Expand<T> for ($($name,)+) {
            fn each_expansion(&self, take: &mut dyn FnMut(Node)) {
                #[expect(non_snake_case, reason = "values are named as their types")]
                let ($($name,)+) = self;
                $($name.each_expansion(take);)+
            }
        }
    };
}

tuples! { A }
tuples! { A B }
tuples! { A B C }
tuples! { A B C D }
tuples! { A B C D E }
tuples! { A B C D E F }
tuples! { A B C D E F G }
tuples! { A B C D E F G H }

/// Appends the relationships, with commas between them and what stands there. Returns why they cannot be
/// asked for.
pub(crate) fn append<T>(
    text: &mut String,
    relationships: &impl Expand<T>,
    names: TypeNames,
) -> Option<InvalidRequest> {
    let mut invalid = None;
    relationships.each_expansion(&mut |node| {
        text.push_str(if text.is_empty() { "" } else { "," });
        text.push_str(&node.to_text(names));
        invalid = invalid.take().or_else(|| node.first_invalid());
    });
    invalid
}
