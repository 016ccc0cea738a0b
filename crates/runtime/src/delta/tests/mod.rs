//! Tests of changes on the small family of types of the runtime's own tests.

mod apply;
mod entries;
mod history;
