//! Whether the promised type can hold the answer of an example.

use facts::{Json, JsonEntry};

use super::json;
use super::reading::Reader;
use crate::api::worked::Call;
use crate::api::{ItemType, Operation, ResponseContent, Scalar};

impl Reader<'_, '_> {
    /// The answer that a call must be able to read and write again, as JSON text.
    ///
    /// # Errors
    /// Why it cannot.
    pub(super) fn answer(
        &mut self,
        call: &Call,
        operation: &Operation,
        json: &Json,
    ) -> Result<String, &'static str> {
        let content = &operation.response.content;
        let held = call.of_type.clone().map(ItemType::Struct);
        if call.total {
            self.one(&ItemType::Scalar(Scalar::Int64), json)?;
            return Ok(json::text(json));
        }
        match content {
            ResponseContent::Empty => return Err("the documentation promises no content"),
            ResponseContent::Stream => return Err("the documentation promises a stream"),
            ResponseContent::Untyped => {}
            ResponseContent::Value(item) => self.one(item, json)?,
            ResponseContent::Wrapped(item) => {
                let value = member(json, "value").ok_or("the answer has no `value`")?;
                self.one(item, &value.value)?;
                // What else stands around the value is not kept.
                return Ok(json::text(&Json::Object(vec![value.clone()])));
            }
            ResponseContent::Collection(item) => {
                self.collection(held.as_ref().unwrap_or(item), json)?;
            }
        }
        Ok(json::text(json))
    }

    /// A page, which may be the array alone.
    fn collection(&mut self, item: &ItemType, json: &Json) -> Result<(), &'static str> {
        if let Json::Array(items) = json {
            return items.iter().try_for_each(|it| self.one(item, it));
        }
        let value = member(json, "value").ok_or("the answer has no `value`")?;
        let Json::Array(items) = &value.value else { return Err("`value` is no array") };
        for (name, is_fit) in [
            (
                "@odata.count",
                (|it| matches!(it, Json::Number(_) | Json::Null)) as fn(&Json) -> bool,
            ),
            ("@odata.nextLink", |it| matches!(it, Json::String(_) | Json::Null)),
            ("@odata.deltaLink", |it| matches!(it, Json::String(_) | Json::Null)),
        ] {
            if member(json, name).is_some_and(|entry| !is_fit(&entry.value)) {
                return Err("an annotation of the page has another form");
            }
        }
        items.iter().try_for_each(|it| self.one(item, it))
    }

    /// A value alone must be what is promised; within it, what is no more than a scalar of another form is kept.
    fn one(&mut self, item: &ItemType, json: &Json) -> Result<(), &'static str> {
        self.item(item, json).map_err(|_| "the answer is not of the promised type")?;
        self.broken.map_or(Ok(()), Err)
    }
}

/// The last member of this name.
fn member<'j>(json: &'j Json, name: &str) -> Option<&'j JsonEntry> {
    match json {
        Json::Object(entries) => entries.iter().rev().find(|entry| entry.name == name),
        _ => None,
    }
}
