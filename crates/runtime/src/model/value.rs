//! Decodes one value to its place, whatever it is.

mod object;
pub(super) mod stored;

use super::scalar;
use super::{List, Slot, Target};
use crate::Additional;
use crate::json::{Cursor, Depth, Fault, exact_value};
use object::{read_object, read_polymorphic};

/// What became of a value: `None` when it was read; its text when it must be kept as it is.
pub(super) type Kept<'a> = Option<&'a str>;

/// Where a value goes to.
pub(super) enum Place<'a> {
    /// A field, and what is kept beside the fields.
    Field(&'a mut dyn Slot),
    Element(&'a mut dyn List),
    Alone(Target<'a>),
}

impl<'a> Place<'a> {
    #[inline]
    fn open(self) -> Target<'a> {
        match self {
            Place::Field(slot) => slot.open(false),
            Place::Element(list) => list.push_blank(),
            Place::Alone(target) => target,
        }
    }
}

/// What the decoder knows besides the place in the text.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) depth: Depth,
    /// The elements of the collection read last that are kept, by their index.
    pub(super) odd: Vec<(usize, String)>,
    /// Where the names of fields of the object that come as null are noted, if they are: a change to an
    /// object tells these from those that do not come.
    pub(super) nulls: Option<Vec<&'static str>>,
}

impl Reader {
    /// Reads a value. Which of a collection's elements are kept is left in `odd`.
    pub(super) fn read<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        place: Place<'_>,
    ) -> Result<Kept<'a>, Fault> {
        let first = cursor.peek();
        let start = cursor.clone();
        let read = match first {
            Some(b'"') => scalar::set_string(place.open(), cursor.string()?),
            Some(b'{') => return self.read_members(cursor, place.open()),
            Some(b'[') => return self.read_elements(cursor, place.open()),
            Some(b'n') => {
                cursor.word("null")?;
                set_null(place)
            }
            Some(b't') => {
                cursor.word("true")?;
                scalar::set_bool(place.open(), true)
            }
            Some(b'f') => {
                cursor.word("false")?;
                scalar::set_bool(place.open(), false)
            }
            _ => scalar::set_number(place.open(), cursor.number())?,
        };
        Ok((!read).then(|| cursor.since(&start)))
    }

    fn read_members<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        target: Target<'_>,
    ) -> Result<Kept<'a>, Fault> {
        self.depth.enter()?;
        let kept = match target {
            Target::Object(model) => read_object(self, model, cursor).map(|()| None),
            Target::Polymorphic(value) => read_polymorphic(self, value, cursor).map(|()| None),
            target => keep(cursor, target),
        };
        self.depth.leave();
        kept
    }

    fn read_elements<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        target: Target<'_>,
    ) -> Result<Kept<'a>, Fault> {
        let Target::List(list) = target else { return keep(cursor, target) };
        self.depth.enter()?;
        let mut odd = Vec::new();
        let mut more = cursor.enter(b'[', b']')?;
        let mut index = 0;
        while more {
            cursor.peek();
            let start = cursor.clone();
            let kept = self.read(cursor, Place::Element(list))?;
            // A collection in a collection has no field beside which its elements could be kept.
            let kept = if self.odd.is_empty() { kept } else { Some(cursor.since(&start)) };
            if let Some(kept) = kept {
                list.remove_at(list.count() - 1);
                self.odd.clear();
                odd.push((index, kept.to_owned()));
            }
            index += 1;
            more = cursor.another(b']')?;
        }
        self.depth.leave();
        self.odd = odd;
        Ok(None)
    }
}

/// Reads a value that stands apart. Says whether it, and everything in it, could be read.
pub(super) fn read_apart(place: Place<'_>, text: &str) -> bool {
    let mut reader = Reader::default();
    matches!(reader.read(&mut Cursor::new(text), place), Ok(None)) && reader.odd.is_empty()
}

/// Null leaves a field absent. A collection has no room for it, unless its elements are any JSON.
fn set_null(place: Place<'_>) -> bool {
    match place {
        Place::Field(slot) => {
            slot.clear();
            true
        }
        place => matches!(place.open(), Target::Json(_)),
    }
}

/// An object or array where another value is documented, or any.
fn keep<'a>(cursor: &mut Cursor<'a>, target: Target<'_>) -> Result<Kept<'a>, Fault> {
    let text = cursor.skip()?;
    if let Target::Json(value) = target
        && let Some(exact) = exact_value(text)
    {
        *value = exact;
        return Ok(None);
    }
    Ok(Some(text))
}

/// Where an element of a collection is kept that is not as documented: `phones[2]`.
pub(super) fn element_name(property: &str, index: usize) -> String {
    format!("{property}[{index}]")
}

/// Removes what is kept of a property: its value, or elements of it.
pub(super) fn forget(additional: &mut Additional, property: &str) {
    additional.remove(property);
    additional.retain(|name| {
        let index = name.strip_prefix(property).and_then(|rest| rest.strip_prefix('['));
        index.is_none_or(|index| !index.ends_with(']'))
    });
}
