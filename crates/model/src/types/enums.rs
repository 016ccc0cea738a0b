//! Enumerations: from member tables, and from the values that descriptions list.
//!
//! A member table is the better statement. Where a cell names a type that nothing defines and the
//! description lists values, those values are its members, and the page of that property is its home.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use facts::{EnumFacts, Fact, JsonMember, PageFacts, Rule, TypeCell};
use text::DocText;

use super::id::TypeId;
use super::index::{Entry, Sort, TypeIndex, simple_name};
use super::stated::{StatedEnum, Statements};
use super::statements::namespace_of;
use crate::{Options, QualifiedName};

/// The member that the service sends to old clients instead of newer ones; it tells nothing apart.
const EVOLVABLE: &str = "unknownfuturevalue";

/// A decided enumeration.
#[derive(Clone, Debug)]
pub(crate) struct Enumeration<'a> {
    /// The page that it is at home on.
    pub(crate) page: &'a PageFacts,
    /// Where that states it.
    pub(crate) span: Span,
    /// The rule that read it.
    pub(crate) rule: Rule,
    /// Members can be combined with commas.
    pub(crate) flags: bool,
    /// Members in page order.
    pub(crate) members: Vec<ListedMember<'a>>,
}

/// A member of an enumeration as a page states it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListedMember<'a> {
    /// The path of the page.
    pub(crate) page: &'a str,
    /// The name on the wire.
    pub(crate) name: &'a Fact<String>,
    /// The numeric value, where stated.
    pub(crate) value: Option<i64>,
    /// What the page says of it.
    pub(crate) description: Option<&'a DocText>,
}

/// All enumerations by type.
pub(crate) type Enums<'a> = BTreeMap<TypeId, Enumeration<'a>>;

impl Enumeration<'_> {
    /// Its page is about nothing else.
    pub(crate) fn has_own_page(&self) -> bool {
        self.page.types.is_empty() && self.page.enums.len() == 1
    }

    /// It is known from value lists alone.
    pub(crate) fn is_listed(&self) -> bool {
        self.rule == LISTED
    }
}

/// Enumerations that are only named in type cells, with the values their descriptions list; by name in lower
/// case.
pub(crate) type ListedEnums<'a> = BTreeMap<String, Listed<'a>>;

/// One enumeration known from value lists.
#[derive(Clone, Debug)]
pub(crate) struct Listed<'a> {
    /// As it is spelled first.
    name: QualifiedName,
    page: &'a PageFacts,
    values: Vec<&'a Fact<String>>,
    /// The same, in lower case.
    known: BTreeSet<String>,
}

impl<'a> Listed<'a> {
    fn new(name: QualifiedName, page: &'a PageFacts) -> Self {
        Self { name, page, values: Vec::new(), known: BTreeSet::new() }
    }

    fn add_missing(&mut self, values: &'a [Fact<String>]) {
        for value in values {
            if self.known.insert(value.value.to_ascii_lowercase()) {
                self.values.push(value);
            }
        }
    }
}

/// Finds type cells that name an undefined type and list values.
pub(crate) fn listed<'a>(
    pages: &[&'a PageFacts],
    stated: &TypeIndex,
    options: &Options<'_>,
) -> ListedEnums<'a> {
    let mut found: ListedEnums<'a> = BTreeMap::new();
    let (operations, resources): (Vec<_>, Vec<_>) =
        pages.iter().copied().partition(|page| page.operation.is_some());
    for page in resources.into_iter().chain(operations) {
        let namespace = namespace_of(page, options);
        let named =
            cells(page).map(|(cell, values)| (undefined(&cell.value, stated, namespace), values));
        let shown = json_values(page)
            .map(|(member, values)| (undefined_in_json(member, stated, namespace), values));
        for (name, values) in named.chain(shown) {
            if let Some(name) = name.filter(|_| values.len() > 1) {
                let known = found.entry(name.folded()).or_insert_with(|| Listed::new(name, page));
                known.add_missing(values);
            }
        }
    }
    found
}

/// What is listed, as the index takes it.
pub(crate) fn entries<'a>(listed: &ListedEnums<'_>) -> Vec<Entry<'a>> {
    let entry = |it: &Listed<'_>| {
        let (pages, aliases) = (Vec::new(), Vec::new());
        Entry { name: it.name.clone(), sort: Sort::Enum, pages, aliases }
    };
    listed.values().map(entry).collect()
}

/// Decides every enumeration.
pub(crate) fn decide<'a>(
    found: &Statements<'a>,
    listed: &ListedEnums<'a>,
    index: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> Enums<'a> {
    let by_values = listed.iter().filter_map(|(key, it)| Some((index.id(key)?, from_values(it))));
    let mut enums: Enums<'_> = by_values.collect();
    for (id, stated) in &found.enums {
        enums.insert(*id, from_tables(stated, diagnostics));
    }
    enums
}

/// The rule that makes enumerations of listed values.
const LISTED: &str = "listed-values";

/// Enumerations with a member table by their members, without those that share them with another one.
#[derive(Debug)]
pub(crate) struct ByMembers(BTreeMap<BTreeSet<String>, Option<TypeId>>);

impl ByMembers {
    /// Indexes the enumerations.
    pub(crate) fn new(enums: &Enums<'_>) -> Self {
        let mut by_members: BTreeMap<BTreeSet<String>, Option<TypeId>> = BTreeMap::new();
        for (id, item) in enums.iter().filter(|(_, item)| !item.is_listed()) {
            let members = fold(item.members.iter().map(|member| member.name.value.as_str()));
            let several = by_members.contains_key(&members);
            by_members.insert(members, (!several).then_some(*id));
        }
        Self(by_members)
    }

    /// The one enumeration that has exactly these members, if there are at least two of them.
    pub(crate) fn find<'v>(&self, values: impl Iterator<Item = &'v str>) -> Option<TypeId> {
        let members = fold(values);
        if members.len() < 2 {
            return None;
        }
        *self.0.get(&members)?
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
    let unknown = index.resolve_name(written, namespace).is_none();
    unknown.then(|| QualifiedName { namespace: qualifier.to_owned(), name: name.to_owned() })
}

/// The name that a cell gives to a type nothing defines, if it is a name at all.
fn undefined(cell: &TypeCell, index: &TypeIndex, namespace: &str) -> Option<QualifiedName> {
    let resolved = |mention| index.resolve(mention, namespace).is_some();
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

fn from_tables<'a>(stated: &StatedEnum<'a>, diagnostics: &mut Vec<Diagnostic>) -> Enumeration<'a> {
    let (page, home) = stated.statements[0];
    let (members, conflicts) = tabled_members(stated);
    diagnostics.extend(conflicts);
    let span = home.name.span;
    let says_so = |facts: &EnumFacts| facts.flags.as_ref().is_some_and(|flags| flags.value);
    let stated_flags = stated.statements.iter().any(|(_, facts)| says_so(facts));
    let flags = stated_flags || are_bits(members.iter().map(|it| it.value));
    if flags && !stated_flags {
        let name = &stated.name;
        let message = format!("the values of `{name}` are single bits, so it is taken for flags");
        diagnostics.push(Diagnostic::new(codes::FLAGS_BY_VALUES, span, message));
    }
    Enumeration { page, span, rule: home.name.rule, flags, members }
}

/// The members of all tables together, and the reports of those that the first one lacks.
fn tabled_members<'a>(stated: &StatedEnum<'a>) -> (Vec<ListedMember<'a>>, Vec<Diagnostic>) {
    let (mut members, mut conflicts) = (Vec::new(), Vec::new());
    let mut known = BTreeSet::new();
    for (index, (page, facts)) in stated.statements.iter().enumerate() {
        for it in &facts.members {
            if !known.insert(it.name.value.to_ascii_lowercase()) {
                continue;
            }
            if index > 0 {
                conflicts.push(conflicting_member(&stated.name, &it.name));
            }
            members.push(ListedMember {
                page: &page.path,
                name: &it.name,
                value: it.value,
                description: it.description.as_ref(),
            });
        }
    }
    (members, conflicts)
}

fn from_values<'a>(listed: &Listed<'a>) -> Enumeration<'a> {
    let page = listed.page;
    let member = |name| ListedMember { page: &page.path, name, value: None, description: None };
    let members = listed.values.iter().copied().map(member).collect();
    Enumeration { page, span: listed.values[0].span, rule: LISTED, flags: false, members }
}

/// Whether the stated values are zero and 1, 2, 4 and so on without a gap; nobody counts like this.
pub(super) fn are_bits(values: impl Iterator<Item = Option<i64>>) -> bool {
    let mut bits = values.collect::<Option<BTreeSet<i64>>>().unwrap_or_default();
    bits.remove(&0);
    let counted = (0..i64::BITS - 1).map(|place| 1_i64 << place);
    bits.len() >= 3 && bits.iter().copied().eq(counted.take(bits.len()))
}

fn conflicting_member(name: &QualifiedName, member: &Fact<String>) -> Diagnostic {
    Diagnostic::new(
        codes::CONFLICTING_MEMBERS,
        member.span,
        format!("`{}` is a member of `{}` only here", member.value, simple_name(&name.name)),
    )
    .help("the members of all pages are taken together")
}
