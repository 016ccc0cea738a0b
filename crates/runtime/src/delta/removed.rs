//! Objects that are gone.

use serde_json::Value;

use super::link::text;
use crate::Additional;
use crate::json::exact_value;
use crate::model::REMOVED;

/// An object that is gone, as the service says with `@removed` (also written `@odata.removed`) or, in
/// OData 4.0, with an entry whose context ends with `/$deletedEntity`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Removed {
    /// The object's id. If the service names the object by its URL only, as OData 4.0 does, it is that;
    /// empty if the service does not say it.
    pub id: String,
    /// In what way it is gone.
    pub reason: Removal,
    /// What else stands there.
    pub additional: Additional,
}

/// In what way an object is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Removal {
    /// `changed`: it no longer belongs to what is looked at, but can be restored.
    Changed,
    /// `deleted`: for good.
    Deleted,
    /// Something that the documentation does not describe.
    Other(String),
}

impl Removed {
    /// From an object with `@removed` in it, which stays where it says more than the reason.
    pub(super) fn of_object(mut members: Additional) -> Self {
        let name = REMOVED.into_iter().find(|name| members.raw(name).is_some());
        let removed = name.and_then(|name| members.get(name));
        let (reason, is_all) = removed.map_or(("", true), stated);
        let reason = Removal::named(reason);
        let is_exact =
            |name: &str| members.raw(name).is_some_and(|raw| exact_value(raw.get()).is_some());
        if let Some(name) = name.filter(|name| is_all && is_exact(name)) {
            members.remove(name);
        }
        Self { id: id(&mut members), reason, additional: members }
    }

    /// From an entry of OData 4.0.
    pub(super) fn of_entry(mut members: Additional) -> Self {
        let reason = Removal::named(&text(&mut members, "reason"));
        Self { id: id(&mut members), reason, additional: members }
    }
}

/// The reason, and whether that is all that `@removed` says.
fn stated(removed: &Value) -> (&str, bool) {
    match removed {
        Value::String(reason) => (reason, true),
        Value::Object(members) => {
            let reason = members.get("reason").and_then(Value::as_str);
            (reason.unwrap_or_default(), members.len() == usize::from(reason.is_some()))
        }
        _ => ("", false),
    }
}

fn id(members: &mut Additional) -> String {
    let names = ["id", "@odata.id", "@id"];
    names.iter().map(|name| text(members, name)).find(|id| !id.is_empty()).unwrap_or_default()
}

impl Removal {
    fn named(reason: &str) -> Self {
        match reason {
            "changed" => Self::Changed,
            "deleted" => Self::Deleted,
            other => Self::Other(other.to_owned()),
        }
    }
}
