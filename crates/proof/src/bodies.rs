//! Rows of request bodies that the type which is sent does not have.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use facts::{BodyStatement, PageFacts, TypeFacts};

use crate::near::{in_other_case, near_name};
use crate::types::simple;
use crate::{meant, other_case};

pub(crate) fn check(pages: &[PageFacts], reports: &mut Vec<Diagnostic>) {
    let mut by_name: BTreeMap<String, Vec<&TypeFacts>> = BTreeMap::new();
    for ty in pages.iter().flat_map(|page| &page.types) {
        let names: BTreeSet<String> =
            ty.names.iter().map(|it| simple(&it.value).to_lowercase()).collect();
        names.into_iter().for_each(|name| by_name.entry(name).or_default().push(ty));
    }
    for page in pages {
        let Some(operation) = &page.operation else { continue };
        let sent = sent(page).into_iter().filter_map(|name| by_name.get(&name)).flatten();
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for ty in sent {
            add(ty, &by_name, &mut names, 0);
        }
        for row in &operation.body.properties {
            if let Some(known) = in_other_case(&row.name.value, names.iter().copied()) {
                reports.push(other_case(
                    &row.name.value,
                    row.name.span,
                    known,
                    "the type that is sent",
                ));
            } else if let Some(known) = near_name(&row.name.value, names.iter().copied()) {
                let message = format!("what is sent has no property `{}`", row.name.value);
                let report = Diagnostic::new(codes::NEAR_PROPERTY, row.name.span, message);
                reports.push(report.help(meant(known)));
            }
        }
    }
}

/// What a page may send: the types that it names in its body or answer, and the one that it is called after.
fn sent(page: &PageFacts) -> Vec<String> {
    let Some(operation) = &page.operation else { return Vec::new() };
    let in_body = match operation.body.statement.as_ref().map(|it| &it.value) {
        Some(BodyStatement::Representation(mentions)) => mentions.as_slice(),
        _ => &[],
    };
    let answered = operation.response.statements.iter().flat_map(|it| &it.value.mentions);
    let file = page.path.rsplit('/').next().unwrap_or_default();
    let named = file.split('-').next().unwrap_or_default();
    let mentioned = in_body.iter().chain(answered).map(|it| simple(&it.name));
    mentioned.chain([named]).map(str::to_lowercase).collect()
}

/// The properties of a type and its bases.
fn add<'a>(
    ty: &'a TypeFacts,
    by_name: &BTreeMap<String, Vec<&'a TypeFacts>>,
    names: &mut BTreeSet<&'a str>,
    depth: usize,
) {
    names.extend(ty.properties.iter().map(|it| it.name.value.as_str()));
    names.extend(ty.json.iter().map(|it| it.name.value.as_str()));
    if depth < 8 {
        let bases =
            ty.bases.iter().filter_map(|it| by_name.get(&simple(&it.value.name).to_lowercase()));
        bases.flatten().for_each(|base| add(base, by_name, names, depth + 1));
    }
}
