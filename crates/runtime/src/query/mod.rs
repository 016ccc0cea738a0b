//! Queries: what to ask of a service, written with the constants of generated types.
//!
//! A [`Property`] names a property of a type and knows the type of its values, the filter operators
//! that the documentation states and who may write it. From properties are built what
//! [`Request`](crate::Request) takes for `$filter`, `$select`, `$expand`, `$orderby` and `$search`. All
//! of it is text under way: nothing here knows a generated type, sends, or percent-encodes.

mod derived;
pub(crate) mod expand;
pub mod filter;
pub(crate) mod order;
mod property;
mod search;
pub(crate) mod select;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use derived::info;
pub use derived::{IsA, Queried, Resource};
#[doc(hidden)]
pub use expand::Node;
pub use expand::{Expand, Expansion};
pub use order::{Order, OrderBy};
pub use property::Property;
pub use search::{Search, Searches};
pub use select::Select;
