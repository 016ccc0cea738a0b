//! How the rest of the documentation uses a type: what tells entity types from complex ones.
//!
//! Looks at all pages once and answers per type. OData gives the reasons: a navigation property always
//! leads to an entity type, a structural one to a complex type, and a key segment selects an entity.

use std::collections::{BTreeMap, BTreeSet};

use facts::{Mention, Method, OperationFacts, PageFacts, Segment, TableRole};

use super::statements::Statements;
use super::{Resolution, TypeIndex};
use crate::QualifiedName;

/// Uses of types all over the pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// The type of a relationship.
    pub(crate) navigated: BTreeSet<QualifiedName>,
    /// The type of a structural property.
    pub(crate) embedded: BTreeSet<QualifiedName>,
    /// Returned by a GET whose path ends in a key.
    pub(crate) read_by_key: BTreeSet<QualifiedName>,
    /// Returned by any GET that calls no function.
    pub(crate) read: BTreeSet<QualifiedName>,
}

/// Reads the uses from property tables and from operations.
pub(crate) fn uses(found: &Statements<'_>, pages: &[PageFacts], index: &TypeIndex) -> Uses {
    let mut uses = Uses::default();
    for stated in found.structs.values() {
        let rows = stated.statements.iter().flat_map(|(_, facts)| &facts.properties);
        for row in rows {
            let set = match row.role {
                TableRole::Relationships => &mut uses.navigated,
                TableRole::Properties => &mut uses.embedded,
                TableRole::Parameters => continue,
            };
            let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
            set.extend(mentions.filter_map(|m| structure(m, index, &stated.name.namespace)));
        }
    }
    for page in pages {
        if let Some(operation) = &page.operation {
            let namespace = page.namespace.as_ref().map_or("", |line| line.value.as_str());
            add_reads(&mut uses, operation, namespace, index);
        }
    }
    uses
}

fn add_reads(uses: &mut Uses, operation: &OperationFacts, namespace: &str, index: &TypeIndex) {
    let gets = || operation.requests.iter().filter(|request| request.value.method == Method::Get);
    let ends =
        |test: fn(&Segment) -> bool| gets().any(|get| get.value.segments.last().is_some_and(test));
    let by_key = ends(|last| matches!(last, Segment::Key(_) | Segment::KeyPredicate(_)));
    let plain = ends(|last| matches!(last, Segment::Literal(_)));
    if !by_key && !plain {
        return;
    }
    for name in returned(operation, namespace, index) {
        if by_key {
            uses.read_by_key.insert(name.clone());
        }
        uses.read.insert(name);
    }
}

/// The types of the operation's responses: annotated ones, else those of the response sentence.
fn returned(operation: &OperationFacts, namespace: &str, index: &TypeIndex) -> Vec<QualifiedName> {
    let annotated =
        operation.response.annotations.iter().filter_map(|a| a.value.odata_type.clone());
    let mut mentions: Vec<Mention> = annotated.map(|name| Mention { name, link: None }).collect();
    if mentions.is_empty() {
        let stated = operation.response.statements.iter();
        mentions
            .extend(stated.flat_map(|statement| statement.value.mentions.iter().take(1)).cloned());
    }
    mentions.iter().filter_map(|mention| structure(mention, index, namespace)).collect()
}

fn structure(mention: &Mention, index: &TypeIndex, namespace: &str) -> Option<QualifiedName> {
    match index.resolve(mention, namespace) {
        Resolution::Struct(name) => Some(name),
        _ => None,
    }
}

/// Keys that pages state, by type: annotation first, then "Key." descriptions.
pub(crate) fn stated_keys(found: &Statements<'_>) -> BTreeMap<QualifiedName, Vec<String>> {
    let mut keys: BTreeMap<QualifiedName, Vec<String>> = BTreeMap::new();
    for stated in found.structs.values() {
        let mut claims = stated.statements.iter().flat_map(|(_, facts)| &facts.keys);
        if let Some(first) = claims.next() {
            let own = keys.entry(stated.name.clone()).or_default();
            own.push(first.value.clone());
            let same_rule = claims.filter(|claim| claim.rule == first.rule);
            for claim in same_rule.filter(|claim| claim.span.page == first.span.page) {
                if !own.iter().any(|key| key.eq_ignore_ascii_case(&claim.value)) {
                    own.push(claim.value.clone());
                }
            }
        }
    }
    keys
}
