//! The types of a page and which of them a section speaks about.

use std::collections::{BTreeMap, BTreeSet};

use page::{Page, SectionId};

use super::sections::Sections;
use crate::annotation::{Annotated, Annotation};
use crate::english::{English, Says};
use crate::json::Node;
use crate::prose::{Prose, wording};
use crate::summary;
use crate::title::{self, simple};
use crate::{Dialect, Role};
use crate::{EnumFacts, Fact, Mention, Note, PageKind, Rule, TypeFacts};

const ANNOTATION: Rule = "resource-annotation";
const HEADING: Rule = "type-heading";

/// The types found so far.
#[derive(Default)]
pub(super) struct Types {
    list: Vec<TypeFacts>,
    /// Where each is in the list, by the last parts of its names in lower case.
    places: BTreeMap<String, usize>,
    /// The one that the page is about.
    main: Option<usize>,
    /// Capabilities by type and property, until the rows are known.
    capabilities: Vec<(usize, Capability)>,
}

impl Types {
    /// Types that annotations, the title and sections declare.
    pub(super) fn new(
        page: &Page,
        kind: PageKind,
        annotations: &[Annotated],
        sections: &Sections,
        dialect: &Dialect,
    ) -> Self {
        let mut types = Self::default();
        for annotated in annotations {
            if annotated.annotation.block_type() == Some("resource") {
                types.declare(annotated);
            }
        }
        if kind == PageKind::Resource {
            types.choose_main(page, dialect);
            types.declare_nameless(annotations);
        }
        sections.all().for_each(|names| types.declare_section(names));
        types
    }

    fn declare(&mut self, annotated: &Annotated) {
        let Some(name) = annotated.annotation.element_type() else { return };
        let at = self.position(name, annotated.span, ANNOTATION);
        facts_of(&annotated.annotation, annotated.span, &mut self.list[at]);
        let capabilities = capabilities(&annotated.annotation, annotated.span);
        self.capabilities.extend(capabilities.into_iter().map(|capability| (at, capability)));
    }

    fn declare_section(&mut self, names: &[Fact<String>]) {
        let known = names.iter().find_map(|name| self.places.get(&key(&name.value)).copied());
        let at = known.unwrap_or(self.list.len());
        if known.is_none() {
            self.list.push(TypeFacts::named(vec![names[0].clone()]));
        }
        for name in names {
            self.places.entry(key(&name.value)).or_insert(at);
            let own = &mut self.list[at].names;
            if !own.iter().any(|it| key(&it.value) == key(&name.value)) {
                own.push(name.clone());
            }
        }
    }

    /// Annotations without a type speak about the page's own.
    fn declare_nameless(&mut self, annotations: &[Annotated]) {
        for annotated in annotations {
            let annotation = &annotated.annotation;
            if annotation.block_type() == Some("resource")
                && annotation.element_type().is_none()
                && let Some(main) = self.main_mut()
            {
                facts_of(annotation, annotated.span, main);
            }
        }
    }

    /// The page's own type: the one that the title names, else the first annotated one. A title that
    /// names another type than the annotation is an alias.
    fn choose_main(&mut self, page: &Page, dialect: &Dialect) {
        let conceptual = dialect.kinds.concepts.has_front_matter(page);
        let heading = title::title(page);
        let named = heading.as_ref().and_then(|heading| {
            let of_part = || title::of_part(page, &heading.value, dialect);
            title::named(&heading.value, dialect).or_else(of_part)
        });
        let (Some(heading), Some(named)) = (heading, named) else {
            self.main = (!self.list.is_empty()).then_some(0);
            return;
        };
        self.main = self.places.get(&key(&named.name)).copied();
        if self.main.is_none() && self.list.is_empty() {
            if conceptual && !named.is_enum {
                return;
            }
            self.position(&named.name, heading.span, HEADING);
        }
        let main = self.main.unwrap_or(0);
        self.main = Some(main);
        let names = &mut self.list[main].names;
        if !names.iter().any(|name| name.value == named.name) {
            self.places.entry(key(&named.name)).or_insert(main);
            names.push(Fact::new(named.name, heading.span, HEADING));
        }
    }

    /// The place of the type with this name, found by its last part, or of a new one.
    fn position(&mut self, name: &str, span: diag::Span, rule: Rule) -> usize {
        let at = *self.places.entry(key(name)).or_insert(self.list.len());
        if at == self.list.len() {
            self.list.push(TypeFacts::named(vec![Fact::new(name.to_owned(), span, rule)]));
        }
        at
    }

    /// The page's own type.
    pub(super) fn main(&self) -> Option<&TypeFacts> {
        self.main.map(|main| &self.list[main])
    }

    /// The page's own type.
    pub(super) fn main_mut(&mut self) -> Option<&mut TypeFacts> {
        self.main.map(|main| &mut self.list[main])
    }

    /// The type that an annotation declares, or the page's own.
    pub(super) fn annotated(&mut self, annotation: &Annotation) -> Option<&mut TypeFacts> {
        let Some(name) = annotation.element_type() else { return self.main_mut() };
        self.places.get(&key(name)).map(|at| &mut self.list[*at])
    }

    /// The type that a section speaks about: the one that a heading around it names, else the page's
    /// own.
    pub(super) fn owner(
        &mut self,
        page: &Page,
        section: SectionId,
        sections: &Sections,
        dialect: &Dialect,
    ) -> Option<&mut TypeFacts> {
        let around = std::iter::successors(Some(section), |id| page.section(*id).parent);
        let named = around.filter(|id| page.section(*id).level > 1).find_map(|id| {
            let described = sections.names(id).and_then(|names| names.first().cloned());
            let heading = page.section(id);
            let sub_type = || {
                Some(Fact::new(sub_type(&heading.title.plain(), dialect)?, heading.span, HEADING))
            };
            Some((id, described.or_else(sub_type)?))
        });
        let Some((heading, Fact { value, span, rule })) = named else { return self.main_mut() };
        let main = self.main;
        let at = self.position(&value, span, rule);
        let facts = &mut self.list[at];
        if facts.summary.is_none() && main != Some(at) {
            facts.summary = summary::of_section(page, dialect.english(), heading);
        }
        Some(facts)
    }

    /// All types. One that is an enumeration and states nothing else is left out.
    pub(super) fn finish(mut self, enums: &[EnumFacts]) -> Vec<TypeFacts> {
        let with_capabilities: BTreeSet<usize> =
            self.capabilities.iter().map(|(at, _)| *at).collect();
        let mut rows: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for at in with_capabilities {
            for (row, facts) in self.list[at].properties.iter().enumerate() {
                rows.entry((at, facts.name.value.clone())).or_insert(row);
            }
        }
        for (at, capability) in std::mem::take(&mut self.capabilities) {
            if let Some(row) = rows.get(&(at, capability.property)) {
                self.list[at].properties[*row].notes.push(capability.note);
            }
        }
        let enums: BTreeSet<String> = enums.iter().map(|known| key(&known.name.value)).collect();
        let is_enum = |facts: &TypeFacts| {
            let name = &facts.names[0].value;
            facts.properties.is_empty() && facts.json.is_empty() && enums.contains(&key(name))
        };
        self.list.into_iter().filter(|facts| !is_enum(facts)).map(with_row_facts).collect()
    }
}

/// By what a type of the page is found: pages name the same type with and without its namespace.
fn key(name: &str) -> String {
    simple(name).to_ascii_lowercase()
}

/// Whether the heading says that the properties belong to a part of the type's value: "Properties of a
/// nib definition".
pub(super) fn speaks_of_a_part(page: &Page, section: SectionId, english: &English) -> bool {
    let heading = page.section(section);
    let prose = Prose::new(&heading.title, english);
    let part = english.find(Says::PropertiesOf, &prose.tokens);
    let part = part.map(|lead| wording(&prose.tokens[lead.end..]).to_lowercase());
    let own = title::title(page).map(|title| title.value.to_lowercase()).unwrap_or_default();
    heading.level > 2 && part.is_some_and(|part| !own.starts_with(&part))
}

/// The type that a heading below the H1 names.
fn sub_type(title: &str, dialect: &Dialect) -> Option<String> {
    if dialect.heading(title) != Role::NamedType {
        return None;
    }
    // "operationError properties": a type only when the word is spelt like one.
    let (name, _) = title.trim().split_once(' ')?;
    let is_camel_case = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.contains(|c: char| c.is_ascii_uppercase());
    let spelt = is_camel_case.then(|| name.to_owned());
    title::named(title, dialect).map(|named| named.name).or(spelt)
}

/// What an annotation's `@odata.annotations` say about one property.
struct Capability {
    property: String,
    note: Fact<Note>,
}

fn capabilities(annotation: &Annotation, span: diag::Span) -> Vec<Capability> {
    let Some(Node::Array(entries)) = annotation.get("@odata.annotations") else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in entries {
        let Some(property) = entry.get("property").and_then(Node::text) else { continue };
        for member in entry.get("capabilities").map(Node::members).unwrap_or_default() {
            if let Some(allowed) = member.value.truth() {
                let note = Note::Capability { name: member.key.clone(), allowed };
                let note = Fact::new(note, span, ANNOTATION);
                found.push(Capability { property: property.to_owned(), note });
            }
        }
    }
    found
}

/// What an annotation states about its type.
fn facts_of(annotation: &Annotation, span: diag::Span, facts: &mut TypeFacts) {
    if let Some(base) = annotation.text("baseType") {
        let mention = Mention { name: base.trim_start_matches('#').to_owned(), link: None };
        facts.bases.push(Fact::new(mention, span, ANNOTATION));
    }
    if let Some(key) = annotation.text("keyProperty") {
        facts.keys.push(Fact::new(key.to_owned(), span, ANNOTATION));
    }
    if let Some(open) = annotation.truth("openType") {
        facts.is_open.push(Fact::new(open, span, ANNOTATION));
    }
    if let Some(value) = annotation.truth("abstract").or_else(|| annotation.truth("isAbstract")) {
        facts.is_abstract.push(Fact::new(value, span, ANNOTATION));
    }
}

/// Adds what the rows say about the type: keys and "Inherited from".
fn with_row_facts(mut facts: TypeFacts) -> TypeFacts {
    for row in &facts.properties {
        for note in &row.notes {
            match &note.value {
                Note::Key => {
                    facts.keys.push(Fact::new(row.name.value.clone(), note.span, note.rule));
                }
                Note::InheritedFrom(base) => {
                    let known = facts.bases.iter().any(|known| {
                        known.value.link == base.link && known.value.name == base.name
                    });
                    if !known {
                        facts.bases.push(Fact::new(base.clone(), note.span, "inherited-row"));
                    }
                }
                _ => {}
            }
        }
    }
    facts
}
