//! The cheapest set that holds one alternative of each need.
//!
//! Knows numbers only: items with a cost, alternatives as sets of items. This is set cover, for which no
//! method is known that is quick on every input. Documented permissions are far from the worst case: three
//! [reductions](reduce) usually leave nothing to search. What they leave falls into parts that share no
//! item, and each part is [searched](search) by branch and bound, with a bound on what it looks at.

mod reduce;
mod search;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

/// Items by number.
pub(super) type Set = BTreeSet<usize>;
/// Alternatives, of which one is needed. Never empty.
pub(super) type Need = Vec<Set>;

/// How many alternatives are looked at before the best set so far is taken: about a second's worth.
const MOST_LOOKS: usize = 2_000_000;

/// A set of items that holds an alternative of each need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    /// The items.
    pub(super) items: Set,
    /// No set costs less. Otherwise there were too many to try.
    pub(super) is_cheapest: bool,
}

/// The cheapest cover of `needs`; `costs` are those of the items. Of several that cost the same, it is
/// always the same one, whatever the order of the needs.
pub(super) fn cheapest(costs: &[u64], mut needs: Vec<Need>) -> Cover {
    needs.iter_mut().for_each(|need| need.sort());
    let mut cover = Cover { items: Set::new(), is_cheapest: true };
    reduce::reduce(costs, &mut needs, &mut cover.items);
    let mut looks = MOST_LOOKS;
    for part in parts(needs) {
        let found = search::search(costs, &part, &mut looks);
        cover.items.extend(found.items);
        cover.is_cheapest &= found.is_cheapest;
    }
    cover
}

/// The needs in groups that share no item.
fn parts(needs: Vec<Need>) -> Vec<Vec<Need>> {
    let mut parts: Vec<(Set, Vec<Need>)> = Vec::new();
    for need in needs {
        let mut items: Set = need.iter().flatten().copied().collect();
        let (touched, apart) = parts.into_iter().partition(|(known, _)| !known.is_disjoint(&items));
        parts = apart;
        let mut members = Vec::new();
        for (known, part) in touched {
            items.extend(known);
            members.extend(part);
        }
        members.push(need);
        parts.push((items, members));
    }
    parts.into_iter().map(|(_, members)| members).collect()
}
