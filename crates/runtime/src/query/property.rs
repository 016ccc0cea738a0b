//! Properties of generated types.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::filter::Unstated;
use super::{IsA, Resource};
use crate::change::Writable;

/// A property of `T` whose values are `V`s.
///
/// Generated types have a constant for each property: `User::DISPLAY_NAME`. `O` says which operators
/// the documentation states for it in `$filter` ([`Unstated`]: it states none, so that all make sense
/// are there), `W` who may write it ([`change`](crate::change)). `P` is how the path is held: a
/// constant's is a `&'static str`, that of a nested property ([`then`](Self::then)) a `String`.
///
/// ```
/// use apimark_runtime::Property;
/// # struct User;
///
/// impl User {
///     const DISPLAY_NAME: Property<Self, Box<str>> = Property::new("displayName");
/// }
/// assert_eq!(User::DISPLAY_NAME.path(), "displayName");
/// ```
pub struct Property<T, V, O = Unstated, W = Writable, P = &'static str> {
    path: P,
    /// Whether what is selected of the related objects stands without names of derived types.
    bare_select: bool,
    types: PhantomData<Types<T, V, O, W>>,
}

/// As of a function that makes them, so that a property is `Copy`, `Send` and `Sync` whatever they are.
type Types<T, V, O, W> = fn() -> (T, V, O, W);

impl<T, V, O, W> Property<T, V, O, W> {
    /// The property of this name on the wire.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { path: name, bare_select: false, types: PhantomData }
    }

    /// The same relationship, in whose `$select` a property of a derived type goes by its name alone:
    /// `manager($select=displayName)` instead of `manager($select=microsoft.graph.user/displayName)`. The
    /// latter is OData's form; generated constants have the former where the documentation shows it.
    #[must_use]
    pub const fn with_bare_select(self) -> Self {
        Self { bare_select: true, ..self }
    }
}

impl<T, V, O, W, P: AsRef<str>> Property<T, V, O, W, P> {
    /// The name on the wire; for a nested property all names with slashes between them.
    pub fn path(&self) -> &str {
        self.path.as_ref()
    }

    pub(super) fn has_bare_select(&self) -> bool {
        self.bare_select
    }

    /// A property of this property's value, which is an object: `from/emailAddress`.
    ///
    /// ```
    /// use apimark_runtime as rt;
    /// # pub struct Room { pub name: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { Room: "zoo.room" { name: "name", } }
    /// # struct Event;
    /// # impl Event { const ROOM: rt::Property<Self, Room> = rt::Property::new("room"); }
    /// # impl Room { const NAME: rt::Property<Self, Box<str>> = rt::Property::new("name"); }
    ///
    /// assert_eq!(Event::ROOM.then(Room::NAME).eq("Blue").to_string(), "room/name eq 'Blue'");
    /// ```
    pub fn then<U, V2, O2, W2, P2: AsRef<str>>(
        self,
        next: Property<U, V2, O2, W2, P2>,
    ) -> Property<T, V2, O2, W2, String>
    where
        V: Resource,
        U: IsA<V::Type>,
    {
        let name = <U as IsA<V::Type>>::name_in(next.path());
        let path = format!("{}/{name}", self.path());
        Property { bare_select: next.bare_select, ..Property::nested(path) }
    }

    /// The same property, where objects of a base type of `T` are queried.
    pub fn upcast<B: Resource>(self) -> Property<B::Type, V, O, W, String>
    where
        T: IsA<B::Type>,
    {
        let path = <T as IsA<B::Type>>::name_in(self.path()).into_owned();
        Property { bare_select: self.bare_select, ..Property::nested(path) }
    }

    /// The same property by its name alone, where objects of a base type of `T` are queried: `displayName` of
    /// what is in a group, where [`upcast`](Self::upcast) has `microsoft.graph.user/displayName`. OData wants
    /// the latter. A service whose documentation shows the former may take it for the property of that name
    /// of all derived types.
    ///
    /// ```
    /// use apimark_runtime as rt;
    /// # pub struct Member { pub id: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { Member: "zoo.member" { id: "id", } }
    /// # pub struct User { pub name: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { User: "zoo.user" { name: "name", } }
    /// # impl User { const NAME: rt::Property<Self, Box<str>> = rt::Property::new("name"); }
    /// # impl rt::IsA<Member> for User {}
    ///
    /// let bare = User::NAME.bare::<Member>();
    /// assert_eq!(bare.starts_with("a").to_string(), "startswith(name,'a')");
    /// let named = User::NAME.upcast::<Member>();
    /// assert_eq!(named.starts_with("a").to_string(), "startswith(zoo.user/name,'a')");
    /// ```
    pub fn bare<B: Resource>(self) -> Property<B::Type, V, O, W, String>
    where
        T: IsA<B::Type>,
    {
        let path = self.path().to_owned();
        Property { bare_select: self.bare_select, ..Property::nested(path) }
    }
}

impl<T, V, O, W> Property<T, V, O, W, String> {
    pub(super) fn nested(path: String) -> Self {
        Self { path, bare_select: false, types: PhantomData }
    }
}

impl<T, V, O, W, P: Into<Cow<'static, str>>> Property<T, V, O, W, P> {
    pub(super) fn into_path(self) -> Cow<'static, str> {
        self.path.into()
    }
}

// Not derived: a derive would ask the type parameters for the same trait.
impl<T, V, O, W, P: Clone> Clone for Property<T, V, O, W, P> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), ..*self }
    }
}

impl<T, V, O, W, P: Copy> Copy for Property<T, V, O, W, P> {}

impl<T, V, O, W, P: AsRef<str>> fmt::Display for Property<T, V, O, W, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.path())
    }
}

impl<T, V, O, W, P: AsRef<str>> fmt::Debug for Property<T, V, O, W, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Property({})", self.path())
    }
}
