//! The members of a JSON object that have no field: annotations and undocumented properties.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::json::{exact_value, nearest_value};

/// Members of a JSON object that have no field of their own.
///
/// Decoding puts here:
/// - annotations: `@odata.type`, `@odata.etag`, `messages@odata.nextLink`;
/// - properties that the documentation does not describe, `null` included;
/// - the value of a documented property that does not have the documented form, whatever it is: a date
///   that is not one, an object where a string is documented, a number with more digits than its type has
///   room for, text with half a surrogate pair. The field is then `None`;
/// - elements of a documented collection that do not have the documented form, `null` among them, each
///   under the name of the property and its index: `businessPhones[2]`. The field holds the others.
///
/// Each is kept as the JSON text that came: [`raw`](Self::raw) gives it, with all digits, and it is
/// written back alike. [`get`](Self::get) gives the nearest that [`Value`] has: a number as an `f64`,
/// and U+FFFD for half a surrogate pair. Only in a *name* half a surrogate pair is U+FFFD for good.
///
/// Encoding writes them back, except where a field of the same name holds a value; elements go back to
/// their places. So a member with the name of a field that is `None` is written as it stands here; that is
/// also how to send an explicit `null`: `user.additional.insert("jobTitle", ())`.
///
/// An empty one takes a pointer's room and no allocation.
#[derive(Clone, Default)]
pub struct Additional(Option<Box<Members>>);

#[derive(Clone, Default)]
struct Members {
    list: Vec<Member>,
    /// Where each name is, once there are many.
    places: BTreeMap<Box<str>, usize>,
}

/// Above so many members, searching them one by one would be slow.
const MANY: usize = 32;

#[derive(Clone)]
struct Member {
    name: Box<str>,
    raw: Box<RawValue>,
    /// Made when it is first asked for.
    value: OnceLock<Box<Value>>,
}

impl Member {
    fn value(&self) -> &Value {
        self.value.get_or_init(|| Box::new(nearest_value(self.raw.get())))
    }

    /// Whether it is the same JSON, whatever its spelling.
    fn is_like(&self, other: &RawValue) -> bool {
        let (a, b) = (self.raw.get(), other.get());
        a == b || exact_value(a).is_some_and(|a| exact_value(b) == Some(a))
    }
}

impl Members {
    fn place(&self, name: &str) -> Option<usize> {
        if self.list.len() > MANY {
            return self.places.get(name).copied();
        }
        self.list.iter().position(|member| *member.name == *name)
    }

    fn count(&mut self) {
        self.places.clear();
        if self.list.len() > MANY {
            let names = self.list.iter().map(|member| member.name.clone());
            self.places = names.enumerate().map(|(place, name)| (name, place)).collect();
        }
    }

    fn put(&mut self, member: Member) -> Option<Member> {
        if let Some(place) = self.place(&member.name) {
            return Some(std::mem::replace(&mut self.list[place], member));
        }
        if self.list.len() > MANY {
            self.places.insert(member.name.clone(), self.list.len());
        }
        self.list.push(member);
        if self.list.len() == MANY + 1 {
            self.count();
        }
        None
    }
}

impl Additional {
    /// No members.
    pub const fn new() -> Self {
        Self(None)
    }

    fn list(&self) -> &[Member] {
        self.0.as_ref().map_or(&[], |members| &members.list)
    }

    fn member(&self, name: &str) -> Option<&Member> {
        let members = self.0.as_ref()?;
        members.place(name).map(|place| &members.list[place])
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    /// The number of members.
    pub fn len(&self) -> usize {
        self.list().len()
    }

    /// The member of this name, or the nearest that [`Value`] has for it.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.member(name).map(Member::value)
    }

    /// The JSON text of the member of this name, as it came.
    pub fn raw(&self, name: &str) -> Option<&RawValue> {
        self.member(name).map(|member| &*member.raw)
    }

    /// The member of this name, decoded. `None` when there is no such member.
    ///
    /// # Errors
    /// When the member does not decode as `T`.
    pub fn get_as<T: DeserializeOwned>(&self, name: &str) -> Option<serde_json::Result<T>> {
        self.raw(name).map(|raw| serde_json::from_str(raw.get()))
    }

    /// Sets the member of this name and returns the one it replaces. JSON text, as a
    /// [`RawValue`](crate::RawValue), is kept as it is.
    ///
    /// # Panics
    /// When the value's own `Serialize` fails, as it does for maps whose keys are not strings.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Serialize) -> Option<Value> {
        let raw = to_raw_value(&value).expect("the value can be written as JSON");
        self.put(Cow::Owned(name.into()), raw).map(|member| nearest_value(member.get()))
    }

    /// Removes the member of this name and returns it.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let members = self.0.as_mut()?;
        let member = members.list.remove(members.place(name)?);
        members.count();
        Some(member.value().clone())
    }

    /// The members in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.list().iter().map(|member| (&*member.name, member.value()))
    }

    /// The members' JSON texts in the order in which they came.
    pub fn raws(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.list().iter().map(|member| (&*member.name, &*member.raw))
    }

    /// `@odata.type` without its `#`: the name of the object's type. `@type` is the same, as is each short
    /// name for the others below (OData JSON format 4.01, section 4.6).
    pub fn odata_type(&self) -> Option<&str> {
        self.control("@odata.type").map(|name| name.rsplit('#').next().unwrap_or(name))
    }

    /// `@odata.etag`: the version of the object, for `If-Match`.
    pub fn etag(&self) -> Option<&str> {
        self.control("@odata.etag")
    }

    /// `@odata.id`: the canonical URL of the object.
    pub fn odata_id(&self) -> Option<&str> {
        self.control("@odata.id")
    }

    /// `{property}@odata.nextLink`: where an expanded collection goes on.
    pub fn next_link(&self, property: &str) -> Option<&str> {
        let link = self.control(&format!("{property}@odata.nextLink"));
        link.filter(|link| !link.is_empty())
    }

    /// Control information under either of its names, given the long one.
    fn control(&self, name: &str) -> Option<&str> {
        let member = self.member(name).or_else(|| self.member(&short_name(name)?))?;
        member.value().as_str()
    }

    pub(crate) fn put(&mut self, name: Cow<'_, str>, raw: Box<RawValue>) -> Option<Box<RawValue>> {
        let member = Member { name: name.into(), raw, value: OnceLock::new() };
        self.0.get_or_insert_default().put(member).map(|member| member.raw)
    }

    /// Sets the member of this name to a text.
    pub(crate) fn put_text(&mut self, name: &str, text: &str) {
        let raw = to_raw_value(text).expect("text can be written as JSON");
        self.put(Cow::Borrowed(name), raw);
    }

    /// Removes all but the members that have such a name.
    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        if let Some(members) = &mut self.0
            && members.list.iter().any(|member| !keep(&member.name))
        {
            members.list.retain(|member| keep(&member.name));
            members.count();
        }
    }
}

/// The names of the member that says the type.
pub(crate) const TYPE_NAMES: [&str; 2] = ["@odata.type", "@type"];

/// Whether the member of this name says the type.
#[inline]
pub(crate) fn is_type(name: &str) -> bool {
    name.starts_with('@') && TYPE_NAMES.contains(&name)
}

/// `@etag` for `@odata.etag`, and `friends@nextLink` for `friends@odata.nextLink`.
pub(crate) fn short_name(name: &str) -> Option<String> {
    let (before, term) = name.split_once("@odata.")?;
    Some(format!("{before}@{term}"))
}

/// Whether there are the same members, in any order. Numbers are compared digit by digit.
impl PartialEq for Additional {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .list()
                .iter()
                .all(|member| other.raw(&member.name).is_some_and(|raw| member.is_like(raw)))
    }
}

impl fmt::Debug for Additional {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Additional {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut additional = Self::new();
        for (name, value) in members {
            additional.insert(name, value.into());
        }
        additional
    }
}
