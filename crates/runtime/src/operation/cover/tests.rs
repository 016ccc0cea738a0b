use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::*;

/// All covers tried, one after the other.
fn least_cost(costs: &[u64], needs: &[Need]) -> u64 {
    let covers = |chosen: usize| {
        let holds = |it: &Set| it.iter().all(|item| chosen >> item & 1 == 1);
        needs.iter().all(|need| need.iter().any(holds))
    };
    let cost = |chosen: usize| {
        costs.iter().enumerate().filter(|(item, _)| chosen >> item & 1 == 1).map(|it| it.1).sum()
    };
    (0..1 << costs.len()).filter(|chosen| covers(*chosen)).map(cost).min().unwrap()
}

fn cost(costs: &[u64], items: &Set) -> u64 {
    items.iter().map(|item| costs[*item]).sum()
}

proptest! {
    #[test]
    fn nothing_is_cheaper(
        costs in vec(1..6u64, 9),
        needs in vec(vec(btree_set(0..9usize, 1..4), 1..5), 0..9),
    ) {
        let cover = cheapest(&costs, needs.clone());
        prop_assert!(cover.is_cheapest);
        let met = |need: &Need| need.iter().any(|it| it.is_subset(&cover.items));
        prop_assert!(needs.iter().all(met), "{:?}", cover.items);
        prop_assert_eq!(cost(&costs, &cover.items), least_cost(&costs, &needs));
        let reversed = needs.into_iter().rev().collect();
        prop_assert_eq!(cheapest(&costs, reversed), cover);
    }
}

#[test]
fn a_search_without_end_stops() {
    // The lines of a plane: each item is in many needs, and none does better than another.
    const SIDE: usize = 7;
    let at = |x: usize, y: usize| Set::from([x * SIDE + y % SIDE]);
    let line = |slope: usize, y: usize| (0..SIDE).map(|x| at(x, slope * x + y)).collect::<Need>();
    let sloped = (0..SIDE).flat_map(|slope| (0..SIDE).map(move |y| line(slope, y)));
    let upright = (0..SIDE).map(|x| (0..SIDE).map(|y| at(x, y)).collect());
    let needs: Vec<Need> = sloped.chain(upright).collect();
    let cover = cheapest(&[1; SIDE * SIDE], needs.clone());
    assert!(!cover.is_cheapest);
    assert!(needs.iter().all(|need| need.iter().any(|it| it.is_subset(&cover.items))));
}
