//! Rust names for everything that the docs name.

mod ident;

pub use ident::module_name;
pub(crate) use ident::{field_name, type_name, variant_name};
