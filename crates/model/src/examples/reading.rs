//! JSON of examples as values of documented types.
//!
//! Follows the documented types down a JSON tree. Returns the value as a program would write it, and reports
//! what the docs contradict themselves in: members, types and values that no page describes.

use std::collections::BTreeSet;

use diag::{Code, Diagnostic, Span, codes};
use facts::{Json, JsonEntry};

use super::{Calls, json, scalar};
use crate::api::worked::{Members, Named, Object, Raw, Value};
use crate::api::{ItemType, Property, QualifiedName, Struct, ValueType};

impl Raw {
    pub(super) fn of(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::String(text) => Self::Text(text.clone()),
            Json::Number(text) if let Ok(number) = text.parse() => Self::Integer(number),
            json => Self::Json(json::text(json)),
        }
    }
}

/// Why JSON is no value of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// A scalar of another form, or `null` in a collection: a reader keeps it as it is.
    Form,
    /// An object, an array or a scalar where another one of these is documented: no reader takes it.
    Shape,
}

/// The type of an object, and how it says it.
pub(super) struct Stated<'a> {
    /// The type.
    pub(super) item: &'a Struct,
    /// The value's own type says it, so that nobody needs to.
    pub(super) is_implied: bool,
}

/// Reads one message of an example.
pub(super) struct Reader<'r, 'a> {
    pub(super) calls: &'r Calls<'a>,
    /// Where the last member was, or the message.
    at: Span,
    /// Why no reader takes the message.
    pub(super) broken: Option<&'static str>,
    pub(super) reports: Vec<Diagnostic>,
    /// What was reported: in a list, all objects have the same members.
    seen: BTreeSet<String>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(calls: &'r Calls<'a>, at: Span) -> Self {
        let (reports, seen) = (Vec::new(), BTreeSet::new());
        Self { calls, at, broken: None, reports, seen }
    }

    /// Adds a report at the place that is read.
    pub(super) fn report(&mut self, code: Code, message: String, help: &'static str) {
        if self.seen.insert(message.clone()) {
            self.reports.push(Diagnostic::new(code, self.at, message).help(help));
        }
    }

    pub(super) fn value(&mut self, ty: &ValueType, json: &Json) -> Result<Value, Misfit> {
        if !ty.collection {
            return self.item(&ty.item, json);
        }
        let Json::Array(items) = json else { return Err(Misfit::Shape) };
        let values: Vec<_> = items.iter().map(|item| self.item(&ty.item, item)).collect();
        match values.contains(&Err(Misfit::Shape)) {
            true => Err(Misfit::Shape),
            false => values.into_iter().collect::<Result<_, _>>().map(Value::List),
        }
    }

    pub(super) fn item(&mut self, ty: &ItemType, json: &Json) -> Result<Value, Misfit> {
        let structure = |name| self.calls.structure(name);
        match (ty, json) {
            (ItemType::Scalar(scalar), _) => match scalar::read(*scalar, json) {
                Some(text) => Ok(Value::Scalar(*scalar, text)),
                None => Err(misfit(json)),
            },
            (ItemType::Enum(name), Json::String(text)) => Ok(self.members_of(name, text)),
            (ItemType::Enum(_), _) => Err(misfit(json)),
            (ItemType::Struct(name), _) if let Some(item) = structure(name) => match json {
                Json::Null => Err(Misfit::Form),
                Json::Object(members) => Ok(Value::Object(self.object(item, members))),
                _ => Err(Misfit::Shape),
            },
            (ItemType::Struct(_) | ItemType::Untyped, _) => Ok(Value::Json(json::text(json))),
        }
    }

    /// One member, or several of flags.
    fn members_of(&mut self, name: &QualifiedName, text: &str) -> Value {
        let Some(item) = self.calls.enumeration(name) else {
            return Value::Json(json::text(&Json::String(text.to_owned())));
        };
        let parts = if item.flags { text.split(',').map(str::trim).collect() } else { vec![text] };
        let mut members = Vec::new();
        for part in parts {
            let known = item.members.iter().position(|member| member.wire_name == part);
            if known.is_none() {
                let message = format!("`{part}` is no documented member of `{name}`");
                self.report(
                    codes::EXAMPLE_VALUE,
                    message,
                    "the client takes it as an unknown member",
                );
            }
            members.push(known.map_or_else(|| Named::Other(part.to_owned()), Named::Documented));
        }
        Value::Enum(name.clone(), members)
    }

    fn object(&mut self, expected: &'a Struct, entries: &[JsonEntry]) -> Object {
        let stated = self.stated(expected, entries);
        let mut members = Members::default();
        for entry in last_of_each(entries) {
            self.at = entry.span;
            if stated.is_implied && entry.name == ODATA_TYPE {
                continue;
            }
            let fields = &stated.item.fields;
            match self.member(fields, Some(stated.item), entry) {
                Some((index, value)) => members.fields.push((index, value)),
                None => members.raw.push((entry.name.clone(), Raw::of(&entry.value))),
            }
        }
        let within = expected.polymorphic.is_some().then(|| expected.name.clone());
        Object { ty: stated.item.name.clone(), within, members }
    }

    /// The type that an object says it has, where the expected one can be told apart.
    pub(super) fn stated(&mut self, expected: &'a Struct, entries: &[JsonEntry]) -> Stated<'a> {
        let own = Stated { item: expected, is_implied: false };
        let entry = entries.iter().rev().find(|entry| entry.name == ODATA_TYPE);
        if entries.iter().filter(|entry| entry.name == ODATA_TYPE).count() > 1 {
            self.broken = Some("an object in it states two types");
        }
        let Some(Json::String(text)) = entry.map(|entry| &entry.value) else { return own };
        let name = text.trim_start_matches('#');
        let is_called = |it: &QualifiedName| it.to_string() == name;
        if is_called(&expected.name) {
            return own;
        }
        let family = expected.polymorphic.iter().flat_map(|family| &family.variants);
        let variant = family.map(|(_, variant)| variant).find(|variant| is_called(variant));
        if let Some(item) = variant.and_then(|variant| self.calls.structure(variant)) {
            return Stated { item, is_implied: true };
        }
        if !expected.derived.iter().any(is_called) {
            self.at = entry.map_or(self.at, |entry| entry.span);
            let message = format!("`{name}` is not documented as a kind of `{}`", expected.name);
            self.report(codes::EXAMPLE_VALUE, message, KEPT);
        }
        own
    }

    /// The property that a member is, and its value; `None` for what has no typed form.
    pub(super) fn member(
        &mut self,
        fields: &[Property],
        owner: Option<&Struct>,
        entry: &JsonEntry,
    ) -> Option<(usize, Value)> {
        self.at = entry.span;
        let index = fields.iter().position(|field| field.wire_name == entry.name);
        let Some(index) = index else {
            self.undocumented(owner, &entry.name);
            return None;
        };
        if entry.value == Json::Null {
            return None;
        }
        let read = self.value(&fields[index].ty.value, &entry.value);
        if let Err(misfit) = read {
            self.at = entry.span;
            if misfit == Misfit::Shape {
                self.broken = Some("a value in it has another shape than is documented");
            }
            self.unfit(&fields[index]);
        }
        Some((index, read.ok()?))
    }

    fn undocumented(&mut self, owner: Option<&Struct>, name: &str) {
        if name.contains('@') || name.starts_with('#') || owner.is_some_and(|it| it.is_open) {
            return;
        }
        let message = match owner {
            Some(owner) => format!("`{name}` is not documented for `{}`", owner.name),
            None => format!("the parameter `{name}` is not documented"),
        };
        self.report(codes::EXAMPLE_MEMBER, message, KEPT);
    }

    fn unfit(&mut self, field: &Property) {
        let ty = &field.ty.value;
        let item = match &ty.item {
            ItemType::Scalar(scalar) => format!("{scalar:?}"),
            ItemType::Enum(name) | ItemType::Struct(name) => name.to_string(),
            ItemType::Untyped => "any JSON".to_owned(),
        };
        let item =
            if ty.collection { format!("a collection of `{item}`") } else { format!("`{item}`") };
        let message = format!("the value of `{}` is not {item}", field.wire_name);
        self.report(codes::EXAMPLE_VALUE, message, KEPT);
    }
}

pub(crate) const ODATA_TYPE: &str = "@odata.type";

const KEPT: &str = "the client can send and keep it as JSON only";

/// Of members of one name the last; in the order in which names come first.
pub(super) fn last_of_each(entries: &[JsonEntry]) -> Vec<&JsonEntry> {
    let mut seen = BTreeSet::new();
    let names = entries.iter().map(|entry| entry.name.as_str()).filter(|name| seen.insert(*name));
    let last = |name| entries.iter().rev().find(|entry| entry.name == name);
    names.filter_map(last).collect()
}

fn misfit(json: &Json) -> Misfit {
    match json {
        Json::Array(_) | Json::Object(_) => Misfit::Shape,
        _ => Misfit::Form,
    }
}
