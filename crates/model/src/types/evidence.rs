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
    /// Last path segments, in lower case, of GETs that answer with a collection of a type.
    pub(crate) listed: BTreeSet<(String, QualifiedName)>,
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
    let gets = operation.requests.iter().filter(|request| request.value.method == Method::Get);
    let ends: Vec<&Segment> = gets.filter_map(|get| get.value.segments.last()).collect();
    let by_key = ends.iter().any(|end| matches!(end, Segment::Key(_) | Segment::KeyPredicate(_)));
    let literals: Vec<String> = ends
        .iter()
        .filter_map(|end| match end {
            Segment::Literal(name) => Some(name.to_ascii_lowercase()),
            _ => None,
        })
        .collect();
    if !by_key && literals.is_empty() {
        return;
    }
    for (name, collection) in returned(operation, namespace, index) {
        if by_key {
            uses.read_by_key.insert(name.clone());
        }
        if collection {
            uses.listed.extend(literals.iter().map(|literal| (literal.clone(), name.clone())));
        }
        uses.read.insert(name);
    }
}

/// The types of the operation's responses, and whether as a collection: annotated ones, else those of
/// the response sentence.
fn returned(
    operation: &OperationFacts,
    namespace: &str,
    index: &TypeIndex,
) -> Vec<(QualifiedName, bool)> {
    let annotated = operation.response.annotations.iter().filter_map(|annotation| {
        let name = annotation.value.odata_type.clone()?;
        Some((Mention { name, link: None }, annotation.value.collection))
    });
    let mut mentions: Vec<(Mention, bool)> = annotated.collect();
    if mentions.is_empty() {
        let stated = operation.response.statements.iter().map(|statement| &statement.value);
        mentions.extend(
            stated.filter_map(|s| s.mentions.first().map(|first| (first.clone(), s.collection))),
        );
    }
    let resolved = mentions.iter();
    resolved
        .filter_map(|(mention, many)| Some((structure(mention, index, namespace)?, *many)))
        .collect()
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
