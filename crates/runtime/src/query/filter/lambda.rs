//! Conditions on the elements of collections, and on their number.

use std::borrow::Cow;

use super::compare::Condition;
use super::{All, Any, Filter, Negation, Node, Operators, Unstated};
use crate::change::ReadOnly;
use crate::query::{IsA, Property, Resource};

/// A filter on a collection with the operators `O`, holding one on its elements that may be negated as
/// `N` says.
type Lambda<T, O, N> = Filter<T, <<O as Operators>::Negation as Negation>::And<N>>;

/// Conditions on collections.
impl<T, V, O: Operators, W, P: Into<Cow<'static, str>>> Property<T, Vec<V>, O, W, P> {
    /// At least one of the objects meets the condition: `any`.
    ///
    /// ```
    /// use apimark_runtime as rt;
    /// # pub struct License { pub sku: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { License: "zoo.license" { sku: "sku", } }
    /// # struct User;
    ///
    /// impl User {
    ///     const LICENSES: rt::Property<Self, Vec<License>> = rt::Property::new("licenses");
    /// }
    /// impl License {
    ///     const SKU: rt::Property<Self, Box<str>> = rt::Property::new("sku");
    /// }
    /// let filter = User::LICENSES.any(License::SKU.eq("E5"));
    /// assert_eq!(filter.to_string(), "licenses/any(x:x/sku eq 'E5')");
    /// ```
    pub fn any<U: IsA<V::Type>, N: Negation>(self, condition: Filter<U, N>) -> Lambda<T, O, N>
    where
        V: Resource,
        O: Any,
    {
        lambda(self.into_path(), "any", condition.upcast::<V>())
    }

    /// Each of the objects meets the condition: `all`.
    pub fn all<U: IsA<V::Type>, N: Negation>(self, condition: Filter<U, N>) -> Lambda<T, O, N>
    where
        V: Resource,
        O: All,
    {
        lambda(self.into_path(), "all", condition.upcast::<V>())
    }

    /// At least one of the values meets the condition, which the closure makes from it: `any`.
    ///
    /// ```
    /// # use apimark_runtime::Property;
    /// # struct User;
    /// # impl User { const PHONES: Property<Self, Vec<Box<str>>> = Property::new("phones"); }
    /// let filter = User::PHONES.any_value(|phone| phone.starts_with("+44"));
    /// assert_eq!(filter.to_string(), "phones/any(x:startswith(x,'+44'))");
    /// ```
    pub fn any_value<N: Negation>(
        self,
        condition: impl FnOnce(Property<V, V, O>) -> Filter<V, N>,
    ) -> Lambda<T, O, N>
    where
        O: Any,
    {
        lambda(self.into_path(), "any", condition(Property::new("")))
    }

    /// Each of the values meets the condition, which the closure makes from it: `all`.
    pub fn all_values<N: Negation>(
        self,
        condition: impl FnOnce(Property<V, V, O>) -> Filter<V, N>,
    ) -> Lambda<T, O, N>
    where
        O: All,
    {
        lambda(self.into_path(), "all", condition(Property::new("")))
    }

    /// There are elements: `any()`.
    pub fn is_not_empty(self) -> Condition<T, O>
    where
        O: Any,
    {
        Filter::new(Node::Lambda { path: self.into_path(), name: "any", condition: None })
    }

    /// The number of elements, to be compared: `$count`.
    ///
    /// ```
    /// # use apimark_runtime::Property;
    /// # struct User;
    /// # impl User { const PHONES: Property<Self, Vec<Box<str>>> = Property::new("phones"); }
    /// assert_eq!(User::PHONES.count().ne(0).to_string(), "phones/$count ne 0");
    /// ```
    pub fn count(self) -> Property<T, i64, Unstated, ReadOnly, String> {
        Property::nested(format!("{}/$count", self.into_path()))
    }
}

fn lambda<T, U, N, M>(
    path: Cow<'static, str>,
    name: &'static str,
    condition: Filter<U, N>,
) -> Filter<T, M> {
    let condition = Some(Box::new(condition.into_node()));
    Filter::new(Node::Lambda { path, name, condition })
}
