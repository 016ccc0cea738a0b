//! What of one side is what of the other.

pub(crate) mod operations;
pub(crate) mod renames;

use std::collections::{BTreeMap, BTreeSet};

/// The same things of both sides, and what only one side has.
pub(crate) struct Pairs<'a, T> {
    pub both: Vec<(&'a T, &'a T)>,
    pub base: Vec<&'a T>,
    pub new: Vec<&'a T>,
}

/// Pairs by key. Keys are unique on each side; of two things with one key, the first counts.
pub(crate) fn by_key<'a, T, K: Ord>(
    base: impl IntoIterator<Item = &'a T>,
    new: impl IntoIterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> Pairs<'a, T> {
    let mut known: BTreeMap<K, &T> = BTreeMap::new();
    let mut later = Vec::new();
    let base: Vec<&T> = base.into_iter().collect();
    for item in &base {
        known.entry(key(item)).or_insert(item);
    }
    let (mut both, mut paired) = (Vec::new(), BTreeSet::new());
    for item in new {
        let key = key(item);
        match known.get(&key) {
            Some(old) if !paired.contains(&key) => {
                both.push((*old, item));
                paired.insert(key);
            }
            _ => later.push(item),
        }
    }
    let is_left = |item: &&&T| {
        let key = key(item);
        !paired.contains(&key) || !std::ptr::eq(known[&key], **item)
    };
    let base = base.iter().filter(is_left).copied().collect();
    Pairs { both, base, new: later }
}

/// Beyond so many comparisons, docs are too different for guesses.
const MOST_COMPARISONS: usize = 100_000;

impl<'a, T> Pairs<'a, T> {
    /// Takes further pairs from what is left on both sides: those with the same key.
    pub(crate) fn and_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        let more = by_key(self.base.iter().copied(), self.new.iter().copied(), key);
        self.both.extend(more.both);
        (self.base, self.new) = (more.base, more.new);
    }

    /// Takes further pairs from what is left on both sides: those with the best score, each thing once.
    pub(crate) fn and_alike(&mut self, score: impl Fn(&T, &T) -> Option<u32>) {
        if self.base.len().saturating_mul(self.new.len()) > MOST_COMPARISONS {
            return;
        }
        let mut scored: Vec<(u32, usize, usize)> = Vec::new();
        for (at, old) in self.base.iter().enumerate() {
            for (to, item) in self.new.iter().enumerate() {
                scored.extend(score(old, item).map(|score| (score, at, to)));
            }
        }
        scored.sort_by_key(|(score, at, to)| (std::cmp::Reverse(*score), *at, *to));
        let (mut old, mut now) = (BTreeSet::new(), BTreeSet::new());
        for (_, at, to) in scored {
            if !old.contains(&at) && !now.contains(&to) {
                old.insert(at);
                now.insert(to);
                self.both.push((self.base[at], self.new[to]));
            }
        }
        self.base = without(&self.base, &old);
        self.new = without(&self.new, &now);
    }
}

fn without<'a, T>(items: &[&'a T], taken: &BTreeSet<usize>) -> Vec<&'a T> {
    let left = items.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    left.map(|(_, item)| *item).collect()
}
