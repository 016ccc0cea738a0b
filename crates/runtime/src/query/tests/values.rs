//! Properties of objects at hand.
#![expect(clippy::box_collection, reason = "what generated structs hold")]

use super::{Address, AnyBeing, Being, Keeper};
use crate as rt;
use rt::Property;

pub struct Zoo {
    pub owner: Option<AnyBeing>,
    pub address: Option<Box<Address>>,
    pub phones: Option<Vec<Box<str>>>,
    pub beings: Option<Box<Vec<AnyBeing>>>,
    pub additional: rt::Additional,
}
rt::model! {
    Zoo: "zoo.zoo" { owner: "owner", address: "address", phones: "phones", beings: "beings", }
}

impl Zoo {
    const OWNER: Property<Self, AnyBeing> = Property::new("owner");
    const ADDRESS: Property<Self, Address> = Property::new("address");
    const PHONES: Property<Self, Vec<Box<str>>> = Property::new("phones");
    const BEINGS: Property<Self, Vec<AnyBeing>> = Property::new("beings");
}

fn zoo() -> Zoo {
    let json = r##"{
        "owner": {"@odata.type": "#zoo.keeper", "id": "k", "name": "Kim"},
        "address": {"city": "Oslo"},
        "phones": ["1"],
        "beings": [{"id": "b"}],
        "open": true
    }"##;
    serde_json::from_str(json).unwrap()
}

#[test]
fn values_come_as_the_property_says_however_the_field_holds_them() {
    let zoo = zoo();
    assert_eq!(Zoo::ADDRESS.of(&zoo).unwrap().city.as_deref(), Some("Oslo"));
    assert_eq!(Zoo::PHONES.of(&zoo).unwrap(), ["1".into()]);
    assert_eq!(Zoo::BEINGS.of(&zoo).unwrap().len(), 1);
    assert_eq!(Zoo::ADDRESS.then(Address::CITY).of(&zoo).as_deref(), Some("Oslo"));
    assert_eq!(Zoo::ADDRESS.then(Address::CITY).of(&Zoo::default()), None);
}

#[test]
fn what_types_share_is_read_from_any_of_them() {
    let owner = zoo().owner.unwrap();
    assert_eq!(Being::ID.of(&owner).as_deref(), Some("k"));
    assert_eq!(Zoo::OWNER.then(Being::ID).of(&zoo()).as_deref(), Some("k"));
    assert_eq!(Keeper::NAME.upcast::<Being>().of(&owner).as_deref(), Some("Kim"));
    assert_eq!(Zoo::OWNER.then(Keeper::NAME).of(&zoo()).as_deref(), Some("Kim"));
    let keeper = Keeper { id: Some("k".into()), ..Keeper::default() };
    assert_eq!(Being::ID.of(&keeper).as_deref(), Some("k"));
    let other = AnyBeing::from(Being::default());
    assert_eq!(Keeper::NAME.upcast::<Being>().of(&other), None);
}

#[test]
fn what_has_no_field_of_the_type_is_absent() {
    const OPEN: Property<Zoo, bool> = Property::new("open");
    const PHONE: Property<Zoo, bool> = Property::new("phones");
    assert_eq!((OPEN.of(&zoo()), PHONE.of(&zoo())), (None, None));
    assert_eq!(Zoo::OWNER.then(Keeper::AGE).of(&zoo()), None);
}
