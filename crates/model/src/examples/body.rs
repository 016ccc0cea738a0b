//! How the body of an example is built.
//!
//! Reads the JSON that an example sends and what its operation takes; returns the steps in which a program
//! builds it. What the typed methods do not take is a raw step, with a report unless it is only `null` or an
//! annotation.

use diag::codes;
use facts::{Json, JsonEntry};

use super::json;
use super::reading::{ODATA_TYPE, Reader, last_of_each};
use crate::Access;
use crate::api::worked::{Built, Changed, Members, Raw, Setting, Value};
use crate::api::{Body, BodyContent, Change, ItemType, Property, Struct, ValueType};

impl<'a> Reader<'_, 'a> {
    /// How `json` is built where `body` is taken.
    ///
    /// # Errors
    /// Why it cannot be.
    pub(super) fn body(&mut self, body: &'a Body, json: &Json) -> Result<Built, &'static str> {
        let entries = match json {
            Json::Object(entries) => Some(entries.as_slice()),
            _ => None,
        };
        let object = || entries.ok_or("the body is no object");
        match (&body.content, body.change) {
            (BodyContent::Value(ValueType { item: ItemType::Struct(name), .. }), Some(change)) => {
                let expected = self.calls.structure(name).ok_or("the type is not there")?;
                Ok(Built::Changed(self.changed(change, expected, object()?)))
            }
            (BodyContent::Parameters { fields, .. }, Some(change)) => {
                let settings = self.settings(change, fields, None, object()?);
                let (of, created) = (None, None);
                Ok(Built::Changed(Changed { change, of, created, settings, upcast: false }))
            }
            (BodyContent::Parameters { fields, .. }, None) => {
                let mut members = Members::default();
                for entry in last_of_each(object()?) {
                    match self.member(fields, None, entry) {
                        Some(field) => members.fields.push(field),
                        None => members.raw.push((entry.name.clone(), Raw::of(&entry.value))),
                    }
                }
                Ok(Built::Parameters(members))
            }
            (BodyContent::Value(ty), _) => match self.value(ty, json) {
                Ok(value) => Ok(Built::Value(ty.clone(), value)),
                Err(_) => Err("the body is not of the documented type"),
            },
            (BodyContent::Reference, _) => match object()? {
                [JsonEntry { name, value: Json::String(url), .. }] if name == "@odata.id" => {
                    Ok(Built::Reference(url.clone()))
                }
                _ => Err("the body is no reference"),
            },
            (BodyContent::Untyped, _) => Ok(Built::Json(json::text(json))),
            (BodyContent::Binary(_), _) => Err("the documentation sends bytes"),
        }
    }

    fn changed(&mut self, change: Change, expected: &'a Struct, entries: &[JsonEntry]) -> Changed {
        let stated = self.stated(expected, entries);
        let (item, upcast) = (stated.item, stated.is_implied);
        let mut settings = self.settings(change, &item.fields, Some(item), entries);
        if upcast {
            settings.retain(|it| !matches!(it, Setting::Raw(name, _) if name == ODATA_TYPE));
        }
        let created =
            (change == Change::Create).then(|| constructed(item, &mut settings)).flatten();
        Changed { change, of: Some(item.name.clone()), created, settings, upcast }
    }

    fn settings(
        &mut self,
        change: Change,
        fields: &[Property],
        owner: Option<&Struct>,
        entries: &[JsonEntry],
    ) -> Vec<Setting> {
        let entries = last_of_each(entries).into_iter();
        entries.map(|entry| self.setting(change, fields, owner, entry)).collect()
    }

    fn setting(
        &mut self,
        change: Change,
        fields: &[Property],
        owner: Option<&Struct>,
        entry: &JsonEntry,
    ) -> Setting {
        let raw = || Setting::Raw(entry.name.clone(), Raw::of(&entry.value));
        if let Some(bound) = entry.name.strip_suffix("@odata.bind")
            && let Some(setting) = self.bound(fields, bound, &entry.value)
        {
            return setting;
        }
        let read = self.member(fields, owner, entry);
        let index = fields.iter().position(|field| field.wire_name == entry.name);
        let Some(index) = index else { return raw() };
        let (field, access) = (&fields[index], fields[index].access.value);
        let clears = change == Change::Update && access == Access::Writable;
        match read {
            None if entry.value == Json::Null && clears && !field.ty.value.collection => {
                Setting::Clear(index)
            }
            Some((_, Value::List(elements))) if elements.is_empty() && clears => {
                Setting::Clear(index)
            }
            Some((_, value)) if may_set(change, access) => Setting::Set(index, value),
            Some(_) => {
                let message = format!(
                    "`{}` is sent, but the documentation says that it {}",
                    entry.name,
                    if access == Access::CreateOnly { "does not change" } else { "is read-only" }
                );
                self.report(codes::EXAMPLE_ACCESS, message, "the client can send it as JSON only");
                raw()
            }
            None => raw(),
        }
    }

    fn bound(&self, fields: &[Property], name: &str, value: &Json) -> Option<Setting> {
        let index = fields.iter().position(|field| field.wire_name == name)?;
        let ty = &fields[index].ty.value;
        let ItemType::Struct(target) = &ty.item else { return None };
        self.calls.structure(target)?;
        match value {
            Json::String(url) if !ty.collection => Some(Setting::Bind(index, url.clone())),
            Json::Array(urls) if ty.collection && !urls.is_empty() => {
                let url = |url: &Json| match url {
                    Json::String(url) => Some(url.clone()),
                    _ => None,
                };
                Some(Setting::BindAll(index, urls.iter().map(url).collect::<Option<_>>()?))
            }
            _ => None,
        }
    }
}

fn may_set(change: Change, access: Access) -> bool {
    match access {
        Access::Writable | Access::NotNull => true,
        Access::CreateOnly => change == Change::Create,
        Access::ReadOnly => false,
    }
}

/// Takes what the type's constructor asks for out of the settings, if all of it is there.
fn constructed(item: &Struct, settings: &mut Vec<Setting>) -> Option<Vec<(usize, Value)>> {
    let place = |name: &String| item.fields.iter().position(|field| field.wire_name == *name);
    let required = item.constructor.as_ref()?.required.iter().filter_map(|it| place(&it.value));
    let given = |index: usize| {
        settings.iter().find_map(|setting| match setting {
            Setting::Set(at, value) if *at == index => Some((index, value.clone())),
            _ => None,
        })
    };
    let arguments = required.map(given).collect::<Option<Vec<_>>>()?;
    settings.retain(|setting| match setting {
        Setting::Set(index, _) => !arguments.iter().any(|(at, _)| at == index),
        _ => true,
    });
    Some(arguments)
}
