//! What an operation sends.
//!
//! The precedence: what the method fixes (reading and deleting send nothing, `$ref` a reference), then a
//! statement that there is none, unless a table lists properties, or that bytes are sent. Creating and changing sends
//! what the path addresses (or a type derived from it, see `narrowed`), also where the page names a relative of it: a
//! table of properties below it only says which of them matter. An unrelated type that the page names is sent unless
//! the path is believed against it (`call`). Where neither is known, the page's table of parameters or its JSON is. An
//! action sends the type that its page names, if that has all properties of the table, else the table or the JSON, and
//! bytes only without them.

use diag::{Diagnostic, Span, codes};
use facts::{BodyFacts, BodyStatement, Fact, Mention, PropertyFacts, Rule};

use super::call::Call;
use super::claim::Claim;
use super::fields::{Parameters, fields};
use super::lineage::are_kin;
use crate::types::{Field, Item, Type, TypeId, Types};
use crate::{BodyContent, ItemType, Method, OperationKind};

/// What a request body holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sent<'a> {
    /// JSON of this type.
    Value(Type),
    /// A JSON object of named parameters.
    Parameters(Parameters<'a>),
    /// A reference.
    Reference,
    /// Bytes of this media type.
    Binary(&'a str),
    /// JSON that the docs do not describe further.
    Untyped,
}

/// The body of a call.
pub(super) fn body<'a>(
    call: &Call<'a>,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Fact<Sent<'a>>> {
    let facts = &call.claim.facts.body;
    let sent = match (call.method(), call.kind) {
        (Method::Get | Method::Head | Method::Options | Method::Delete, _) => None,
        (_, OperationKind::Reference) => Some(Sent::Reference),
        (_, OperationKind::Media) => media(facts),
        (_, OperationKind::Action | OperationKind::Function | OperationKind::Delta) => {
            arguments(call, types, diagnostics)
        }
        _ => representation(call, types, diagnostics),
    }?;
    let (span, rule) = place(call.claim, facts);
    Some(Fact::new(sent, span, rule))
}

/// The reports of rows for which the type that is sent has no property, nor a type that derives from it.
pub(super) fn unsent(call: &Call<'_>, sent: &Sent<'_>, types: &Types<'_>) -> Vec<Diagnostic> {
    let Sent::Value(Type { item: ItemType::Struct(id), .. }) = sent else { return Vec::new() };
    let lacks = |name: &str, id: TypeId| {
        let structure = types.structure(id);
        structure.is_some_and(|it| !it.is_open && it.field(name).is_none())
    };
    let derived = || types.structs.keys().filter(|it| types.chain(**it).any(|above| above == *id));
    let rows = call.claim.facts.body.properties.iter().filter(|row| is_plain(&row.name.value));
    // Few rows are looked for in all types.
    let other = rows.filter(|row| {
        lacks(&row.name.value, *id) && derived().all(|it| lacks(&row.name.value, *it))
    });
    let report = |row: &PropertyFacts| {
        let (row, ty) = (&row.name, types.index.name(*id));
        let message = format!("`{ty}` is sent, which has no `{}`", row.value);
        Diagnostic::new(codes::UNSENT_MEMBER, row.span, message)
            .help("the member is left out; add it to the type, or correct its name")
    };
    other.map(report).collect()
}

/// Not an annotation, nor a path.
fn is_plain(name: &str) -> bool {
    name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn place(claim: Claim<'_>, facts: &BodyFacts) -> (Span, Rule) {
    let stated = facts.statement.as_ref().map(|fact| (fact.span, fact.rule));
    let rows = facts.properties.first().map(|row| (row.name.span, row.name.rule));
    stated.or(rows).unwrap_or((claim.line.span, "path"))
}

fn media(facts: &BodyFacts) -> Option<Sent<'_>> {
    match statement(facts) {
        Some(BodyStatement::None) => None,
        Some(BodyStatement::Binary(media_type)) => Some(bytes(media_type.as_deref())),
        _ => Some(bytes(None)),
    }
}

fn bytes(media_type: Option<&str>) -> Sent<'_> {
    Sent::Binary(media_type.unwrap_or(BodyContent::UNSTATED_BYTES))
}

/// An action's parameters. Where the page only says that it sends some type, the body is that type.
fn arguments<'a>(
    call: &Call<'a>,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Sent<'a>> {
    let fields = fields(call.claim, &types.index, diagnostics);
    match statement(&call.claim.facts.body) {
        Some(BodyStatement::None) if fields.is_empty() => None,
        Some(BodyStatement::Binary(media_type)) if fields.is_empty() => {
            Some(bytes(media_type.as_deref()))
        }
        Some(BodyStatement::Representation(mentions)) => {
            let named = mentioned(mentions, call, types).filter(|id| covers(*id, &fields, types));
            let value = named.map(|id| of_type(ItemType::Struct(id)));
            value.or_else(|| parameters(fields, diagnostics)).or(Some(Sent::Untyped))
        }
        Some(_) => parameters(fields, diagnostics).or(Some(Sent::Untyped)),
        None => parameters(fields, diagnostics),
    }
}

/// What creating or changing the addressed thing sends.
fn representation<'a>(
    call: &Call<'a>,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Sent<'a>> {
    let facts = &call.claim.facts.body;
    match statement(facts) {
        Some(BodyStatement::None) if facts.properties.is_empty() => return None,
        Some(BodyStatement::Binary(media_type)) => {
            return Some(bytes(media_type.as_deref()));
        }
        _ => {}
    }
    represented(call, types)
        .map(of_type)
        .or_else(|| parameters(fields(call.claim, &types.index, diagnostics), diagnostics))
        .or_else(|| statement(facts).map(|_| Sent::Untyped))
}

/// The addressed type, unless the page names another one that the path does not overrule.
fn represented(call: &Call<'_>, types: &Types<'_>) -> Option<Item> {
    let addressed = call.shape.value.map(|value| value.item);
    let addressed = addressed.filter(|item| item.structure().is_some());
    let Some(BodyStatement::Representation(mentions)) = statement(&call.claim.facts.body) else {
        return addressed;
    };
    let named = mentioned(mentions, call, types).map(ItemType::Struct);
    match (addressed, named) {
        (Some(item), Some(other))
            if !are_kin(item, other, types) && !call.overrules(other, types) =>
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
fn mentioned(mentions: &[Mention], call: &Call<'_>, types: &Types<'_>) -> Option<TypeId> {
    let namespace = call.claim.namespace();
    mentions.iter().find_map(|mention| types.index.structure(mention, namespace))
}

/// All `fields` are properties of the type, so that they describe it rather than parameters of a call.
fn covers(id: TypeId, fields: &[Field<'_>], types: &Types<'_>) -> bool {
    let Some(structure) = types.structure(id) else { return fields.is_empty() };
    fields.iter().all(|field| structure.field(field.wire_name).is_some())
}

fn parameters<'a>(fields: Vec<Field<'a>>, diagnostics: &mut Vec<Diagnostic>) -> Option<Sent<'a>> {
    Parameters::new(fields, diagnostics).map(Sent::Parameters)
}

fn of_type<'a>(item: Item) -> Sent<'a> {
    Sent::Value(item.one())
}
