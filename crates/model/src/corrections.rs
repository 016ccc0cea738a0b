//! Corrections of the docs: what they are about, and how they are told.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use facts::{Correction, Effect, PageFacts};
use text::{Block, Words};

use crate::names::pin::is_pin;

pub(crate) mod unused;
use crate::Docs;

/// All corrections of one version.
#[derive(Debug, Default)]
pub(crate) struct Corrections<'a> {
    /// By the path of their page and their subject, because pages share the rows of what they include.
    by_subject: BTreeMap<(&'a str, Span), Vec<&'a Correction>>,
}

impl<'a> Corrections<'a> {
    /// Those of all `pages`.
    pub(crate) fn new(pages: &[&'a PageFacts]) -> Self {
        let mut by_subject: BTreeMap<(&str, Span), Vec<&Correction>> = BTreeMap::new();
        for page in pages {
            for it in &page.corrections {
                by_subject.entry((&page.path, it.subject)).or_default().push(it);
            }
        }
        Self { by_subject }
    }

    /// Those of what is named at `subject` on the page of this path.
    pub(crate) fn of<'s>(
        &'s self,
        page: &'s str,
        subject: Span,
    ) -> impl Iterator<Item = &'a Correction> + use<'s, 'a> {
        self.by_subject.get(&(page, subject)).into_iter().flatten().copied()
    }

    /// The Rust names that are pinned of what is named at these places.
    pub(crate) fn pins<'s>(
        &'s self,
        places: impl IntoIterator<Item = (&'s str, Span)>,
    ) -> impl Iterator<Item = &'a Correction> {
        places.into_iter().flat_map(|(page, at)| self.of(page, at)).filter(is_pin)
    }
}

/// Adds a line for each correction to the docs of the item that it is about.
pub(crate) fn tell<'a>(docs: &mut Docs, corrections: impl Iterator<Item = &'a Correction>) {
    // What several places lead to is told once.
    let mut told = BTreeSet::new();
    for it in corrections.filter(|it| told.insert(it.at)) {
        docs.text.push(Block::paragraph(words(it)));
    }
}

fn words(it: &Correction) -> Words {
    let words = Words::new().text("Corrected: ");
    let words = match it.effect {
        Effect::LeftOut => words.code(&it.said).text(" is left out"),
        _ => {
            let words = or_nothing(words.text(&format!("{} ", it.what)), &it.now);
            or_nothing(words.text(" instead of "), &it.said)
        }
    };
    words.text(&format!(" ({})", it.why))
}

fn or_nothing(words: Words, text: &str) -> Words {
    if text.is_empty() { words.text("none") } else { words.code(text) }
}
