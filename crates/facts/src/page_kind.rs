//! Decides what sort of page it is: by its content, then by its front matter, then by its path.

#[cfg(test)]
mod tests;

use page::{BlockKind, Page, SectionId};

use crate::Column;
use crate::Dialect;
use crate::PageKind;
use crate::Role;
use crate::annotation::Annotated;
use crate::coverage::Ledger;
use crate::operation::request_line::{Reading, read};
use crate::title;

/// The kind of `page`.
pub(crate) fn kind(page: &Page, ledger: &Ledger<'_>, annotations: &[Annotated]) -> PageKind {
    let has =
        |role: Role| (0..page.sections.len()).any(|index| ledger.role(SectionId(index)) == role);
    let kinds = &ledger.dialect().kinds;
    let declares_type = annotations.iter().any(declares_type);
    if has(Role::HttpRequest) && !declares_type {
        return PageKind::Operation;
    }
    if kinds.concepts.has_front_matter(page) {
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
    if ledger.dialect().is_split(&page.path) {
        // What stands before its parts is about none of them, unless it is about a type itself.
        let describes = describes || has_property_table(page, ledger);
        return if describes { PageKind::Resource } else { PageKind::Concept };
    }
    // A type may need no heading for its properties.
    let is_part = page.path.contains(page::PART);
    let describes = describes
        || (is_part || names_type(page, ledger.dialect())) && has_property_table(page, ledger);
    if is_part && !describes && shows_request(page, ledger) {
        return PageKind::Operation;
    }
    let among_operations = kinds.operations.has_path(&page.path);
    let among_resources = !among_operations && kinds.resources.has_path(&page.path);
    let has_methods = has(Role::Methods) || has_table(page, ledger, &[Column::Method]);
    let may_be_type = among_resources || (among_operations && has_methods);
    let describes = describes || (may_be_type && names_type(page, ledger.dialect()));
    let is_resource = kinds.resources.has_front_matter(page);
    let says_operation = kinds.operations.has_front_matter(page) && !describes;
    // Docs may keep types beside operations: then the title tells.
    let is_type = describes && (is_resource || names_type(page, ledger.dialect()));
    if says_operation || (among_operations && !is_type) {
        PageKind::Operation
    } else if describes || is_resource {
        PageKind::Resource
    } else {
        PageKind::Concept
    }
}

/// Whether there is a table of properties, be it below the title alone.
fn has_property_table(page: &Page, ledger: &Ledger<'_>) -> bool {
    has_table(page, ledger, &[Column::Property, Column::Relationship])
}

/// Whether there is a table with one of these columns, be it below the title alone.
fn has_table(page: &Page, ledger: &Ledger<'_>, wanted: &[Column]) -> bool {
    page.blocks.iter().any(|block| match &block.kind {
        BlockKind::Table(table) => {
            let is_wanted = |it: &Option<Column>| it.is_some_and(|it| wanted.contains(&it));
            matches!(ledger.role(block.section), Role::Title | Role::Preamble | Role::Unknown)
                && ledger.columns(table).iter().any(is_wanted)
        }
        _ => false,
    })
}

/// Whether there is a request below the title, in a fence or in code that a paragraph begins with.
fn shows_request(page: &Page, ledger: &Ledger<'_>) -> bool {
    let dialect = ledger.dialect();
    let is_request = |line: &str| matches!(read(line, dialect), Reading::Request(..));
    page.blocks.iter().filter(|block| ledger.role(block.section) == Role::Title).any(|block| {
        match &block.kind {
            BlockKind::Fence(fence) => {
                let first = fence.lines.iter().find(|line| !line.value.trim().is_empty());
                dialect.may_hold_requests(&fence.info)
                    && first.is_some_and(|line| is_request(&line.value))
            }
            BlockKind::Paragraph(text) => {
                text.runs.first().is_some_and(|run| run.code && is_request(&run.text))
            }
            _ => false,
        }
    })
}

fn names_type(page: &Page, dialect: &Dialect) -> bool {
    title::title(page).is_some_and(|heading| title::named(&heading.value, dialect).is_some())
}

fn declares_type(annotated: &Annotated) -> bool {
    let annotation = &annotated.annotation;
    annotation.block_type() == Some("resource") && annotation.odata_type().is_some()
}
