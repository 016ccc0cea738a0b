//! Tables of properties and JSON representations that contradict one another.

use diag::{Diagnostic, codes};
use facts::{JsonMember, PropertyFacts, TypeFacts};

use crate::near::{in_other_case, near, near_name};
use crate::types::simple;
use crate::{Read, meant, other_case};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for ty in &read.facts.types {
        names(ty, reports);
        for row in &ty.properties {
            let member =
                ty.json.iter().find(|it| it.name.value.eq_ignore_ascii_case(&row.name.value));
            if let Some(member) = member {
                kinds(row, member, reports);
            }
        }
        let rows = || ty.properties.iter().map(|it| it.name.value.as_str());
        for member in ty.json.iter().map(|it| &it.name) {
            if let Some(row) = in_other_case(&member.value, rows()) {
                reports.push(other_case(&member.value, member.span, row, "the table"));
            }
        }
        annotated(ty, reports);
    }
}

/// A row and a member of which each stands at one place only, and that are near.
fn names(ty: &TypeFacts, reports: &mut Vec<Diagnostic>) {
    let rows = || ty.properties.iter().map(|it| &it.name);
    let is_row = |name: &str| rows().any(|it| it.value.eq_ignore_ascii_case(name));
    let is_member = |name: &str| ty.json.iter().any(|it| it.name.value.eq_ignore_ascii_case(name));
    for row in rows().filter(|row| !is_member(&row.value)) {
        let lonely = ty.json.iter().map(|it| it.name.value.as_str()).filter(|it| !is_row(it));
        if let Some(member) = near_name(&row.value, lonely) {
            let message = format!("the JSON representation has no `{}`", row.value);
            reports
                .push(Diagnostic::new(codes::NEAR_PROPERTY, row.span, message).help(meant(member)));
        }
    }
}

/// The sorts of JSON values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    String,
    Number,
    Boolean,
}

fn kinds(row: &PropertyFacts, member: &JsonMember, reports: &mut Vec<Diagnostic>) {
    let Some(cell) = &row.ty else { return };
    let [mention] = cell.value.mentions.as_slice() else { return };
    let stated = kind_of_type(&mention.name);
    let shown = member.ty.as_deref().and_then(kind_shown);
    if let (Some(stated), Some(shown)) = (stated, shown)
        && stated != shown
        && member.ty.as_deref().is_some_and(|it| it != "null")
    {
        let message = format!("`{}` is shown as a value of another type", row.name.value);
        let report = Diagnostic::new(codes::CONFLICTING_REPRESENTATION, member.name.span, message);
        reports.push(report.help(format!("the table says {}", cell.value.text)));
    }
}

fn kind_of_type(name: &str) -> Option<Kind> {
    let name = name.trim_start_matches("Edm.").to_ascii_lowercase();
    match name.as_str() {
        "string" => Some(Kind::String),
        "int16" | "int32" | "int64" | "integer" | "int" | "double" | "decimal" | "single" => {
            Some(Kind::Number)
        }
        "boolean" | "bool" => Some(Kind::Boolean),
        _ => None,
    }
}

fn kind_shown(shown: &str) -> Option<Kind> {
    if shown == "true" || shown == "false" || shown.eq_ignore_ascii_case("boolean") {
        return Some(Kind::Boolean);
    }
    if shown.parse::<f64>().is_ok() {
        return Some(Kind::Number);
    }
    kind_of_type(shown)
}

/// The name in the annotation is near to the one in the heading.
fn annotated(ty: &TypeFacts, reports: &mut Vec<Diagnostic>) {
    let [first, others @ ..] = ty.names.as_slice() else { return };
    for other in others {
        let (one, two) = (simple(&first.value), simple(&other.value));
        if let Some(known) = near(one, [two]) {
            let message = format!("this page calls its type `{one}` here and `{known}` elsewhere");
            reports.push(Diagnostic::new(codes::NEAR_NAME, first.span, message));
        }
    }
}
