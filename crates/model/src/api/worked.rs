//! Worked examples as calls of the generated API, and the tests that they are.

use super::{Change, NodeId, QualifiedName, Scalar, ValueType};

/// The worked examples of an area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    /// The module that holds the tests: `users`.
    pub module: String,
    /// The tests.
    pub tests: Vec<Test>,
    /// What no test holds, and why: `v1.0/api/boat-list.md: no operation is documented for …`.
    pub without: Vec<String>,
}

/// An example as a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The function's name.
    pub name: String,
    /// The page.
    pub page: String,
    /// The request.
    pub call: Call,
    /// How its body is built, and the JSON that this must give.
    pub body: Option<(Built, String)>,
    /// The answer, as JSON.
    pub answer: Option<String>,
}

/// A documented request, spelled with the generated API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The nodes from the service root to the resource.
    pub steps: Vec<Step>,
    /// The operation, last: its place in [`Api::operations`](crate::Api::operations).
    pub operation: usize,
    /// Only the objects of this derived type.
    pub of_type: Option<QualifiedName>,
    /// Only how many objects there are.
    pub total: bool,
    /// The query options in documented order.
    pub query: Vec<QueryOption>,
    /// The headers of the example.
    pub headers: Vec<(String, String)>,
    /// The request line it must give, with sample values in place of placeholders that stand where a value
    /// must have a form: `GET /users?$top=5`.
    pub request: String,
}

/// A step down the path tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub node: NodeId,
    /// The arguments of the accessor.
    pub arguments: Vec<Argument>,
}

/// An argument in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The type of the parameter.
    pub ty: Scalar,
    /// The value, decoded.
    pub value: String,
}

/// A query option as a typed call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryOption {
    /// `$select`
    Select(Vec<PropertyPath>),
    /// `$expand`
    Expand(Vec<Expansion>),
    /// `$orderby`
    OrderBy(Vec<Ordering>),
    /// `$filter`
    Filter(Condition),
    /// `$search`
    Search(Vec<SearchTerm>),
    /// `$top`
    Top(u32),
    /// `$skip`
    Skip(u32),
    /// `$count=true`
    Count,
    /// A parameter that is not one of OData's, or a token that only links carry.
    Other {
        /// Its name.
        name: String,
        /// Its value, decoded.
        value: String,
    },
}

/// A property of the queried type or below it: the structs that declare the steps, and the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyPath {
    /// Each step: a type and the index among its fields.
    pub steps: Vec<(QualifiedName, usize)>,
    /// The type that is queried, of which the first step's is a derived one whose name is left out.
    pub bare_in: Option<QualifiedName>,
}

/// An expanded relationship and the options that apply to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The relationship.
    pub property: PropertyPath,
    /// `$select`, `$expand` and so on, nested.
    pub options: Vec<QueryOption>,
}

/// A property to sort by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordering {
    /// The property.
    pub property: PropertyPath,
    /// From the last to the first.
    pub descending: bool,
}

/// A phrase to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTerm {
    /// How it joins the one before it; `None` for the first.
    pub joined: Option<Logic>,
    /// The property to look in.
    pub property: Option<PropertyPath>,
    /// The phrase.
    pub text: String,
}

/// A condition on an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Conditions held together, at least two.
    Logic(Logic, Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
    /// A property against a value.
    Compare(PropertyPath, Comparison, Literal),
    /// A property against several values.
    In(PropertyPath, Vec<Literal>),
    /// A condition on the elements of a collection, `any` or `all`; `None` asks for any element.
    Elements {
        /// The collection.
        property: PropertyPath,
        /// `any`, otherwise `all`.
        any: bool,
        /// On the objects in it.
        condition: Option<Box<Condition>>,
    },
    /// A comparison of the elements of a collection of plain values.
    Values {
        /// The collection.
        property: PropertyPath,
        /// `any`, otherwise `all`.
        any: bool,
        /// How each element is compared.
        comparison: Comparison,
        /// With what.
        literal: Literal,
    },
}

/// How conditions are held together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the operators")]
pub enum Logic {
    And,
    Or,
}

/// An operator or function between a property and a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the operators")]
pub enum Comparison {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
    Has,
    StartsWith,
    EndsWith,
    Contains,
}

/// A value as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Text without its quotes.
    Text(String),
    /// Anything else: a number, a date, `true`.
    Bare(String),
    /// `null`
    Null,
}

/// A body as a program builds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Built {
    /// A change, or what to create.
    Changed(Changed),
    /// A value.
    Value(ValueType, Value),
    /// The struct of the operation's parameters.
    Parameters(Members),
    /// A reference to the object at this URL.
    Reference(String),
    /// Any JSON, as text.
    Json(String),
}

/// A change, or what to create, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which of the two.
    pub change: Change,
    /// The type of the object; `None` where it is the operation's parameters.
    pub of: Option<QualifiedName>,
    /// What the type's constructor is called with; `None` where it cannot be used.
    pub created: Option<Vec<(usize, Value)>>,
    /// What follows.
    pub settings: Vec<Setting>,
    /// The operation takes a base type of it.
    pub upcast: bool,
}

/// A step of a change. Properties are named by their place among those of the type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Sets a property.
    Set(usize, Value),
    /// Removes the value of a property.
    Clear(usize),
    /// Names the object that a relationship leads to by its URL.
    Bind(usize, String),
    /// Names the objects that a relationship leads to by their URLs.
    BindAll(usize, Vec<String>),
    /// Sets a member by its name on the wire.
    Raw(String, Raw),
}

/// A value as a program writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of a primitive type, as text.
    Scalar(Scalar, String),
    /// Of an enumeration; several are flags.
    Enum(QualifiedName, Vec<Named>),
    /// An object.
    Object(Object),
    /// A collection.
    List(Vec<Value>),
    /// Any JSON, as text.
    Json(String),
}

/// A member of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Its place among the documented ones.
    Documented(usize),
    /// Another one.
    Other(String),
}

/// An object of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// The type.
    pub ty: QualifiedName,
    /// The type whose enum holds it, where that is what the place takes.
    pub within: Option<QualifiedName>,
    /// What it holds.
    pub members: Members,
}

/// What an object holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Properties by their place among those of the type.
    pub fields: Vec<(usize, Value)>,
    /// What has no typed form, by names on the wire.
    pub raw: Vec<(String, Raw)>,
}

/// A value without a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A string.
    Text(String),
    /// Anything else, as JSON text.
    Json(String),
}
