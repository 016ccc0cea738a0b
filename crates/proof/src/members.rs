//! Members of enumerations that are near to those which another place lists.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use facts::PageFacts;

use crate::meant;
use crate::near::near_name;
use crate::types::simple;

pub(crate) fn check(pages: &[PageFacts], reports: &mut Vec<Diagnostic>) {
    let mut lists: BTreeMap<String, Vec<Vec<(&str, Span)>>> = BTreeMap::new();
    for page in pages {
        for listed in &page.enums {
            let members = listed.members.iter().map(|it| (it.name.value.as_str(), it.name.span));
            let name = simple(&listed.name.value).to_lowercase();
            lists.entry(name).or_default().push(members.collect());
        }
        for row in page.types.iter().flat_map(|ty| &ty.properties) {
            let Some(cell) = &row.ty else { continue };
            let [mention] = cell.value.mentions.as_slice() else { continue };
            let name = simple(&mention.name).to_lowercase();
            if !row.values.is_empty() && name != "string" {
                let values = row.values.iter().map(|it| (it.value.as_str(), it.span));
                lists.entry(name).or_default().push(values.collect());
            }
        }
    }
    for places in lists.values().filter(|places| places.len() > 1) {
        for (nth, place) in places.iter().enumerate() {
            for (member, span) in place {
                let others = places.iter().enumerate().filter(|(other, _)| *other != nth);
                let others = others.flat_map(|(_, place)| place.iter().map(|(name, _)| *name));
                let of_place = |name: &&str| !place.iter().any(|(it, _)| it == name);
                let all: Vec<&str> = others.collect();
                if all.iter().any(|it| it.eq_ignore_ascii_case(member)) {
                    continue;
                }
                if let Some(known) = near_name(member, all.into_iter().filter(of_place)) {
                    let message = format!("another list of these values has no `{member}`");
                    reports.push(
                        Diagnostic::new(codes::NEAR_MEMBER, *span, message).help(meant(known)),
                    );
                }
            }
        }
    }
}
