//! The types under test.
#![expect(unreachable_pub, reason = "the macros declare public enums")]
#![expect(deprecated, reason = "tables also name what is deprecated")]
#![expect(clippy::box_collection, reason = "what generated structs hold")]

use crate as rt;

pub struct Animal {
    pub(crate) id: Option<Box<str>>,
    pub(crate) keeper: Option<Box<Keeper>>,
    pub(crate) friends: Option<Box<Vec<AnyAnimal>>>,
    pub(crate) additional: rt::Additional,
}
rt::model! {
    Animal: "zoo.animal" {
        id: "id",
        keeper: "keeper",
        friends: "friends",
    }
}

pub struct Dog {
    pub(crate) id: Option<Box<str>>,
    pub(crate) keeper: Option<Box<Keeper>>,
    pub(crate) friends: Option<Box<Vec<AnyAnimal>>>,
    pub(crate) barks: Option<bool>,
    pub(crate) rival: Option<AnyAnimal>,
    pub(crate) additional: rt::Additional,
}
rt::model! {
    Dog: "zoo.dog" {
        id: "id",
        keeper: "keeper",
        friends: "friends",
        barks: "barks",
        rival: "rival",
    }
}

impl Animal {
    pub(super) const ID: rt::Property<Self, Box<str>> = rt::Property::new("id");
    pub(super) const KEEPER: rt::Property<Self, Keeper> = rt::Property::new("keeper");
    pub(super) const FRIENDS: rt::Property<Self, Vec<AnyAnimal>> = rt::Property::new("friends");
}
impl Dog {
    pub(super) const BARKS: rt::Property<Self, bool> = rt::Property::new("barks");
    pub(super) const RIVAL: rt::Property<Self, AnyAnimal> = rt::Property::new("rival");
}
impl rt::IsA<Animal> for Dog {}

rt::any_of! {
    pub enum AnyAnimal {
        Animal(Animal),
        Dog(Dog) = "zoo.dog",
    }
}

pub struct Keeper {
    pub(crate) name: Option<Box<str>>,
    pub(crate) nick_names: Option<Vec<Box<str>>>,
    pub(crate) shift: Option<Shift>,
    pub(crate) skills: Option<rt::Flags<Skill>>,
    pub(crate) shifts: Option<Vec<Shift>>,
    pub(crate) additional: rt::Additional,
}
rt::model! {
    Keeper: "zoo.keeper" {
        name: "name",
        nick_names: "nickNames",
        shift: "shift",
        skills: "skills",
        shifts: "shifts",
    }
}

rt::open_enum! {
    /// When.
    pub enum Shift: "zoo.shift" {
        /// Early.
        Day = "day",
        /// Late.
        Night = "night",
    }
}

rt::open_enum! {
    /// What.
    pub enum Skill: "zoo.skill" {
        /// Gives food.
        Feed = "feed",
        /// Gives walks.
        #[deprecated = "nobody walks"]
        Walk = "walk",
    }
}

pub struct Scalars {
    pub(crate) text: Option<Box<str>>,
    pub(crate) boolean: Option<bool>,
    pub(crate) byte: Option<u8>,
    pub(crate) signed_byte: Option<i8>,
    pub(crate) int16: Option<i16>,
    pub(crate) int32: Option<i32>,
    pub(crate) int64: Option<i64>,
    pub(crate) single: Option<f32>,
    pub(crate) double: Option<f64>,
    pub(crate) decimal: Option<rt::Decimal>,
    pub(crate) date_time: Option<rt::Timestamp>,
    pub(crate) date: Option<rt::Date>,
    pub(crate) time: Option<rt::Time>,
    pub(crate) duration: Option<rt::Duration>,
    pub(crate) guid: Option<rt::Uuid>,
    pub(crate) binary: Option<rt::Bytes>,
    pub(crate) json: Option<rt::Value>,
    pub(crate) dates: Option<Vec<rt::Date>>,
    pub(crate) r#type: Option<Box<str>>,
    pub(crate) additional: rt::Additional,
}
rt::model! {
    Scalars: "zoo.scalars" {
        text: "text",
        boolean: "boolean",
        byte: "byte",
        signed_byte: "signedByte",
        int16: "int16",
        int32: "int32",
        int64: "int64",
        single: "single",
        double: "double",
        decimal: "decimal",
        date_time: "dateTime",
        date: "date",
        time: "time",
        duration: "duration",
        guid: "guid",
        binary: "binary",
        json: "json",
        dates: "dates",
        r#type: "type",
    }
}

/// An animal in a crate that was compiled without some of its features.
pub struct Cat {
    pub id: Option<Box<str>>,
    #[cfg(any())]
    pub friends: Option<Missing>,
    pub additional: rt::Additional,
}

rt::model! {
    Cat: "zoo.cat" {
        id: "id",
        #[cfg(any())]
        friends: "friends",
    }
}

rt::any_of! {
    /// A cat of any kind that was compiled.
    pub enum AnyCat {
        Cat(Cat),
        #[cfg(any())]
        Lion(Missing) = "zoo.lion",
    }
}
