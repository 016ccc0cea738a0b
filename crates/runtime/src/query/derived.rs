//! Which types' properties may stand in a query, and how those of derived types are spelled there.

use std::borrow::Cow;

use crate::model::{Info, Model};
use crate::{Page, Wrapped};

/// What is an object of one type: a generated struct, or the enum over it and the types derived from it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type with properties",
    label = "a collection or a plain value",
    note = "a path leads from object to object; conditions on a collection's elements stand in `.any(…)` or `.all(…)`"
)]
pub trait Resource {
    /// The struct whose constants name the properties: of an enum over derived types, the base type.
    type Type: Model + Default;
}

#[diagnostic::do_not_recommend]
impl<T: Model + Default> Resource for T {
    type Type = T;
}

/// What can be queried: an object, or a page or collection of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an object with documented properties nor a collection of such",
    label = "not something to query",
    note = "the raw query methods, such as `select_raw` and `filter_raw`, take text"
)]
pub trait Queried {
    /// The struct whose constants name the properties.
    type Item: Model + Default;
}

#[diagnostic::do_not_recommend]
impl<R: Resource> Queried for R {
    type Item = R::Type;
}

impl<R: Resource> Queried for Option<R> {
    type Item = R::Type;
}

impl<R: Resource> Queried for Page<R> {
    type Item = R::Type;
}

impl<R: Resource> Queried for Vec<R> {
    type Item = R::Type;
}

impl<R: Resource> Queried for Wrapped<R> {
    type Item = R::Type;
}

/// `Self` is `Base` or a type derived from it, so that its properties may stand where objects of the base
/// type are queried.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `{Base}`",
    label = "its properties cannot stand in a query of `{Base}`",
    note = "a property belongs to the type that its constant is taken from"
)]
pub trait IsA<Base: Model + Default>: Model + Default {
    /// The path of a property of this type as it stands in a query of the base type: one that the base
    /// type does not have is preceded by the name of this type.
    #[doc(hidden)]
    fn name_in(path: &str) -> Cow<'_, str> {
        let (own, base) = (info::<Self>(), info::<Base>());
        let first = path.split('/').next().unwrap_or(path);
        if own.wire_name == base.wire_name || base.names.contains(&first) {
            return path.into();
        }
        format!("{}/{path}", own.wire_name).into()
    }
}

impl<T: Model + Default> IsA<T> for T {}

/// What is known of a generated type.
pub(crate) fn info<T: Model + Default>() -> &'static Info {
    T::default().about().0
}
