//! How the rest of the documentation uses a type: what tells entity types from complex ones.
//!
//! Looks at all pages once and answers per type. OData gives the reasons: a navigation property always
//! leads to an entity type, a structural one to a complex type, and a key segment selects an entity.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use facts::{Method, OperationFacts, PageFacts, Segment, TableRole};

use super::id::TypeId;
use super::index::TypeIndex;
use super::stated::Statements;
use super::statements::stated_namespace;

/// Uses of types all over the pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// The rows of relationships to a type.
    pub(crate) navigated: BTreeMap<TypeId, Vec<Span>>,
    /// The rows of structural properties of a type.
    pub(crate) embedded: BTreeMap<TypeId, Vec<Span>>,
    /// Returned by a GET whose path ends in a key.
    pub(crate) read_by_key: BTreeSet<TypeId>,
    /// Returned by any GET that calls no function.
    pub(crate) read: BTreeSet<TypeId>,
    /// Members below a key, in lower case, that a GET answers with a collection of a type.
    pub(crate) listed: BTreeSet<(String, TypeId)>,
}

/// Reads the uses from property tables and from operations.
pub(crate) fn uses(found: &Statements<'_>, pages: &[&PageFacts], index: &TypeIndex) -> Uses {
    let mut uses = Uses::default();
    for stated in found.structs.values() {
        for row in stated.rows() {
            let set = match row.role {
                TableRole::Relationships => &mut uses.navigated,
                TableRole::Properties => &mut uses.embedded,
                TableRole::Parameters => continue,
            };
            let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
            let ids = mentions.filter_map(|it| index.structure(it, stated.namespace()));
            for id in ids.collect::<BTreeSet<TypeId>>() {
                set.entry(id).or_default().push(row.name.span);
            }
        }
    }
    for page in pages {
        if let Some(operation) = &page.operation {
            add_reads(&mut uses, operation, stated_namespace(page), index);
        }
    }
    uses
}

fn add_reads(uses: &mut Uses, operation: &OperationFacts, namespace: &str, index: &TypeIndex) {
    let gets = || operation.requests.iter().filter(|request| request.value.method == Method::Get);
    let ends: Vec<&Segment> = gets().filter_map(|get| get.value.segments.last()).collect();
    let by_key = ends.iter().any(|end| is_key(end));
    let member = member_below_key(gets().map(|get| get.value.segments.as_slice()));
    if !by_key && !ends.iter().any(|end| matches!(end, Segment::Literal(_))) {
        return;
    }
    let lists = lists(operation);
    for id in returned(operation, namespace, index) {
        if by_key {
            uses.read_by_key.insert(id);
        }
        if let Some(member) = member.as_ref().filter(|_| lists) {
            uses.listed.insert((member.clone(), id));
        }
        uses.read.insert(id);
    }
}

fn is_key(segment: &Segment) -> bool {
    matches!(segment, Segment::Key(_) | Segment::KeyPredicate(_))
}

/// `members` of `/groups/{id}/members`, if all lines end in the same fixed segment after a key.
fn member_below_key<'a>(lines: impl Iterator<Item = &'a [Segment]>) -> Option<String> {
    let mut member: Option<String> = None;
    for line in lines {
        let [.., key, Segment::Literal(name)] = line else { return None };
        let name = name.to_ascii_lowercase();
        if !is_key(key) || member.as_ref().is_some_and(|other| *other != name) {
            return None;
        }
        member = Some(name);
    }
    member
}

/// The response is a collection by the sentence as well as by an annotation or its body. Either alone
/// is wrong too often.
fn lists(operation: &OperationFacts) -> bool {
    let shown = operation.response.annotations.iter().any(|annotation| {
        annotation.value.collection
            || annotation.value.body.as_ref().is_some_and(|body| body.value_array)
    });
    shown && operation.response.statements.iter().any(|statement| statement.value.collection)
}

/// The types of the operation's responses: annotated ones, else those of the response sentence.
pub(super) fn returned(
    operation: &OperationFacts,
    namespace: &str,
    index: &TypeIndex,
) -> Vec<TypeId> {
    let annotated = operation.response.annotations.iter();
    let names: Vec<&str> =
        annotated.filter_map(|annotation| annotation.value.odata_type.as_deref()).collect();
    if names.is_empty() {
        let stated = operation.response.statements.iter();
        let mentions = stated.filter_map(|statement| statement.value.mentions.first());
        return mentions.filter_map(|mention| index.structure(mention, namespace)).collect();
    }
    let items = names.into_iter().filter_map(|name| index.resolve_name(name, namespace));
    items.filter_map(|item| item.structure().copied()).collect()
}

/// Keys by type.
pub(crate) type Keys = BTreeMap<TypeId, Vec<String>>;

/// Keys that pages state, by type: annotation first, then "Key." descriptions.
pub(crate) fn stated_keys(found: &Statements<'_>) -> Keys {
    let mut keys = Keys::new();
    for (id, stated) in &found.structs {
        let mut claims = stated.facts().flat_map(|facts| &facts.keys);
        if let Some(first) = claims.next() {
            let own = keys.entry(*id).or_default();
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
