//! Rust names for everything that the docs name.
//!
//! Names are a function of what an item is called and of the items it collides with, so that they stay
//! as they are when an unrelated page is added.

mod area;
mod distinct;
mod ident;
pub(crate) mod pin;
mod types;

pub(crate) use area::area_folder;
pub(crate) use distinct::{Taken, Wish, distinct, distinct_by};
pub(crate) use ident::{LONGEST, constant_name, field_name, type_name};
pub use ident::{is_taken, module_name};
pub(crate) use types::TypeNames;
