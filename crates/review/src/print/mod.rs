//! A review as text, as Markdown for a pull request, as a changelog, and as JSON.

mod changelog;
mod clip;
mod json;
mod markdown;
mod text;
mod words;

pub use changelog::changelog;
pub use json::json;
pub use markdown::markdown;
pub use text::text;
