//! How the numbers are spelled that JavaScript cannot hold: those of `Edm.Int64` and `Edm.Decimal`.
//!
//! serde's traits have no room for a setting, so it is carried by the thread for as long as one value is
//! written.

use std::cell::Cell;
use std::sync::OnceLock;

use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::Additional;
use crate::json::nearest_value;

/// How numbers of `Edm.Int64` and `Edm.Decimal` are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// As numbers, with all digits.
    #[default]
    Plain,
    /// As strings: what services read in a body whose `Content-Type` has `IEEE754Compatible=true`, and only
    /// then (OData JSON format 4.01, section 3.2).
    Strings,
}

thread_local! {
    static NUMBERS: Cell<Numbers> = const { Cell::new(Numbers::Plain) };
    /// A number that is spelled in either way was written.
    static DEPENDS: Cell<bool> = const { Cell::new(false) };
}

/// Writes a value as JSON, with its numbers spelled like that. Of a value that serde's derive writes, all
/// numbers stay numbers: only models, parameters and changes know which are meant.
///
/// # Errors
/// Those of the value's own `Serialize`.
pub fn write_json(
    value: &(impl Serialize + ?Sized),
    numbers: Numbers,
) -> serde_json::Result<Vec<u8>> {
    spelled(numbers, || serde_json::to_vec(value))
}

/// The same in both spellings; the second one only where it differs.
///
/// # Errors
/// Those of the value's own `Serialize`.
pub fn write_json_both(
    value: &(impl Serialize + ?Sized),
) -> serde_json::Result<(Vec<u8>, Option<Vec<u8>>)> {
    DEPENDS.set(false);
    let plain = write_json(value, Numbers::Plain)?;
    let strings = DEPENDS.get().then(|| write_json(value, Numbers::Strings));
    Ok((plain, strings.transpose()?))
}

fn spelled<T>(numbers: Numbers, write: impl FnOnce() -> T) -> T {
    /// Puts the setting back, in a panic too.
    struct Before(Numbers);
    impl Drop for Before {
        fn drop(&mut self) {
            NUMBERS.set(self.0);
        }
    }
    let _before = Before(NUMBERS.replace(numbers));
    write()
}

/// How a number is to be spelled that is being written.
pub(super) fn numbers() -> Numbers {
    DEPENDS.set(true);
    NUMBERS.get()
}

/// A value as JSON text, in both spellings of its numbers where they differ.
#[derive(Clone, Debug)]
pub struct JsonText {
    plain: Box<RawValue>,
    strings: Option<Box<RawValue>>,
    /// Made when it is first asked for.
    value: OnceLock<Box<Value>>,
}

impl JsonText {
    /// Writes a value.
    ///
    /// # Errors
    /// Those of the value's own `Serialize`.
    pub fn new(value: &(impl Serialize + ?Sized)) -> serde_json::Result<Self> {
        DEPENDS.set(false);
        let plain = spelled(Numbers::Plain, || to_raw_value(value))?;
        let depends = DEPENDS.get();
        let strings = depends.then(|| spelled(Numbers::Strings, || to_raw_value(value)));
        Ok(Self { plain, strings: strings.transpose()?, value: OnceLock::new() })
    }

    /// Writes what JSON always has room for.
    pub(crate) fn of(value: &(impl Serialize + ?Sized)) -> Self {
        Self::new(value).expect("values of properties are written as JSON")
    }

    /// The nearest that [`Value`] has.
    pub fn value(&self) -> &Value {
        self.value.get_or_init(|| Box::new(nearest_value(self.plain.get())))
    }

    /// The text with numbers as numbers, and the other where it differs.
    pub(crate) fn texts(&self) -> (&RawValue, Option<&RawValue>) {
        (&self.plain, self.strings.as_deref())
    }

    /// The members of an object.
    pub(crate) fn into_members(self) -> Vec<(String, Self)> {
        let mut members = members(&self.plain);
        let strings = self.strings.as_deref().map(self::members).unwrap_or_default();
        for ((_, written), (_, strings)) in members.iter_mut().zip(strings) {
            if strings.plain.get() != written.plain.get() {
                written.strings = Some(strings.plain);
            }
        }
        members
    }
}

/// Without those whose names are no text: these cannot be those of a property.
fn members(object: &RawValue) -> Vec<(String, JsonText)> {
    let members = Additional::of_object(object.get()).unwrap_or_default();
    let text = |plain: &RawValue| JsonText {
        plain: plain.to_owned(),
        strings: None,
        value: OnceLock::new(),
    };
    members.plain().map(|(name, plain)| (name.to_owned(), text(plain))).collect()
}

impl PartialEq for JsonText {
    fn eq(&self, other: &Self) -> bool {
        self.plain.get() == other.plain.get()
    }
}

impl Serialize for JsonText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.strings {
            Some(strings) if numbers() == Numbers::Strings => strings.serialize(serializer),
            _ => self.plain.serialize(serializer),
        }
    }
}
