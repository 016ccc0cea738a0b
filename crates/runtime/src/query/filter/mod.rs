//! `$filter`: conditions from properties, operators and values.

mod compare;
mod lambda;
mod literal;
mod node;
mod operators;
mod type_names;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

pub use compare::literal;
pub use literal::{Comparable, Operand};
pub(crate) use node::Node;
pub use operators::{
    All, Any, Contains, EndsWith, Eq, Fixed, Ge, Gt, Has, In, Le, Lt, Ne, Negatable, Negation, Not,
    Null, Operators, StartsWith, Unstated,
};
pub use type_names::TypeNames;
pub(crate) use type_names::Value;

use super::{IsA, Resource, info};
use crate::model::Model;

/// A condition on objects of type `T`.
///
/// It is made from properties and combined with [`and`](Self::and), [`or`](Self::or) and `!`. `N` says
/// whether it may be negated.
///
/// ```
/// use apimark_runtime::Property;
/// # struct User;
///
/// impl User {
///     const NAME: Property<Self, Box<str>> = Property::new("displayName");
///     const ENABLED: Property<Self, bool> = Property::new("accountEnabled");
/// }
/// let filter = User::NAME.starts_with("O'").and(!User::ENABLED.eq(true));
/// assert_eq!(filter.to_string(), "startswith(displayName,'O''') and not (accountEnabled eq true)");
/// ```
#[must_use = "a filter does nothing until a request takes it"]
pub struct Filter<T, N = Fixed> {
    node: Node,
    types: PhantomData<fn() -> (T, N)>,
}

impl<T, N> Filter<T, N> {
    fn new(node: Node) -> Self {
        Self { node, types: PhantomData }
    }

    /// Both conditions.
    pub fn and<M: Negation>(self, other: Filter<T, M>) -> Filter<T, N::And<M>>
    where
        N: Negation,
    {
        Filter::new(self.node.and(other.node))
    }

    /// At least one of the conditions.
    pub fn or<M: Negation>(self, other: Filter<T, M>) -> Filter<T, N::And<M>>
    where
        N: Negation,
    {
        Filter::new(self.node.or(other.node))
    }

    /// The opposite condition, also written `!filter`.
    #[expect(clippy::should_implement_trait, reason = "it does; this one has the better message")]
    pub fn not(self) -> Self
    where
        N: Not,
    {
        Self::new(Node::Not(Box::new(self.node)))
    }

    /// The same condition without leave to negate it: so conditions of different kinds fit in one
    /// variable or collection.
    pub fn fixed(self) -> Filter<T> {
        Filter::new(self.node)
    }

    /// The same condition, where objects of a base type of `T` are filtered.
    pub fn upcast<B: Resource>(self) -> Filter<B::Type, N>
    where
        T: IsA<B::Type>,
    {
        Filter::new(self.node.map_paths(&|path| <T as IsA<B::Type>>::name_in(path).into_owned()))
    }

    /// Whether the condition is one that Microsoft Graph calls advanced: it holds `ne`, `not`,
    /// `endsWith` or `$count`.
    #[must_use]
    pub fn is_advanced(&self) -> bool {
        self.node.is_advanced()
    }

    pub(crate) fn into_node(self) -> Node {
        self.node
    }
}

impl<T> Filter<T> {
    /// A condition as text, for what the documentation does not state. It is sent as it stands; values
    /// in it must be spelled as OData literals. Within `any` and `all` the element is called `x`, in
    /// lambdas within lambdas `y`, `z` and `w`, then `x4`, `x5` and so on.
    pub fn raw(condition: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Node::Raw(condition.into()))
    }

    /// All of these conditions; `None` when there are none.
    pub fn all_of<N>(conditions: impl IntoIterator<Item = Filter<T, N>>) -> Option<Self> {
        conditions.into_iter().map(Filter::into_node).reduce(Node::and).map(Self::new)
    }

    /// At least one of these conditions; `None` when there are none.
    pub fn any_of<N>(conditions: impl IntoIterator<Item = Filter<T, N>>) -> Option<Self> {
        conditions.into_iter().map(Filter::into_node).reduce(Node::or).map(Self::new)
    }
}

impl<T: Model + Default> Filter<T> {
    /// The object is of type `U` or one derived from it: `isof('microsoft.graph.ipNamedLocation')`; of an
    /// element in a lambda `isof(x,'microsoft.graph.user')`.
    pub fn is_of<U: IsA<T>>() -> Self {
        Self::new(Node::IsOf(info::<U>().wire_name))
    }
}

impl<T, N: Not> std::ops::Not for Filter<T, N> {
    type Output = Self;

    fn not(self) -> Self {
        Filter::not(self)
    }
}

impl<T, N> Clone for Filter<T, N> {
    fn clone(&self) -> Self {
        Self::new(self.node.clone())
    }
}

/// The text for `$filter`, not percent-encoded, with [`TypeNames::Short`].
impl<T, N> fmt::Display for Filter<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.node.to_text(TypeNames::default()))
    }
}

impl<T, N> fmt::Debug for Filter<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filter({self})")
    }
}
