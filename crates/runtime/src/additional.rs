//! The members of a JSON object that have no field: annotations and undocumented properties.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::json::{Cursor, Fault, Str, is_same, nearest_value, raw};

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
/// and U+FFFD for half a surrogate pair, also in a *name*, although it is written back as it came.
///
/// That goes for writing as text: `serde_json::to_string`, requests. `serde_json::to_value` makes a
/// [`Value`], which has no room for more: there, numbers are rounded to `f64`, and half a surrogate pair and
/// numbers such as `1e400` are errors. The same is true of `from_value`, and of serde's `flatten` and
/// `untagged`, which go by such values.
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
    /// Where the names are that are no text, by how they are spelled.
    odd: BTreeMap<Box<str>, usize>,
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
    fn is_like(&self, other: &Self) -> bool {
        is_same(self.raw.get(), other.raw.get())
    }
}

impl Members {
    fn place(&self, name: &str) -> Option<usize> {
        if self.list.len() > MANY {
            return self.places.get(name).copied();
        }
        let place = self.list.iter().position(|member| *member.name == *name)?;
        if self.odd.is_empty() {
            return Some(place);
        }
        let found = self.plain().find(|(_, member)| *member.name == *name);
        found.map(|(place, _)| place)
    }

    /// The members whose names are text, and where they are.
    fn plain(&self) -> impl Iterator<Item = (usize, &Member)> {
        let odd: BTreeSet<usize> = self.odd.values().copied().collect();
        self.list.iter().enumerate().filter(move |(place, _)| !odd.contains(place))
    }

    fn count(&mut self) {
        self.places.clear();
        if self.list.len() > MANY {
            let names = self.plain().map(|(place, member)| (member.name.clone(), place));
            self.places = names.collect();
        }
    }

    fn remove(&mut self, place: usize) -> Member {
        let member = self.list.remove(place);
        self.odd.retain(|_, at| *at != place);
        self.odd.values_mut().filter(|at| **at > place).for_each(|at| *at -= 1);
        self.count();
        member
    }

    fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        let odd = std::mem::take(&mut self.odd).into_iter();
        let mut odd: BTreeMap<usize, Box<str>> = odd.map(|(name, place)| (place, name)).collect();
        let (mut before, mut after) = (0, 0);
        self.list.retain(|member| {
            let spelled = odd.remove(&before);
            let stays = spelled.is_some() || keep(&member.name);
            self.odd.extend(spelled.map(|spelled| (spelled, after)));
            before += 1;
            after += usize::from(stays);
            stays
        });
        self.count();
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

    fn put_odd(&mut self, spelled: Box<str>, member: Member) {
        if let Some(place) = self.odd.get(&spelled) {
            self.list[*place] = member;
            return;
        }
        self.odd.insert(spelled, self.list.len());
        self.list.push(member);
        if self.list.len() == MANY + 1 {
            self.count();
        }
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
        let place = members.place(name).or_else(|| {
            let mut odd = members.odd.values().copied();
            odd.find(|place| *members.list[*place].name == *name)
        });
        place.map(|place| &members.list[place])
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
        let place = members.place(name)?;
        Some(members.remove(place).value().clone())
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

    /// The members of an object, if the text is one.
    pub(crate) fn of_object(text: &str) -> Option<Self> {
        let (mut cursor, mut members) = (Cursor::new(text), Self::new());
        let mut more = cursor.enter(b'{', b'}').ok()?;
        while more {
            let name = cursor.name().ok()?;
            members.put_named(name, raw(cursor.skip().ok()?).ok()?).ok()?;
            more = cursor.another(b'}').ok()?;
        }
        cursor.end().ok().map(|()| members)
    }

    /// The members of an object that is the whole of an answer, which may begin with a byte order mark.
    #[cfg(feature = "pipeline")]
    pub(crate) fn of_body(body: &[u8]) -> Option<Self> {
        let text = str::from_utf8(body).ok()?;
        Self::of_object(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// As [`put`](Self::put), of a name that may be no text.
    pub(crate) fn put_named(&mut self, name: Str<'_>, raw: Box<RawValue>) -> Result<(), Fault> {
        if let Some(name) = name.text() {
            self.put(name, raw);
            return Ok(());
        }
        let spelled = name.spelled().ok_or(Fault::Syntax)?;
        let name = name.nearest().ok_or(Fault::Syntax)?;
        let member = Member { name: name.into(), raw, value: OnceLock::new() };
        self.0.get_or_insert_default().put_odd(spelled.into(), member);
        Ok(())
    }

    /// The members whose names are text.
    pub(crate) fn plain(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        let members = self.0.iter().flat_map(|members| members.plain());
        members.map(|(_, member)| (&*member.name, &*member.raw))
    }

    /// The members whose names are no text, with how these are spelled between their quotes.
    pub(crate) fn odd(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        let members = self.0.iter();
        members.flat_map(|it| it.odd.iter().map(|(name, place)| (&**name, &*it.list[*place].raw)))
    }

    /// Takes over the members of another one whose names are no text.
    pub(crate) fn put_odd_of(&mut self, other: &Self) {
        let Some(other) = &other.0 else { return };
        for (spelled, place) in &other.odd {
            let member = other.list[*place].clone();
            self.0.get_or_insert_default().put_odd(spelled.clone(), member);
        }
    }

    /// Sets the member of this name to a text.
    pub(crate) fn put_text(&mut self, name: &str, text: &str) {
        let raw = to_raw_value(text).expect("text can be written as JSON");
        self.put(Cow::Borrowed(name), raw);
    }

    /// Removes all but the members that have such a name, or one that is no text.
    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        if let Some(members) = &mut self.0
            && members.list.iter().any(|member| !keep(&member.name))
        {
            members.retain(keep);
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
        let (Some(a), Some(b)) = (&self.0, &other.0) else { return self.len() == other.len() };
        let is_in = |member: &Member, place: Option<usize>| {
            place.is_some_and(|place| member.is_like(&b.list[place]))
        };
        a.list.len() == b.list.len()
            && a.plain().all(|(_, it)| is_in(it, b.place(&it.name)))
            && a.odd.iter().all(|(name, place)| is_in(&a.list[*place], b.odd.get(name).copied()))
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
