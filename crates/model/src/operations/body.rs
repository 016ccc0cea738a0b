//! What an operation sends.
//!
//! The precedence: what the method fixes (reading and deleting send nothing, `$ref` a reference), then a
//! statement that there is none, then the type that the page's sentence names, its table of parameters or
//! its JSON, then what the path addresses. A body of the addressed type, or of a relative of it, is that
//! type: a table of properties below it only says which of them matter.

use diag::{Diagnostic, Span};
use facts::{BodyFacts, BodyStatement, Mention, Rule};

use super::claims::Claim;
use super::fields::fields;
use super::lineage::are_kin;
use crate::types::TypeIndex;
use crate::{
    Body, BodyContent, ItemType, Method, OperationKind, Options, Property, QualifiedName, Role,
    Shape, ValueType,
};

/// What is known of the operation whose body is to be settled.
#[derive(Clone, Copy)]
pub(super) struct Sender<'a> {
    /// The page's claim.
    pub claim: Claim<'a>,
    /// The method.
    pub method: Method,
    /// What it does.
    pub kind: OperationKind,
    /// What its path addresses.
    pub shape: &'a Shape,
    /// All types.
    pub types: &'a TypeIndex,
    /// The build's options.
    pub options: &'a Options<'a>,
}

/// The body of an operation. A struct for parameters has no name yet.
pub(super) fn body(sender: Sender<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Body> {
    let facts = &sender.claim.facts.body;
    let (span, rule) = place(sender.claim, facts);
    let content = match (sender.method, sender.kind) {
        (Method::Get | Method::Head | Method::Options | Method::Delete, _) => None,
        (_, OperationKind::Reference) => Some(BodyContent::Reference),
        (_, OperationKind::Media) => media(facts),
        (_, OperationKind::Action | OperationKind::Function | OperationKind::Delta) => {
            arguments(sender, facts, diagnostics)
        }
        _ => representation(sender, facts, diagnostics),
    }?;
    Some(Body { content, change: None, span, rule })
}

fn place(claim: Claim<'_>, facts: &BodyFacts) -> (Span, Rule) {
    let stated = facts.statement.as_ref().map(|fact| (fact.span, fact.rule));
    let rows = facts.properties.first().map(|row| (row.name.span, row.name.rule));
    stated.or(rows).unwrap_or((claim.line.span, "path"))
}

fn media(facts: &BodyFacts) -> Option<BodyContent> {
    match statement(facts) {
        Some(BodyStatement::None) => None,
        Some(BodyStatement::Binary(media_type)) => Some(bytes(media_type.as_deref())),
        _ => Some(bytes(None)),
    }
}

fn bytes(media_type: Option<&str>) -> BodyContent {
    BodyContent::Binary(media_type.unwrap_or(BodyContent::UNSTATED_BYTES).to_owned())
}

/// An action's parameters. Where the page only says that it sends some type, the body is that type.
fn arguments(
    sender: Sender<'_>,
    facts: &BodyFacts,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<BodyContent> {
    let fields = own_fields(sender, facts, diagnostics);
    match statement(facts) {
        Some(BodyStatement::None) if fields.is_empty() => None,
        Some(BodyStatement::Binary(media_type)) if fields.is_empty() => {
            Some(bytes(media_type.as_deref()))
        }
        Some(BodyStatement::Representation(mentions)) => {
            let named =
                mentioned(mentions, sender).filter(|name| covers(name, &fields, sender.types));
            named.map(value).or_else(|| parameters(fields)).or(Some(BodyContent::Untyped))
        }
        Some(_) => parameters(fields).or(Some(BodyContent::Untyped)),
        None => parameters(fields),
    }
}

/// What creating or changing the addressed thing sends.
fn representation(
    sender: Sender<'_>,
    facts: &BodyFacts,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<BodyContent> {
    match statement(facts) {
        Some(BodyStatement::None) if facts.properties.is_empty() => return None,
        Some(BodyStatement::Binary(media_type)) => {
            return Some(bytes(media_type.as_deref()));
        }
        _ => {}
    }
    represented(sender, facts)
        .map(of_type)
        .or_else(|| parameters(own_fields(sender, facts, diagnostics)))
        .or_else(|| statement(facts).map(|_| BodyContent::Untyped))
}

/// The addressed type, unless the path is not documented and the page names another one.
fn represented(sender: Sender<'_>, facts: &BodyFacts) -> Option<ItemType> {
    let addressed = sender.shape.value.as_ref().map(|value| value.item.clone());
    let addressed = addressed.filter(|item| matches!(item, ItemType::Struct(_)));
    let Some(BodyStatement::Representation(mentions)) = statement(facts) else { return addressed };
    let named = mentioned(mentions, sender).map(ItemType::Struct);
    match (&addressed, &named) {
        (Some(item), Some(other))
            if sender.shape.role != Role::Documented && !are_kin(item, other, sender.types) =>
        {
            named
        }
        _ => addressed.or(named),
    }
}

fn statement(facts: &BodyFacts) -> Option<&BodyStatement> {
    facts.statement.as_ref().map(|fact| &fact.value)
}

/// The first structured type that is mentioned.
fn mentioned(mentions: &[Mention], sender: Sender<'_>) -> Option<QualifiedName> {
    let namespace = sender.claim.page.namespace.as_ref().map_or("", |line| line.value.as_str());
    mentions.iter().find_map(|mention| match sender.types.resolve(mention, namespace).item() {
        ItemType::Struct(name) => Some(name),
        _ => None,
    })
}

/// All `fields` are properties of the type, so that they describe it rather than parameters of a call.
fn covers(name: &QualifiedName, fields: &[Property], types: &TypeIndex) -> bool {
    let Some(structure) = types.structure(name) else { return fields.is_empty() };
    fields.iter().all(|field| {
        structure.fields.iter().any(|own| own.wire_name.eq_ignore_ascii_case(&field.wire_name))
    })
}

fn own_fields(
    sender: Sender<'_>,
    facts: &BodyFacts,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Property> {
    fields(sender.claim, facts, sender.types, sender.options, diagnostics)
}

fn parameters(fields: Vec<Property>) -> Option<BodyContent> {
    let rust_name = String::new();
    (!fields.is_empty()).then_some(BodyContent::Parameters { rust_name, fields })
}

fn value(name: QualifiedName) -> BodyContent {
    of_type(ItemType::Struct(name))
}

fn of_type(item: ItemType) -> BodyContent {
    BodyContent::Value(ValueType { item, collection: false })
}
