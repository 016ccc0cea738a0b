//! The JSON object that a change is under way.

use serde_json::{Map, Value};

use crate::model::{Element, Kind, Model, View, to_json};
use crate::query::{IsA, info};

/// Members in the order in which they were first mentioned; of two values the last counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Members(pub(super) Map<String, Value>);

const ODATA_TYPE: &str = "@odata.type";

impl Members {
    pub(super) fn set(&mut self, path: &str, value: Value) {
        self.0.insert(path.to_owned(), value);
    }

    pub(super) fn clear<V: Element>(&mut self, path: &str) {
        let is_list = matches!(V::Kind::view(&V::Kind::blank()), View::List(_));
        self.set(path, if is_list { Value::Array(Vec::new()) } else { Value::Null });
    }

    /// What the struct holds.
    pub(super) fn of(model: &dyn Model) -> Self {
        match to_json(model) {
            Value::Object(members) => Self(members),
            _ => Self::default(),
        }
    }

    /// The object, which says its type where that is not `Base` itself.
    pub(super) fn as_type<T: IsA<Base>, Base: Model + Default>(&self) -> Value {
        let mut members = self.clone();
        members.say_type::<T, Base>();
        Value::Object(members.0)
    }

    /// Puts `@odata.type` first, unless the type is `Base` itself or the type is already stated.
    pub(super) fn say_type<T: IsA<Base>, Base: Model + Default>(&mut self) {
        let own = info::<T>().wire_name;
        if own != info::<Base>().wire_name && !self.0.contains_key(ODATA_TYPE) {
            self.0.shift_insert(0, ODATA_TYPE.to_owned(), Value::from(format!("#{own}")));
        }
    }
}
