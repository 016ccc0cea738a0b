//! Decides what sort of page it is: by its content, then by `doc_type`, then by its folder.

use page::{Page, SectionId};

use crate::PageKind;
use crate::Role;
use crate::annotation::Annotated;
use crate::coverage::Ledger;
use crate::title;

/// The kind of `page`.
pub(crate) fn kind(page: &Page, ledger: &Ledger<'_>, annotations: &[Annotated]) -> PageKind {
    let has =
        |role: Role| (0..page.sections.len()).any(|index| ledger.role(SectionId(index)) == role);
    let doc_type = doc_type(page);
    let declares_type = annotations.iter().any(declares_type);
    if has(Role::HttpRequest) && !declares_type {
        return PageKind::Operation;
    }
    if doc_type.starts_with("conceptual") {
        return if declares_type { PageKind::Resource } else { PageKind::Concept };
    }
    let describes = declares_type
        || [
            Role::Properties,
            Role::Relationships,
            Role::Members,
            Role::Values,
            Role::Json,
            Role::DerivedTypes,
        ]
        .into_iter()
        .any(has);
    let folder = folder(page);
    let describes = describes || (folder == Some("resources") && names_type(page));
    match (folder, describes) {
        (Some("api"), _) if doc_type.is_empty() || doc_type.starts_with("api") => {
            PageKind::Operation
        }
        (_, true) => PageKind::Resource,
        (Some("api"), false) => PageKind::Operation,
        _ if doc_type.starts_with("resource") || doc_type.starts_with("enum") => PageKind::Resource,
        _ => PageKind::Concept,
    }
}

fn names_type(page: &Page) -> bool {
    title::title(page).is_some_and(|heading| title::named(&heading.value).is_some())
}

/// `doc_type` in lower case; variants such as `resourcePageType_` keep their first letters.
pub(crate) fn doc_type(page: &Page) -> String {
    let entry = page.front_matter.entries.get("doc_type");
    entry.map(|entry| entry.value.trim().to_lowercase()).unwrap_or_default()
}

/// The innermost folder of the page that means something.
fn folder(page: &Page) -> Option<&str> {
    page.path.split('/').rev().skip(1).find(|name| matches!(*name, "api" | "resources"))
}

fn declares_type(annotated: &Annotated) -> bool {
    let annotation = &annotated.annotation;
    annotation.block_type() == Some("resource") && annotation.odata_type().is_some()
}
