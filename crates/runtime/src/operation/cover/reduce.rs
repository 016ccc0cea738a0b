//! What can be decided without a search.
//!
//! Three rules, until none applies: a need with one alternative takes it; a need that another one meets
//! on the way is dropped; an item in whose place a cheaper one always does is given up. None of them loses
//! the cheapest cover. Each round is quadratic in the number of distinct needs and removes something.

use super::{Need, Set};

/// Applies the rules to `needs`; items that are certain go to `taken`.
pub(super) fn reduce(costs: &[u64], needs: &mut Vec<Need>, taken: &mut Set) {
    loop {
        let before = needs.clone();
        take_forced(needs, taken);
        drop_met(needs);
        give_up_items(costs, needs);
        if *needs == before {
            return;
        }
    }
}

/// Takes what has no alternative. What is taken costs nothing more, so it leaves the other alternatives.
fn take_forced(needs: &mut Vec<Need>, taken: &mut Set) {
    while let Some(index) = needs.iter().position(|need| need.len() == 1) {
        let forced: Set = needs.swap_remove(index).into_iter().flatten().collect();
        for alternative in needs.iter_mut().flatten() {
            alternative.retain(|item| !forced.contains(item));
        }
        needs.retain(|need| need.iter().all(|alternative| !alternative.is_empty()));
        taken.extend(forced);
    }
}

/// Drops alternatives that hold another one, and needs that are met whenever another one is.
fn drop_met(needs: &mut Vec<Need>) {
    for need in needs.iter_mut() {
        need.sort();
        need.dedup();
        let all = need.clone();
        need.retain(|it| !all.iter().any(|other| other != it && other.is_subset(it)));
    }
    needs.sort();
    needs.dedup();
    let all = needs.clone();
    needs.retain(|need| !all.iter().any(|other| other != need && meets(other, need)));
}

/// Whether each way to meet `one` meets `other`. After [`drop_met`] has sorted out the alternatives, two
/// needs that meet each other are the same.
fn meets(one: &Need, other: &Need) -> bool {
    one.iter().all(|way| other.iter().any(|alternative| alternative.is_subset(way)))
}

/// Gives up each item for which another one does as well everywhere, at no higher cost.
fn give_up_items(costs: &[u64], needs: &mut [Need]) {
    let items: Set = needs.iter().flatten().flatten().copied().collect();
    for item in items.into_iter().rev() {
        let uses: Vec<&Need> =
            needs.iter().filter(|need| need.iter().any(|it| it.contains(&item))).collect();
        let Some(first) = uses.first() else { continue };
        let mut others: Set = first.iter().flatten().copied().collect();
        others.remove(&item);
        others.retain(|other| costs[*other] <= costs[item]);
        if others.iter().any(|other| uses.iter().all(|need| does_as_well(*other, item, need))) {
            needs.iter_mut().for_each(|need| need.retain(|it| !it.contains(&item)));
        }
    }
}

/// Whether `need` is met with `other` wherever it is met with `item`.
fn does_as_well(other: usize, item: usize, need: &Need) -> bool {
    need.iter().filter(|it| it.contains(&item)).all(|with| {
        let instead = |known: &usize| *known == other || (*known != item && with.contains(known));
        need.iter().any(|it| it.iter().all(instead))
    })
}
