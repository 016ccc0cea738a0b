//! `Clone` through the field tables.

use super::Model;

/// A copy of a value.
pub fn copy<T: Model + Default>(value: &T) -> T {
    let mut copy = T::default();
    copy_fields(value, &mut copy);
    copy
}

/// The copy is of the same type, and empty.
fn copy_fields(from: &dyn Model, to: &mut dyn Model) {
    let additional = from.additional();
    from.look(&mut |fields| {
        to.change(&mut |copies, copied| {
            for (index, _, field) in fields.present() {
                copies[index].copy(field);
            }
            copied.clone_from(additional);
        });
    });
}
