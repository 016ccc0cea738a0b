//! Enumerations: from member tables, and from the values that descriptions list.
//!
//! A member table is the better statement. Where a cell names a type that nothing defines and the
//! description lists values, those values are its members, and the page of that property is its home.

use std::collections::{BTreeMap, BTreeSet};

use diag::Diagnostic;
use facts::{Fact, JsonMember, PageFacts, TypeCell};
use text::DocText;

use super::index::{Sort, TypeIndex, simple_name};
use super::statements::{StatedEnum, Statements, namespace_of};
use super::{Resolution, RowContext};
use crate::{Docs, Enum, Gate, Member, Options, QualifiedName, RustItem, docs};

/// The member that the service sends to old clients instead of newer ones; it tells nothing apart.
const EVOLVABLE: &str = "unknownfuturevalue";

/// Enumerations that are only named in type cells, with the values their descriptions list.
pub(crate) type ListedEnums<'a> = BTreeMap<QualifiedName, Listed<'a>>;

/// One enumeration known from value lists.
#[derive(Clone, Debug)]
pub(crate) struct Listed<'a> {
    page: &'a PageFacts,
    values: Vec<&'a Fact<String>>,
    /// The same, in lower case.
    known: BTreeSet<String>,
}

impl<'a> Listed<'a> {
    fn new(page: &'a PageFacts) -> Self {
        Self { page, values: Vec::new(), known: BTreeSet::new() }
    }

    fn add_missing(&mut self, values: &'a [Fact<String>]) {
        for value in values {
            if self.known.insert(value.value.to_ascii_lowercase()) {
                self.values.push(value);
            }
        }
    }
}

/// Finds type cells that name an undefined type and list values, and enters them in the index.
pub(crate) fn listed<'a>(
    pages: &'a [PageFacts],
    index: &mut TypeIndex,
    options: &Options<'_>,
) -> ListedEnums<'a> {
    let mut found: ListedEnums<'a> = BTreeMap::new();
    let mut in_order: Vec<&PageFacts> = pages.iter().collect();
    in_order.sort_by_key(|page| (page.operation.is_some(), page.path.as_str()));
    for page in in_order {
        let namespace = namespace_of(page, options);
        let named =
            cells(page).map(|(cell, values)| (undefined(&cell.value, index, namespace), values));
        let shown = json_values(page)
            .map(|(member, values)| (undefined_in_json(member, index, namespace), values));
        for (name, values) in named.chain(shown) {
            if let Some(name) = name.filter(|_| values.len() > 1) {
                found.entry(name).or_insert_with(|| Listed::new(page)).add_missing(values);
            }
        }
    }
    for name in found.keys() {
        index.insert(name, Sort::Enum, &[]);
    }
    found
}

/// Builds every enumeration.
pub(crate) fn build(
    found: &Statements<'_>,
    listed: &ListedEnums<'_>,
    context: RowContext<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Enum> {
    let tabled = found.enums.values().map(|stated| from_tables(stated, context, diagnostics));
    let mut enums: Vec<Enum> = tabled.collect();
    enums.extend(listed.iter().map(|(name, listed)| from_values(name, listed, context)));
    enums.sort_by(|a, b| a.name.cmp(&b.name));
    enums
}

/// The rule that makes enumerations of listed values.
const LISTED: &str = "listed-values";

/// Enumerations with a member table by their members, without those that share them with another one.
pub(crate) struct ByMembers(BTreeMap<BTreeSet<String>, Option<QualifiedName>>);

impl ByMembers {
    /// Indexes the enumerations.
    pub(crate) fn new(enums: &[Enum]) -> Self {
        let mut by_members: BTreeMap<BTreeSet<String>, Option<QualifiedName>> = BTreeMap::new();
        for item in enums.iter().filter(|item| item.rule != LISTED) {
            let members = fold(item.members.iter().map(|member| member.wire_name.as_str()));
            let several = by_members.contains_key(&members);
            by_members.insert(members, (!several).then(|| item.name.clone()));
        }
        Self(by_members)
    }

    /// The one enumeration that has exactly these members, if there are at least two of them.
    pub(crate) fn find<'v>(&self, values: impl Iterator<Item = &'v str>) -> Option<&QualifiedName> {
        let members = fold(values);
        if members.len() < 2 {
            return None;
        }
        self.0.get(&members)?.as_ref()
    }
}

fn fold<'v>(values: impl Iterator<Item = &'v str>) -> BTreeSet<String> {
    values.map(str::to_ascii_lowercase).filter(|value| value != EVOLVABLE).collect()
}

/// Type cells of a page with the values listed beside them.
fn cells(page: &PageFacts) -> impl Iterator<Item = (&Fact<TypeCell>, &[Fact<String>])> {
    let rows = page.types.iter().flat_map(|facts| &facts.properties);
    let body = page.operation.iter().flat_map(|operation| &operation.body.properties);
    let parameters = page.operation.iter().flat_map(|operation| &operation.parameters);
    rows.chain(body)
        .filter_map(|row| Some((row.ty.as_ref()?, row.values.as_slice())))
        .chain(parameters.filter_map(|row| Some((row.ty.as_ref()?, row.values.as_slice()))))
}

/// Members of JSON representations with the values listed for their properties.
fn json_values(page: &PageFacts) -> impl Iterator<Item = (&JsonMember, &[Fact<String>])> {
    page.types.iter().flat_map(|facts| {
        let rows = facts.properties.iter().filter(|row| row.values.len() > 1);
        let mut members: BTreeMap<String, &JsonMember> = BTreeMap::new();
        for member in &facts.json {
            members.entry(member.name.value.to_ascii_lowercase()).or_insert(member);
        }
        rows.filter_map(move |row| {
            let member = members.get(&row.name.value.to_ascii_lowercase())?;
            Some((*member, row.values.as_slice()))
        })
    })
}

/// The name that a JSON representation gives to a type nothing defines. It must be qualified: any other
/// word may be a placeholder.
fn undefined_in_json(
    member: &JsonMember,
    index: &TypeIndex,
    namespace: &str,
) -> Option<QualifiedName> {
    let written = member.ty.as_deref()?.trim_start_matches('#');
    let (qualifier, name) = written.rsplit_once('.').filter(|_| is_name(written))?;
    let unknown = index.resolve_name(written, namespace) == Resolution::Unknown;
    unknown.then(|| QualifiedName { namespace: qualifier.to_owned(), name: name.to_owned() })
}

/// The name that a cell gives to a type nothing defines, if it is a name at all.
fn undefined(cell: &TypeCell, index: &TypeIndex, namespace: &str) -> Option<QualifiedName> {
    let resolved = |mention| index.resolve(mention, namespace) != Resolution::Unknown;
    if cell.mentions.iter().any(resolved) {
        return None;
    }
    let written = cell.mentions.first()?.name.as_str();
    let (namespace, name) = match written.rsplit_once('.') {
        Some((namespace, name)) => (namespace, name),
        None => (namespace, written),
    };
    (is_name(name) && name.len() > SHORTEST_NAME)
        .then(|| QualifiedName { namespace: namespace.to_owned(), name: name.to_owned() })
}

/// Shorter words in a cell are rather words than names of types.
const SHORTEST_NAME: usize = 4;

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.')
}

fn from_tables(
    stated: &StatedEnum<'_>,
    context: RowContext<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Enum {
    let (page, home) = stated.statements[0];
    let mut item = empty(stated.name.clone(), page, &home.name, context);
    item.flags =
        stated.statements.iter().any(|(_, facts)| facts.flags.as_ref().is_some_and(|f| f.value));
    let mut known = BTreeSet::new();
    for (index, (page, facts)) in stated.statements.iter().enumerate() {
        for member in &facts.members {
            if !known.insert(member.name.value.to_ascii_lowercase()) {
                continue;
            }
            if index > 0 {
                diagnostics.push(conflicting_member(&stated.name, &member.name));
            }
            let description = member.description.clone();
            let description =
                description.map(|text| Fact::new(text, member.name.span, home.name.rule));
            let docs =
                docs::docs(description.as_ref(), member.name.span, &page.path, context.options);
            item.members.push(Member { value: member.value, ..named(&member.name, docs) });
        }
    }
    if !item.flags && are_bits(item.members.iter().map(|it| it.value)) {
        item.flags = true;
        let message =
            format!("the values of `{}` are single bits, so it is taken for flags", item.name);
        diagnostics.push(Diagnostic::note("flags-by-values", item.span, message));
    }
    item
}

fn from_values(name: &QualifiedName, listed: &Listed<'_>, context: RowContext<'_>) -> Enum {
    let mut item = empty(name.clone(), listed.page, listed.values[0], context);
    item.docs.text = DocText::default();
    item.rule = LISTED;
    item.members = listed
        .values
        .iter()
        .map(|value| named(value, docs::docs(None, value.span, &listed.page.path, context.options)))
        .collect();
    item
}

fn empty(
    name: QualifiedName,
    page: &PageFacts,
    at: &Fact<String>,
    context: RowContext<'_>,
) -> Enum {
    let own_page = page.types.is_empty() && page.enums.len() == 1;
    let summary = page.summary.as_ref().filter(|_| own_page);
    Enum {
        name,
        flags: false,
        members: Vec::new(),
        rust: RustItem::default(),
        docs: docs::docs(summary, at.span, &page.path, context.options),
        deprecated: page.deprecated.as_ref().filter(|_| own_page).map(docs::notice),
        area: page.area.as_ref().map(|area| area.value.clone()).unwrap_or_default(),
        gate: Gate::default(),
        span: at.span,
        rule: at.rule,
    }
}

/// Whether the stated values are zero and 1, 2, 4 and so on without a gap; nobody counts like this.
pub(super) fn are_bits(values: impl Iterator<Item = Option<i64>>) -> bool {
    let mut bits = values.collect::<Option<BTreeSet<i64>>>().unwrap_or_default();
    bits.remove(&0);
    let counted = (0..i64::BITS - 1).map(|place| 1_i64 << place);
    bits.len() >= 3 && bits.iter().copied().eq(counted.take(bits.len()))
}

fn named(name: &Fact<String>, docs: Docs) -> Member {
    Member {
        wire_name: name.value.clone(),
        rust_name: String::new(),
        value: None,
        docs,
        span: name.span,
        rule: name.rule,
    }
}

fn conflicting_member(name: &QualifiedName, member: &Fact<String>) -> Diagnostic {
    Diagnostic::warning(
        "conflicting-members",
        member.span,
        format!("`{}` is a member of `{}` only here", member.value, simple_name(&name.name)),
    )
    .help("the members of all pages are taken together")
}
