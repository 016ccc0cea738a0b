//! A property's value by its name, in an object whose type is known only when it is there.

use std::any::Any;

use super::{Model, Slot};

/// The value of the property of this name, if the object's type has it as a `V` and it is there.
pub fn property<'m, V: 'static>(model: &'m dyn Model, name: &str) -> Option<&'m V> {
    value(slot(model, name)?)
}

fn slot<'s>(model: &'s dyn Model, name: &str) -> Option<&'s dyn Slot> {
    let mut found = None;
    model.look(&mut |fields| found = fields.named(name));
    found
}

/// A field holds its value as it is or, where it is large, in a box.
fn value<V: 'static>(slot: &dyn Slot) -> Option<&V> {
    let slot: &dyn Any = slot;
    match slot.downcast_ref::<Option<V>>() {
        Some(plain) => plain.as_ref(),
        None => slot.downcast_ref::<Option<Box<V>>>()?.as_deref(),
    }
}
