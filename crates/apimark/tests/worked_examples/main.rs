//! Examples of the docs as tests of the client.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod exchanges;
mod requests;
