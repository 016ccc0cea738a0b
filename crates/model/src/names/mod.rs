//! Rust names for everything that the docs name.
//!
//! Names are a function of what an item is called and of the items it collides with, so that they stay
//! as they are when an unrelated page is added.

mod assign;
mod distinct;
mod ident;

pub(crate) use assign::{area_folder, assign, distinct_by};
pub(crate) use distinct::{Taken, Wish, distinct};
pub use ident::module_name;
pub(crate) use ident::{LONGEST, constant_name, field_name, type_name, variant_name};
