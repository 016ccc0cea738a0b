//! Branch and bound over needs that reductions have left.

use super::{Cover, Need, Set};

/// The cheapest cover of `needs`. Each step takes as many of `looks` as there are alternatives; without any
/// left, the best cover so far is taken.
pub(super) fn search(costs: &[u64], needs: &[Need], looks: &mut usize) -> Cover {
    let items = greedy(costs, needs);
    let mut search = Search { costs, needs, best: cost(costs, &items), items, looks };
    search.branch(&mut Set::new(), &Set::new());
    Cover { is_cheapest: *search.looks > 0, items: search.items }
}

struct Search<'s> {
    costs: &'s [u64],
    needs: &'s [Need],
    items: Set,
    best: u64,
    looks: &'s mut usize,
}

impl<'s> Search<'s> {
    /// Tries all covers that hold `taken` and nothing of `refused`, as far as they can be cheaper than the
    /// best one.
    fn branch(&mut self, taken: &mut Set, refused: &Set) {
        let looks: usize = self.needs.iter().map(Vec::len).sum();
        *self.looks = self.looks.saturating_sub(looks);
        let open = self.open(taken, refused);
        let spent = cost(self.costs, taken);
        if *self.looks == 0 || spent + self.at_least(&open, taken) >= self.best {
            return;
        }
        let Some(mut ways) = open.into_iter().min_by_key(Vec::len) else {
            (self.best, self.items) = (spent, taken.clone());
            return;
        };
        ways.sort_by_key(|way| added(self.costs, way, taken));
        let mut refused = refused.clone();
        for way in ways {
            let new: Vec<usize> = way.difference(taken).copied().collect();
            taken.extend(&new);
            self.branch(taken, &refused);
            new.iter().for_each(|item| {
                taken.remove(item);
            });
            // All covers with this item have been tried.
            if let [item] = new[..] {
                refused.insert(item);
            }
        }
    }

    /// The needs that `taken` does not meet, with the alternatives that are left; one of which none is
    /// left costs more than anything.
    fn open(&self, taken: &Set, refused: &Set) -> Vec<Vec<&'s Set>> {
        let open = self.needs.iter().filter(|need| !need.iter().any(|it| it.is_subset(taken)));
        open.map(|need| need.iter().filter(|it| it.is_disjoint(refused)).collect()).collect()
    }

    /// What the open needs cost at least: those that share no item each have their own price.
    fn at_least(&self, open: &[Vec<&Set>], taken: &Set) -> u64 {
        let mut order: Vec<&Vec<&Set>> = open.iter().collect();
        order.sort_by_key(|ways| ways.len());
        let mut seen = Set::new();
        let mut sum = 0;
        for ways in order {
            let Some(price) = ways.iter().map(|way| added(self.costs, way, taken)).min() else {
                return u64::MAX / 2;
            };
            let items = || ways.iter().copied().flatten().filter(|item| !taken.contains(item));
            if items().all(|item| !seen.contains(item)) {
                sum += price;
                seen.extend(items());
            }
        }
        sum
    }
}

/// A cover that is not bad: need after need, what adds least.
fn greedy(costs: &[u64], needs: &[Need]) -> Set {
    let mut items = Set::new();
    for need in needs {
        let way = need.iter().min_by_key(|way| added(costs, way, &items));
        items.extend(way.into_iter().flatten().copied().collect::<Vec<_>>());
    }
    items
}

fn added(costs: &[u64], way: &Set, taken: &Set) -> u64 {
    way.difference(taken).map(|item| costs[*item]).sum()
}

fn cost(costs: &[u64], items: &Set) -> u64 {
    items.iter().map(|item| costs[*item]).sum()
}
