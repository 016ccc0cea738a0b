//! Tests of queries, on a small family of types as a generator would write them.
#![expect(unreachable_pub, reason = "the macros declare public types")]

mod filters;
mod literals;
mod options;
mod structure;
mod values;

use crate as rt;
use rt::Property;

pub struct Being {
    pub id: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Being: "zoo.being" { id: "id", } }

pub struct Keeper {
    pub id: Option<Box<str>>,
    pub name: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Keeper: "zoo.keeper" { id: "id", name: "name", } }

rt::any_of! {
    pub enum AnyBeing {
        Being(Being),
        Keeper(Keeper) = "zoo.keeper",
    }
}
impl rt::IsA<Being> for Keeper {}

pub struct Address {
    pub city: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Address: "zoo.address" { city: "city", } }

rt::open_enum! {
    pub enum Shift: "zoo.shift" {
        Day = "day",
        Night = "night",
    }
}

rt::operator_sets! {
    EqNull: Eq, Null;
    EqNeNot: Eq, Ne, Not;
    Text: Eq, Ne, Not, Ge, Le, In, StartsWith;
}

impl Being {
    pub const ID: Property<Self, Box<str>> = Property::new("id");
}

impl Address {
    pub const CITY: Property<Self, Box<str>, EqNeNot> = Property::new("city");
}

impl Keeper {
    pub const ID: Property<Self, Box<str>> = Property::new("id");
    pub const NAME: Property<Self, Box<str>, Text> = Property::new("name");
    pub const MAIL: Property<Self, Box<str>, EqNull> = Property::new("mail");
    pub const AGE: Property<Self, i32> = Property::new("age");
    pub const STEPS: Property<Self, i64> = Property::new("steps");
    pub const WEIGHT: Property<Self, f64> = Property::new("weight");
    pub const SPEED: Property<Self, f32> = Property::new("speed");
    pub const PAY: Property<Self, rt::Decimal> = Property::new("pay");
    pub const ACTIVE: Property<Self, bool> = Property::new("active");
    pub const HIRED: Property<Self, rt::Timestamp> = Property::new("hiredDateTime");
    pub const BORN: Property<Self, rt::Date> = Property::new("born");
    pub const STARTS: Property<Self, rt::Time> = Property::new("starts");
    pub const BREAK: Property<Self, rt::Duration> = Property::new("break");
    pub const BADGE: Property<Self, rt::Uuid> = Property::new("badge");
    pub const PRINT: Property<Self, rt::Bytes> = Property::new("print");
    pub const SHIFT: Property<Self, Shift> = Property::new("shift");
    pub const SHIFTS: Property<Self, rt::Flags<Shift>> = Property::new("shifts");
    pub const PHONES: Property<Self, Vec<Box<str>>, Text> = Property::new("phones");
    pub const ADDRESS: Property<Self, Address> = Property::new("address");
    pub const ADDRESSES: Property<Self, Vec<Address>> = Property::new("addresses");
    pub const BOSS: Property<Self, AnyBeing> = Property::new("boss");
    pub const TEAM: Property<Self, Vec<AnyBeing>> = Property::new("team");
    pub const TRAINEES: Property<Self, Vec<Keeper>> = Property::new("trainees");
}
