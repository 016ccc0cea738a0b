//! Which type a property has, where several statements say something about it.
//!
//! The cell decides, with these exceptions, each of them provable from what is documented:
//!
//! 1. a cell that names several structured types means the nearest base type they share, or else the
//!    one that the JSON representation names;
//! 2. `String` and any JSON give way to a documented type that the JSON representation names, and so
//!    does the target of a link to the type that both the JSON representation and the link's text name;
//! 3. `String` means the enumeration whose members the description lists, if there is just one, or
//!    else the one that is called after the type and the property;
//! 4. a relationship without "collection" is one if an operation of its name lists values of its type, or if
//!    its cell names the set of the type: `boats` for the type `boat`.
//!
//! Where the cell says nothing usable, the JSON representation decides, then another page's row. For an
//! inherited property the base type's page decides, see [`super::own`].

use std::collections::BTreeSet;

use diag::Diagnostic;
use facts::{JsonMember, PageFacts, PropertyFacts, TableRole, TypeCell};

use super::bases::{Bases, chain};
use super::enums::ByMembers;
use super::plural::is_plural_of;
use super::property::{cell_type, unresolved, untyped};
use super::{Resolution, RowContext, json_type, simple_name};
use crate::{Fact, ItemType, Property, QualifiedName, Scalar, ValueType};

const SHARED_BASE: &str = "shared-base";

/// Everything stated about the type of one property.
pub(crate) struct Evidence<'a> {
    /// The type that the rows belong to.
    pub(crate) owner: &'a QualifiedName,
    /// Its rows, the home page's first; never empty.
    pub(crate) rows: &'a [(&'a PageFacts, &'a PropertyFacts)],
    /// Its member of the JSON representation.
    pub(crate) json: Option<&'a JsonMember>,
    /// Enumerations by members.
    pub(crate) by_members: &'a ByMembers,
    /// Base types.
    pub(crate) bases: &'a Bases,
    /// Last path segments, in lower case, of operations that list values of a type.
    pub(crate) lists: &'a BTreeSet<(String, QualifiedName)>,
    /// Fixed segments, in lower case, that a key follows in some path.
    pub(crate) keyed: &'a BTreeSet<String>,
    /// Where the first row stands.
    pub(crate) context: RowContext<'a>,
}

/// Decides the type; reports what contradicts it, or that nothing could be understood.
pub(crate) fn decide(
    evidence: &Evidence<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Fact<ValueType> {
    let (_, first) = evidence.rows[0];
    let shown = shown(evidence);
    let Some(stated) = stated(evidence) else {
        return shown.unwrap_or_else(|| {
            diagnostics.push(unresolved(first));
            untyped(first)
        });
    };
    let mut decided = refine(stated, shown.as_ref(), evidence);
    if !decided.value.collection && is_listed(&decided.value.item, evidence) {
        decided.value.collection = true;
        decided.rule = "listed-by-operation";
    }
    if !decided.value.collection && names_set(&decided.value.item, evidence) {
        decided.value.collection = true;
        decided.rule = "plural-set";
    }
    report_conflict(&decided, shown.as_ref(), first, diagnostics);
    decided
}

/// Reports a row that gives an inherited property another type than the base type does.
pub(crate) fn compare_with_base(
    evidence: &Evidence<'_>,
    base: &Property,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (_, first) = evidence.rows[0];
    let conflicting = stated(evidence).filter(|stated| {
        stated.value != base.ty.value
            && base.ty.value.item != ItemType::Untyped
            && !is_string(&stated.value.item)
    });
    if let Some(stated) = conflicting {
        diagnostics.push(
            Diagnostic::warning(
                "conflicting-type",
                stated.span,
                format!("`{}` has another type in `{}`", first.name.value, base.declared_in.name),
            )
            .help("the base type's statement is used"),
        );
    }
}

/// The first cell that resolves.
fn stated(evidence: &Evidence<'_>) -> Option<Fact<ValueType>> {
    let mut rows = evidence.rows.iter();
    rows.find_map(|(page, row)| {
        let context = RowContext { page: &page.path, ..evidence.context };
        let mut ty = cell_type(row, context)?;
        if let Some(shared) = shared_base(row, evidence) {
            ty.value.item = ItemType::Struct(shared);
            ty.rule = SHARED_BASE;
        }
        Some(ty)
    })
}

/// The nearest type that all structured types of a cell are or derive from, if the cell names several.
fn shared_base(row: &PropertyFacts, evidence: &Evidence<'_>) -> Option<QualifiedName> {
    let named = structs_named(&row.ty.as_ref()?.value, evidence);
    let holds_all = |above: &&QualifiedName| {
        named.iter().all(|name| chain(evidence.bases, name).any(|step| step == *above))
    };
    let first = named.first().filter(|_| named.len() > 1)?;
    chain(evidence.bases, first).find(holds_all).cloned()
}

/// The structured types that a cell names.
fn structs_named(cell: &TypeCell, evidence: &Evidence<'_>) -> Vec<QualifiedName> {
    let context = evidence.context;
    let named = cell.mentions.iter().filter_map(|mention| {
        match context.index.resolve(mention, context.namespace) {
            Resolution::Struct(name) => Some(name),
            _ => None,
        }
    });
    named.collect()
}

fn shown(evidence: &Evidence<'_>) -> Option<Fact<ValueType>> {
    let member = evidence.json?;
    let value = json_type(member, evidence.context.index, evidence.context.namespace)?;
    Some(Fact { value, span: member.name.span, rule: member.name.rule })
}

/// The stated type, or a more telling one where the cell only says `String` or any JSON.
fn refine(
    mut stated: Fact<ValueType>,
    shown: Option<&Fact<ValueType>>,
    evidence: &Evidence<'_>,
) -> Fact<ValueType> {
    let (_, row) = evidence.rows[0];
    let several = stated.rule != SHARED_BASE
        && row.ty.as_ref().is_some_and(|cell| structs_named(&cell.value, evidence).len() > 1);
    let vague = is_string(&stated.value.item) || stated.value.item == ItemType::Untyped || several;
    // Only a qualified name is sure to be a type; a placeholder may spell one by chance.
    let qualified = evidence.json.and_then(|m| m.ty.as_deref()).is_some_and(|ty| ty.contains('.'));
    let telling = |shown: &&Fact<ValueType>| vague && qualified && is_documented(&shown.value.item);
    if let Some(shown) = shown.filter(|shown| {
        telling(shown) || (spells(row, &shown.value.item) && !spells(row, &stated.value.item))
    }) {
        stated.value.item = shown.value.item.clone();
        stated.rule = shown.rule;
    } else if is_string(&stated.value.item)
        && let Some((name, rule)) = listed_enum(evidence).or_else(|| namesake_enum(evidence))
    {
        stated.value.item = ItemType::Enum(name);
        stated.rule = rule;
    }
    stated
}

/// The words of the cell name this type, wherever their link leads.
fn spells(row: &PropertyFacts, item: &ItemType) -> bool {
    let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
    match item {
        ItemType::Struct(name) | ItemType::Enum(name) => mentions
            .into_iter()
            .any(|mention| simple_name(&mention.name).eq_ignore_ascii_case(&name.name)),
        ItemType::Scalar(_) | ItemType::Untyped => false,
    }
}

fn is_string(item: &ItemType) -> bool {
    *item == ItemType::Scalar(Scalar::String)
}

fn is_documented(item: &ItemType) -> bool {
    matches!(item, ItemType::Enum(_) | ItemType::Struct(_))
}

/// The enumeration whose members the descriptions list.
fn listed_enum(evidence: &Evidence<'_>) -> Option<(QualifiedName, &'static str)> {
    evidence.rows.iter().find_map(|(_, row)| {
        let values = row.values.iter().map(|value| value.value.as_str());
        Some((evidence.by_members.find(values)?.clone(), "enum-by-values"))
    })
}

/// The enumeration called after the type and the property: `attendeeType` for `type` of `attendee`.
fn namesake_enum(evidence: &Evidence<'_>) -> Option<(QualifiedName, &'static str)> {
    let (_, row) = evidence.rows[0];
    let name = format!("{}.{}{}", evidence.owner.namespace, evidence.owner.name, row.name.value);
    match evidence.context.index.exactly(&name)? {
        Resolution::Enum(name) => Some((name, "enum-by-name")),
        _ => None,
    }
}

/// An operation lists values of this type under the property's name.
fn is_listed(item: &ItemType, evidence: &Evidence<'_>) -> bool {
    let (_, row) = evidence.rows[0];
    match item {
        ItemType::Struct(name) if row.role == TableRole::Relationships => {
            evidence.lists.contains(&(row.name.value.to_ascii_lowercase(), name.clone()))
        }
        _ => false,
    }
}

/// The cell of a relationship names the set of its type: by the type's plural, or by the type's own name where
/// that is a plural and paths select from it by key.
fn names_set(item: &ItemType, evidence: &Evidence<'_>) -> bool {
    let (_, row) = evidence.rows[0];
    let ItemType::Struct(ty) = item else { return false };
    let Some(cell) = row.ty.as_ref().filter(|_| row.role == TableRole::Relationships) else {
        return false;
    };
    let written = cell.value.text.trim();
    let keyed = || evidence.keyed.contains(&written.to_ascii_lowercase());
    is_plural_of(written, &ty.name)
        || (written.eq_ignore_ascii_case(&ty.name) && written.ends_with('s') && keyed())
}

/// Reports a JSON representation that shows another type, or a collection where the cell states one
/// value. A placeholder such as `"String"` stands for many types and contradicts none.
fn report_conflict(
    decided: &Fact<ValueType>,
    shown: Option<&Fact<ValueType>>,
    row: &PropertyFacts,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(shown) = shown else { return };
    let name = &row.name.value;
    let (json, table) = (&shown.value, &decided.value);
    let report = if json.collection != table.collection {
        let form = |collection| if collection { "a collection" } else { "one value" };
        let json = form(json.collection);
        let message = format!("the JSON representation shows {json} for `{name}`");
        Diagnostic::note("conflicting-collection", shown.span, message)
            .help(format!("the table states {}, which is used", form(table.collection)))
    } else if are_exclusive(&json.item, &table.item) {
        let message = format!("the JSON representation shows another type for `{name}`");
        Diagnostic::note("conflicting-type", shown.span, message)
            .help("the table's statement is used")
    } else {
        return;
    };
    diagnostics.push(report);
}

/// Two scalars that no value is both of, as far as JSON tells them apart.
fn are_exclusive(json: &ItemType, table: &ItemType) -> bool {
    use Scalar::{Byte, Decimal, Double, Int16, Int32, Int64, SByte, Single, String};
    let (ItemType::Scalar(json), ItemType::Scalar(table)) = (json, table) else { return false };
    let is_number =
        |scalar| matches!(scalar, Byte | Decimal | Double | Int16 | Int32 | Int64 | SByte | Single);
    json != table && *json != String && !(is_number(*json) && is_number(*table))
}
