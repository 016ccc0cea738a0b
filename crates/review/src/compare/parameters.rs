//! In what the query parameters or the headers of an operation differ.

use model::Parameter;

use super::names::Names;
use super::{wording, words};
use crate::change::{Aspect, Difference};
use crate::entity::Found;
use crate::verdict::{Behaviour, Wire};

/// All differences of parameters of one sort, which go by their names without case.
pub(super) fn differences(
    found: &mut Found,
    aspect: Aspect,
    base: &[Parameter],
    new: &[Parameter],
    names: &Names,
) {
    for old in base {
        match same(new, old) {
            None => {
                found.add(of(aspect, old).from(shown(old)).wire(Wire::Breaking));
                found.see(Some(old.span), None);
            }
            Some(now) => {
                both(found, aspect, old, now, names);
                found.see(Some(old.span), Some(now.span));
            }
        }
    }
    for now in new.iter().filter(|it| same(base, it).is_none()) {
        let wire = if now.must_be_sent() { Wire::Breaking } else { Wire::Compatible };
        found.add(of(aspect, now).to(shown(now)).wire(wire));
        found.see(None, Some(now.span));
    }
}

fn both(found: &mut Found, aspect: Aspect, old: &Parameter, now: &Parameter, names: &Names) {
    let is_same_type = now.ty == names.value(&old.ty);
    if is_same_type && now.required == old.required && now.constant == old.constant {
        return wording(found, &old.docs, &now.docs);
    }
    let is_sent_already = old.must_be_sent() || !now.must_be_sent();
    let is_constant = old.constant.is_some() && old.constant == now.constant;
    let wire = if is_constant || is_same_type && is_sent_already {
        Wire::Compatible
    } else {
        Wire::Breaking
    };
    // Other values may have been sent before.
    let is_fixed = now.constant.is_some() && now.constant != old.constant;
    let behaviour = if is_fixed { Behaviour::Different } else { Behaviour::Same };
    let change = of(aspect, old).from(shown(old)).to(shown(now));
    found.add(change.wire(wire).behaviour(behaviour));
}

fn same<'a>(list: &'a [Parameter], other: &Parameter) -> Option<&'a Parameter> {
    list.iter().find(|it| it.wire_name.eq_ignore_ascii_case(&other.wire_name))
}

fn of(aspect: Aspect, parameter: &Parameter) -> Difference {
    Difference::new(aspect).of(&parameter.wire_name)
}

fn shown(parameter: &Parameter) -> String {
    let must = match &parameter.constant {
        Some(value) => format!(", always `{value}`"),
        None if parameter.required => ", required".to_owned(),
        None => String::new(),
    };
    format!("{}{must}", words::value_type(&parameter.ty))
}
