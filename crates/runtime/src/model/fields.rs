//! The fields of an object, to be looked at.

use std::iter;

use super::{Info, Slot};

/// The fields of an object, and which of them hold a value. Most objects come with few of their fields, so
/// whoever walks them asks only these: asking a hundred fields one by one costs more than writing four.
#[derive(Clone, Copy)]
pub struct Fields<'a, 's> {
    names: &'static [&'static str],
    slots: &'a [&'s dyn Slot],
    present: &'a [bool],
}

impl<'a, 's> Fields<'a, 's> {
    /// The three have the same order.
    pub(super) fn new(
        names: &'static [&'static str],
        slots: &'a [&'s dyn Slot],
        present: &'a [bool],
    ) -> Self {
        Self { names, slots, present }
    }

    pub(super) fn of(info: &Info, slots: &'a [&'s dyn Slot], present: &'a [bool]) -> Self {
        Self::new(info.names, slots, present)
    }

    /// The names of all fields.
    pub(crate) fn names(self) -> &'static [&'static str] {
        self.names
    }

    /// The field of this name, with or without a value.
    pub(crate) fn named(self, name: &str) -> Option<&'s dyn Slot> {
        let index = self.names.iter().position(|known| *known == name)?;
        self.slots.get(index).copied()
    }

    /// Whether the field of this name holds a value.
    pub(crate) fn has(self, name: &str) -> bool {
        self.named(name).is_some_and(|slot| slot.view().is_some())
    }

    /// Whether none holds a value.
    pub(super) fn are_absent(self) -> bool {
        self.next(0).is_none()
    }

    /// Those that hold a value, each with its place and its name.
    pub(super) fn present(self) -> impl Iterator<Item = (usize, &'static str, &'s dyn Slot)> {
        let mut from = 0;
        iter::from_fn(move || {
            let index = self.next(from)?;
            from = index + 1;
            Some((index, *self.names.get(index)?, *self.slots.get(index)?))
        })
    }

    /// The first that holds a value, from this place on.
    #[inline]
    fn next(self, mut from: usize) -> Option<usize> {
        let mut rest = self.present.get(from..)?;
        while let Some((eight, behind)) = rest.split_first_chunk() {
            let eight = u64::from_le_bytes(eight.map(u8::from));
            if eight != 0 {
                return Some(from + eight.trailing_zeros() as usize / 8);
            }
            from += 8;
            rest = behind;
        }
        rest.iter().position(|it| *it).map(|index| from + index)
    }
}
