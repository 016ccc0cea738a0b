//! `Clone` through the field tables.

use super::Model;

/// A copy of a value.
pub fn copy<T: Model + Default>(value: &T) -> T {
    let mut copy = T::default();
    copy_fields(value, &mut copy);
    copy
}

fn copy_fields(from: &dyn Model, to: &mut dyn Model) {
    from.look(&mut |_, fields, additional| {
        to.change(&mut |copies, copied| {
            for (copy, field) in copies.iter_mut().zip(fields) {
                copy.copy(*field);
            }
            copied.clone_from(additional);
        });
    });
}
