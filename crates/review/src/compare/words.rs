//! Values of the model as people write them, in the words of OData.

use model::{Access, ItemType, Mutability, Returned, ValueType};

/// `Collection(Edm.String)`
pub(super) fn value_type(ty: &ValueType) -> String {
    let item = item_type(&ty.item);
    if ty.collection { format!("Collection({item})") } else { item }
}

pub(super) fn item_type(item: &ItemType) -> String {
    match item {
        ItemType::Scalar(scalar) => scalar.to_string(),
        ItemType::Enum(name) | ItemType::Struct(name) => name.to_string(),
        ItemType::Untyped => "any JSON".to_owned(),
    }
}

pub(super) fn access(access: Access) -> &'static str {
    match access {
        Access::Writable => "at any time",
        Access::NotNull => "at any time, but never null",
        Access::CreateOnly => "on create only",
        Access::ReadOnly => "never",
    }
}

pub(super) fn mutability(mutability: Mutability) -> &'static str {
    match mutability {
        Mutability::ReadOnly => "read-only",
        Mutability::CreateOnly => "set on create only",
        Mutability::WriteOnly => "write-only",
    }
}

pub(super) fn returned(returned: Returned) -> &'static str {
    match returned {
        Returned::ByDefault => "by default",
        Returned::OnlyOnSelect => "only on $select",
    }
}

pub(super) fn yes_or_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

/// The names in their order; `none` where there are none.
pub(super) fn list<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let names: Vec<String> = names.into_iter().map(|it| it.as_ref().to_owned()).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
