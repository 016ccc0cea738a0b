//! Rust names for everything that the docs name.

mod ident;

pub(crate) use ident::{field_name, module_name, type_name, variant_name};
