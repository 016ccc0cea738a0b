//! What the pages of operations that create or change objects list and show.
//!
//! Reads body tables and example bodies of all pages of an operation; returns them by the type that they
//! are about. Decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use facts::{BodyStatement, Note, PageFacts, PropertyFacts};

use crate::types::{Resolution, TypeIndex};
use crate::{BodyContent, ItemType, Operation, OperationKind, QualifiedName, ValueType};

/// One page about sending one type.
#[derive(Clone, Debug)]
pub(crate) struct Sending<'a> {
    /// What is done with the object.
    pub(crate) kind: OperationKind,
    /// The page speaks for the operation, or no page about this type does.
    pub(crate) speaks: bool,
    /// Rows of the page's body tables, by property in lower case.
    rows: BTreeMap<String, &'a PropertyFacts>,
    /// Bodies of its examples: their types, where they name one, and their keys.
    examples: Vec<(Option<QualifiedName>, &'a [String])>,
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

    /// There are examples of objects of type `name`, and none sends `property`.
    pub(crate) fn does_without(&self, property: &str, name: &QualifiedName) -> bool {
        let own = self.examples.iter().filter(|(ty, _)| ty.as_ref().is_none_or(|ty| ty == name));
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
pub(crate) struct Statements<'a>(BTreeMap<QualifiedName, Vec<Sending<'a>>>);

impl<'a> Statements<'a> {
    /// The pages that send `name` or a type that it derives from: where that may be sent, this may.
    pub(crate) fn of(
        &self,
        name: &QualifiedName,
        bases: &BTreeMap<QualifiedName, QualifiedName>,
    ) -> Vec<&Sending<'a>> {
        let chain = std::iter::successors(Some(name), |name| bases.get(*name));
        chain.filter_map(|name| self.0.get(name)).flatten().collect()
    }
}

pub(super) fn collect<'a>(
    pages: &'a [PageFacts],
    operations: &[Operation],
    index: &TypeIndex,
) -> Statements<'a> {
    let by_path: BTreeMap<&str, &PageFacts> =
        pages.iter().map(|page| (page.path.as_str(), page)).collect();
    let mut statements = Statements::default();
    let mut seen = BTreeSet::new();
    for (sent, operation) in operations.iter().filter_map(|it| Some((sent(it)?, it))) {
        let pages = operation.pages.iter().filter_map(|path| by_path.get(path.as_str()).copied());
        let named = pages.filter_map(|page| Some((named(page, sent, index)?, page)));
        let named: Vec<(QualifiedName, &PageFacts)> = named.collect();
        let main = named.iter().find(|(_, page)| page.page == operation.span.page);
        for (name, page) in &named {
            let speaks = main.is_none_or(|(of, main)| of != name || main.path == page.path);
            if seen.insert((&page.path, operation.kind, name.clone())) {
                let sending = Sending { speaks, ..sending(operation.kind, page, index) };
                statements.0.entry(name.clone()).or_default().push(sending);
            }
        }
    }
    statements
}

/// The type of which an operation sends an object to keep.
fn sent(operation: &Operation) -> Option<&QualifiedName> {
    let keeps = matches!(
        operation.kind,
        OperationKind::Create | OperationKind::Update | OperationKind::Replace
    );
    match &operation.body.as_ref().filter(|_| keeps)?.content {
        BodyContent::Value(ValueType { item: ItemType::Struct(name), collection: false }) => {
            Some(name)
        }
        _ => None,
    }
}

/// The type that an operation's page names for the body, if it derives from `sent`; else `sent`.
fn named(page: &PageFacts, sent: &QualifiedName, index: &TypeIndex) -> Option<QualifiedName> {
    let statement = page.operation.as_ref()?.body.statement.as_ref();
    let Some(BodyStatement::Representation(mentions)) = statement.map(|fact| &fact.value) else {
        return Some(sent.clone());
    };
    let derived = index.structure(sent).map(|item| item.derived.as_slice()).unwrap_or_default();
    let namespace = page.namespace.as_ref().map_or("", |line| line.value.as_str());
    let mut named = mentions.iter().map(|mention| index.resolve(mention, namespace));
    let derived = named.find_map(|it| match it {
        Resolution::Struct(name) if derived.contains(&name) => Some(name),
        _ => None,
    });
    Some(derived.unwrap_or_else(|| sent.clone()))
}

fn sending<'a>(kind: OperationKind, page: &'a PageFacts, index: &TypeIndex) -> Sending<'a> {
    let mut rows = BTreeMap::new();
    let facts = page.operation.as_ref();
    for row in facts.iter().flat_map(|facts| &facts.body.properties) {
        rows.entry(row.name.value.to_ascii_lowercase()).or_insert(row);
    }
    let namespace = page.namespace.as_ref().map_or("", |line| line.value.as_str());
    let examples = facts.into_iter().flat_map(|facts| &facts.examples);
    let sent = examples.filter_map(|example| example.sent.as_ref());
    let examples = sent
        .filter(|body| !body.keys.is_empty())
        .map(|body| {
            let ty = body.odata_type.as_ref().map(|name| index.resolve_name(name, namespace));
            let ty = ty.and_then(|it| match it {
                Resolution::Struct(name) => Some(name),
                _ => None,
            });
            (ty, body.keys.as_slice())
        })
        .collect();
    Sending { kind, speaks: true, rows, examples }
}

/// A row says this.
pub(super) fn says(row: &PropertyFacts, note: &Note) -> bool {
    row.notes.iter().any(|fact| fact.value == *note)
}
