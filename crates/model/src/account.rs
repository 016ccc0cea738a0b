//! What became of every claim of the pages: an answer rests on it or agrees with it, another statement outweighed it,
//! or a rule that has a name left it out.
//!
//! Looks at what is decided and changes nothing. A claim that nothing outweighs and that is not left out is one
//! that the answers agree with, where that has been compared; where it has not, it is left out by the rule that says
//! which statement was taken instead.

mod operation;
mod reported;
mod rules;
#[cfg(test)]
mod tests;
mod types;

use std::collections::BTreeMap;

use diag::{Diagnostic, Span};
use facts::PageFacts;

use crate::answers::Answers;

pub use rules::why_left_out;

/// What became of the claims of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// How many an answer rests on or agrees with.
    pub used: usize,
    /// How many another statement outweighed; each is reported.
    pub outweighed: usize,
    /// How many were left out, by the name of the rule.
    pub left_out: BTreeMap<&'static str, usize>,
}

/// The accounts of all pages, by path.
pub type Accounts = BTreeMap<String, Account>;

impl Account {
    /// How many claims there are.
    #[must_use]
    pub fn claims(&self) -> usize {
        self.used + self.outweighed + self.left_out.values().sum::<usize>()
    }

    /// Adds those of another page.
    pub fn add(&mut self, other: &Self) {
        self.used += other.used;
        self.outweighed += other.outweighed;
        for (rule, count) in &other.left_out {
            *self.left_out.entry(rule).or_default() += count;
        }
    }
}

/// What became of one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    Used,
    Outweighed,
    LeftOut(&'static str),
}

/// What one looks up.
struct Book<'a> {
    types: types::Known,
    operations: operation::Known<'a>,
    /// What became of the claims that lost.
    lost: BTreeMap<Span, Became>,
}

/// A page whose claims are counted.
struct Counted<'b, 'a> {
    book: &'b Book<'a>,
    page: &'a PageFacts,
    account: Account,
}

/// Counts the claims of all `pages`; `diagnostics` are the reports of what was decided.
pub(crate) fn accounts<'a>(
    pages: &[&'a PageFacts],
    answers: &Answers<'a>,
    diagnostics: &[Diagnostic],
) -> Accounts {
    let book = Book {
        types: types::Known::new(&answers.types, &answers.operations),
        operations: operation::Known::new(&answers.operations),
        lost: reported::lost(diagnostics),
    };
    let mut accounts = Accounts::new();
    for page in pages {
        let mut counted = Counted { book: &book, page, account: Account::default() };
        counted.words();
        counted.types();
        counted.operation();
        accounts.entry(page.path.clone()).or_default().add(&counted.account);
    }
    accounts
}

impl Counted<'_, '_> {
    /// Counts a claim at `span`, which became this unless it lost.
    fn claim(&mut self, span: Span, became: Became) {
        self.count(self.book.lost.get(&span).copied().unwrap_or(became));
    }

    fn count(&mut self, became: Became) {
        match became {
            Became::Used => self.account.used += 1,
            Became::Outweighed => self.account.outweighed += 1,
            Became::LeftOut(rule) => *self.account.left_out.entry(rule).or_default() += 1,
        }
    }

    /// What the page says of itself goes to the docs of the item that it is about.
    fn words(&mut self) {
        let PageFacts { title, summary, area, namespace, deprecated, .. } = self.page;
        let speaks = self.is_home() || self.book.operations.speaks(self.page);
        let became = if speaks { Became::Used } else { Became::LeftOut(rules::NO_ITEM) };
        let texts = [title, area, namespace].into_iter().flatten().map(|it| it.span);
        let docs = [summary, deprecated].into_iter().flatten().map(|it| it.span);
        for span in texts.chain(docs).collect::<Vec<_>>() {
            self.claim(span, became);
        }
    }

    fn is_home(&self) -> bool {
        let PageFacts { types, enums, .. } = self.page;
        let mut names =
            types.iter().flat_map(|it| &it.names).chain(enums.iter().map(|it| &it.name));
        names.any(|name| self.book.types.is_home(self.page, name.span))
    }
}

/// Whether it is used, or left out by this rule.
fn used_or(is_used: bool, rule: &'static str) -> Became {
    if is_used { Became::Used } else { Became::LeftOut(rule) }
}
