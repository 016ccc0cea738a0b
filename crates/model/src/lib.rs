//! [`facts::PageFacts`] to [`Api`]: everything is decided here.
//!
//! Resolves references, settles contradictions by one written precedence, tells entity types from
//! complex ones, merges what several pages say of one operation, and assigns every Rust name, module and
//! file in one pass. After this stage nothing consults the docs again. Knows Rust's naming rules, no
//! Rust syntax.

mod api;

pub use api::*;
