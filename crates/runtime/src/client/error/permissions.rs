//! Says which permissions would have done.

use std::fmt;

use crate::{AccountType, Permissions};

/// One line for each case, one clause for each account type
/// of which the documentation says something.
pub(super) fn write(f: &mut fmt::Formatter<'_>, cases: &[Permissions]) -> fmt::Result {
    for case in cases {
        write!(f, "\n  needs")?;
        if let Some(scope) = case.scope() {
            write!(f, " for {scope}")?;
        }
        let stated = AccountType::ALL
            .into_iter()
            .filter_map(|account| Some((account, case.alternatives(account)?)));
        for (index, (account, alternatives)) in stated.enumerate() {
            let separator = if index == 0 { ": " } else { "; " };
            write!(f, "{separator}{account}: ")?;
            match alternatives.as_slice() {
                [] => f.write_str("not supported")?,
                [only] => f.write_str(&only.join(" and "))?,
                [first, ..] if case.is_ordered() => write!(f, "at least {}", first.join(" and "))?,
                several => one_of(f, several)?,
            }
        }
    }
    Ok(())
}

/// All of them: the documentation does not say which one is the least.
fn one_of(f: &mut fmt::Formatter<'_>, alternatives: &[Vec<&str>]) -> fmt::Result {
    let sets: Vec<String> = alternatives.iter().map(|set| set.join(" and ")).collect();
    write!(f, "one of {}", sets.join(", "))
}
