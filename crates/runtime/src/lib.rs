//! What generated crates call: ordinary Rust, reviewed once.

mod macros;
mod path;
mod request;

pub use path::Path;
pub use request::{
    Body, DecodeError, FromBody, InvalidRequest, Media, Method, NoContent, Page, Reference,
    Request, Wrapped,
};
