//! Types that sections of a page describe beside the page's own type, or in its place.
//!
//! Such a section has a heading that says nothing else, and a property table directly below it or below a
//! "Properties" heading of its own. Its type is called as the JSON in it says (`"Nib" { … }`), or else as its heading
//! is spelled ("Nib", "The nib", "Shape of nib"). Below "Definitions" the heading alone makes it one, unless it
//! is an enumeration (`enumerations`).

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use page::{Block, BlockKind, Page, SectionId};

use crate::coverage::Ledger;
use crate::english::Class;
use crate::type_cell::read_type_cell;
use crate::{Column, Dialect, Role};
use crate::{Fact, PageKind, json_members, title};

mod enumerations;
#[cfg(test)]
mod tests;

const RULE: crate::Rule = "type-section";

/// The names of the types that sections describe, the strongest statement first.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    names: BTreeMap<SectionId, Vec<Fact<String>>>,
    /// The enumerations among definitions.
    enumerations: BTreeMap<SectionId, Fact<String>>,
}

impl Sections {
    /// Finds them and gives their sections their role. A page that states nothing else becomes one of resources if
    /// its title says that it is.
    pub(crate) fn find(
        page: &Page,
        kind: &mut PageKind,
        ledger: &mut Ledger<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let concept = *kind == PageKind::Concept;
        if concept && !speaks_of_types(page, ledger.dialect()) {
            return Self::default();
        }
        let enumerations = enumerations::find(page, ledger, diagnostics);
        enumerations.keys().for_each(|id| ledger.name_enumeration(*id));
        let mut found = Self { enumerations, ..Self::default() };
        // Pages of operations state types only where they define them.
        let is_open =
            |id: &SectionId| *kind != PageKind::Operation || ledger.is_definition(page, *id);
        let described: Vec<_> = described(page, ledger).into_iter().filter(is_open).collect();
        for id in described {
            let Some(names) = names(page, id, ledger.dialect(), diagnostics) else {
                continue;
            };
            ledger.name_type(page, id);
            found.names.insert(id, names);
        }
        if concept && !found.names.is_empty() {
            *kind = PageKind::Resource;
        }
        found
    }

    /// The names of the type that the section itself, not one around it, describes.
    pub(super) fn names(&self, section: SectionId) -> Option<&[Fact<String>]> {
        self.names.get(&section).map(Vec::as_slice)
    }

    /// Whether the section, or one around it, describes a type of its own.
    pub(super) fn describe(&self, page: &Page, section: SectionId) -> bool {
        let mut around = std::iter::successors(Some(section), |id| page.section(*id).parent);
        around.any(|id| self.names.contains_key(&id))
    }

    /// The enumeration that the section itself defines.
    pub(super) fn enumeration(&self, section: SectionId) -> Option<&Fact<String>> {
        self.enumerations.get(&section)
    }

    /// All of them in order of the page.
    pub(super) fn all(&self) -> impl Iterator<Item = &[Fact<String>]> {
        self.names.values().map(Vec::as_slice)
    }
}

/// The title announces types: "Pen resources", "Complex types".
fn speaks_of_types(page: &Page, dialect: &Dialect) -> bool {
    let title = title::title(page).map(|it| it.value).unwrap_or_default();
    let title = title.split(" (").next().unwrap_or_default().trim_end();
    let last = title.rsplit(' ').next().unwrap_or_default();
    !dialect.kinds.concepts.has_front_matter(page)
        && dialect.english().is_word(last, Class::TitledKinds)
}

/// The sections with a property table that nothing else claims.
fn described(page: &Page, ledger: &Ledger<'_>) -> Vec<SectionId> {
    let named = |it: Fact<String>| title::named(&it.value, ledger.dialect());
    let has_own = title::title(page).and_then(named).is_some();
    let mentioned = if has_own { mentioned(page, ledger) } else { BTreeSet::new() };
    // Below a heading of its own page, a table may be the page's own or explain what a property holds.
    let is_other = |id: SectionId| {
        let name = title::spelled(&page.section(id).title.plain(), ledger.dialect());
        !has_own || name.is_some_and(|name| mentioned.contains(&name.to_ascii_lowercase()))
    };
    let mut found: Vec<SectionId> = Vec::new();
    for block in &page.blocks {
        let BlockKind::Table(table) = &block.kind else { continue };
        let columns = ledger.columns(table);
        let typed = columns.iter().skip(1).any(|it| *it == Some(Column::Type));
        if !typed || !matches!(columns.first(), Some(Some(Column::Property | Column::Name))) {
            continue;
        }
        let section = match ledger.role(block.section) {
            Role::Properties | Role::Relationships => page.section(block.section).parent,
            _ => Some(block.section).filter(|id| is_other(*id)),
        };
        let open = |id: &SectionId| {
            page.section(*id).level > 1
                && (ledger.role(*id) == Role::Unknown || ledger.is_definition(page, *id))
        };
        if let Some(id) = section.filter(open).filter(|id| found.last() != Some(id)) {
            found.push(id);
        }
    }
    found
}

/// The types that the cells of the page's tables name, in lower case.
fn mentioned(page: &Page, ledger: &Ledger<'_>) -> BTreeSet<String> {
    let tables = page.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    let mut names = BTreeSet::new();
    for table in tables {
        let columns = ledger.columns(table);
        let Some(at) = columns.iter().position(|it| *it == Some(Column::Type)) else { continue };
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        let mentions = cells.flat_map(|cell| read_type_cell(cell, ledger.origin).mentions);
        names.extend(mentions.map(|it| title::simple(&it.name).to_ascii_lowercase()));
    }
    names
}

/// What the JSON in the section and its heading call the type. A name that is made of several words is a guess.
fn names(
    page: &Page,
    id: SectionId,
    dialect: &Dialect,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Fact<String>>> {
    let section = page.section(id);
    let heading = title::spelled(&section.title.plain(), dialect)
        .map(|name| Fact::new(name, section.span, RULE));
    let shown = page.blocks.iter().filter(|block| lies_in(page, block, id)).find_map(|block| {
        let BlockKind::Fence(fence) = &block.kind else { return None };
        json_members::type_name(fence)
    });
    if let (None, Some(name)) = (&shown, &heading)
        && section.title.plain().contains(' ')
    {
        let message = format!("the type of this section is called `{}`", name.value);
        diagnostics.push(
            Diagnostic::new(codes::TYPE_NAME, section.span, message)
                .help("nothing but the words of the heading names it"),
        );
    }
    let names: Vec<_> = shown.into_iter().chain(heading).collect();
    (!names.is_empty()).then_some(names)
}

fn lies_in(page: &Page, block: &Block, id: SectionId) -> bool {
    let around = std::iter::successors(Some(block.section), |it| page.section(*it).parent);
    around.into_iter().any(|it| it == id)
}
