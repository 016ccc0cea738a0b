//! Tests of sending: everything up to the HTTP client, which is a fake. The clock is paused, so that
//! waiting costs no time and can be measured.

mod claims;
mod deltas;
mod errors;
pub(crate) mod fake;
mod format;
mod limits;
mod links;
mod outcomes;
mod requests;
mod retries;
mod success;
mod uploads;
