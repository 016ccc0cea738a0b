//! Edits of small docs, and the reviews that are printed of them.

mod docs;
mod enums;
mod forms;
mod html;
mod operations;
mod properties;
mod rust;
mod types;

use crate::{Review, Side, compare, print};
use docs::{Edit, edited, read};

fn review(edits: &[Edit<'_>]) -> Review {
    between(&[], edits)
}

fn between(base: &[Edit<'_>], new: &[Edit<'_>]) -> Review {
    let (old, now) = (read(&edited(base)), read(&edited(new)));
    let base = Side { apis: &old.0, sources: &old.1 };
    let new = Side { apis: &now.0, sources: &now.1 };
    Review::new("before".to_owned(), "after".to_owned(), compare(base, new))
}

/// The review of some edits as a terminal shows it, without its first line.
fn told(edits: &[Edit<'_>]) -> String {
    body(&review(edits))
}

fn body(review: &Review) -> String {
    let text = print::text(review, None, true);
    text.split_once('\n').map_or(String::new(), |(_, rest)| rest.to_owned())
}
