//! Corrections of API docs: `overrides.toml`, in which each entry says what the docs state today, what is right, and
//! why.
//!
//! Stands between `facts` and `model`. What corrects a claim is put in the claim's place, under the rule
//! [`facts::CORRECTED`] and with the place of the entry, so that provenance and reports lead to it. What corrects a
//! decision (a base type, a kind, what is returned, a Rust name) goes with the facts of its page as a
//! [`facts::Correction`], and is the first row of that decision's precedence in `model`, which also sees whether
//! anything rests on a corrected claim.
//!
//! An entry that does not fit is reported as what it is: the docs say something else than it expects
//! ([`codes::STALE_OVERRIDE`](diag::codes::STALE_OVERRIDE)), or it changes nothing
//! ([`codes::USELESS_OVERRIDE`](diag::codes::USELESS_OVERRIDE)).
//!
//! Knows the keys of the file and how claims are found on a page; must not know what is decided of them.

mod claim;
mod entry;
mod file;
mod lists;
mod members;
mod operations;
mod parameters;
mod pick;
mod rows;
mod types;
mod value;

use std::collections::BTreeMap;

use diag::{Diagnostic, PageId, Sources, Span, Spanned};
use facts::{Dialect, PageFacts};

use entry::{Entry, Table};
use pick::Place;

/// The corrections of all files.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    entries: Vec<Entry>,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug)]
pub struct EntryPlace<'a> {
    /// Where its right value is written.
    pub at: Span,
    /// All of it.
    pub whole: Span,
    /// The page that it is about.
    pub page: &'a Spanned<String>,
}

/// What became of an entry on the pages of one version.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The entry: where its right value is written.
    pub at: Span,
    /// Why it does not fit; `None` where it was put in place.
    pub fault: Option<Diagnostic>,
}

impl Overrides {
    /// Reads these files.
    ///
    /// # Errors
    /// One is no TOML, has unknown keys or values that cannot be meant, or two entries are about one subject.
    pub fn parse(
        files: &[PageId],
        sources: &Sources,
        dialect: &Dialect,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (mut entries, mut faults) = (Vec::new(), Vec::new());
        for page in files {
            let text = sources.get(*page).map_or("", |file| &file.text);
            let (read, more) = file::read(*page, text, dialect);
            entries.extend(read);
            faults.extend(more);
        }
        faults.extend(file::doubled(&entries));
        if faults.is_empty() { Ok(Self { entries }) } else { Err(faults) }
    }

    /// Puts the corrections in their places on `pages`, and says what became of each entry whose page is among them.
    pub fn apply(&self, pages: &mut [PageFacts], sources: &Sources) -> Vec<Outcome> {
        let mut of_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, page) in pages.iter().enumerate() {
            of_file.entry(sources.path(facts::whole(page.page))).or_default().push(index);
        }
        // What is found by a name or a request line is found before that is corrected.
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_by_key(|entry| entry.change.rank());
        let outcome = |entry: &Entry| {
            let parts = of_file.get(entry.page.value.as_str())?;
            let fault = correct(entry, parts, pages, sources).err();
            Some(Outcome { at: entry.now.span, fault })
        };
        entries.into_iter().filter_map(outcome).collect()
    }

    /// Where the entries stand.
    pub fn places(&self) -> impl Iterator<Item = EntryPlace<'_>> {
        self.entries.iter().map(|entry| EntryPlace {
            at: entry.now.span,
            whole: entry.whole(),
            page: &entry.page,
        })
    }
}

/// Corrects the first of the parts of a file that holds what the entry is about.
fn correct(
    entry: &Entry,
    parts: &[usize],
    pages: &mut [PageFacts],
    sources: &Sources,
) -> Result<(), Diagnostic> {
    let mut fault = None;
    for index in parts {
        let page = &mut pages[*index];
        let place = Place { entry, sources };
        let tried = match entry.subject.table {
            Table::Property => rows::correct(place, page),
            Table::Parameter => parameters::correct(place, page),
            Table::Member => members::correct(place, page),
            Table::Type => types::correct(place, page),
            Table::Operation => operations::correct(place, page),
        };
        match tried {
            Ok(()) => return Ok(()),
            Err(other) => fault = Some(fault.unwrap_or(other)),
        }
    }
    fault.map_or(Ok(()), Err)
}
