//! Text of a page as words that no longer depend on where the page lies.
//!
//! Links to pages are paths from the documentation root, other links as written.

use page::{Run, Text};
use text::{DocText, Link, Look, Marker, Words};

use crate::blocks::blocks;
use crate::link;

#[cfg(test)]
mod tests;

/// `text` as a text of its own: a paragraph for what blank lines part, and list items.
pub(crate) fn words(text: &Text, page_path: &str) -> DocText {
    blocks(linked(&text.runs, page_path), None)
}

/// The same of some runs.
pub(crate) fn of_runs(runs: &[Run], page_path: &str) -> DocText {
    blocks(linked(runs, page_path), None)
}

/// The same of a list item.
pub(crate) fn item(text: &Text, page_path: &str) -> DocText {
    blocks(linked(&text.runs, page_path), Some(Marker::Bullet))
}

/// The runs with links that no longer depend on the page.
pub(crate) fn linked(runs: &[Run], page_path: &str) -> Words {
    let mut words = Words::new();
    for run in runs {
        let link = run.link.as_deref().filter(|destination| !destination.is_empty());
        let link = link.map(|destination| match link::resolve(page_path, destination) {
            Some(page) => Link::to(&page),
            None => Link::to(destination),
        });
        let look = Look { code: run.code, strong: run.strong, emphasis: run.emphasis };
        if run.text == "\n" {
            words.push_break();
        } else {
            words.push(&run.text, look, link);
        }
    }
    words
}
