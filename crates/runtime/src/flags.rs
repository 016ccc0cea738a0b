//! Combined members of an enumeration, written with commas.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::OpenEnum;
use crate::model::{Element, IsItself, Kind, Target, Text, View, member_names, read, same_members};

/// A set of members of a flags enumeration: `"red,green"` on the wire. Members that this version of the
/// client does not know are kept, and so is the order on the wire.
#[derive(Clone)]
pub struct Flags<E>(Vec<E>);

impl<E: OpenEnum> Flags<E> {
    /// No members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether no member is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of members set.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether this member is set.
    pub fn contains(&self, member: &E) -> bool {
        self.0.iter().any(|set| set.as_str() == member.as_str())
    }

    /// Sets a member; says whether it was not set before.
    pub fn insert(&mut self, member: E) -> bool {
        let new = !self.contains(&member);
        if new {
            self.0.push(member);
        }
        new
    }

    /// Unsets a member; says whether it was set.
    pub fn remove(&mut self, member: &E) -> bool {
        let before = self.len();
        self.0.retain(|set| set.as_str() != member.as_str());
        self.len() < before
    }

    /// The members set.
    pub fn iter(&self) -> std::slice::Iter<'_, E> {
        self.0.iter()
    }
}

impl<E: OpenEnum> Default for Flags<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: OpenEnum> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Self(vec![member])
    }
}

impl<E: OpenEnum> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut flags = Self::new();
        flags.extend(members);
        flags
    }
}

impl<E: OpenEnum> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        for member in members {
            self.insert(member);
        }
    }
}

impl<'a, E: OpenEnum> IntoIterator for &'a Flags<E> {
    type Item = &'a E;
    type IntoIter = std::slice::Iter<'a, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Two sets are equal when they hold the same members, in any order.
impl<E: OpenEnum> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        same_members(&self.to_string(), &other.to_string())
    }
}

impl<E: OpenEnum> Eq for Flags<E> {}

impl<E: OpenEnum> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, member) in self.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "," })?;
            f.write_str(member.as_str())?;
        }
        Ok(())
    }
}

impl<E: OpenEnum> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags(\"{self}\")")
    }
}

impl<E: OpenEnum> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, E: OpenEnum> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

impl<E: OpenEnum> Text for Flags<E> {
    fn set(&mut self, text: &str) {
        self.0 = member_names(text).map(E::from).collect();
    }
}

impl<E: OpenEnum> Element for Flags<E> {
    type Kind = IsItself;
}

impl<E: OpenEnum> Kind<Flags<E>> for IsItself {
    fn blank() -> Flags<E> {
        Flags::new()
    }

    fn target(value: &mut Flags<E>) -> Target<'_> {
        Target::Text(value)
    }

    fn view(value: &Flags<E>) -> View<'_> {
        View::Flags(value)
    }
}
