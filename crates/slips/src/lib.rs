//! What writers do to docs: slips, which must be reported, and honest edits, which must not.
//!
//! [`Docs`] holds a docs set in memory and tells what is reported of it after an edit; [`slips::KINDS`] and
//! [`honest::KINDS`] are the edits. Each is made at a random place and undone before the next. It is told from
//! outside, by the stages' diagnostics alone: whether the model changed does not matter.

pub mod docs;
pub mod edit;
pub mod honest;
pub mod outline;
pub mod slips;
pub mod tally;
pub mod typo;

pub use docs::Docs;
pub use edit::Edit;
pub use tally::Tally;
