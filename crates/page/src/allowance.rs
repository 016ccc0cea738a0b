//! How much pages may include.
//!
//! A directive of thirty bytes can place a file of any length, so what a page includes is counted in
//! bytes and in parts before anything is copied. The limits are far above what real docs need and low
//! enough for one run to stay within a few hundred megabytes.

use std::collections::{BTreeMap, BTreeSet};

use diag::PageId;

use crate::size::directives;
use crate::target::resolve;
use crate::{Library, Page, Size};

/// How many pages one page may include, directly or not: pages that include each other twice multiply.
pub(crate) const MAX_INCLUDES: usize = 1_000;
/// How deep includes may be nested.
pub(crate) const MAX_DEPTH: usize = 16;
/// What one page may include.
const PER_PAGE: Size = Size { bytes: 4 << 20, parts: 40_000 };
/// What all pages of a run may include together, besides their [`SHARE`].
const PER_RUN: Size = Size { bytes: 16 << 20, parts: 500_000 };
/// What each page adds to that: twice what the largest includes of real operation pages come to.
const SHARE: Size = Size { bytes: 6 << 10, parts: 200 };

/// How much a page may include.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance(pub(crate) Size);

impl Default for Allowance {
    /// What one page may include that is alone.
    fn default() -> Self {
        Self(PER_PAGE)
    }
}

/// What each page of a run may include. Those before the run's limit is reached get what one page may
/// have, the others nothing; so the order of the pages decides, not that of the threads.
pub fn allowances(pages: &[&Page], library: &Library) -> BTreeMap<PageId, Allowance> {
    allowances_within(PER_RUN.plus(SHARE.times(pages.len())), pages, library)
}

fn allowances_within(run: Size, pages: &[&Page], library: &Library) -> BTreeMap<PageId, Allowance> {
    let sizes = included(library);
    let mut left = run;
    let grant = |page: &&Page| {
        let included = sizes.get(page.path.as_str()).copied().unwrap_or_default();
        let Some(rest) = left.minus(included) else {
            return (page.id, Allowance(Size::default()));
        };
        left = rest;
        (page.id, Allowance::default())
    };
    pages.iter().map(grant).collect()
}

/// A bound of what each page includes: what its directives place, down to the greatest depth. Pages that
/// include themselves count as if they could. Those without a directive are left out.
fn included(library: &Library) -> BTreeMap<&str, Size> {
    let targets: BTreeMap<&str, Vec<&Page>> = library
        .iter()
        .map(|page| (page.path.as_str(), targets(page, library)))
        .filter(|(_, targets)| !targets.is_empty())
        .collect();
    let mut sizes: BTreeMap<&str, Size> = BTreeMap::new();
    for _ in 0..MAX_DEPTH {
        let placed = |page: &&Page| {
            let below = sizes.get(page.path.as_str()).copied().unwrap_or_default();
            library.size(page).plus(below)
        };
        let total = |targets: &Vec<&Page>| {
            targets.iter().map(placed).fold(Size::default(), Size::plus).at_most(PER_PAGE)
        };
        let deeper = targets.iter().map(|(path, targets)| (*path, total(targets))).collect();
        if deeper == sizes {
            break;
        }
        sizes = deeper;
    }
    sizes
}

/// The paths of the pages that the directives of a page name.
pub fn includes(page: &Page, library: &Library) -> BTreeSet<String> {
    targets(page, library).into_iter().map(|target| target.path.clone()).collect()
}

/// The pages that the directives of a page name, once for each.
fn targets<'l>(page: &Page, library: &'l Library) -> Vec<&'l Page> {
    let named = page.blocks.iter().flat_map(directives);
    named.filter_map(|target| library.get(&resolve(&page.path, target)?)).collect()
}

#[cfg(test)]
mod tests;
