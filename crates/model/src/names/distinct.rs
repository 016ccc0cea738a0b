//! Settles collisions of Rust names.
//!
//! The result for a name depends only on the items that want the same name, never on the order or on
//! other items: a page added elsewhere renames nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeFrom;

use diag::{Diagnostic, Span, codes};

/// One item that wants a Rust name.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    /// The name it would get alone.
    pub(crate) rust: String,
    /// What it is called on the wire; decides who keeps the name.
    pub(crate) wire: String,
    /// Where it is stated.
    pub(crate) span: Span,
}

/// A distinct name for every wish, in the order of the wishes. Of those that collide, the first by wire
/// name keeps it and the others get a number; each of these is reported.
pub(crate) fn distinct(wishes: &[Wish], diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (id, wish) in wishes.iter().enumerate() {
        by_name.entry(&wish.rust).or_default().push(id);
    }
    let mut names: Vec<String> = wishes.iter().map(|wish| wish.rust.clone()).collect();
    let mut taken: BTreeSet<String> = names.iter().cloned().collect();
    for ids in by_name.values_mut().filter(|ids| ids.len() > 1) {
        ids.sort_by_key(|id| &wishes[*id].wire);
        let mut numbers = 2..;
        for id in ids.iter().skip(1) {
            names[*id] = numbered(&wishes[*id].rust, &mut numbers, &taken);
            taken.insert(names[*id].clone());
            diagnostics.push(collision(&wishes[*id], &wishes[ids[0]], &names[*id]));
        }
    }
    names
}

/// Distinct names for things that share one scope, given by what they are called on the wire.
pub(crate) fn distinct_by<'a>(
    wire: impl Iterator<Item = (&'a str, Span)>,
    to_rust: fn(&str) -> String,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let wishes: Vec<Wish> = wire
        .map(|(wire, span)| Wish { rust: to_rust(wire), wire: wire.to_owned(), span })
        .collect();
    distinct(&wishes, diagnostics)
}

/// The name with the first free of the `numbers`.
fn numbered(name: &str, numbers: &mut RangeFrom<usize>, taken: &BTreeSet<String>) -> String {
    let stem = name.strip_prefix("r#").unwrap_or(name);
    let mut candidates = numbers.map(|number| format!("{stem}{number}"));
    candidates.find(|name| !taken.contains(name)).expect("the numbers do not run out")
}

/// Names that are given one after the other, each once.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// The number that a further item of the name tries first.
    next: BTreeMap<String, usize>,
}

impl Taken {
    /// Gives the name, or the name with the separator and the first free number from 2 on.
    pub(crate) fn give(&mut self, wanted: &str, separator: &str) -> String {
        let Some(mut number) = self.next.get(wanted).copied() else {
            self.next.insert(wanted.to_owned(), 2);
            return wanted.to_owned();
        };
        let free = loop {
            let candidate = format!("{wanted}{separator}{number}");
            number += 1;
            if !self.next.contains_key(&candidate) {
                break candidate;
            }
        };
        self.next.insert(wanted.to_owned(), number);
        self.next.insert(free.clone(), 2);
        free
    }
}

fn collision(wish: &Wish, first: &Wish, given: &str) -> Diagnostic {
    Diagnostic::new(
        codes::NAME_COLLISION,
        wish.span,
        format!("`{}` and `{}` have the same Rust name `{}`", wish.wire, first.wire, wish.rust),
    )
    .help(format!("`{}` is called `{given}`", wish.wire))
}
