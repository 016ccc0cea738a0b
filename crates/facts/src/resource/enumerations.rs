//! The enumerations of a page and which of them a section lists the members of.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use page::{Page, SectionId};

use super::sections::Sections;
use super::types::Types;
use crate::Dialect;
use crate::Role;
use crate::coverage::Ledger;
use crate::enums;
use crate::title::{self, simple};
use crate::{EnumFacts, Fact, MemberFacts, PropertyFacts, Rule};

const RULE: Rule = "enum-heading";
const VALUES_RULE: Rule = "property-values-section";

/// The enumerations found so far.
pub(super) struct Enumerations<'a> {
    page: &'a Page,
    sections: &'a Sections,
    dialect: &'a Dialect,
    list: Vec<EnumFacts>,
    /// Indices into the list by the last part of each name, in lower case.
    by_name: BTreeMap<String, usize>,
    /// The enumeration that the page is about, by its title.
    main: Option<Fact<String>>,
    /// Its flags statement.
    main_flags: Option<Fact<bool>>,
    /// Lists of values for a property, until all properties are known.
    pending: Vec<PropertyValues>,
}

/// Values for the property with this name, listed in a table.
struct PropertyValues {
    property: String,
    members: Vec<MemberFacts>,
    table: Option<Span>,
}

impl<'a> Enumerations<'a> {
    /// The enumeration that the title names, if it does.
    pub(super) fn new(
        page: &'a Page,
        sections: &'a Sections,
        types: &Types,
        dialect: &'a Dialect,
        ledger: &Ledger<'_>,
    ) -> Self {
        let named = title::title(page).and_then(|heading| {
            let of_part = || title::of_part(page, &heading.value, dialect);
            let named = title::named(&heading.value, dialect).or_else(of_part)?;
            let is_enum = named.is_enum || dialect.kinds.enumerations.has_front_matter(page);
            (is_enum || enums::are_listed(page, ledger))
                .then(|| Fact::new(named.name, heading.span, RULE))
        });
        let main = named.map(|fact| match types.main() {
            Some(main) if main.names[0].value.contains('.') => main.names[0].clone(),
            _ => fact,
        });
        Self {
            page,
            sections,
            dialect,
            list: Vec::new(),
            by_name: BTreeMap::new(),
            main,
            main_flags: None,
            pending: Vec::new(),
        }
    }

    /// Whether the page is about one enumeration and the section is not about another.
    pub(super) fn is_enum_page(&self, section: SectionId) -> bool {
        self.main.is_some() && self.values_name(section).is_none()
    }

    /// Adds members to the enumeration of a section; `false` when the section has none. Values of a
    /// property wait for [`Self::settle`].
    pub(super) fn take(
        &mut self,
        section: SectionId,
        role: Role,
        members: Vec<MemberFacts>,
        types: &Types,
        table: Option<Span>,
    ) -> bool {
        let name = match self.values_name(section) {
            Some(ValuesOf::Enum(name)) => {
                let property = simple(&name.value).to_owned();
                self.pending.push(PropertyValues {
                    property,
                    members: members.clone(),
                    table: None,
                });
                name
            }
            Some(ValuesOf::Property(property)) => {
                self.pending.push(PropertyValues { property, members, table });
                return false;
            }
            None => {
                let own = types.main().map(|main| main.names[0].clone());
                let named = self.main.clone().or(own.filter(|_| role == Role::Members));
                let Some(name) = named else { return false };
                name
            }
        };
        self.with_name(name).members.extend(members);
        true
    }

    /// Keeps the values of a property that a table or its heading names.
    pub(super) fn keep_values(&mut self, property: &str, members: Vec<MemberFacts>, table: Span) {
        let property = property.to_owned();
        self.pending.push(PropertyValues { property, members, table: Some(table) });
    }

    /// Gives the waiting values to their properties. Tables without such a property stay unread.
    pub(super) fn settle(&mut self, types: &mut Types, ledger: &mut Ledger<'_>) {
        let pending = std::mem::take(&mut self.pending);
        let Some(main) = types.main_mut().filter(|_| !pending.is_empty()) else { return };
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, row) in main.properties.iter().enumerate() {
            rows.entry(row.name.value.to_ascii_lowercase()).or_default().push(index);
        }
        for waiting in pending {
            let Some(rows) = rows.get(&waiting.property.to_ascii_lowercase()) else { continue };
            for row in rows {
                attach_values(&mut main.properties[*row], &waiting.members);
            }
            if let Some(table) = waiting.table {
                ledger.read(table, VALUES_RULE);
            }
        }
    }

    fn with_name(&mut self, name: Fact<String>) -> &mut EnumFacts {
        let key = simple(&name.value).to_ascii_lowercase();
        let at = *self.by_name.entry(key).or_insert_with(|| {
            self.list.push(EnumFacts { name, members: Vec::new(), flags: None });
            self.list.len() - 1
        });
        &mut self.list[at]
    }

    /// Keeps a statement that values can be combined.
    pub(super) fn note_flags(&mut self, section: SectionId, place: Span) {
        let flags = Fact::new(true, place, "flags");
        match self.values_name(section) {
            Some(ValuesOf::Enum(name)) => self.with_name(name).flags = Some(flags),
            Some(ValuesOf::Property(_)) => {}
            None => self.main_flags = Some(flags),
        }
    }

    /// The enumeration or property that the nearest "… values" heading names.
    fn values_name(&self, section: SectionId) -> Option<ValuesOf> {
        if let Some(name) = self.sections.enumeration(section) {
            return Some(ValuesOf::Enum(name.clone()));
        }
        let mut around = self.page.ancestors(section).filter(|section| section.level > 1);
        around.find_map(|section| {
            let title = section.title.plain();
            let (name, rest) = title.split_once(' ')?;
            let name = name.trim_matches(['*', '`']).to_owned();
            match self.dialect.heading(&title) {
                Role::Values if self.dialect.names_properties(rest) => {
                    Some(ValuesOf::Property(name))
                }
                Role::Values => Some(ValuesOf::Enum(Fact::new(name, section.span, RULE))),
                _ => None,
            }
        })
    }

    /// All enumerations.
    pub(super) fn finish(mut self) -> Vec<EnumFacts> {
        if let (Some(flags), Some(main)) = (self.main_flags.take(), self.main.clone()) {
            let own = self.list.iter_mut().find(|known| known.name.value == main.value);
            if let Some(own) = own {
                own.flags = Some(flags);
            }
        }
        self.list
    }
}

/// What a "… values" heading speaks about.
enum ValuesOf {
    Enum(Fact<String>),
    Property(String),
}

/// Adds the values that the property does not have yet.
fn attach_values(row: &mut PropertyFacts, members: &[MemberFacts]) {
    let mut known: BTreeSet<String> = row.values.iter().map(|it| it.value.clone()).collect();
    for member in members {
        let value = &member.name.value;
        if known.insert(value.clone()) {
            row.values.push(Fact::new(value.clone(), member.name.span, VALUES_RULE));
        }
    }
}
