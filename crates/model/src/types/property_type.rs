//! Which type a property has, where several statements say something about it.
//!
//! What somebody corrected decides (`corrected`); else the cell does, with these exceptions, each of them provable from
//! what is documented:
//!
//! 1. a cell that names several structured types means the nearest base type they share, or else the
//!    one that the JSON representation names;
//! 2. `String` and any JSON give way to a documented type that the JSON representation names, and so
//!    does a property's link to the type that both the JSON representation and the link's text name;
//! 3. `String` means the enumeration whose members the description lists, if there is just one, or
//!    else the one that is called after the type and the property;
//! 4. a number that no example shows as one, but as texts that are none, is a text where the JSON representation says
//!    so too, else any JSON, with a report ([`super::sampled`]);
//! 5. a cell that names several types of which no value has two means any JSON, with a report, where none of the above
//!    tells more;
//! 6. a relationship without "collection" is one if an operation of its name lists values of its type, or if
//!    its cell is the plural of the type's name;
//! 7. what all examples show as arrays is a collection, with a report ([`super::shown_arrays`]).
//!
//! The home page's cell goes first, then those of other pages. Where no cell says anything usable, the JSON
//! representation decides. For an inherited property the base type's page decides, see [`super::own`].

mod corrected;

use std::collections::BTreeSet;

use diag::{Diagnostic, codes};
use facts::{Fact, JsonMember, PropertyFacts, TableRole, TypeCell};

use super::field::{Field, Row, cell_type, unresolved, untyped};
use super::id::{Item, Type, TypeId};
use super::index::simple_name;
use super::outline::Outline;
use super::shown_arrays;
use super::value::json_type;
use crate::{ItemType, Scalar};

const SHARED_BASE: &str = "shared-base";
const ONE_OF_SEVERAL: &str = "one-of-several";

/// Everything stated about the type of one property.
pub(crate) struct Evidence<'e, 'a> {
    /// What is decided already.
    pub(crate) outline: &'e Outline<'a>,
    /// The type that the rows belong to.
    pub(crate) owner: TypeId,
    /// Its rows, the home page's first; never empty.
    pub(crate) rows: &'e [Row<'a>],
    /// Its member of the JSON representation.
    pub(crate) json: Option<&'a JsonMember>,
}

impl<'a> Evidence<'_, 'a> {
    /// The home page's row.
    fn first(&self) -> &'a PropertyFacts {
        self.rows[0].facts
    }

    /// The namespace that the rows are read in.
    fn namespace(&self) -> &str {
        &self.outline.index.name(self.owner).namespace
    }
}

/// Decides the type; reports what contradicts it, or that nothing could be understood.
pub(crate) fn decide(evidence: &Evidence<'_, '_>, diagnostics: &mut Vec<Diagnostic>) -> Fact<Type> {
    if let Some(corrected) = corrected::decide(evidence, diagnostics) {
        return corrected;
    }
    let first = evidence.first();
    let shown = shown(evidence);
    let Some(stated) = stated(evidence) else {
        return shown.unwrap_or_else(|| {
            diagnostics.push(unresolved(first));
            untyped(first)
        });
    };
    let place = (evidence.owner, first.name.value.as_str());
    let sampled = evidence.outline.sampled.outweighed(place, &stated, shown.as_ref());
    if let Some((decided, text)) = sampled {
        diagnostics.push(contradicted(&stated, &decided, text, first));
        return decided;
    }
    let mut decided = refine(stated, shown.as_ref(), evidence);
    if let Some(several) = one_of_several(&decided, evidence) {
        diagnostics.push(any_of(&decided, &several, first));
        decided.value.item = ItemType::Untyped;
        decided.rule = ONE_OF_SEVERAL;
    }
    if !decided.value.collection && is_listed(decided.value.item, evidence) {
        decided.value.collection = true;
        decided.rule = "listed-by-operation";
    }
    if !decided.value.collection && names_set(decided.value.item, evidence) {
        decided.value.collection = true;
        decided.rule = "plural-set";
    }
    let represented = shown.as_ref().map(|it| it.value.collection);
    if !decided.value.collection
        && evidence.outline.arrays.outweigh(place, decided.value.item, represented)
    {
        decided.value.collection = true;
        decided.rule = shown_arrays::RULE;
        diagnostics.push(shown_as_arrays(&decided, first));
    }
    diagnostics.extend(shown.and_then(|shown| conflict(&decided, &shown, first)));
    decided
}

/// The report of a row that gives an inherited property another type than the base type does.
pub(crate) fn conflict_with_base(
    evidence: &Evidence<'_, '_>,
    base: &Field<'_>,
) -> Option<Diagnostic> {
    let stated = stated(evidence).filter(|stated| {
        stated.value != base.ty.value
            && base.ty.value.item != ItemType::Untyped
            && !is_string(stated.value.item)
    })?;
    let (name, owner) = (&evidence.first().name.value, evidence.outline.index.name(base.owner?));
    let message = format!("`{name}` has another type in `{}`", owner.name);
    Some(
        Diagnostic::new(codes::CONFLICTING_INHERITED_TYPE, stated.span, message)
            .help("the base type's statement is used"),
    )
}

/// The first cell that resolves.
fn stated(evidence: &Evidence<'_, '_>) -> Option<Fact<Type>> {
    evidence.rows.iter().find_map(|row| {
        let ty = cell_type(row.facts, &evidence.outline.index, evidence.namespace())?;
        Some(match shared_base(row.facts, evidence) {
            Some(shared) => {
                let item = ItemType::Struct(shared);
                Fact { value: Type { item, ..ty.value }, span: ty.span, rule: SHARED_BASE }
            }
            None => ty,
        })
    })
}

/// The nearest type that all structured types of a cell are or derive from, if the cell names several.
fn shared_base(row: &PropertyFacts, evidence: &Evidence<'_, '_>) -> Option<TypeId> {
    let named = structs_named(&row.ty.as_ref()?.value, evidence);
    let outline = evidence.outline;
    let holds_all =
        |above: &TypeId| named.iter().all(|id| outline.chain(*id).any(|step| step == *above));
    let first = named.first().filter(|_| named.len() > 1)?;
    outline.chain(*first).find(holds_all)
}

/// The structured types that a cell names, each once.
fn structs_named(cell: &TypeCell, evidence: &Evidence<'_, '_>) -> BTreeSet<TypeId> {
    let structure = |it| evidence.outline.index.structure(it, evidence.namespace());
    cell.mentions.iter().filter_map(structure).collect()
}

/// The types that the cell names, if there are several and what is decided is just the first of them. What a
/// relationship links to may go by another name than its type, which is no other type.
fn one_of_several(decided: &Fact<Type>, evidence: &Evidence<'_, '_>) -> Option<Vec<Item>> {
    let row = evidence
        .rows
        .iter()
        .find(|row| row.facts.ty.as_ref().is_some_and(|cell| cell.span == decided.span))?;
    let is_value = row.facts.role != TableRole::Relationships;
    let cell = row.facts.ty.as_ref().filter(|cell| is_value && cell.rule == decided.rule)?;
    let resolve = |it| evidence.outline.index.resolve(it, evidence.namespace());
    let mut named: Vec<Item> = Vec::new();
    for item in cell.value.mentions.iter().filter_map(resolve) {
        if !named.contains(&item) {
            named.push(item);
        }
    }
    (named.len() > 1 && named[0] == decided.value.item).then_some(named)
}

fn shown(evidence: &Evidence<'_, '_>) -> Option<Fact<Type>> {
    let member = evidence.json?;
    let value = json_type(member, &evidence.outline.index, evidence.namespace())?;
    Some(Fact { value, span: member.name.span, rule: member.name.rule })
}

/// The stated type, or a more telling one where the cell only says `String` or any JSON.
fn refine(
    stated: Fact<Type>,
    shown: Option<&Fact<Type>>,
    evidence: &Evidence<'_, '_>,
) -> Fact<Type> {
    let row = evidence.first();
    let item = stated.value.item;
    // What a relationship links to is an object of its own, while the JSON may show a value of that name.
    let linked = row.role == TableRole::Relationships;
    let several = stated.rule != SHARED_BASE
        && !linked
        && row.ty.as_ref().is_some_and(|cell| structs_named(&cell.value, evidence).len() > 1);
    let vague = is_string(item) || item == ItemType::Untyped || several;
    // Only a qualified name is sure to be a type; a placeholder may spell one by chance.
    let qualified = evidence.json.and_then(|m| m.ty.as_deref()).is_some_and(|ty| ty.contains('.'));
    let spells = |item| spells(row, item, evidence);
    let is_better = |shown: &&Fact<Type>| {
        let shown = shown.value.item;
        vague && qualified && shown.named().is_some() || !linked && spells(shown) && !spells(item)
    };
    let better = match shown.filter(is_better) {
        Some(shown) => Some((shown.value.item, shown.rule)),
        None if is_string(item) => listed_enum(evidence).or_else(|| namesake_enum(evidence)),
        None => None,
    };
    match better {
        Some((item, rule)) => {
            Fact { value: Type { item, ..stated.value }, span: stated.span, rule }
        }
        None => stated,
    }
}

/// The words of the cell name this type, wherever their link leads.
fn spells(row: &PropertyFacts, item: Item, evidence: &Evidence<'_, '_>) -> bool {
    let Some(id) = item.named() else { return false };
    let name = &evidence.outline.index.name(*id).name;
    let mut mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
    mentions.any(|mention| simple_name(&mention.name).eq_ignore_ascii_case(name))
}

fn is_string(item: Item) -> bool {
    item == ItemType::Scalar(Scalar::String)
}

/// The enumeration whose members the descriptions list.
fn listed_enum(evidence: &Evidence<'_, '_>) -> Option<(Item, &'static str)> {
    evidence.rows.iter().find_map(|row| {
        let values = row.facts.values.iter().map(|value| value.value.as_str());
        Some((ItemType::Enum(evidence.outline.by_members.find(values)?), "enum-by-values"))
    })
}

/// The enumeration called after the type and the property: `attendeeType` for `type` of `attendee`.
fn namesake_enum(evidence: &Evidence<'_, '_>) -> Option<(Item, &'static str)> {
    let index = &evidence.outline.index;
    let name = format!("{}{}", index.name(evidence.owner), evidence.first().name.value);
    let item = index.exactly(&name)?;
    matches!(item, ItemType::Enum(_)).then_some((item, "enum-by-name"))
}

/// An operation lists values of this type under the property's name.
fn is_listed(item: Item, evidence: &Evidence<'_, '_>) -> bool {
    let row = evidence.first();
    match item {
        ItemType::Struct(id) if row.role == TableRole::Relationships => {
            let listed = (row.name.value.to_ascii_lowercase(), id);
            evidence.outline.uses.listed.contains(&listed)
        }
        _ => false,
    }
}

/// The cell of a relationship is the plural of its type's name.
fn names_set(item: Item, evidence: &Evidence<'_, '_>) -> bool {
    let (row, index) = (evidence.first(), &evidence.outline.index);
    let (ItemType::Struct(id), TableRole::Relationships) = (item, row.role) else { return false };
    let name = &index.name(id).name;
    let plurals = index.plurals();
    row.ty.as_ref().is_some_and(|cell| plurals.is_plural_of(cell.value.text.trim(), name))
}

/// The report of a JSON representation that shows another type, or a collection where the cell states one
/// value. A placeholder such as `"String"` stands for many types and contradicts none.
fn conflict(decided: &Fact<Type>, shown: &Fact<Type>, row: &PropertyFacts) -> Option<Diagnostic> {
    let name = &row.name.value;
    let (json, table) = (shown.value, decided.value);
    if json.collection != table.collection {
        let form = |collection| if collection { "a collection" } else { "one value" };
        let json = form(json.collection);
        let message = format!("the JSON representation shows {json} for `{name}`");
        return Some(
            Diagnostic::new(codes::CONFLICTING_COLLECTION, shown.span, message)
                .help(format!("the table states {}, which is used", form(table.collection))),
        );
    }
    let message = format!("the JSON representation shows another type for `{name}`");
    are_exclusive(json.item, table.item).then(|| {
        Diagnostic::new(codes::CONFLICTING_TYPE, shown.span, message)
            .help("the table's statement is used")
    })
}

/// The report of a row that says nothing of several values where examples show them.
fn shown_as_arrays(decided: &Fact<Type>, row: &PropertyFacts) -> Diagnostic {
    let message = format!("all examples show a collection for `{}`", row.name.value);
    Diagnostic::new(codes::CONFLICTING_COLLECTION, decided.span, message).help(
        "it is taken for one, though the table states one value; correct the row, or the examples",
    )
}

/// The report of a cell that names several types.
fn any_of(decided: &Fact<Type>, several: &[Item], row: &PropertyFacts) -> Diagnostic {
    let (name, count) = (&row.name.value, several.len());
    let message = format!("`{name}` has one of {count} types that share no base");
    Diagnostic::new(codes::ONE_OF_SEVERAL_TYPES, decided.span, message)
        .help("the property takes any JSON value")
}

/// As many characters of a text tell what it is.
const LONGEST_SHOWN: usize = 40;

/// The report of a number that examples show as texts.
fn contradicted(
    stated: &Fact<Type>,
    decided: &Fact<Type>,
    text: &str,
    row: &PropertyFacts,
) -> Diagnostic {
    let name = &row.name.value;
    let text: String = text.chars().take(LONGEST_SHOWN).collect();
    let message = format!("no example shows a number for `{name}`, but texts such as {text:?}");
    let used = match decided.value.item {
        ItemType::Untyped => "any JSON, which can hold both",
        _ => "a text, as in the JSON representation",
    };
    Diagnostic::new(codes::CONFLICTING_TYPE, stated.span, message)
        .help(format!("it is taken for {used}; correct the row, or the examples"))
}

/// Two scalars that no value is both of, as far as JSON tells them apart.
fn are_exclusive(json: Item, table: Item) -> bool {
    use Scalar::{Byte, Decimal, Double, Int16, Int32, Int64, SByte, Single, String};
    let (ItemType::Scalar(json), ItemType::Scalar(table)) = (json, table) else { return false };
    let is_number =
        |scalar| matches!(scalar, Byte | Decimal | Double | Int16 | Int32 | Int64 | SByte | Single);
    json != table && json != String && !(is_number(json) && is_number(table))
}
