//! Changes: what to create and what to update, written with the constants of generated types.
//!
//! An [`Update`] holds for each property one of three things: it is not mentioned and stays, it is set,
//! or it is cleared. A [`Create`] holds what an object starts with. Both are JSON objects under way and
//! know their type by name only, so that they cost a generated type nothing.
//!
//! Who may write a property is part of its type: [`Writable`] where the documentation does not limit
//! it, and else [`NotNull`], [`CreateOnly`] or [`ReadOnly`]. `set_raw` is there for when the
//! documentation is wrong.

mod create;
mod members;
mod settable;
#[cfg(test)]
mod tests;

mod update;
mod write;

pub use create::Create;
pub use settable::{Settable, Single};
pub use update::Update;
pub use write::{Clear, CreateOnly, NotNull, ReadOnly, SetOnCreate, SetOnUpdate, Writable};
