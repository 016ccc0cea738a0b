use super::{Column, Role, Vocabulary};

#[test]
fn headings() {
    let vocabulary = Vocabulary::default();
    let cases = [
        ("Properties", Role::Properties),
        ("**Properties**:", Role::Properties),
        ("Request body (v1.0)", Role::RequestBody),
        ("HTTP request (to replace a pen)", Role::HttpRequest),
        ("Optional query parameters", Role::QueryParameters),
        ("Permissions acting on self", Role::Permissions),
        ("Example 2: Get a pen", Role::Example),
        ("Request 1", Role::ExampleRequest),
        ("Response 12", Role::ExampleResponse),
        ("Response", Role::Response),
        ("inkColor values", Role::Values),
        ("state enumeration", Role::Values),
        ("penTip resource type", Role::NamedType),
        ("See also", Role::Prose),
        ("What pens are there?", Role::Unknown),
        ("Eigenschaften", Role::Unknown),
    ];
    for (heading, role) in cases {
        assert_eq!(vocabulary.heading(heading), role, "{heading}");
    }
}

#[test]
fn columns() {
    let vocabulary = Vocabulary::default();
    assert_eq!(vocabulary.column(" Property\u{a0}name "), Some(Column::Property));
    assert_eq!(vocabulary.column("Required (Y/N)"), Some(Column::Required));
    assert_eq!(vocabulary.column("kind property"), None);
}
