//! The ordinary Rust that generated clients call.
//!
//! A generated crate holds plain structs, enums, request builders and one short table per type; what
//! these mean is written here once, so that a client for a thousand types costs little to compile:
//!
//! - [`model!`], [`any_of!`], [`open_enum!`] and [`parameters!`] give generated types serde's traits;
//! - [`Additional`] keeps what the documentation does not describe;
//! - [`Bytes`], [`Duration`], [`Flags`] and [`Timestamp`] are the value types that no library has in OData's
//!   spelling and range;
//! - [`Property`] names a property; [`query`] and [`change`] make requests' options and bodies of them;
//! - [`delta`] reads what has changed in a collection and applies it to a copy;
//! - [`Request`] is an operation ready to be sent, [`Path`] the way to it, and [`Operation`] what the
//!   documentation says about it.
//!
//! Nothing here does I/O, reads a clock or starts a thread, except for the module `client`, which is
//! there with the cargo feature of that name.

mod additional;
mod bytes;
pub mod change;
#[cfg(feature = "pipeline")]
pub mod client;
pub mod delta;
mod documented;
mod flags;
mod json;
mod macros;
pub mod model;
mod open_enum;
mod operation;
mod parameters;
mod path;
mod polymorphic;
pub mod query;
mod request;
mod time;

pub use additional::Additional;
pub use bytes::Bytes;
pub use change::{Create, CreateOnly, NotNull, ReadOnly, Update, Writable};
pub use documented::{WriteBack, assert_body, assert_request, assert_response, same_request};
pub use flags::Flags;
pub use jiff::{
    self,
    civil::{Date, Time},
};
pub use model::enumeration::OpenEnum;
pub use operation::{
    AccountType, Need, Operation, PermissionSet, Permissions, fewest_permissions, least_privileged,
};
pub use path::Path;
pub use query::filter::{self, Filter, Unstated};
pub use query::{IsA, Property, Queried, Resource, Search};
pub use request::{
    Body, Conditional, DecodeError, FromBody, InvalidRequest, Media, Method, NoContent,
    NothingReturned, Page, Reference, Request, Unread, Wrapped, Written,
};
pub use rust_decimal::Decimal;
pub use serde_json::Value;
pub use serde_json::value::RawValue;
pub use time::{Duration, InvalidTime, Timestamp};
pub use uuid::Uuid;

/// What the macros of this crate name in the code they expand to.
#[doc(hidden)]
pub mod private {
    pub use crate::open_enum::member;
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
    pub use std::fmt::{Debug, Display, Formatter, Result as FmtResult};
    pub use std::hash::{Hash, Hasher};
    pub use std::mem::replace;
}

#[cfg(test)]
mod tests;
