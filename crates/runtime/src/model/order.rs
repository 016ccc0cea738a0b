//! Which member came behind which, so that the next object of a page finds its fields at once.
//!
//! Objects of one page have the same members in the same order, but seldom all of them. Finding the next
//! field by searching costs more than reading it, where a type has a hundred. What is remembered is only
//! where to look first, by thread; a wrong guess costs one comparison.

use std::cell::Cell;

/// So many pairs are remembered; others take their room.
const ROOM: usize = 256;

thread_local! {
    static NEXT: [Cell<u16>; ROOM] = const { [const { Cell::new(0) }; ROOM] };
}

/// The field that came last time behind the one before `expected`, of a type with these names.
#[inline]
pub(super) fn guess(names: &'static [&'static str], expected: usize) -> usize {
    NEXT.with(|next| next[place(names, expected)].get().into())
}

/// Remembers it.
#[inline]
pub(super) fn learn(names: &'static [&'static str], expected: usize, index: usize) {
    if let Ok(index) = index.try_into() {
        NEXT.with(|next| next[place(names, expected)].set(index));
    }
}

/// Tables lie at addresses that differ by more than their lowest bits.
fn place(names: &'static [&'static str], expected: usize) -> usize {
    (names.as_ptr().addr() / 16 + expected) % ROOM
}
