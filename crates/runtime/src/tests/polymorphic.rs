//! Values told apart by `@odata.type`.

use insta::assert_snapshot;

use super::again;
use super::zoo::{Animal, AnyAnimal, AnyCat, Dog};

/// The variant and the JSON written for each input.
fn variants(cases: &[&str]) -> String {
    cases
        .iter()
        .map(|case| {
            let variant = match serde_json::from_str(case).unwrap() {
                AnyAnimal::Animal(_) => "Animal",
                AnyAnimal::Dog(_) => "Dog",
            };
            format!("{case}\n    {variant:<6} {}\n", again::<AnyAnimal>(case))
        })
        .collect()
}

#[test]
fn the_type_may_stand_anywhere() {
    assert_snapshot!(variants(&[
        r##"{"@odata.type": "#zoo.dog", "id": "1", "barks": true}"##,
        r##"{"@odata.type": "zoo.dog", "id": "1", "barks": true}"##,
        r##"{"@odata.etag": "e", "@odata.type": "#zoo.dog", "barks": true}"##,
        r##"{"id": "1", "barks": true, "tail": [1], "@odata.type": "#zoo.dog"}"##,
    ]), @r##"
    {"@odata.type": "#zoo.dog", "id": "1", "barks": true}
        Dog    {"@odata.type":"#zoo.dog","id":"1","barks":true}
    {"@odata.type": "zoo.dog", "id": "1", "barks": true}
        Dog    {"@odata.type":"#zoo.dog","id":"1","barks":true}
    {"@odata.etag": "e", "@odata.type": "#zoo.dog", "barks": true}
        Dog    {"@odata.type":"#zoo.dog","@odata.etag":"e","barks":true}
    {"id": "1", "barks": true, "tail": [1], "@odata.type": "#zoo.dog"}
        Dog    {"@odata.type":"#zoo.dog","id":"1","barks":true,"tail":[1]}
    "##);
}

#[test]
fn other_types_land_whole_in_the_base() {
    assert_snapshot!(variants(&[
        r#"{"id": "1", "barks": true}"#,
        r##"{"@odata.type": "#zoo.animal", "id": "1"}"##,
        r##"{"@odata.type": "#zoo.cat", "id": "1", "lives": 9, "keeper": {"name": "A"}}"##,
        r##"{"id": "1", "lives": 9, "@odata.type": "#zoo.cat", "purrs": true}"##,
        r#"{"@odata.type": 5, "id": "1"}"#,
        r#"{}"#,
    ]), @r##"
    {"id": "1", "barks": true}
        Animal {"id":"1","barks":true}
    {"@odata.type": "#zoo.animal", "id": "1"}
        Animal {"@odata.type":"#zoo.animal","id":"1"}
    {"@odata.type": "#zoo.cat", "id": "1", "lives": 9, "keeper": {"name": "A"}}
        Animal {"@odata.type":"#zoo.cat","id":"1","keeper":{"name":"A"},"lives":9}
    {"id": "1", "lives": 9, "@odata.type": "#zoo.cat", "purrs": true}
        Animal {"@odata.type":"#zoo.cat","id":"1","lives":9,"purrs":true}
    {"@odata.type": 5, "id": "1"}
        Animal {"@odata.type":5,"id":"1"}
    {}
        Animal {}
    "##);
}

#[test]
fn values_made_by_hand_get_their_type() {
    let rival = AnyAnimal::from(Dog { barks: Some(true), ..Dog::default() });
    let dog = Dog { rival: Some(rival), ..Dog::default() };
    assert_snapshot!(serde_json::to_string(&dog).unwrap(), @r##"{"rival":{"@odata.type":"#zoo.dog","barks":true}}"##);
}

#[test]
fn a_plain_struct_keeps_the_type_name() {
    let json = r##"{"@odata.type":"#zoo.dog","id":"1","barks":true}"##;
    let animal: Animal = serde_json::from_str(json).unwrap();
    assert_eq!(animal.additional.odata_type(), Some("zoo.dog"));
    assert_eq!(again::<Animal>(json), json);
}

#[test]
fn types_must_agree_to_be_equal() {
    let animal = AnyAnimal::from(Animal { id: Some("1".into()), ..Animal::default() });
    let dog = AnyAnimal::from(Dog { id: Some("1".into()), ..Dog::default() });
    assert_ne!(animal, dog);
    assert_eq!(dog, dog.clone());
}

#[test]
fn what_came_before_the_type_in_another_form_is_kept() {
    let json = r##"{"rival": "Tom", "@odata.type": "#zoo.dog"}"##;
    assert_snapshot!(again::<AnyAnimal>(json), @r##"{"@odata.type":"#zoo.dog","rival":"Tom"}"##);
}

#[test]
fn the_type_has_a_short_name_too() {
    let json = r##"{"id":"1","barks":true,"@type":"#zoo.dog"}"##;
    assert!(matches!(serde_json::from_str(json).unwrap(), AnyAnimal::Dog(_)));
    assert_snapshot!(again::<AnyAnimal>(json), @r##"{"@type":"#zoo.dog","id":"1","barks":true}"##);
    assert_snapshot!(again::<AnyAnimal>(r##"{"@type":"#zoo.cat","lives":9}"##), @r##"{"@type":"#zoo.cat","lives":9}"##);
}

#[test]
fn what_came_before_the_type_and_does_not_have_its_form_is_kept() {
    assert_snapshot!(again::<AnyAnimal>(r##"{"rival": "Tom", "barks": true, "@odata.type": "#zoo.dog"}"##), @r##"{"@odata.type":"#zoo.dog","barks":true,"rival":"Tom"}"##);
}

#[test]
fn what_is_left_out_at_compile_time_is_kept_as_json() {
    let lion = r##"{"@odata.type":"#zoo.lion","id":"1","friends":[{"id":"2"}]}"##;
    let AnyCat::Cat(cat) = serde_json::from_str(lion).unwrap();
    assert_eq!(cat.id.as_deref(), Some("1"));
    assert_eq!(cat.additional.get("friends"), Some(&serde_json::json!([{"id": "2"}])));
    assert_eq!(again::<AnyCat>(lion), lion);
}

#[test]
fn a_property_is_read_whatever_the_type() {
    let read = |json| serde_json::from_str::<AnyAnimal>(json).unwrap();
    let dog = read(
        r##"{"@odata.type": "#zoo.dog", "id": "1", "barks": true, "rival": {"id": "2"},
            "keeper": {"name": "Ana"}, "friends": [{"id": "3"}]}"##,
    );
    assert_eq!(dog.get(Animal::ID).map(|it| &**it), Some("1"));
    assert_eq!(dog.get(Animal::KEEPER).and_then(|it| it.name.as_deref()), Some("Ana"));
    assert_eq!(dog.get(Animal::FRIENDS).map(Vec::len), Some(1));
    assert_eq!(dog.get(Dog::BARKS), Some(&true));
    assert_eq!(dog.get(Dog::RIVAL).and_then(|it| it.get(Animal::ID)).map(|it| &**it), Some("2"));
    let animal = read(r#"{"id": null, "barks": true}"#);
    assert_eq!((animal.get(Animal::ID), animal.get(Dog::BARKS)), (None, None));
}
