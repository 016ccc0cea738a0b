//! What the crate offers to programs, item by item: what two versions of it are compared by.
//!
//! The types of fields, constants and variants, and the arguments and answers of operations come from the functions
//! that print the files, so that they are here what they are there. By hand are which items there are, their paths,
//! `#[deprecated]` and all gates but those of fields, the items of the service root, and what `create` and the methods
//! of paths return: whoever changes these in the files changes them here too. What is the same for every item of its
//! sort, such as the traits of a struct, is left out.

mod models;
mod print;
mod requests;

use model::{Access, Api, Gate, OperatorSet, QualifiedName};
use text::Notice;

use crate::names::Names;

/// A public item of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its path below the version's module: `models::User::display_name`.
    pub path: String,
    /// What of the API it stands for.
    pub subject: Subject,
    /// The features that it needs beside those of what it is in.
    pub gate: Gate,
    /// What it is.
    pub form: Form,
    /// It bears `#[deprecated]`.
    pub deprecated: bool,
}

/// What of the API an item stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The service root.
    Root,
    /// A structured type or an enumeration.
    Type(QualifiedName),
    /// A property, in a type that has or inherits it.
    Property {
        /// The type of which the item is part.
        owner: QualifiedName,
        /// The type that declares the property.
        declared_in: QualifiedName,
        /// The name on the wire.
        name: String,
    },
    /// A member of an enumeration.
    Member {
        /// The enumeration.
        owner: QualifiedName,
        /// The name on the wire.
        name: String,
    },
    /// An operation, by its constant.
    Operation(String),
    /// A parameter in the body of an operation.
    BodyParameter {
        /// The operation, by its constant.
        operation: String,
        /// The name on the wire.
        name: String,
    },
    /// A path, by its template.
    Path(String),
    /// A set of `$filter` operators.
    Operators(OperatorSet),
}

/// What an item is to the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A struct; its public fields are items of their own.
    Struct,
    /// An enum.
    Enum,
    /// A field of a struct, of this type.
    Field(String),
    /// A variant of an enum, which may hold a value of a type.
    Variant(Option<String>),
    /// The constant of a property.
    Constant {
        /// Its type, without the struct that it is a constant of.
        ty: String,
        /// What the values of the property are.
        value: String,
        /// The operators that `$filter` takes; `None`: all.
        operators: Option<OperatorSet>,
        /// Who may write it.
        access: Access,
    },
    /// A function or method.
    Function {
        /// Its parameters.
        parameters: Vec<Parameter>,
        /// What it returns; of an operation, what its request does.
        returns: String,
        /// How it is called, where that is by a path: `users().by_id(…).get`.
        call: Option<String>,
    },
    /// A static of what the docs say of an operation.
    Static,
    /// That a type is another one, too.
    Relation,
}

/// A parameter of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name, which callers do not write.
    pub name: String,
    /// Its type.
    pub ty: String,
}

/// All public items of a version. An item stands behind what it is in.
#[must_use]
pub fn surface(api: &Api) -> Vec<Item> {
    let names = Names::new(api);
    let mut items = Vec::new();
    models::push(&mut items, api, &names);
    requests::push(&mut items, api, &names);
    items
}

impl Item {
    /// One that is always there and not deprecated.
    fn new(path: impl Into<String>, subject: Subject, form: Form) -> Self {
        Self { path: path.into(), subject, gate: Gate::default(), form, deprecated: false }
    }

    fn gated(self, gate: &Gate) -> Self {
        Self { gate: gate.clone(), ..self }
    }

    fn deprecated(self, notice: Option<&Notice>) -> Self {
        Self { deprecated: notice.is_some(), ..self }
    }
}

impl Subject {
    fn property(owner: &QualifiedName, property: &model::Property) -> Self {
        Self::Property {
            owner: owner.clone(),
            declared_in: property.declared_in.clone().unwrap_or_else(|| owner.clone()),
            name: property.wire_name.clone(),
        }
    }
}
