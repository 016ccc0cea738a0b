//! What became of the claims and of the blocks of pages, as the report and `lint` tell it.

use std::collections::BTreeMap;

use facts::{Outcome, PageFacts};
use model::Account;

use crate::pipeline::Reading;

/// Counts by name.
pub(crate) type Tally = BTreeMap<&'static str, usize>;

/// What became of a page, or of all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Coverage {
    /// Of its claims.
    pub claims: Account,
    /// Which rules read blocks, but for sections, of which a page has ten and more.
    pub read_by: Tally,
    /// Which rules left blocks out.
    pub blocks_left_out: Tally,
    /// What no rule reads.
    pub unread: Tally,
}

impl Coverage {
    /// That of one page.
    pub(crate) fn of(page: &PageFacts, claims: Account) -> Self {
        let mut coverage = Self { claims, ..Self::default() };
        for block in &page.coverage {
            let (tally, key) = match block.outcome {
                Outcome::Read(_) if block.what == "section" => continue,
                Outcome::Read(rule) => (&mut coverage.read_by, rule),
                Outcome::NotOfInterest(rule) => (&mut coverage.blocks_left_out, rule),
                Outcome::Unread => (&mut coverage.unread, block.what),
            };
            *tally.entry(key).or_default() += 1;
        }
        coverage
    }

    fn add(&mut self, other: &Self) {
        self.claims.add(&other.claims);
        let tallies = [
            (&mut self.read_by, &other.read_by),
            (&mut self.blocks_left_out, &other.blocks_left_out),
            (&mut self.unread, &other.unread),
        ];
        for (tally, more) in tallies {
            for (key, count) in more {
                *tally.entry(key).or_default() += count;
            }
        }
    }

    /// How many blocks no rule reads.
    pub(crate) fn unread_blocks(&self) -> usize {
        self.unread.values().sum()
    }
}

/// That of each page, in order.
pub(crate) fn of_pages(reading: &Reading) -> impl Iterator<Item = (&PageFacts, Coverage)> {
    reading.accounted().map(|(page, account)| (page, Coverage::of(page, account)))
}

/// That of all pages together.
pub(crate) fn of_all(reading: &Reading) -> Coverage {
    let mut all = Coverage::default();
    of_pages(reading).for_each(|(_, coverage)| all.add(&coverage));
    all
}
