//! The operators of `$filter` as types: which ones a property has is part of its type.

/// Declares the operators: the trait, its name in `$filter`, what the compiler says where it is missing.
macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident: $message:literal;)*) => { $(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "not documented for this property",
            note = "the documentation states the operators `{Self}`",
            note = "if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`"
        )]
        pub trait $name {}

        impl $name for Unstated {}
    )* };
}

operators! {
    /// `eq`
    Eq: "the documentation does not state that this property supports `eq` in `$filter`";
    /// `ne`
    Ne: "the documentation does not state that this property supports `ne` in `$filter`";
    /// `gt`
    Gt: "the documentation does not state that this property supports `gt` in `$filter`";
    /// `ge`
    Ge: "the documentation does not state that this property supports `ge` in `$filter`";
    /// `lt`
    Lt: "the documentation does not state that this property supports `lt` in `$filter`";
    /// `le`
    Le: "the documentation does not state that this property supports `le` in `$filter`";
    /// `in`
    In: "the documentation does not state that this property supports `in` in `$filter`";
    /// `startsWith`
    StartsWith: "the documentation does not state that this property supports `startsWith` in `$filter`";
    /// `endsWith`
    EndsWith: "the documentation does not state that this property supports `endsWith` in `$filter`";
    /// `contains`
    Contains: "the documentation does not state that this property supports `contains` in `$filter`";
    /// `has`
    Has: "the documentation does not state that this property supports `has` in `$filter`";
    /// `any`. Every set that is not empty has it, because there is no other way in which the operators
    /// that are stated for a collection could be used.
    Any: "the documentation does not state that this property supports `any` in `$filter`";
    /// `all`
    All: "the documentation does not state that this property supports `all` in `$filter`";
    /// `eq` on null values
    Null: "the documentation does not state that this property supports `eq null` in `$filter`";
}

/// `not`; of a filter, that each property in it supports it.
#[diagnostic::on_unimplemented(
    message = "the documentation does not state that this filter can be negated with `not`",
    label = "`not` is not documented for each property in this filter",
    note = "if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`"
)]
pub trait Not {}

impl Not for Unstated {}

/// A set of operators, or [`Unstated`].
pub trait Operators {
    /// Whether a condition on a property with these operators may be negated.
    type Negation: Negation;
}

/// The documentation states no operators: all are there that make sense for the type of the values.
#[derive(Debug)]
pub enum Unstated {}

impl Operators for Unstated {
    type Negation = Negatable;
}

/// Whether a filter may be negated: [`Negatable`] or [`Fixed`].
pub trait Negation {
    /// Whether a filter of two parts may be negated, this being one and `N` the other.
    type And<N: Negation>: Negation;
}

/// The filter may be negated: `not` is stated for each of its properties, or nothing is.
#[derive(Debug)]
pub enum Negatable {}

/// The filter may not be negated: for one of its properties `not` is not among the stated operators.
#[derive(Debug)]
pub enum Fixed {}

impl Not for Negatable {}

impl Negation for Negatable {
    type And<N: Negation> = N;
}

impl Negation for Fixed {
    type And<N: Negation> = Self;
}

/// Declares sets of operators, each an empty type with the traits of [`filter`](crate::filter) that it
/// lists. An empty list stands for a property that cannot be filtered by.
///
/// ```
/// use apimark_runtime as rt;
/// # struct User;
///
/// rt::operator_sets! {
///     EqNot: Eq, Not;
///     EqGeLe: Eq, Ge, Le;
/// }
/// impl User {
///     const DEPARTMENT: rt::Property<Self, Box<str>, EqNot> = rt::Property::new("department");
/// }
/// assert_eq!((!User::DEPARTMENT.eq("Toys")).to_string(), "not (department eq 'Toys')");
/// ```
#[macro_export]
macro_rules! operator_sets {
    ($($name:ident: $($operator:ident),* $(,)?;)*) => { $(
        #[doc = $crate::__operator_set!(@doc $($operator)*)]
        pub enum $name {}

        $($crate::__operator_set! { @impl $name $operator })*
        $crate::__operator_set! { @any $name $($operator)* }

        impl $crate::filter::Operators for $name {
            type Negation = $crate::__operator_set!(@negation $($operator)*);
        }
    )* };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __operator_set {
    (@doc) => { "No operators: the documentation states that the property cannot be filtered by." };
    (@doc $($operator:ident)+) => {
        ::core::concat!("Operators of `$filter`:" $(, " `", ::core::stringify!($operator), "`")+)
    };
    (@impl $name:ident Any) => {};
    (@impl $name:ident $operator:ident) => { impl $crate::filter::$operator for $name {} };
    (@any $name:ident) => {};
    (@any $name:ident $($operator:ident)+) => { impl $crate::filter::Any for $name {} };
    (@negation) => { $crate::filter::Fixed };
    (@negation Not $($rest:ident)*) => { $crate::filter::Negatable };
    (@negation $other:ident $($rest:ident)*) => { $crate::__operator_set!(@negation $($rest)*) };
}
