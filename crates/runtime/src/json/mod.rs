//! JSON text as it stands: what is read from it exactly, and what is kept of it.
//!
//! serde hands numbers on as machine numbers, and refuses text with half a surrogate pair, so that neither
//! can be kept as it came. So the decoder of models walks the text itself. It validates as it goes; what it
//! keeps without looking into it is validated by serde_json, which also words all errors.

mod cursor;
pub(crate) mod number;
mod raw_name;
mod string;
mod text;
mod value;

pub(crate) use cursor::{Cursor, Depth, Fault};
pub(crate) use number::{is_number, is_same_number};
pub(crate) use string::Str;
pub(crate) use text::{Refusal, Text, parse, read_whole};
pub(crate) use value::{array_of, elements, exact_value, is_same, nearest_value, raw};
