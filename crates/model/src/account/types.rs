//! Claims about types.

use std::collections::BTreeSet;

use diag::Span;
use facts::{EnumFacts, Fact, Note, PageFacts, PropertyFacts, TypeFacts};

use super::rules::{
    CAPABILITY, JSON_ONLY, METHODS, OTHER_NOTE, OTHER_ROW, OTHER_SORT, OTHER_VALUES,
};
use super::{Became, Counted, used_or};
use crate::operations::Operations;
use crate::types::{Field, Types};

/// What is decided of types, by place.
pub(super) struct Known {
    /// Where types and enumerations are named.
    named: BTreeSet<(String, Span)>,
    /// Where those are named that are at home there.
    homes: BTreeSet<(String, Span)>,
    /// Rows that speak for a property.
    rows: BTreeSet<(String, Span)>,
    /// What answers about properties rest on, and members of enumerations.
    rests_on: BTreeSet<Span>,
    /// The names of properties, in lower case, by the place of their type.
    properties: BTreeSet<(Span, String)>,
}

impl Known {
    pub(super) fn new(types: &Types<'_>, operations: &Operations<'_>) -> Self {
        let mut known = Self {
            named: BTreeSet::new(),
            homes: BTreeSet::new(),
            rows: BTreeSet::new(),
            rests_on: BTreeSet::new(),
            properties: BTreeSet::new(),
        };
        for item in types.structs.values() {
            known.homes.extend(item.stated.named_at().take(1).map(owned));
            for (page, at) in item.stated.named_at() {
                known.named.insert(owned((page, at)));
                let names = item.fields.iter().map(|field| field.wire_name.to_ascii_lowercase());
                known.properties.extend(names.map(|name| (at, name)));
            }
            item.fields.iter().for_each(|field| known.add(field));
        }
        for item in types.enums.values() {
            let at = (item.page.path.clone(), item.span);
            known.homes.insert(at.clone());
            known.named.insert(at);
            known.rests_on.extend(item.members.iter().map(|member| member.name.span));
        }
        let sent = operations.drafts.iter().flat_map(|draft| draft.parameters());
        sent.for_each(|field| known.add(field));
        known
    }

    fn add(&mut self, field: &Field<'_>) {
        self.rows.extend(field.rows.iter().map(|row| owned((row.page, row.facts.name.span))));
        self.rests_on.extend(field.answers());
    }

    pub(super) fn is_home(&self, page: &PageFacts, at: Span) -> bool {
        self.homes.contains(&(page.path.clone(), at))
    }

    pub(super) fn rests_on(&self, at: Span) -> bool {
        self.rests_on.contains(&at)
    }

    pub(super) fn speaks(&self, page: &PageFacts, row: &PropertyFacts) -> bool {
        self.rows.contains(&(page.path.clone(), row.name.span))
    }
}

fn owned((page, at): (&str, Span)) -> (String, Span) {
    (page.to_owned(), at)
}

impl Counted<'_, '_> {
    /// Counts what the page states of types.
    pub(super) fn types(&mut self) {
        let page = self.page;
        page.types.iter().for_each(|facts| self.structure(facts));
        page.enums.iter().for_each(|facts| self.enumeration(facts));
        for row in &page.methods {
            // The page that it leads to says all of it.
            self.claim(row.link.span, Became::LeftOut(METHODS));
        }
    }

    fn structure(&mut self, facts: &TypeFacts) {
        let Some(first) = facts.names.first() else { return };
        let is_one = self.book.types.named.contains(&(self.page.path.clone(), first.span));
        let stated = used_or(is_one, OTHER_SORT);
        let bases = facts.bases.iter().chain(&facts.derived).map(|it| it.span);
        bases.for_each(|span| self.claim(span, stated));
        // An annotation says all at one place; what is reported there of a type that is one is of its base type.
        let flags = facts.is_abstract.iter().chain(&facts.is_open).map(|it| it.span);
        let names = facts.names.iter().chain(&facts.keys).map(|it| it.span);
        for span in names.chain(flags) {
            if is_one { self.count(stated) } else { self.claim(span, stated) }
        }
        facts.properties.iter().for_each(|row| self.row(row));
        for member in &facts.json {
            let name = member.name.value.to_ascii_lowercase();
            let is_known = self.book.types.properties.contains(&(first.span, name));
            self.claim(member.name.span, used_or(is_known, JSON_ONLY));
        }
    }

    /// Counts a row, its type, its notes and its values.
    pub(super) fn row(&mut self, row: &PropertyFacts) {
        let known = &self.book.types;
        let speaks = known.speaks(self.page, row);
        self.claim(row.name.span, used_or(speaks, OTHER_ROW));
        if let Some(cell) = &row.ty {
            self.claim(cell.span, used_or(speaks || known.rests_on(cell.span), OTHER_ROW));
        }
        for note in &row.notes {
            self.note(note, speaks);
        }
        for value in &row.values {
            self.claim(value.span, used_or(speaks || known.rests_on(value.span), OTHER_VALUES));
        }
    }

    fn note(&mut self, note: &Fact<Note>, speaks: bool) {
        let is_answer = self.book.types.rests_on(note.span);
        let became = match &note.value {
            _ if is_answer => Became::Used,
            _ if !speaks => Became::LeftOut(OTHER_ROW),
            // Told as words, by the base type, by a table of members or by the annotation that grants it.
            Note::Deprecated(_) | Note::Key | Note::InheritedFrom(_) | Note::Flags => Became::Used,
            Note::Capability { .. } => Became::LeftOut(CAPABILITY),
            _ => Became::LeftOut(OTHER_NOTE),
        };
        // All notes of a cell stand at one place; what is reported there is of one of these.
        match note.value {
            Note::ReadOnly | Note::CreateOnly | Note::InheritedFrom(_) => {
                self.claim(note.span, became);
            }
            _ => self.count(became),
        }
    }

    fn enumeration(&mut self, facts: &EnumFacts) {
        let known = &self.book.types;
        let is_any = facts.members.iter().any(|member| known.rests_on(member.name.span));
        let is_one = known.named.contains(&(self.page.path.clone(), facts.name.span)) || is_any;
        let flags = facts.flags.iter().map(|it| it.span);
        for span in std::iter::once(facts.name.span).chain(flags) {
            self.claim(span, used_or(is_one, OTHER_SORT));
        }
        for member in &facts.members {
            let is_used = self.book.types.rests_on(member.name.span);
            self.claim(member.name.span, used_or(is_used, OTHER_VALUES));
        }
    }
}
