use crate::testing::resource;

/// What a row says of the length of its text.
fn length(ty: &str, description: &str) -> Option<String> {
    let facts = resource(&format!(
        "# pen resource type\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n|name|{ty}|{description}|\n"
    ));
    let note = facts.lines().find_map(|line| line.trim().strip_prefix("MaxLength("))?;
    note.split(')').next().map(str::to_owned)
}

#[test]
fn type_cells_state_the_length() {
    let cases = [
        ("string, maximum size 20", Some("20")),
        ("string, maximum length 100", Some("100")),
        ("String (max length 1,024)", Some("1024")),
        ("String (max. 50 characters)", Some("50")),
        ("string(20)", Some("20")),
        ("Code[10]", Some("10")),
        ("String", None),
        ("String, maximum size", None),
        ("Int32", None),
        ("String[]", None),
        ("Binary, maximum size 4 MB", None),
    ];
    for (cell, wanted) in cases {
        assert_eq!(length(cell, "The name.").as_deref(), wanted, "{cell}");
    }
}

#[test]
fn descriptions_state_the_length() {
    let cases = [
        ("The name. Maximum length is 64 characters.", Some("64")),
        ("The maximum length of the name is 64 characters.", Some("64")),
        ("Max length: 256.", Some("256")),
        ("Maximum length allowed is 50 characters.", Some("50")),
        ("Can have a maximum of 256 characters.", Some("256")),
        ("Must not exceed 40 characters.", Some("40")),
        ("The maximum allowed size is 1024 characters.", Some("1024")),
        ("The maximum length of the recording is 2 minutes.", None),
        ("The maximum size is 25 MB.", None),
        ("The maximum number of pens is 20.", None),
        ("The name. Max. 30 characters.", Some("30")),
        ("Up to 5 pens.", None),
        ("If the pen is new, the maximum length is 64 characters.", None),
        ("Maximum length is 0 characters.", None),
    ];
    for (description, wanted) in cases {
        assert_eq!(length("String", description).as_deref(), wanted, "{description}");
    }
}
