//! Texts of corrections never become code.

use insta::assert_snapshot;

use crate::{Case, item};

/// What would leave a comment, a string or a name.
const WEAPONS: [&str; 7] = [
    "*/ fn evil() {} /*",
    "\\\"; fn evil() {}",
    "```\\nfn evil() {}",
    "]\\nfn evil() {}",
    "<script>evil()</script>",
    "#[evil]",
    "x\\u202e",
];

fn entry(table: &str, key: &str, value: &str, expect: &str) -> String {
    format!(
        "[[{table}]]\npage = \"v1.0/resources/pen.md\"\n{key} = {value}\nexpect = {expect}\nwhy = \"W.\"\n"
    )
}

#[test]
fn no_weapon_is_a_value() {
    for weapon in WEAPONS {
        let value = format!("\"{weapon}\"");
        let entries = [
            entry("property", "property = \"ink\"\ntype", &value, "\"Int32\""),
            entry("property", "property = \"ink\"\nname", &value, "\"ink\""),
            entry("property", "property = \"ink\"\nrename", &value, "\"ink\""),
            entry("property", "property = \"ink\"\noperators", &value, "[\"eq\"]"),
            entry("member", "member = \"ball\"\nrename", &value, "\"Ball\""),
            entry("type", "type = \"pen\"\nname", &value, "\"pen\""),
            entry("type", "type = \"pen\"\nrename", &value, "\"Pen\""),
            entry("type", "type = \"pen\"\nbase", &value, "\"none\""),
        ];
        for entry in entries {
            let failure = Case::new(&entry).failure();
            assert_ne!(failure, "it does not fail", "{entry}");
        }
    }
}

#[test]
fn reasons_are_words() {
    let why = "*/ fn evil() {} /* ``` [a](javascript:b) <script> #[c] \\\\\\\" };";
    let case = Case::new(&format!(
        "[[property]]\npage = \"v1.0/resources/pen.md\"\nproperty = \"ink\"\ntype = \"Int64\"\n\
         expect = \"Int32\"\nwhy = \"{why}\"\n"
    ));
    let models = case.file("src/v1_0/models/common/pen.rs");
    assert_snapshot!(item(&models, "pub ink"), @r#"
    /// How much there is.
    ///
    /// Corrected: type `Int64` instead of `Int32` (\*/ fn evil() {} /\* \`\`\` \[a\](javascript:b)
    /// \<script\> #\[c\] \\" };)
    ///
    /// Supports `$filter` (eq).
    pub ink: Option<i64>,
    "#);
}
