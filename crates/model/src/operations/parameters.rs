//! Headers and query parameters of an operation.
//!
//! Reads parameter rows and the queries of request lines. OData's own options are told apart from
//! parameters that the service invented.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use facts::{
    Description, Fact, Method, Note, ParameterFacts, ParameterPlace, PropertyFacts, RequestLine,
    Rule, Segment, TypeCell,
};

use super::claim::Claim;
use super::eventual;
use crate::types::{Type, TypeIndex, value_type};
use crate::{ItemType, Scalar};

/// Headers that every request has; the client writes them.
const STANDARD_HEADERS: &[&str] = &["accept", "authorization", "content-length", "content-type"];

/// OData's query options, without `$`, which some pages forget in their tables.
const ODATA_OPTIONS: &[&str] = &[
    "apply",
    "compute",
    "count",
    "deltatoken",
    "expand",
    "filter",
    "format",
    "orderby",
    "search",
    "select",
    "skip",
    "skiptoken",
    "top",
];

/// The request lines of one operation on one page.
pub(super) type Lines<'a> = [&'a Fact<RequestLine>];

/// A header or query parameter.
#[derive(Clone, Debug)]
pub(crate) struct StatedParameter<'a> {
    /// The name on the wire.
    pub(crate) wire_name: String,
    /// The type.
    pub(crate) ty: Type,
    /// Must be given.
    pub(crate) required: bool,
    /// What every request sends for it.
    pub(crate) constant: Option<&'a str>,
    /// What a row says of it; none where only a request line shows it.
    pub(crate) row: Option<Row<'a>>,
    /// Where it is stated.
    pub(crate) span: Span,
    /// The rule that read it.
    pub(crate) rule: Rule,
}

/// The headers that a page asks for beyond the standard ones. One that requests set by themselves is no
/// parameter.
pub(super) fn headers<'a>(claim: Claim<'a>, index: &TypeIndex) -> Vec<StatedParameter<'a>> {
    let rows = claim.facts.headers.iter().filter(|row| {
        let name = row.name.value.to_ascii_lowercase();
        is_token(&name)
            && !STANDARD_HEADERS.contains(&name.as_str())
            && !eventual::is_always_set(row)
    });
    each_once(rows.map(|row| stated(Row::of_parameter(row), claim, index)).collect())
}

/// Query parameters other than OData's: rows of the page's tables, then what its request lines show.
pub(super) fn query<'a>(
    claim: Claim<'a>,
    lines: &Lines<'a>,
    index: &TypeIndex,
) -> Vec<StatedParameter<'a>> {
    let shown: Vec<BTreeSet<String>> = lines.iter().map(|line| names_in(&line.value)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in shown.iter().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let is_optional =
        |name: &str| lines.iter().any(|it| it.value.optional.iter().any(|it| it == name));
    let in_all = |name: &str| {
        counts.get(name).copied().unwrap_or_default() == shown.len() && !is_optional(name)
    };
    let listed = query_rows(claim).into_iter().filter(|row| !is_option(&row.name.value, lines));
    let listed = listed.map(|row| {
        let parameter = stated(row, claim, index);
        // A request line may write out what a row calls optional.
        let may_lack = row.notes.iter().any(|note| note.value == Note::Optional);
        let is_shown = !may_lack && in_all(&row.name.value);
        let constant = constant(&row.name.value, lines).filter(|_| in_all(&row.name.value));
        let required = (parameter.required || is_shown) && constant.is_none();
        StatedParameter { required, constant, ..parameter }
    });
    let further = lines.iter().zip(&shown).flat_map(|(line, names)| {
        let names = names.iter().filter(|name| !is_option(name, lines));
        names.map(|name| {
            let constant = constant(name, lines).filter(|_| in_all(name));
            let required = in_all(name) && constant.is_none();
            StatedParameter { constant, ..shown_only(name, line, required) }
        })
    });
    let (listed, further): (Vec<_>, Vec<_>) = (listed.collect(), further.collect());
    let mut known: BTreeSet<String> = listed.iter().map(|it| it.wire_name.clone()).collect();
    let further = further.into_iter().filter(|it| known.insert(it.wire_name.clone()));
    each_once(listed.iter().cloned().chain(further).collect())
}

/// The OData options that a page names or its request lines use; `None` when it says nothing of them.
pub(super) fn query_options(claim: Claim<'_>, lines: &Lines<'_>) -> Option<Vec<String>> {
    let facts = claim.facts;
    let stated = facts.query_options.iter().map(|option| option.value.clone());
    let in_rows = query_rows(claim).into_iter().map(|row| row.name.value.clone());
    let in_lines = lines.iter().flat_map(|line| names_in(&line.value));
    let all: BTreeSet<String> = stated
        .chain(in_rows)
        .chain(in_lines)
        .filter(|name| is_option(name, lines))
        .filter_map(|name| odata(&name))
        .collect();
    (!all.is_empty() || facts.no_query_options.is_some()).then(|| all.into_iter().collect())
}

/// A row of either sort of table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    name: &'a Fact<String>,
    ty: Option<&'a Fact<TypeCell>>,
    /// What it says of the parameter.
    pub(crate) description: Option<&'a Fact<Description>>,
    notes: &'a [Fact<Note>],
}

impl<'a> Row<'a> {
    fn of_parameter(row: &'a ParameterFacts) -> Self {
        let (ty, description) = (row.ty.as_ref(), row.description.as_ref());
        Self { name: &row.name, ty, description, notes: &row.notes }
    }

    fn of_property(row: &'a PropertyFacts) -> Self {
        let (ty, description) = (row.ty.as_ref(), row.description.as_ref());
        Self { name: &row.name, ty, description, notes: &row.notes }
    }
}

/// The rows that describe the query. Reading has no body: what stands in a table there and is no
/// argument in the path goes into the query, as OData lets parameters of functions do.
fn query_rows(claim: Claim<'_>) -> Vec<Row<'_>> {
    let facts = claim.facts;
    let listed = facts.parameters.iter().filter(|row| row.place == ParameterPlace::Query);
    let reads = claim.method() == Method::Get;
    let arguments: BTreeSet<String> =
        facts.requests.iter().flat_map(|line| arguments_in(&line.value)).collect();
    let in_body = facts
        .body
        .properties
        .iter()
        .filter(|row| reads && !arguments.contains(&row.name.value.to_ascii_lowercase()));
    let rows = listed.map(Row::of_parameter).chain(in_body.map(Row::of_property));
    let keys = only_keys(&facts.requests);
    let is_key = |row: &Row<'_>| keys.contains(&row.name.value.to_ascii_lowercase());
    rows.filter(|row| is_plain(&row.name.value) && !is_key(row)).collect()
}

/// The names of keys in the paths that no query has: a table of "URI parameters" may hold both sorts.
fn only_keys(lines: &[Fact<RequestLine>]) -> BTreeSet<String> {
    let keys = lines.iter().flat_map(|line| &line.value.segments).filter_map(|segment| {
        let Segment::Key(names) = segment else { return None };
        Some(names.iter().map(|name| name.to_ascii_lowercase()))
    });
    let mut keys: BTreeSet<String> = keys.flatten().collect();
    for name in lines.iter().flat_map(|line| names_in(&line.value)) {
        keys.remove(&name.to_ascii_lowercase());
    }
    keys
}

fn arguments_in(line: &RequestLine) -> impl Iterator<Item = String> {
    let calls = line.segments.iter().filter_map(|segment| match segment {
        Segment::Call { arguments, .. } => Some(arguments),
        _ => None,
    });
    calls.flatten().map(|(name, _)| name.to_ascii_lowercase())
}

fn stated<'a>(row: Row<'a>, claim: Claim<'a>, index: &TypeIndex) -> StatedParameter<'a> {
    // A text holds a value of any of several types: `integer or string`.
    let one = row.ty.filter(|cell| !names_several(&cell.value, claim, index));
    let cell = one.and_then(|cell| value_type(&cell.value, index, claim.namespace()));
    let writable = cell.filter(|ty| matches!(ty.item, ItemType::Scalar(_) | ItemType::Enum(_)));
    StatedParameter {
        wire_name: row.name.value.clone(),
        ty: writable.unwrap_or(STRING),
        required: row.notes.iter().any(|note| note.value == Note::Required),
        constant: None,
        row: Some(row),
        span: row.name.span,
        rule: row.name.rule,
    }
}

fn names_several(cell: &TypeCell, claim: Claim<'_>, index: &TypeIndex) -> bool {
    let meant = cell.mentions.iter().filter_map(|it| index.resolve(it, claim.namespace()));
    meant.collect::<BTreeSet<_>>().len() > 1
}

fn shown_only<'a>(name: &str, line: &Fact<RequestLine>, required: bool) -> StatedParameter<'a> {
    let wire_name = name.to_owned();
    let Fact { span, rule, .. } = *line;
    StatedParameter { wire_name, ty: STRING, required, constant: None, row: None, span, rule }
}

/// The type of a parameter of which no page states one that can be written as text.
const STRING: Type = Type { item: ItemType::Scalar(Scalar::String), collection: false };

/// The value that all request lines write out for a parameter of which that is no example.
fn constant<'a>(name: &str, lines: &Lines<'a>) -> Option<&'a str> {
    let value = |line: &&'a Fact<RequestLine>| {
        let stated = line.value.constants.iter().find(|(other, _)| other == name);
        stated.map(|(_, value)| value.as_str())
    };
    let first = value(lines.first()?)?;
    lines.iter().all(|line| value(line) == Some(first)).then_some(first)
}

/// The names before `=` in a request line's query.
pub(super) fn names_in(line: &RequestLine) -> BTreeSet<String> {
    pairs_in(line).map(|(name, _)| name.to_owned()).filter(|name| is_plain(name)).collect()
}

fn pairs_in(line: &RequestLine) -> impl Iterator<Item = (&str, &str)> {
    let query = line.query.as_deref().unwrap_or_default();
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.trim(), value))
}

/// One of OData's options. Without `$` it is one unless a request line leaves its whole value open, as a
/// parameter's (`/sites?search={query}`); what is written out (`?filter=name eq 'x'`) is an example.
fn is_option(name: &str, lines: &Lines<'_>) -> bool {
    let is_open = |value: &str| value.trim().starts_with(['{', '<']);
    let mut sent = lines.iter().flat_map(|line| pairs_in(&line.value));
    let mut is_argument = || sent.any(|(sent, value)| sent == name && is_open(value));
    odata(name).is_some() && (name.starts_with('$') || !is_argument())
}

/// `$select` for `select`, `$Select` and `$select`.
pub(super) fn odata(name: &str) -> Option<String> {
    let bare = name.trim().trim_start_matches('$').to_ascii_lowercase();
    ODATA_OPTIONS.contains(&bare.as_str()).then(|| format!("${bare}"))
}

fn is_plain(name: &str) -> bool {
    let bare = name.strip_prefix('$').unwrap_or(name);
    bare.starts_with(|c: char| c.is_ascii_alphabetic() || c == '@')
        && bare.chars().all(|c| c.is_ascii_alphanumeric() || "@._-".contains(c))
}

/// What HTTP allows in a header's name.
fn is_token(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}

/// One parameter for each name.
fn each_once(mut parameters: Vec<StatedParameter<'_>>) -> Vec<StatedParameter<'_>> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    parameters.retain(|it| seen.insert(it.wire_name.to_ascii_lowercase()));
    parameters
}
