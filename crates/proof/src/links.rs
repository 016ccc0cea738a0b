//! Links to pages that are not there.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use facts::PageFacts;

use crate::meant;
use crate::near::near;

pub(crate) fn check(pages: &[PageFacts], reports: &mut Vec<Diagnostic>) {
    let paths: BTreeSet<String> = pages.iter().map(|page| page.path.to_lowercase()).collect();
    let mut by_folder: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for page in pages {
        let (folder, name) = page.path.rsplit_once('/').unwrap_or(("", &page.path));
        by_folder.entry(folder).or_default().push(name);
    }
    for page in pages {
        for (link, span) in links(page) {
            let path = link.split('#').next().unwrap_or_default();
            // Only pages of this version are known; what lies elsewhere may well be there.
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let Some(known) = by_folder.get(folder) else { continue };
            if paths.contains(&path.to_lowercase()) {
                continue;
            }
            let message = match path.split_once(page::PART) {
                Some((file, part)) => {
                    let heading = part.strip_suffix(".md").unwrap_or(part);
                    format!("there is no part `{heading}` of a page `{file}.md`")
                }
                None => format!("there is no page `{path}`"),
            };
            let report = Diagnostic::new(codes::DEAD_LINK, span, message);
            reports.push(match near(name, known.iter().copied()) {
                Some(other) => report.help(meant(other)),
                None => report,
            });
        }
    }
}

/// The links that say what something is.
fn links(page: &PageFacts) -> Vec<(&str, Span)> {
    let mut links: Vec<(&str, Span)> = Vec::new();
    links.extend(page.methods.iter().map(|row| (row.link.value.as_str(), row.link.span)));
    for (mention, span) in crate::types::mentions(page) {
        links.extend(mention.link.as_deref().map(|link| (link, span)));
    }
    links
}
