//! A review as text, as Markdown for a pull request, as a page for a browser, as a changelog, and as JSON.

mod changelog;
mod clip;
mod html;
mod json;
mod markdown;
mod text;
mod words;

pub use changelog::changelog;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;
