//! Which types are stated, where, and under which names.
//!
//! Reads only names, namespaces and whether a page lists members or properties; groups what several pages
//! say of one type. Decides a type's qualified name and home page.

use std::collections::BTreeMap;

use diag::{Diagnostic, codes};
use facts::{EnumFacts, PageFacts, PageKind, TypeFacts};

use super::answers::{self, Answer};
use super::id::TypeId;
use super::index::{Entry, Sort, TypeIndex, simple_name};
use super::stated::{StatedEnum, StatedStruct, Statements};
use super::value_tables;
use crate::{Options, QualifiedName};

/// Everything stated, by lower-case qualified name.
type Gathered<'a> = Statements<'a, String>;

/// Groups the statements of all pages by type.
pub(crate) fn collect<'a>(
    pages: &[&'a PageFacts],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Gathered<'a> {
    let (structs, enums, values) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut found = Statements { structs, enums, values };
    let mut answers = Vec::new();
    for page in pages {
        for facts in &page.types {
            if answers::is_answer(facts) {
                let names = facts.names.iter().map(|name| qualify(&name.value, page, options));
                answers.push(Answer { page, facts, names: names.collect() });
            } else {
                add_struct(&mut found, page, facts, options);
            }
        }
        for facts in &page.enums {
            add_enum(&mut found, page, facts, options);
        }
    }
    settle_sorts(&mut found, diagnostics);
    answers::add(&mut found, answers, diagnostics);
    value_tables::set_apart(&mut found, pages, &options.primitives);
    for stated in found.structs.values_mut() {
        stated.statements.sort_by_key(|(page, facts)| home_rank(page, facts));
    }
    for stated in found.enums.values_mut() {
        stated.statements.sort_by_key(|(_, facts)| std::cmp::Reverse(facts.members.len()));
    }
    found
}

/// What is stated, as the index takes it.
pub(crate) fn entries<'a>(found: &Gathered<'a>) -> Vec<Entry<'a>> {
    let structs = found.structs.values().map(|stated| {
        let names = stated.facts().filter(|facts| !answers::is_answer(facts));
        let names = names.flat_map(|facts| &facts.names).map(|name| name.value.as_str());
        let aliases = names.filter(|name| !same(simple_name(name), &stated.name.name)).collect();
        entry(&stated.name, Sort::Struct, &stated.statements, aliases)
    });
    let enums = found
        .enums
        .values()
        .map(|stated| entry(&stated.name, Sort::Enum, &stated.statements, Vec::new()));
    structs.chain(enums).collect()
}

fn entry<'a, T>(
    name: &QualifiedName,
    sort: Sort,
    statements: &[(&'a PageFacts, T)],
    aliases: Vec<&'a str>,
) -> Entry<'a> {
    let pages = statements.iter().map(|(page, _)| page.path.as_str()).collect();
    Entry { name: name.clone(), sort, pages, aliases }
}

/// The same by type.
pub(crate) fn by_type<'a>(found: Gathered<'a>, index: &TypeIndex) -> Statements<'a> {
    Statements {
        structs: renamed(found.structs, index),
        enums: renamed(found.enums, index),
        values: found.values,
    }
}

fn renamed<T>(stated: BTreeMap<String, T>, index: &TypeIndex) -> BTreeMap<TypeId, T> {
    stated.into_iter().filter_map(|(key, it)| Some((index.id(&key)?, it))).collect()
}

fn add_struct<'a>(
    found: &mut Gathered<'a>,
    page: &'a PageFacts,
    facts: &'a TypeFacts,
    options: &Options<'_>,
) {
    let Some(name) = facts.names.first() else { return };
    let name = qualify(&name.value, page, options);
    let stated = found
        .structs
        .entry(name.folded())
        .or_insert_with(|| StatedStruct { name, statements: Vec::new() });
    stated.statements.push((page, facts));
}

fn add_enum<'a>(
    found: &mut Gathered<'a>,
    page: &'a PageFacts,
    facts: &'a EnumFacts,
    options: &Options<'_>,
) {
    let name = qualify(&facts.name.value, page, options);
    let stated = found
        .enums
        .entry(name.folded())
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

/// The namespace that a page states; empty where it states none.
pub(crate) fn stated_namespace(page: &PageFacts) -> &str {
    page.namespace.as_ref().map_or("", |line| line.value.as_str())
}

/// One name is either a structured type or an enumeration: properties win over members.
fn settle_sorts(found: &mut Gathered<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let both: Vec<String> =
        found.structs.keys().filter(|key| found.enums.contains_key(*key)).cloned().collect();
    for key in both {
        let has_properties =
            found.structs[&key].statements.iter().any(|(_, facts)| !facts.properties.is_empty());
        // The report stands at the statement that lost.
        let as_enum = found.enums[&key].statements[0].1.name.span;
        let as_struct = found.structs[&key].facts().flat_map(|facts| &facts.names).next();
        let span = match as_struct {
            Some(name) if !has_properties => name.span,
            _ => as_enum,
        };
        let name = found.enums[&key].name.to_string();
        let kept = if has_properties { "structured type" } else { "enumeration" };
        if has_properties {
            found.enums.remove(&key);
        } else {
            found.structs.remove(&key);
        }
        diagnostics.push(
            Diagnostic::new(
                codes::CONFLICTING_SORT,
                span,
                format!("`{name}` is stated both as a structured type and as an enumeration"),
            )
            .help(format!("it is read as {}{kept}", if has_properties { "a " } else { "an " })),
        );
    }
}

/// The home page of a type: the one that names it twice (annotation and heading), then the one with the
/// most rows, then the first by path. No page of an operation is one where others say something of the type.
fn home_rank<'a>(
    page: &'a PageFacts,
    facts: &TypeFacts,
) -> (bool, bool, std::cmp::Reverse<usize>, &'a str) {
    let named_once = facts.names.len() < 2;
    let rows = std::cmp::Reverse(facts.properties.len());
    let is_aside = page.kind == PageKind::Operation;
    (is_aside, named_once, rows, &page.path)
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}
