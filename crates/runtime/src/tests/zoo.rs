//! The types under test.
#![expect(unreachable_pub, reason = "the macros declare public enums")]
#![expect(deprecated, reason = "tables also name what is deprecated")]
#![expect(clippy::box_collection, reason = "what generated structs hold")]

use crate as rt;

pub struct Animal {
    pub(super) id: Option<Box<str>>,
    pub(super) keeper: Option<Box<Keeper>>,
    pub(super) friends: Option<Box<Vec<AnyAnimal>>>,
    pub(super) additional: rt::Additional,
}
rt::model! {
    Animal: "zoo.animal" {
        id: "id",
        keeper: "keeper",
        friends: "friends",
    }
}

pub struct Dog {
    pub(super) id: Option<Box<str>>,
    pub(super) keeper: Option<Box<Keeper>>,
    pub(super) friends: Option<Box<Vec<AnyAnimal>>>,
    pub(super) barks: Option<bool>,
    pub(super) rival: Option<AnyAnimal>,
    pub(super) additional: rt::Additional,
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

rt::any_of! {
    pub enum AnyAnimal {
        Animal(Animal),
        Dog(Dog) = "zoo.dog",
    }
}

pub struct Keeper {
    pub(super) name: Option<Box<str>>,
    pub(super) nick_names: Option<Vec<Box<str>>>,
    pub(super) shift: Option<Shift>,
    pub(super) skills: Option<rt::Flags<Skill>>,
    pub(super) shifts: Option<Vec<Shift>>,
    pub(super) additional: rt::Additional,
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
    pub(super) text: Option<Box<str>>,
    pub(super) boolean: Option<bool>,
    pub(super) byte: Option<u8>,
    pub(super) signed_byte: Option<i8>,
    pub(super) int16: Option<i16>,
    pub(super) int32: Option<i32>,
    pub(super) int64: Option<i64>,
    pub(super) single: Option<f32>,
    pub(super) double: Option<f64>,
    pub(super) decimal: Option<rt::Decimal>,
    pub(super) date_time: Option<rt::Timestamp>,
    pub(super) date: Option<rt::Date>,
    pub(super) time: Option<rt::Time>,
    pub(super) duration: Option<rt::Duration>,
    pub(super) guid: Option<rt::Uuid>,
    pub(super) binary: Option<rt::Bytes>,
    pub(super) json: Option<rt::Value>,
    pub(super) dates: Option<Vec<rt::Date>>,
    pub(super) r#type: Option<Box<str>>,
    pub(super) additional: rt::Additional,
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
