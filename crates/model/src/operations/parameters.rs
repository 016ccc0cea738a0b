//! Headers and query parameters of an operation.
//!
//! Reads parameter rows and the queries of request lines. OData's own options are told apart from
//! parameters that the service invented.

use std::collections::{BTreeMap, BTreeSet};

use facts::{Fact, Note, ParameterFacts, ParameterPlace, RequestLine};

use super::claims::Claim;
use crate::names::field_name;
use crate::types::{TypeIndex, value_type};
use crate::{ItemType, Options, Parameter, Scalar, ValueType, docs};

/// Headers that every request has; the client writes them.
const STANDARD_HEADERS: &[&str] = &["accept", "authorization", "content-length", "content-type"];

/// OData's query options, without `$`, which some pages forget.
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

/// The headers that a page asks for beyond the standard ones.
pub(super) fn headers(
    claim: Claim<'_>,
    types: &TypeIndex,
    options: &Options<'_>,
) -> Vec<Parameter> {
    let rows = claim.facts.headers.iter().filter(|row| {
        let name = row.name.value.to_ascii_lowercase();
        is_token(&name) && !STANDARD_HEADERS.contains(&name.as_str())
    });
    with_unlike_names(rows.map(|row| stated(row, claim, types, options)).collect())
}

/// Query parameters other than OData's: rows of the page's tables, then what its request lines show.
pub(super) fn query(
    claim: Claim<'_>,
    lines: &[&Fact<RequestLine>],
    types: &TypeIndex,
    options: &Options<'_>,
) -> Vec<Parameter> {
    let shown: Vec<BTreeSet<String>> = lines.iter().map(|line| names_in(&line.value)).collect();
    let in_all = |name: &str| shown.iter().all(|names| names.contains(name));
    let rows = claim.facts.parameters.iter().filter(|row| {
        row.place == ParameterPlace::Query
            && is_plain(&row.name.value)
            && odata(&row.name.value).is_none()
    });
    let mut found: Vec<Parameter> = rows
        .map(|row| {
            let parameter = stated(row, claim, types, options);
            Parameter { required: parameter.required || in_all(&row.name.value), ..parameter }
        })
        .collect();
    for line in lines {
        for name in names_in(&line.value) {
            if odata(&name).is_none() && !found.iter().any(|known| known.wire_name == name) {
                found.push(shown_only(&name, line, in_all(&name)));
            }
        }
    }
    with_unlike_names(found)
}

/// The OData options that a page names or its request lines use; `None` when it says nothing of them.
pub(super) fn query_options(claim: Claim<'_>, lines: &[&Fact<RequestLine>]) -> Option<Vec<String>> {
    let facts = claim.facts;
    let rows = facts.parameters.iter().filter(|row| row.place == ParameterPlace::Query);
    let named = facts.query_options.iter().filter_map(|option| odata(&option.value));
    let in_rows = rows.filter_map(|row| odata(&row.name.value));
    let shown = lines.iter().flat_map(|line| names_in(&line.value)).filter_map(|name| odata(&name));
    let all: BTreeSet<String> = named.chain(in_rows).chain(shown).collect();
    (!all.is_empty() || facts.no_query_options.is_some()).then(|| all.into_iter().collect())
}

fn stated(
    row: &ParameterFacts,
    claim: Claim<'_>,
    types: &TypeIndex,
    options: &Options<'_>,
) -> Parameter {
    let namespace = claim.page.namespace.as_ref().map_or("", |line| line.value.as_str());
    let cell = row.ty.as_ref().and_then(|cell| value_type(&cell.value, types, namespace));
    let writable = cell.filter(|ty| matches!(ty.item, ItemType::Scalar(_) | ItemType::Enum(_)));
    Parameter {
        wire_name: row.name.value.clone(),
        rust_name: field_name(&row.name.value),
        ty: writable.unwrap_or_else(string),
        required: row.notes.iter().any(|note| note.value == Note::Required),
        docs: docs::docs(row.description.as_ref(), row.name.span, &claim.page.path, options),
        span: row.name.span,
        rule: row.name.rule,
    }
}

fn shown_only(name: &str, line: &Fact<RequestLine>, required: bool) -> Parameter {
    Parameter {
        wire_name: name.to_owned(),
        rust_name: field_name(name),
        ty: string(),
        required,
        docs: crate::Docs::default(),
        span: line.span,
        rule: line.rule,
    }
}

fn string() -> ValueType {
    ValueType { item: ItemType::Scalar(Scalar::String), collection: false }
}

/// The names before `=` in a request line's query.
pub(super) fn names_in(line: &RequestLine) -> BTreeSet<String> {
    let query = line.query.as_deref().unwrap_or_default();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, _)| name.trim().to_owned()).filter(|name| is_plain(name)).collect()
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
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// One parameter for each name; two names that Rust spells alike get a number.
fn with_unlike_names(parameters: Vec<Parameter>) -> Vec<Parameter> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut spelled: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for mut parameter in parameters {
        if !seen.insert(parameter.wire_name.to_ascii_lowercase()) {
            continue;
        }
        let count = spelled.entry(parameter.rust_name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            parameter.rust_name =
                format!("{}_{count}", parameter.rust_name.trim_start_matches("r#"));
        }
        kept.push(parameter);
    }
    kept
}
