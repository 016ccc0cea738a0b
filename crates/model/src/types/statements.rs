//! Which types are stated, where, and under which names.
//!
//! Reads only names, namespaces and whether a page lists members or properties; groups what several pages
//! say of one type. Decides a type's qualified name and home page.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span};
use facts::{EnumFacts, PageFacts, TypeFacts};

use super::index::{Sort, TypeIndex, simple_name};
use super::value_tables;
use crate::{Options, QualifiedName};

/// All statements about one structured type, the home page's first.
#[derive(Clone, Debug)]
pub(crate) struct StatedStruct<'a> {
    /// As the strongest statement spells it.
    pub(crate) name: QualifiedName,
    /// One per page and section.
    pub(crate) statements: Vec<(&'a PageFacts, &'a TypeFacts)>,
}

/// All statements about one enumeration, the home page's first.
#[derive(Clone, Debug)]
pub(crate) struct StatedEnum<'a> {
    /// As the strongest statement spells it.
    pub(crate) name: QualifiedName,
    /// One per page and section.
    pub(crate) statements: Vec<(&'a PageFacts, &'a EnumFacts)>,
}

/// Everything stated, by lower-case qualified name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statements<'a> {
    /// Structured types.
    pub(crate) structs: BTreeMap<String, StatedStruct<'a>>,
    /// Enumerations.
    pub(crate) enums: BTreeMap<String, StatedEnum<'a>>,
    /// Member tables that only list the values of a string property, by their page and the property's
    /// lower-case name.
    pub(crate) values: BTreeMap<(&'a str, String), Vec<&'a EnumFacts>>,
}

impl StatedStruct<'_> {
    /// Where the home page names the type.
    pub(crate) fn span(&self) -> Span {
        self.statements[0].1.names[0].span
    }
}

/// Groups the statements of all pages by type.
pub(crate) fn collect<'a>(
    pages: &'a [PageFacts],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Statements<'a> {
    let mut found = Statements::default();
    let mut in_order: Vec<&PageFacts> = pages.iter().collect();
    in_order.sort_by(|a, b| a.path.cmp(&b.path));
    for page in in_order {
        for facts in &page.types {
            add_struct(&mut found, page, facts, options);
        }
        for facts in &page.enums {
            add_enum(&mut found, page, facts, options);
        }
    }
    settle_sorts(&mut found, diagnostics);
    value_tables::set_apart(&mut found, pages);
    for stated in found.structs.values_mut() {
        stated.statements.sort_by_key(|(page, facts)| home_rank(page, facts));
    }
    for stated in found.enums.values_mut() {
        stated.statements.sort_by_key(|(_, facts)| std::cmp::Reverse(facts.members.len()));
    }
    found
}

/// The index over everything stated.
pub(crate) fn index(found: &Statements<'_>, options: &Options<'_>) -> TypeIndex {
    let mut index = TypeIndex::new(&options.default_namespace);
    for stated in found.structs.values() {
        let pages: Vec<&str> =
            stated.statements.iter().map(|(page, _)| page.path.as_str()).collect();
        index.insert(&stated.name, Sort::Struct, &pages);
        let names = stated.statements.iter().flat_map(|(_, facts)| &facts.names);
        for alias in names.filter(|name| !same(simple_name(&name.value), &stated.name.name)) {
            index.insert_alias(&alias.value, &stated.name);
        }
    }
    for stated in found.enums.values() {
        let pages: Vec<&str> =
            stated.statements.iter().map(|(page, _)| page.path.as_str()).collect();
        index.insert(&stated.name, Sort::Enum, &pages);
    }
    index
}

fn add_struct<'a>(
    found: &mut Statements<'a>,
    page: &'a PageFacts,
    facts: &'a TypeFacts,
    options: &Options<'_>,
) {
    let Some(name) = facts.names.first() else { return };
    let name = qualify(&name.value, page, options);
    let stated = found
        .structs
        .entry(key(&name))
        .or_insert_with(|| StatedStruct { name, statements: Vec::new() });
    stated.statements.push((page, facts));
}

fn add_enum<'a>(
    found: &mut Statements<'a>,
    page: &'a PageFacts,
    facts: &'a EnumFacts,
    options: &Options<'_>,
) {
    let name = qualify(&facts.name.value, page, options);
    let stated = found
        .enums
        .entry(key(&name))
        .or_insert_with(|| StatedEnum { name, statements: Vec::new() });
    stated.statements.push((page, facts));
}

/// The qualified name: the page's Namespace line, else the qualifier of the name itself, else the default.
fn qualify(name: &str, page: &PageFacts, options: &Options<'_>) -> QualifiedName {
    let name = name.trim().trim_start_matches('#');
    let own = name.rsplit_once('.').map(|(namespace, _)| namespace);
    let namespace = match (&page.namespace, own) {
        (None, Some(own)) => own,
        _ => namespace_of(page, options),
    };
    QualifiedName { namespace: namespace.to_owned(), name: simple_name(name).to_owned() }
}

/// The namespace of a page's own types: its Namespace line, else the default.
pub(crate) fn namespace_of<'a>(page: &'a PageFacts, options: &'a Options<'_>) -> &'a str {
    let stated = page.namespace.as_ref().map(|line| line.value.trim_end_matches('.'));
    stated.unwrap_or(&options.default_namespace)
}

/// One name is either a structured type or an enumeration: properties win over members.
fn settle_sorts(found: &mut Statements<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let both: Vec<String> =
        found.structs.keys().filter(|key| found.enums.contains_key(*key)).cloned().collect();
    for key in both {
        let has_properties =
            found.structs[&key].statements.iter().any(|(_, facts)| !facts.properties.is_empty());
        let span = found.enums[&key].statements[0].1.name.span;
        let name = found.enums[&key].name.to_string();
        let kept = if has_properties { "structured type" } else { "enumeration" };
        if has_properties {
            found.enums.remove(&key);
        } else {
            found.structs.remove(&key);
        }
        diagnostics.push(
            Diagnostic::warning(
                "conflicting-sort",
                span,
                format!("`{name}` is stated both as a structured type and as an enumeration"),
            )
            .help(format!("it is read as {}{kept}", if has_properties { "a " } else { "an " })),
        );
    }
}

/// The home page of a type: the one that names it twice (annotation and heading), then the one with the
/// most rows, then the first by path.
fn home_rank<'a>(
    page: &'a PageFacts,
    facts: &TypeFacts,
) -> (bool, std::cmp::Reverse<usize>, &'a str) {
    let named_once = facts.names.len() < 2;
    (named_once, std::cmp::Reverse(facts.properties.len()), &page.path)
}

fn key(name: &QualifiedName) -> String {
    name.to_string().to_ascii_lowercase()
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}
