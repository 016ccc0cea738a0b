//! Decodes values of generated types.

use serde::de::{DeserializeSeed, Deserializer, Error};

use super::trail::Trail;
use super::value::{Place, ValueSeed};
use super::{Element, Kind};

/// Decodes a value.
///
/// # Errors
/// When the input is not well formed, or has an object, an array or a scalar where another one of these
/// is documented, or is itself a scalar that does not have the documented form. The message begins with
/// the place.
pub fn read<'de, T: Element, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::Kind::blank();
    let mut trail = Trail::default();
    let place = Place::Alone(T::Kind::target(&mut value));
    match (ValueSeed { place, trail: &mut trail }).deserialize(deserializer) {
        Ok(None) => Ok(value),
        Ok(Some(kept)) => Err(D::Error::custom(format_args!("unexpected value {kept}"))),
        Err(error) => Err(trail.locate(error)),
    }
}
