//! Input made to do harm.

use super::error;
use super::zoo::{AnyAnimal, Dog};

#[test]
fn nesting_ends_in_an_error_not_in_an_overflow() {
    let deep = r#"{"friends": ["#.repeat(100_000) + &"]}".repeat(100_000);
    assert!(error::<AnyAnimal>(&deep).contains("recursion limit exceeded"));
    let unknown = format!(r#"{{"x": {}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert!(error::<Dog>(&unknown).contains("recursion limit exceeded"));
}

#[test]
fn many_unknown_members_are_read_in_linear_time() {
    let members: Vec<String> = (0..200_000).map(|n| format!("\"m{n}\":0")).collect();
    let json = format!("{{{}}}", members.join(","));
    let dog: Dog = serde_json::from_str(&json).unwrap();
    assert_eq!(dog.additional.len(), 200_000);
    assert_eq!(serde_json::to_string(&dog).unwrap().len(), json.len());
}

#[test]
fn many_types_in_one_object_settle_on_the_first() {
    let json = format!(
        r##"{{"@odata.type": "#zoo.dog"{}}}"##,
        r##", "@odata.type": "#zoo.animal""##.repeat(9)
    );
    assert!(matches!(serde_json::from_str(&json).unwrap(), AnyAnimal::Dog(_)));
}
