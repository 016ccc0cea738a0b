//! Decodes values of generated types.

use serde::de::Deserializer;

use super::scalar::expectation;
use super::value::{Place, Reader};
use super::{Element, Kind, Target};
use crate::json::{Cursor, Refusal, nearest_value, parse};

/// Decodes a value from its JSON text.
///
/// # Errors
/// When the input is not JSON or nests too deep, or is as a whole not what is documented: a scalar of
/// another form, or an array where an object is due. What lies in it is kept if it is not as documented.
/// An object in an object without anything else but annotations, `{"value": {…}}`, is not taken for one
/// without properties: it is the error that says so.
pub fn read<'de, T: Element, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::Kind::blank();
    parse(deserializer, &mut |cursor| {
        read_alone(T::Kind::target(&mut value), cursor, &mut Reader::default())?;
        refuse_wrapped(&T::Kind::target(&mut value))
    })?;
    Ok(value)
}

/// Decodes a change to an object: the object, and the fields that came as null. In the object alone
/// these look as if they had not come.
///
/// # Errors
/// As [`read`].
pub fn read_change<'de, T: Element, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<(Box<T>, Vec<&'static str>), D::Error> {
    // In its box from the beginning: large objects are moved rarely.
    let mut value = Box::new(T::Kind::blank());
    let mut nulls = Vec::new();
    parse(deserializer, &mut |cursor| {
        let mut reader = Reader { nulls: Some(Vec::new()), ..Reader::default() };
        read_alone(T::Kind::target(&mut value), cursor, &mut reader)?;
        nulls = reader.nulls.unwrap_or_default();
        Ok(())
    })?;
    Ok((value, nulls))
}

fn read_alone(
    target: Target<'_>,
    cursor: &mut Cursor<'_>,
    reader: &mut Reader,
) -> Result<(), Refusal> {
    let expected = expectation(&target);
    if let Some(kept) = reader.read(cursor, Place::Alone(target))? {
        return Err(unexpected(kept, expected));
    }
    match reader.odd.first() {
        Some((_, kept)) => Err(Refusal::Unexpected(format!("found {kept} in a collection"))),
        None => Ok(()),
    }
}

const WRAPPED: &str = "the object is wrapped in another one, as its `value`";

/// The value is not what is documented.
fn unexpected(kept: &str, expected: &str) -> Refusal {
    let found = match kept.as_bytes().first() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "an array".to_owned(),
        Some(b'"') => format!("the string {}", nearest_value(kept)),
        _ => kept.to_owned(),
    };
    Refusal::Unexpected(format!("found {found}, expected {expected}"))
}

fn refuse_wrapped(target: &Target<'_>) -> Result<(), Refusal> {
    if is_wrapped(target) { Err(Refusal::Unexpected(WRAPPED.to_owned())) } else { Ok(()) }
}

/// Whether nothing is there but an object called `value`, which the type does not have, and annotations.
fn is_wrapped(target: &Target<'_>) -> bool {
    let model = match target {
        Target::Object(model) => &**model,
        Target::Polymorphic(value) => value.model(),
        _ => return false,
    };
    let mut wrapped = false;
    model.look(&mut |_, slots, additional| {
        wrapped = additional.raw("value").is_some_and(|raw| raw.get().starts_with('{'))
            && additional.raws().all(|(name, _)| name == "value" || name.contains('@'))
            && slots.iter().all(|slot| slot.view().is_none());
    });
    wrapped
}
