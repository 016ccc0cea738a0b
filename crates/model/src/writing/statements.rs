//! What the pages of operations that create or change objects list and show.
//!
//! Reads body tables and example bodies of all pages of an operation; returns them by the type that they
//! are about. Decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use facts::{BodyStatement, Note, PageFacts, PropertyFacts};

use crate::operations::{Draft, Operations, Sent};
use crate::types::{TypeId, TypeIndex, Types, stated_namespace};
use crate::{ItemType, OperationKind, ValueType};

/// One page about sending one type.
#[derive(Clone, Debug)]
pub(crate) struct Sending<'a> {
    /// The page's path.
    pub(crate) page: &'a str,
    /// What is done with the object.
    pub(crate) kind: OperationKind,
    /// The page speaks for the operation, or no page about this type does.
    pub(crate) speaks: bool,
    /// Rows of the page's body tables, by property in lower case.
    rows: BTreeMap<String, &'a PropertyFacts>,
    /// Bodies of its examples: their types, where they name one, and their keys.
    examples: Vec<(Option<TypeId>, &'a [String])>,
}

impl<'a> Sending<'a> {
    /// The row of a property.
    pub(crate) fn row(&self, property: &str) -> Option<&'a PropertyFacts> {
        self.rows.get(&property.to_ascii_lowercase()).copied()
    }

    /// The page lists properties.
    pub(crate) fn has_table(&self) -> bool {
        !self.rows.is_empty()
    }

    /// There are examples of objects of the type `id`, and none sends `property`.
    pub(crate) fn does_without(&self, property: &str, id: TypeId) -> bool {
        let own = self.examples.iter().filter(|(ty, _)| ty.is_none_or(|ty| ty == id));
        let mut own =
            own.map(|(_, keys)| keys.iter().any(|key| key.eq_ignore_ascii_case(property)));
        own.next().is_some_and(|first| !first) && own.all(|sends| !sends)
    }

    /// The page says in earnest that `property`, a key, is the client's to give: an example sends it, or the
    /// page has no example and requires it.
    pub(crate) fn gives(&self, property: &str) -> bool {
        let required = |row| says(row, &Note::Required) || says(row, &Note::RequiredOnCreate);
        self.shows(property) || self.examples.is_empty() && self.row(property).is_some_and(required)
    }

    /// An example sends `property`, which the page itself does not call read-only.
    pub(crate) fn shows(&self, property: &str) -> bool {
        let mut keys = self.examples.iter().flat_map(|(_, keys)| keys.iter());
        keys.any(|key| key.eq_ignore_ascii_case(property))
            && !self.row(property).is_some_and(|row| says(row, &Note::ReadOnly))
    }
}

/// The pages by the type that they send.
#[derive(Debug, Default)]
pub(crate) struct Statements<'a>(BTreeMap<TypeId, Vec<Sending<'a>>>);

impl<'a> Statements<'a> {
    /// The pages of all operations.
    pub(super) fn new(operations: &Operations<'a>, types: &Types<'_>) -> Self {
        let mut statements = Self::default();
        let mut seen = BTreeSet::new();
        for (sent, draft) in operations.drafts.iter().filter_map(|it| Some((sent(it)?, it))) {
            let named = draft.pages().map(|page| (named(page, sent, types), page));
            let named: Vec<(TypeId, &PageFacts)> = named.collect();
            let main = named.iter().find(|(_, page)| page.page == draft.span().page);
            for (id, page) in &named {
                let speaks = main.is_none_or(|(of, main)| of != id || main.path == page.path);
                if seen.insert((&page.path, draft.kind(), *id)) {
                    let sending = sending(draft.kind(), page, speaks, &types.index);
                    statements.0.entry(*id).or_default().push(sending);
                }
            }
        }
        statements
    }

    /// The pages that send the type or one that it derives from: where that may be sent, this may.
    pub(super) fn of(&self, id: TypeId, types: &Types<'_>) -> Vec<&Sending<'a>> {
        types.chain(id).filter_map(|id| self.0.get(&id)).flatten().collect()
    }
}

/// The type of which an operation sends an object to keep.
fn sent(draft: &Draft<'_>) -> Option<TypeId> {
    let keeps = matches!(
        draft.kind(),
        OperationKind::Create | OperationKind::Update | OperationKind::Replace
    );
    match draft.body().filter(|_| keeps)?.value {
        Sent::Value(ValueType { item: ItemType::Struct(id), collection: false }) => Some(id),
        _ => None,
    }
}

/// The type that an operation's page names for the body, if it derives from `sent`; else `sent`.
fn named(page: &PageFacts, sent: TypeId, types: &Types<'_>) -> TypeId {
    let statement = page.operation.as_ref().and_then(|facts| facts.body.statement.as_ref());
    let Some(BodyStatement::Representation(mentions)) = statement.map(|fact| &fact.value) else {
        return sent;
    };
    let derived = types.structure(sent).map_or(&[][..], |item| &item.derived);
    let namespace = stated_namespace(page);
    let mut named = mentions.iter().filter_map(|it| types.index.structure(it, namespace));
    named.find(|id| derived.contains(id)).unwrap_or(sent)
}

fn sending<'a>(
    kind: OperationKind,
    page: &'a PageFacts,
    speaks: bool,
    index: &TypeIndex,
) -> Sending<'a> {
    let mut rows = BTreeMap::new();
    let facts = page.operation.as_ref();
    for row in facts.iter().flat_map(|facts| &facts.body.properties) {
        rows.entry(row.name.value.to_ascii_lowercase()).or_insert(row);
    }
    let named = |name: &String| index.resolve_name(name, stated_namespace(page));
    let examples = facts.into_iter().flat_map(|facts| &facts.examples);
    let sent = examples.filter_map(|example| example.sent.as_ref());
    let examples = sent
        .filter(|body| !body.keys.is_empty())
        .map(|body| {
            let item = body.odata_type.as_ref().and_then(named);
            (item.and_then(|item| item.structure().copied()), body.keys.as_slice())
        })
        .collect();
    Sending { page: &page.path, kind, speaks, rows, examples }
}

/// A row says this.
pub(super) fn says(row: &PropertyFacts, note: &Note) -> bool {
    row.notes.iter().any(|fact| fact.value == *note)
}
