//! Conditions on single values.

use std::borrow::Cow;

use super::{
    Contains, EndsWith, Eq, Filter, Ge, Gt, Has, In, Le, Lt, Ne, Node, Null, Operand, Operators,
    StartsWith, Value,
};
use crate::query::Property;
use crate::{Flags, OpenEnum};

/// A filter of one condition on a property with the operators `O`.
pub(super) type Condition<T, O> = Filter<T, <O as Operators>::Negation>;

macro_rules! comparisons {
    ($($(#[$doc:meta])* $method:ident: $operator:ident = $text:literal;)*) => { $(
        $(#[$doc])*
        pub fn $method(self, value: impl Operand<V>) -> Condition<T, O>
        where
            O: $operator,
        {
            compare(self.into_path(), $text, Value::one(&value))
        }
    )* };
}

/// Conditions.
impl<T, V, O: Operators, W, P: Into<Cow<'static, str>>> Property<T, V, O, W, P> {
    comparisons! {
        /// The value is this one: `eq`.
        eq: Eq = "eq";
        /// The value is not this one, or there is none: `ne`.
        ne: Ne = "ne";
        /// The value is greater, or later: `gt`.
        gt: Gt = "gt";
        /// The value is not less: `ge`.
        ge: Ge = "ge";
        /// The value is less, or earlier: `lt`.
        lt: Lt = "lt";
        /// The value is not greater: `le`.
        le: Le = "le";
    }

    /// The value is one of these: `in`. Services refuse an empty list.
    pub fn is_in<I: IntoIterator<Item: Operand<V>>>(self, values: I) -> Condition<T, O>
    where
        O: In,
    {
        compare(self.into_path(), "in", Value::list(values))
    }

    /// There is no value: `eq null`.
    pub fn is_null(self) -> Condition<T, O>
    where
        O: Null,
    {
        compare(self.into_path(), "eq", Value::null())
    }

    /// There is a value: `ne null`.
    pub fn is_not_null(self) -> Condition<T, O>
    where
        O: Ne,
    {
        compare(self.into_path(), "ne", Value::null())
    }
}

macro_rules! functions {
    ($($(#[$doc:meta])* $method:ident: $operator:ident = $function:literal;)*) => { $(
        $(#[$doc])*
        pub fn $method(self, part: impl AsRef<str>) -> Condition<T, O>
        where
            O: $operator,
        {
            let literal = literal(&part.as_ref());
            Filter::new(Node::Call { function: $function, path: self.into_path(), literal })
        }
    )* };
}

/// Conditions on text.
impl<T, O: Operators, W, P: Into<Cow<'static, str>>> Property<T, Box<str>, O, W, P> {
    functions! {
        /// The text starts so: `startswith`.
        starts_with: StartsWith = "startswith";
        /// The text ends so: `endswith`.
        ends_with: EndsWith = "endswith";
        /// The text holds this: `contains`.
        contains: Contains = "contains";
    }
}

/// Conditions on flags.
impl<T, E: OpenEnum, O: Operators, W, P: Into<Cow<'static, str>>> Property<T, Flags<E>, O, W, P> {
    /// These flags are set: `has`.
    pub fn has(self, flags: impl Operand<Flags<E>>) -> Condition<T, O>
    where
        O: Has,
    {
        compare(self.into_path(), "has", Value::one(&flags))
    }
}

/// A value as an OData literal, for conditions that are written as text. A member of an enumeration has no
/// name of its type in front; see [`TypeNames`](super::TypeNames).
///
/// ```
/// use apimark_runtime::filter;
///
/// let condition = format!("nickName eq {}", filter::literal(&"O'Hara"));
/// assert_eq!(condition, "nickName eq 'O''Hara'");
/// ```
pub fn literal<V>(value: &impl Operand<V>) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text
}

fn compare<T, N>(path: Cow<'static, str>, operator: &'static str, value: Value) -> Filter<T, N> {
    Filter::new(Node::Compare { path, operator, value })
}
