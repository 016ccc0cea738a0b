//! What has changed in a collection, entry by entry, and how a copy follows it.
//!
//! A delta function answers with pages of [`Change`]s; the client's `delta` reads them one after another,
//! and `Page<Change<User>>` decodes a single page. [`Updated::apply_to`] puts a change into a stored
//! object:
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use apimark_runtime as rt;
//! use apimark_runtime::delta::Change;
//! # pub struct User { pub id: Option<Box<str>>, pub name: Option<Box<str>>, pub city: Option<Box<str>>, pub additional: rt::Additional }
//! # rt::model! { User: "zoo.user" { id: "id", name: "displayName", city: "city", } }
//!
//! let mut users: BTreeMap<Box<str>, User> = BTreeMap::new();
//! let page = r#"{"value": [
//!     {"id": "1", "displayName": "Ann", "city": "Bern"},
//!     {"id": "2", "displayName": "Ben"},
//!     {"id": "1", "displayName": null},
//!     {"id": "2", "@removed": {"reason": "deleted"}}
//! ]}"#;
//! let page: rt::Page<Change<User>> = serde_json::from_str(page)?;
//! for change in page.value {
//!     match change {
//!         Change::Updated(user) => {
//!             let id = user.object.id.clone().unwrap_or_default();
//!             user.apply_to(users.entry(id).or_default());
//!         }
//!         Change::Removed(user) => drop(users.remove(user.id.as_str())),
//!         Change::Link(_) => {}
//!     }
//! }
//! let ann = &users["1"];
//! assert_eq!((users.len(), ann.name.as_deref(), ann.city.as_deref()), (1, None, Some("Bern")));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod link;
mod removed;
#[cfg(test)]
mod tests;

mod updated;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

pub use link::Link;
pub use removed::{Removal, Removed};
pub use updated::Updated;

use crate::model::Element;

/// What happened to one object.
#[derive(Clone, Debug, PartialEq)]
pub enum Change<T> {
    /// It was created or changed. The same object may come more than once; each entry adds to the ones
    /// before.
    Updated(Updated<T>),
    /// It is gone.
    Removed(Removed),
    /// A relationship to another object began or ended. Services of OData 4.0 say so in an entry of its
    /// own, others within the object ([`Updated::apply_to`]).
    Link(Link),
}

impl<'de, T: Element> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let updated = Updated::deserialize(deserializer)?;
        let removal = updated.other("@removed").or_else(|| updated.other("@odata.removed"));
        let context = updated.other("@odata.context").or_else(|| updated.other("@context"));
        let context = context.as_ref().and_then(Value::as_str).unwrap_or_default();
        let kind = context.rsplit_once("/$").map(|(_, kind)| kind);
        Ok(match (removal, kind) {
            (None, Some("deletedEntity")) => {
                Self::Removed(Removed::of_entry(updated.into_members()))
            }
            (None, Some(kind @ ("link" | "deletedLink"))) => {
                let has_ended = kind == "deletedLink";
                Self::Link(Link::new(updated.into_members(), has_ended))
            }
            (None, _) => Self::Updated(updated),
            (Some(_), _) => Self::Removed(Removed::of_object(updated.into_members())),
        })
    }
}
