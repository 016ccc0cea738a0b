//! How many edits of each kind were made, and which of them are remarked on.

use std::fmt;

use diag::SourceFile;
use fastrand::Rng;

use crate::docs::{Docs, Remark};
use crate::slips::KINDS;
use crate::{Edit, honest};

/// The outcome of edits of one kind.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// What was done.
    pub kind: String,
    /// Edits that are remarked on.
    pub reported: usize,
    /// Each edit without a remark; of honest edits, each with one.
    pub silent: Vec<Case>,
}

/// One edit.
#[derive(Clone, Debug)]
pub struct Case {
    /// `v1.0/resources/user.md:12`.
    pub place: String,
    /// The line that was edited, before and after.
    pub change: String,
    /// What is reported of it.
    pub remarks: Vec<Remark>,
}

impl Tally {
    /// How many edits there were.
    #[must_use]
    pub fn made(&self) -> usize {
        self.reported + self.silent.len()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>4} of {:>4}  {}", self.reported, self.made(), self.kind)
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "      {}\n        {}", self.place, self.change)?;
        self.remarks.iter().try_for_each(|it| write!(f, "\n        {it}"))
    }
}

/// Makes `count` slips of the kinds whose name holds `only`, evenly by kind.
pub fn slips(docs: &mut Docs, count: usize, seed: u64, only: &str) -> Vec<Tally> {
    let kinds: Vec<_> = KINDS.iter().filter(|kind| kind.name.contains(only)).collect();
    let texts: Vec<usize> = docs.texts().collect();
    let mut tallies = Vec::new();
    for (nth, kind) in kinds.iter().enumerate() {
        let share = (count * (nth + 1)) / kinds.len() - (count * nth) / kinds.len();
        // Each kind by itself, so that a new kind leaves the slips of the others as they are.
        let mut rng = Rng::with_seed(seed ^ hash(kind.name));
        let mut tally = Tally { kind: kind.name.to_owned(), ..Tally::default() };
        let mut tries = 0;
        while tally.made() < share && tries < share * 2_000 {
            tries += 1;
            let file = texts[rng.usize(..texts.len())];
            let Some((range, text)) = kind.make(&docs.files[file].text, &mut rng) else { continue };
            tally.count(docs, &[Edit::new(file, range, text)], &[], |remarks| !remarks.is_empty());
        }
        tallies.push(tally);
    }
    tallies
}

/// Makes `count` honest edits of the kinds whose name holds `only`, evenly by kind.
pub fn honest(docs: &mut Docs, count: usize, seed: u64, only: &str) -> Vec<Tally> {
    let kinds: Vec<_> = honest::KINDS.iter().filter(|kind| kind.0.contains(only)).collect();
    let mut tallies = Vec::new();
    for (nth, (name, make)) in kinds.iter().enumerate() {
        let share = (count * (nth + 1)) / kinds.len() - (count * nth) / kinds.len();
        let mut rng = Rng::with_seed(seed ^ hash(name));
        let mut tally = Tally { kind: (*name).to_owned(), ..Tally::default() };
        let mut tries = 0;
        while tally.made() < share && tries < share * 500 {
            tries += 1;
            let Some((edits, added)) = make(docs, &mut rng) else { continue };
            tally.count(docs, &edits, &added, <[Remark]>::is_empty);
        }
        tallies.push(tally);
    }
    tallies
}

impl Tally {
    fn count(
        &mut self,
        docs: &mut Docs,
        edits: &[Edit],
        added: &[SourceFile],
        is_right: impl Fn(&[Remark]) -> bool,
    ) {
        let remarks = docs.new_remarks(edits, added);
        if is_right(&remarks) {
            self.reported += 1;
        } else {
            self.silent.push(case(docs, &edits[0], remarks));
        }
    }
}

fn case(docs: &Docs, edit: &Edit, remarks: Vec<Remark>) -> Case {
    let SourceFile { path, text } = &docs.files[edit.file];
    let line = text[..edit.range.start].matches('\n').count() + 1;
    let before = &text[edit.range.clone()];
    let around: String = text.lines().nth(line - 1).unwrap_or_default().chars().take(160).collect();
    let change = format!("{before:?} -> {:?} in: {around}", edit.text);
    Case { place: format!("{path}:{line}"), change, remarks }
}

fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
