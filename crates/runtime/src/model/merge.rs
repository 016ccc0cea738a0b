//! Puts what has changed in an object into a copy of it, field by field.

use super::nested::{apply_nested, merge_json};
use super::value::stored::{merge_objects, take_type};
use super::{Element, Kind, Polymorphic, Target, View};

/// Sets in `stored` what `change` holds, and clears the fields in `nulls`. All else stays as it is.
///
/// A property is changed as a whole: an object or a collection in it replaces the one that is stored, and
/// annotations of the old value go with it. Changes to a collection (`members@delta`) are applied item by
/// item; those that cannot be stay among the other members. A value of another type than the stored one
/// takes its place if the change names the type.
pub fn merge<T: Element>(change: &T, nulls: &[&'static str], stored: &mut T) {
    if !merge_values(T::Kind::view(change), nulls, T::Kind::target(stored)) {
        stored.clone_from(change);
    }
}

/// Says `false` for what has no members.
fn merge_values(change: View<'_>, nulls: &[&'static str], stored: Target<'_>) -> bool {
    match (change, stored) {
        (View::Object(change), Target::Object(stored)) => {
            merge_objects(change, nulls, stored);
            apply_nested(stored);
        }
        (View::Polymorphic(change), Target::Polymorphic(stored)) => {
            if let Some(name) = named_type(change) {
                take_type(stored, &name);
            }
            merge_objects(change.model(), nulls, stored.model_mut());
            apply_nested(stored.model_mut());
        }
        (View::Json(change), Target::Json(stored)) => merge_json(change, stored),
        _ => return false,
    }
    true
}

/// The type that the value says it has.
fn named_type(value: &dyn Polymorphic) -> Option<String> {
    if value.is_derived() {
        return Some(value.model().info().wire_name.to_owned());
    }
    value.model().additional().odata_type().map(str::to_owned)
}
