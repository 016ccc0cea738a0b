//! Tests of sending: everything up to the HTTP client, which is a fake. The clock is paused, so that
//! waiting costs no time and can be measured.

mod errors;
pub(crate) mod fake;
mod limits;
mod links;
mod requests;
mod retries;
