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
        Ok(match updated.entry_kind() {
            EntryKind::Object => Self::Updated(updated),
            EntryKind::RemovedObject => Self::Removed(Removed::of_object(updated.into_members())),
            EntryKind::DeletedEntity => Self::Removed(Removed::of_entry(updated.into_members())),
            EntryKind::Link => Self::Link(Link::new(updated.into_members(), false)),
            EntryKind::DeletedLink => Self::Link(Link::new(updated.into_members(), true)),
        })
    }
}

/// What an entry is.
#[derive(Clone, Copy)]
enum EntryKind {
    Object,
    /// With `@removed` in it.
    RemovedObject,
    /// The three of OData 4.0, which the entry's context tells.
    DeletedEntity,
    Link,
    DeletedLink,
}

impl EntryKind {
    fn of<'a>(member: impl Fn(&str) -> Option<&'a Value>) -> Self {
        if member("@removed").or_else(|| member("@odata.removed")).is_some() {
            return Self::RemovedObject;
        }
        let context = member("@odata.context").or_else(|| member("@context"));
        let context = context.and_then(Value::as_str).unwrap_or_default();
        match context.rsplit_once("/$") {
            Some((_, "deletedEntity")) => Self::DeletedEntity,
            Some((_, "link")) => Self::Link,
            Some((_, "deletedLink")) => Self::DeletedLink,
            _ => Self::Object,
        }
    }
}
