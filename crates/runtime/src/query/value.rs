//! Reads a property of an object at hand, whichever of several types the object is of.

use std::any::Any;

use super::{IsA, Property, Resource};
use crate::model::{Element, Kind, Model, View};

impl<T, V, O, W, P> Property<T, V, O, W, P>
where
    T: Model + Default,
    V: Clone + 'static,
    P: AsRef<str>,
{
    /// The value of this property in `object`, which is of its type, of a derived one, or an enum over
    /// them. Of a nested property, `None` also stands for an object on the way that is not there.
    ///
    /// ```
    /// use apimark_runtime as rt;
    /// # pub struct Room { pub name: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { Room: "zoo.room" { name: "name", } }
    /// # pub struct Event { pub room: Option<Box<Room>>, pub additional: rt::Additional }
    /// # rt::model! { Event: "zoo.event" { room: "room", } }
    /// # impl Event { const ROOM: rt::Property<Self, Room> = rt::Property::new("room"); }
    /// # impl Room { const NAME: rt::Property<Self, Box<str>> = rt::Property::new("name"); }
    ///
    /// let event: Event = serde_json::from_str(r#"{"room":{"name":"Blue"}}"#)?;
    /// assert_eq!(Event::ROOM.then(Room::NAME).of(&event).as_deref(), Some("Blue"));
    /// assert_eq!(Event::ROOM.then(Room::NAME).of(&Event::default()), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn of<R>(&self, object: &R) -> Option<V>
    where
        R: Resource<Type: IsA<T>> + Element,
    {
        value(&R::Kind::view(object), self.path())
    }
}

/// The value at the end of the path.
fn value<V: Clone + 'static>(object: &View<'_>, path: &str) -> Option<V> {
    let model = match object {
        View::Object(model) => *model,
        View::Polymorphic(any) => any.model(),
        _ => return None,
    };
    let (name, rest) = path.split_once('/').map_or((path, None), |(name, rest)| (name, Some(rest)));
    // A type's name on the way says that only objects of this type have the property.
    if name.contains('.') {
        return if model.info().wire_name == name { value(object, rest?) } else { None };
    }
    let mut found = None;
    model.look(&mut |fields| {
        let Some(slot) = fields.named(name) else { return };
        found = match rest {
            Some(rest) => slot.view().and_then(|object| value(&object, rest)),
            None => copy(slot),
        };
    });
    found
}

/// Fields hold large values behind a `Box`, which the property's type does not mention.
fn copy<V: Clone + 'static>(field: &dyn Any) -> Option<V> {
    match field.downcast_ref::<Option<V>>() {
        Some(value) => value.clone(),
        None => field.downcast_ref::<Option<Box<V>>>()?.as_deref().cloned(),
    }
}
