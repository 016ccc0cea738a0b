//! Objects that are gone.

use serde_json::{Map, Value};

use super::link::text;

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
    pub additional: Map<String, Value>,
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
    pub(super) fn of_object(mut members: Map<String, Value>) -> Self {
        let removed = ["@removed", "@odata.removed"]
            .into_iter()
            .find_map(|name| Some((name, members.shift_remove(name)?)));
        let (reason, is_all) = removed.as_ref().map_or(("", true), |(_, it)| stated(it));
        let reason = Removal::named(reason);
        if let Some((name, removed)) = removed.filter(|_| !is_all) {
            members.insert(name.to_owned(), removed);
        }
        Self { id: id(&mut members), reason, additional: members }
    }

    /// From an entry of OData 4.0.
    pub(super) fn of_entry(mut members: Map<String, Value>) -> Self {
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

fn id(members: &mut Map<String, Value>) -> String {
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
