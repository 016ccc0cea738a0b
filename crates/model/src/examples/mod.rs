//! Worked examples as calls of the generated API.
//!
//! Reads the request line of an example and finds the path nodes, the operation and the query options that
//! produce it ([`Call`]), how its body is built ([`Built`]), and whether the promised type can hold the answer.
//! What cannot be said or read is reported where it stands. Knows no Rust syntax.

mod answer;
mod bare;
mod body;
mod call;
mod calls;
mod filter;
mod json;
mod path;
mod query;
mod reading;
mod request_line;
mod scalar;
mod search;
mod tokens;
mod worked;

pub use crate::api::worked::*;
pub(crate) use bare::BareSelects;
pub use calls::{Calls, Missing};
pub(crate) use reading::ODATA_TYPE;
pub(crate) use scalar::is_number;
pub(crate) use worked::work_examples;
