//! Decodes values of generated types.

use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::scalar::expectation;
use super::value::{Place, Reader};
use super::{Element, Kind, Slot, Target};
use crate::json::{Cursor, Refusal, nearest_value, parse};
use crate::{Additional, Duration, Timestamp};

/// Decodes a value from its JSON text.
///
/// # Errors
/// When the input is not JSON or nests too deep, or is as a whole not what is documented: a scalar of
/// another form, or an array where an object is due. What lies in it is kept if it is not as documented.
/// An object in another one that has nothing else but annotations, `{"value": {…}}`, is read as if it stood
/// alone: documentation shows answers so that services send either way.
pub fn read<'de, T: Element, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::Kind::blank();
    parse(deserializer, &mut |cursor| {
        read_alone(T::Kind::target(&mut value), cursor, &mut Reader::default())?;
        let Some(outer) = wrapping(&T::Kind::target(&mut value)) else { return Ok(()) };
        value = T::Kind::blank();
        let inner = outer.raw(WRAPPED).map_or("{}", RawValue::get);
        read_alone(T::Kind::target(&mut value), &mut Cursor::new(inner), &mut Reader::default())?;
        annotate(T::Kind::target(&mut value), &outer);
        Ok(())
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
    // In its box from the beginning, because large objects cost more to move than to read.
    let mut value = Box::write(Box::new_uninit(), T::Kind::blank());
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

macro_rules! deserialize {
    ($($ty:ty)*) => { $(
        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read(deserializer)
            }
        }
    )* };
}

deserialize! { Duration Timestamp }

/// The member in which an object may be wrapped.
const WRAPPED: &str = "value";

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

/// What is around an object that is called `value`, where the type has no such property and nothing else but
/// annotations is there.
fn wrapping(target: &Target<'_>) -> Option<Additional> {
    let model = match target {
        Target::Object(model) => &**model,
        Target::Polymorphic(value) => value.model(),
        _ => return None,
    };
    let additional = model.additional();
    let mut is_wrapped = additional.raw(WRAPPED).is_some_and(|raw| raw.get().starts_with('{'))
        && additional.raws().all(|(name, _)| name == WRAPPED || name.contains('@'));
    if is_wrapped {
        model.look(&mut |fields| is_wrapped = fields.are_absent());
    }
    is_wrapped.then(|| additional.clone())
}

/// Adds the annotations of what was around the object.
fn annotate(target: Target<'_>, outer: &Additional) {
    let add = &mut |_: &mut [&mut dyn Slot], additional: &mut Additional| {
        for (name, raw) in outer.plain().filter(|(name, _)| *name != WRAPPED) {
            if additional.raw(name).is_none() {
                additional.put(name.into(), raw.to_owned());
            }
        }
        additional.put_odd_of(outer);
    };
    match target {
        Target::Object(model) => model.change(add),
        Target::Polymorphic(value) => value.model_mut().change(add),
        _ => {}
    }
}
