//! Properties that lead to one object, it is said, where their name or a path speaks of many.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use facts::{Dialect, Method, PageFacts, Segment};

use crate::types::simple;

pub(crate) fn check(pages: &[PageFacts], dialect: &Dialect, reports: &mut Vec<Diagnostic>) {
    let keyed = keyed(pages, dialect);
    for ty in pages.iter().flat_map(|page| &page.types) {
        for row in &ty.properties {
            let Some(cell) = &row.ty else { continue };
            let [mention] = cell.value.mentions.as_slice() else { continue };
            if cell.value.collection {
                continue;
            }
            let name = row.name.value.to_lowercase();
            let one = simple(&mention.name).to_lowercase();
            // Shorter words are plurals of one another by chance.
            let is_plural = one.len() > 3 && dialect.plurals().is_plural_of(&name, &one);
            let is_keyed = ty.names.iter().any(|owner| {
                let many = (simple(&owner.value).to_lowercase(), name.clone());
                keyed
                    .get(&many)
                    .is_some_and(|of| of.contains(&None) || of.contains(&Some(one.clone())))
            });
            let what = match (is_plural, is_keyed) {
                (true, _) => "its name speaks of many",
                (_, true) => "a request line reads many of them",
                _ => continue,
            };
            let message = format!("`{}` is one object here, but {what}", row.name.value);
            let report = Diagnostic::new(codes::LOST_COLLECTION, cell.span, message);
            reports.push(report.help("write \"collection\" behind the type if it is one"));
        }
    }
}

/// What request lines read many of, behind which type: `/users/{id}/messages/{id}` and `GET /users/{id}/messages` of
/// messages say it of `user` and `messages`. With it the types that are answered; a key says it of any.
fn keyed(
    pages: &[PageFacts],
    dialect: &Dialect,
) -> BTreeMap<(String, String), BTreeSet<Option<String>>> {
    let mut keyed: BTreeMap<_, BTreeSet<Option<String>>> = BTreeMap::new();
    for operation in pages.iter().filter_map(|page| page.operation.as_ref()) {
        let statements = &operation.response.statements;
        let lists = !statements.is_empty() && statements.iter().all(|it| it.value.collection);
        let mentions = statements.iter().flat_map(|it| &it.value.mentions);
        let answered: Vec<_> = mentions.map(|it| Some(simple(&it.name).to_lowercase())).collect();
        for line in &operation.requests {
            let segments: Vec<&Segment> = line.value.segments.iter().collect();
            for (at, segment) in segments.iter().enumerate() {
                let Segment::Literal(name) = segment else { continue };
                let Some(owner) = owner(&segments[..at], dialect) else { continue };
                let of = match segments.get(at + 1) {
                    Some(Segment::Key(_)) => vec![None],
                    None if lists && line.value.method == Method::Get => answered.clone(),
                    _ => continue,
                };
                keyed.entry((owner, name.to_lowercase())).or_default().extend(of);
            }
        }
    }
    keyed
}

/// What a path is about, in the singular: of `users/{id}`, `user`.
fn owner(path: &[&Segment], dialect: &Dialect) -> Option<String> {
    match path {
        [Segment::Literal(word)] => dialect.alias(word).map(str::to_owned),
        [.., Segment::Literal(set), Segment::Key(_)] => {
            Some(dialect.plurals().singular(&set.to_lowercase()))
        }
        _ => None,
    }
}
