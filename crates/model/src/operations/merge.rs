//! Which of several pages speaks for a route.
//!
//! Reads the claims about one method of one node. The page whose type is the addressed one goes before
//! pages about its relatives, those before pages about something else; then the page that is named after
//! what the path addresses; then the page with fewer routes; then the first by path.

use super::claim::{Claim, Group};
use super::lineage::are_kin;
use super::stated::{self, Content, Stated};
use crate::Shape;
use crate::types::{Item, TypeId, Types};

/// The claim of the page that speaks for the route, and what it says of the response.
pub(super) fn primary<'a>(
    group: &Group<'a>,
    shape: &Shape<TypeId>,
    template: &str,
    types: &Types<'_>,
) -> Option<(Claim<'a>, Stated)> {
    let stated = |claim: &Claim<'a>| stated::read(claim, types);
    let candidates = group.claims.iter().map(|claim| (*claim, stated(claim)));
    candidates.min_by(|(one, said), (other, also_said)| {
        let rank = |claim: &Claim<'a>, stated: &Stated| {
            let stranger = !is_named_after(&claim.page.path, template);
            (distance(stated, shape, types), stranger, claim.breadth())
        };
        rank(one, said)
            .cmp(&rank(other, also_said))
            .then_with(|| one.page.path.cmp(&other.page.path))
    })
}

/// Whether the page's name begins as the last fixed segment does: `user-get.md` for `/users/{id}`. Other
/// products document their view of the same path under names of their own.
fn is_named_after(page: &str, template: &str) -> bool {
    let name = page.rsplit('/').next().unwrap_or(page);
    let first = name.split(['-', '.']).next().unwrap_or(name).to_lowercase();
    let mut segments =
        template.split('/').filter(|it| !it.is_empty() && !it.starts_with(['{', '$']));
    let addressed = segments.next_back().unwrap_or_default().to_lowercase();
    !first.is_empty() && addressed.starts_with(&first)
}

/// 0 for the addressed type, 1 for a relative, 2 for anything else.
fn distance(stated: &Stated, shape: &Shape<TypeId>, types: &Types<'_>) -> u8 {
    let Some(found) = shape.value.map(|value| value.item) else { return 2 };
    let items: &[Item] = match stated.content() {
        Some(Content::Typed { items, .. }) => items,
        // An update that answers with nothing is as much about the addressed object.
        Some(Content::Empty) => return 0,
        _ => return 2,
    };
    if items.contains(&found) {
        0
    } else if items.iter().any(|item| are_kin(*item, found, types)) {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::is_named_after;

    #[test]
    fn pages_are_named_after_the_last_fixed_segment() {
        let cases = [
            ("api/user-get.md", "/users/{id}", true),
            ("api/user-delta.md", "/users/{id}/$count", true),
            ("api/intune-devices-user-get.md", "/users/{id}", false),
            ("api/group-list-members.md", "/groups/{id}/members", false),
            ("api/-.md", "/users", false),
        ];
        for (page, template, expected) in cases {
            assert_eq!(is_named_after(page, template), expected, "{page} {template}");
        }
    }
}
