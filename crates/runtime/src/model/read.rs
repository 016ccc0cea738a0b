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
    read_to(&mut value, deserializer, &mut Trail::default())?;
    Ok(value)
}

fn read_to<'de, T: Element, D: Deserializer<'de>>(
    value: &mut T,
    deserializer: D,
    trail: &mut Trail,
) -> Result<(), D::Error> {
    let place = Place::Alone(T::Kind::target(value));
    match (ValueSeed { place, trail }).deserialize(deserializer) {
        Ok(None) => Ok(()),
        Ok(Some(kept)) => Err(D::Error::custom(format_args!("unexpected value {kept}"))),
        Err(error) => Err(trail.locate(error)),
    }
}

/// Decodes a change to an object: the object, and the fields that came as null. In the object alone
/// these look as if they had not come.
///
/// # Errors
/// As [`read`].
pub fn read_change<'de, T: Element, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<(Box<T>, Vec<&'static str>), D::Error> {
    let mut trail = Trail::default();
    trail.nulls = Some(Vec::new());
    // In its box from the beginning: large objects are moved rarely.
    let mut value = Box::new(T::Kind::blank());
    read_to(&mut *value, deserializer, &mut trail)?;
    Ok((value, trail.nulls.unwrap_or_default()))
}
