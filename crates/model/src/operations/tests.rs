//! Fragments of facts to operations, as one reads them.

mod build;
mod paths;
