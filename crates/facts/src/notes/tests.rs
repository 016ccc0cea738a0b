use crate::testing::{cell, origin, prose, text};

mod paraphrases;

fn notes(markdown: &str) -> String {
    let text = text(markdown);
    let notes = super::notes(&prose(&text), origin());
    notes.notes.iter().map(|note| format!("{:?}", note.value)).collect::<Vec<_>>().join(", ")
}

fn values(markdown: &str) -> String {
    let cell = cell(markdown);
    let values = super::values(&prose(&cell));
    values.into_iter().map(|value| value.value).collect::<Vec<_>>().join(" ")
}

fn check(cases: &[(&str, &str)]) {
    for (description, expected) in cases {
        assert_eq!(notes(description), *expected, "{description}");
    }
}

#[test]
fn nullable() {
    check(&[
        ("The cap. Nullable.", "Nullable(true)"),
        ("Read-only, Nullable", "ReadOnly, Nullable(true)"),
        ("Not nullable.", "Nullable(false)"),
        ("Read-only, Key, Not nullable", "ReadOnly, Key, Nullable(false)"),
        ("This property is read-only and is not nullable.", "ReadOnly, Nullable(false)"),
        ("Cannot be null.", "Nullable(false)"),
        ("`null` if the pen has no cap.", ""),
        ("This property is null if the pen has no cap.", ""),
        ("A null value indicates that the caps differ.", ""),
    ]);
}

#[test]
fn filters() {
    check(&[
        ("Supports `$filter` (`eq`, `ne`, `NOT`, `ge`).", r#"Filter(["eq", "ne", "not", "ge"])"#),
        ("Supports `$filter` (`eq` only).", r#"Filter(["eq"])"#),
        ("Supports `$filter` (`eq` and `startswith`).", r#"Filter(["eq", "startsWith"])"#),
        (
            "Supports `$filter` (`eq`, `in`), `$search`, and `$orderBy`.",
            r#"Filter(["eq", "in"]), Search, OrderBy"#,
        ),
        ("Supports $filter and $orderby.", "Filter([]), OrderBy"),
        ("Supports \\$filter.", "Filter([])"),
        ("Supports `$filter` with the `eq` operator.", r#"Filter(["eq"])"#),
        ("Supports `$expand`.", "Expand"),
        ("Does not support `$filter`.", r#"Filter(["none"])"#),
        ("This property doesn't support `$filter`.", r#"Filter(["none"])"#),
        ("Does not support `$filter` on **city**.", ""),
        ("Supports `$filter` (`eq`) on **city** and **state**.", ""),
        ("Supports `$filter` on `null` values.", r#"Filter(["null"])"#),
        (
            "Supports `$filter` (`eq`, `NOT`, `in`, and `eq` on `null` values).",
            r#"Filter(["eq", "not", "in", "null"])"#,
        ),
        (
            "Supports `$filter` (`eq`, `startsWith`, `/$count eq 0`, `/$count ne 0`).",
            r#"Filter(["eq", "startsWith", "count"])"#,
        ),
        ("Supports `$filter` (`eq` when counting empty collections).", r#"Filter(["count"])"#),
    ]);
}

#[test]
fn defaults() {
    check(&[
        ("The default value is `blue`.", r#"Default("blue")"#),
        ("Default is false Required.", r#"Default("false"), Required"#),
        ("Optional, default value is false.", r#"Optional, Default("false")"#),
        ("Default: `Manual`.", r#"Default("Manual")"#),
        ("Default = true.", r#"Default("true")"#),
        ("Defaults to 45.", r#"Default("45")"#),
        ("If not set, the default is `blue`.", r#"Default("blue")"#),
        ("Possible values are `blue` (default) and `red`.", r#"Default("blue")"#),
        ("Default value of '0' means none.", r#"Default("0")"#),
        ("The default is 30 minutes.", ""),
        ("The default value is empty.", ""),
        ("Default value is `null` when the pen is new.", ""),
        ("If the kind is `ink`, this defaults to `blue`.", ""),
        ("Returned by default.", "ReturnedByDefault"),
        ("The language of the default message.", ""),
    ]);
}

#[test]
fn deprecations() {
    check(&[
        (
            "\\[Deprecated\\] Setting the cap has no effect.",
            r#"Deprecated("[Deprecated] Setting the cap has no effect")"#,
        ),
        ("This property is deprecated.", r#"Deprecated("This property is deprecated")"#),
        ("Do not use. Use **lid** instead.", r#"Deprecated("Do not use. Use lid instead")"#),
        ("Indicates whether the pen is deprecated.", ""),
        ("The pen is deprecated or not.", ""),
        ("The state: **Available** or **Deprecated**.", ""),
    ]);
}

#[test]
fn inherited() {
    insta::assert_snapshot!(notes("The color. Inherited from [ink](ink.md)"), @r#"InheritedFrom(Mention { name: "ink", link: Some("v1.0/resources/ink.md") })"#);
    insta::assert_snapshot!(notes("The color Inherited from **ink**."), @r#"InheritedFrom(Mention { name: "ink", link: None })"#);
    insta::assert_snapshot!(notes("Inherited from microsoft.graph.desk.ink."), @r#"InheritedFrom(Mention { name: "microsoft.graph.desk.ink", link: None })"#);
    assert_eq!(notes("Inherited property."), "");
}

#[test]
fn listed_values() {
    let cases = [
        ("Possible values are: `red`, `green`, or `blue`.", "red green blue"),
        ("Possible values:`red` and `green`. Required.", "red green"),
        ("Possible values are: `red`, `green, blue`.", "red green blue"),
        ("Possible values are: `red`, `green, still wet`.", "red green, still wet"),
        ("The possible values are: `red` (default), `green`.", "red green"),
        ("Possible values are 'red', 'green'", "red green"),
        ("Possible values are: **Red**, **Dark blue** or **None**.", "Red Dark blue None"),
        ("Allowed values are *red, green* or *blue*.", "red green blue"),
        ("Possible values are red, green, and blue.", "red green blue"),
        ("Values: red, green.", "red green"),
        ("The values are: Red=0, Green=1, Blue=2", "Red Green Blue"),
        ("Allowed value is `red`. Required.", "red"),
        ("Must be one of `red` or `green`.", "red green"),
        ("Can be set to `red` or `green`.", "red green"),
        ("Either `red` or `green`.", "red green"),
        ("Possible values: `red` for ink (e.g. thin ink), or `green` for lead.", "red green"),
        ("Possible values are: `red` - the ink is red; `green` - it is green.", "red green"),
        ("The values for this pen will be `red` or `green`.", "red green"),
        (
            "Possible values are: <br><li> <b>In use</b>: `Still wet` (StillWet) - soon renamed, `Dry` (Dry), and `Other` \
             (Other). <li> **Out of use, for now:** `Not found` (Lost), and `Other` (Other).",
            "StillWet Dry Other Lost",
        ),
        (
            "Possible values are: <br>- **Red**: see `colour`. <br>- **Blue**: see `hue`.",
            "Red Blue",
        ),
        (
            "Possible values are: <br>**red**: `from` and `to`. <br>**blue**: `why`, `by`.",
            "red blue",
        ),
        (
            "Possible values are: <br>**dark red**: `#f00`, `#e00`. <br>**blue**: `#00f`.",
            "dark red blue",
        ),
        ("Can be 'red' or 'green'. Possible values are: `none`, `red`.", "none red"),
        (
            "Possible values are: <ul><li>`red` - hot.</li><li>`blue` - not `warm`.</li></ul>",
            "red blue",
        ),
        ("Possible values are: <br> - `red` <br> - `blue`", "red blue"),
        ("Possible values are `red`, `null`, `true`.", "red"),
        (
            "Possible values are: `red`, `green`, `unknownFutureValue`.",
            "red green unknownFutureValue",
        ),
    ];
    for (description, expected) in cases {
        assert_eq!(values(description), expected, "{description}");
    }
}

#[test]
fn no_lists() {
    let cases = [
        "Valid values 1 to 24",
        "Valid values are described in the following table.",
        "The value of the **color** property.",
        "Possible values for **color** are `1`, `2`, or `null`.",
        "Must be `https`.",
        "Boolean value representing if the cap is visible or not.",
        "For example `red` or `green`.",
        "The value is `red` when the ink is.",
    ];
    for description in cases {
        assert_eq!(values(description), "", "{description}");
    }
}
