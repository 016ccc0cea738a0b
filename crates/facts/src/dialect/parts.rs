//! Which headings begin a page of their own, where one holds several operations or types.

use std::borrow::Cow;
use std::collections::BTreeSet;

use page::{BlockKind, Page, Section};

use super::{Column, Dialect, Role};

impl Dialect {
    /// The operations and types of a page as pages of their own, and what stands before them; else the page.
    pub fn parts<'p>(&self, page: Cow<'p, Page>) -> Vec<Cow<'p, Page>> {
        let levels = self.kinds.split_at(&page.path);
        if levels.is_empty() {
            return vec![page];
        }
        let linked = self.linked_types(&page);
        let begins = |section: &Section| {
            let role = self.heading(&section.title.plain());
            matches!(role, Role::Unknown | Role::NamedType | Role::Values)
                || linked.contains(section.title.plain().trim())
        };
        page::split(&page, &levels, &begins).into_iter().map(Cow::Owned).collect()
    }

    /// The headings that cells of types name and link to on their own page: what such a heading is about is a type,
    /// whatever it means elsewhere: `[Member](#member)`.
    fn linked_types(&self, page: &Page) -> BTreeSet<String> {
        let own = page.path.rsplit('/').next().unwrap_or_default();
        let mut linked = BTreeSet::new();
        for block in &page.blocks {
            let BlockKind::Table(table) = &block.kind else { continue };
            let columns = self.columns(table);
            let Some(at) = columns.iter().position(|it| *it == Some(Column::Type)) else {
                continue;
            };
            for run in table.rows.iter().filter_map(|row| row.cells.get(at)).flat_map(|it| &it.runs)
            {
                let Some((path, address)) = run.link.as_ref().and_then(|it| it.split_once('#'))
                else {
                    continue;
                };
                let is_here = path.is_empty() || path.trim_start_matches("./") == own;
                if is_here && address.eq_ignore_ascii_case(run.text.trim()) {
                    linked.insert(run.text.trim().to_owned());
                }
            }
        }
        linked
    }
}
