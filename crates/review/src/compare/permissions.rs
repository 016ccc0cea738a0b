//! In what the permissions of an operation differ, by account and case.

use std::collections::{BTreeMap, BTreeSet};

use model::Permissions;

use crate::change::{Aspect, Difference};
use crate::entity::Found;
use crate::place::Seen;
use crate::verdict::Behaviour;

/// Alternatives from least to most privileged, each a set that is needed together.
type Alternatives = Option<Vec<Vec<String>>>;

/// All differences. Each alternative suffices, so that one that is gone is missed, and a new one is a way more.
pub(super) fn differences(found: &mut Found, base: &[Permissions], new: &[Permissions]) {
    let outset = found.differences.len();
    let (old, now) = (cases(base), cases(new));
    let scopes: BTreeSet<&str> = old.keys().chain(now.keys()).copied().collect();
    for scope in scopes {
        let before = found.differences.len();
        let (was, is) = (old.get(scope), now.get(scope));
        let (accounts, others) = (was.map(|it| accounts(it)), is.map(|it| accounts(it)));
        for (at, account) in ACCOUNTS.iter().enumerate() {
            let was = accounts.and_then(|it| it[at].as_ref());
            let is = others.and_then(|it| it[at].as_ref());
            found.differences.extend(difference(&named(account, scope), was, is));
        }
        // The same permissions, of which another one is the least.
        let ordered = |it: Option<&&Permissions>| it.is_none_or(|it| it.ordered);
        if found.differences.len() == before && ordered(was) != ordered(is) {
            let shown = |it| if ordered(it) { "ordered" } else { "in no order" }.to_owned();
            let of = Some(scope.to_owned()).filter(|it| !it.is_empty());
            let difference = Difference { of, ..Difference::new(Aspect::Permissions) };
            found.add(difference.from(shown(was)).to(shown(is)));
        }
    }
    if found.differences.len() > outset {
        let tables =
            |list: &[Permissions]| list.iter().map(|it| Seen::Block(it.span)).collect::<Vec<_>>();
        found.base.extend(tables(base));
        found.new.extend(tables(new));
    }
}

const ACCOUNTS: [&str; 3] = ["delegated, work or school", "delegated, personal", "application"];

fn accounts(case: &Permissions) -> [&Alternatives; 3] {
    [&case.delegated_work, &case.delegated_personal, &case.application]
}

fn cases(list: &[Permissions]) -> BTreeMap<&str, &Permissions> {
    list.iter().map(|it| (it.scope.as_deref().unwrap_or_default(), it)).collect()
}

fn named(account: &str, scope: &str) -> String {
    if scope.is_empty() { account.to_owned() } else { format!("{account}, {scope}") }
}

fn difference(
    account: &str,
    base: Option<&Vec<Vec<String>>>,
    new: Option<&Vec<Vec<String>>>,
) -> Option<Difference> {
    if base == new {
        return None;
    }
    let behaviour = match (base, new) {
        (Some(base), Some(new)) => judged(base, new),
        _ => Behaviour::Different,
    };
    let shown = |sets: Option<&Vec<Vec<String>>>| {
        let sets = sets?.iter().map(|set| set.join(" + ")).collect::<Vec<_>>();
        Some(if sets.is_empty() { "not supported".to_owned() } else { sets.join(", ") })
    };
    let difference = Difference::new(Aspect::Permissions).of(account).behaviour(behaviour);
    Some(difference.from(shown(base)).to(shown(new)))
}

fn judged(base: &[Vec<String>], new: &[Vec<String>]) -> Behaviour {
    let is_enough = |given: &Vec<String>, sets: &[Vec<String>]| {
        sets.iter().any(|set| set.iter().all(|it| given.contains(it)))
    };
    if !base.iter().all(|set| is_enough(set, new)) {
        return Behaviour::Stricter;
    }
    let is_more = !new.iter().all(|set| is_enough(set, base));
    if is_more { Behaviour::Looser } else { Behaviour::Different }
}
