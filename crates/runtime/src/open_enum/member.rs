//! What the traits of all open enumerations do.
//!
//! Each enumeration implements them by one call by path. For the compiler that is less work, in each of
//! them, than calls of methods, which it has to look up.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::Serializer;

use crate::OpenEnum;

/// `Clone`.
#[inline]
pub fn copy<E: OpenEnum>(member: &E) -> E {
    member.as_str().into()
}

/// `PartialEq`.
#[inline]
pub fn same<E: OpenEnum>(a: &E, b: &E) -> bool {
    a.as_str() == b.as_str()
}

/// `Hash`.
#[inline]
pub fn hash<E: OpenEnum, H: Hasher>(member: &E, state: &mut H) {
    member.as_str().hash(state);
}

/// `Debug`.
///
/// # Errors
/// Those of the formatter.
pub fn show<E: OpenEnum>(member: &E, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(&member.as_str()).finish()
}

/// `Display`.
///
/// # Errors
/// Those of the formatter.
#[inline]
pub fn print<E: OpenEnum>(member: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(member.as_str())
}

/// `Serialize`.
///
/// # Errors
/// Those of the serializer.
#[inline]
pub fn write<E: OpenEnum, S: Serializer>(member: &E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(member.as_str())
}
