//! Tests of the runtime on a small family of types that has every kind of field.

mod additional;
mod decode;
mod hostile;
mod odd;
mod polymorphic;
mod round_trip;
mod scalars;
pub(crate) mod zoo;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Decodes `json` and encodes it again.
fn again<T: DeserializeOwned + Serialize>(json: &str) -> String {
    let value: T = serde_json::from_str(json).unwrap();
    serde_json::to_string(&value).unwrap()
}

/// The error of decoding `json`.
fn error<T: DeserializeOwned>(json: &str) -> String {
    match serde_json::from_str::<T>(json) {
        Ok(_) => panic!("{json} was decoded"),
        Err(error) => error.to_string(),
    }
}
