//! The model's enumerations as the words that the JSON exports share.

use model::{
    Access, Method, Mutability, OperationKind, PropertyKind, Returned, Role, Scalar, StructKind,
};

pub(crate) fn method(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Patch => "patch",
        Method::Delete => "delete",
        Method::Head => "head",
        Method::Options => "options",
    }
}

pub(crate) fn operation_kind(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Get => "get",
        OperationKind::List => "list",
        OperationKind::Create => "create",
        OperationKind::Update => "update",
        OperationKind::Replace => "replace",
        OperationKind::Delete => "delete",
        OperationKind::Action => "action",
        OperationKind::Function => "function",
        OperationKind::Delta => "delta",
        OperationKind::Reference => "reference",
        OperationKind::Media => "media",
        OperationKind::Count => "count",
    }
}

pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Documented => "documented",
        Role::Inferred => "inferred",
        Role::Operation => "operation",
        Role::Reference => "reference",
        Role::Media => "media",
        Role::Count => "count",
    }
}

pub(crate) fn struct_kind(kind: StructKind) -> &'static str {
    match kind {
        StructKind::Entity => "entity",
        StructKind::Complex => "complex",
    }
}

pub(crate) fn property_kind(kind: PropertyKind) -> &'static str {
    match kind {
        PropertyKind::Structural => "structural",
        PropertyKind::Navigation => "navigation",
    }
}

pub(crate) fn access(access: Access) -> &'static str {
    match access {
        Access::Writable => "writable",
        Access::NotNull => "notNull",
        Access::CreateOnly => "createOnly",
        Access::ReadOnly => "readOnly",
    }
}

pub(crate) fn mutability(mutability: Mutability) -> &'static str {
    match mutability {
        Mutability::ReadOnly => "readOnly",
        Mutability::CreateOnly => "createOnly",
        Mutability::WriteOnly => "writeOnly",
    }
}

pub(crate) fn returned(returned: Returned) -> &'static str {
    match returned {
        Returned::ByDefault => "byDefault",
        Returned::OnlyOnSelect => "onlyOnSelect",
    }
}

/// The name in OData: `Edm.String`.
pub(crate) fn scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Binary => "Edm.Binary",
        Scalar::Boolean => "Edm.Boolean",
        Scalar::Byte => "Edm.Byte",
        Scalar::Date => "Edm.Date",
        Scalar::DateTimeOffset => "Edm.DateTimeOffset",
        Scalar::Decimal => "Edm.Decimal",
        Scalar::Double => "Edm.Double",
        Scalar::Duration => "Edm.Duration",
        Scalar::Guid => "Edm.Guid",
        Scalar::Int16 => "Edm.Int16",
        Scalar::Int32 => "Edm.Int32",
        Scalar::Int64 => "Edm.Int64",
        Scalar::SByte => "Edm.SByte",
        Scalar::Single => "Edm.Single",
        Scalar::Stream => "Edm.Stream",
        Scalar::String => "Edm.String",
        Scalar::TimeOfDay => "Edm.TimeOfDay",
    }
}
