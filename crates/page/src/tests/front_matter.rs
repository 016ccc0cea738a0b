//! The YAML block at the top.

use insta::assert_snapshot;

use super::{diagnostics, page, read};

#[test]
fn entries() {
    assert_snapshot!(page(
        "---\ntitle: \"A \\\"b\\\"\"\nms.date: 03/03/2025\ncount: 1.10\nflag: true\nempty:\nnone: ''\ndate: 2020-01-02\nlist:\n- x\n- y\nmap:\n  a: b\nfolded: >\n  one\n  two\n---\ntext"
    ), @r#"
    count: 1.10
    date: 2020-01-02
    empty: 
    flag: true
    folded: one two

    ms.date: 03/03/2025
    none: 
    title: A "b"
    paragraph text
    "#);
}

#[test]
fn values_lie_where_they_stand() {
    let markdown = "\u{feff}---\r\ntitle:  \"Ä b\" \r\nauthor: me\r\n---\r\n# T\r\n";
    let (page, _) = read(markdown);
    let places = page.front_matter.entries.values().map(|entry| &markdown[entry.span.range()]);
    assert_eq!(places.collect::<Vec<_>>(), ["me", "\"Ä b\""]);
    assert_eq!(page.sections.len(), 2);
}

#[test]
fn invalid_yaml_is_read_line_by_line() {
    assert_snapshot!(page("---\ntitle: Upload: a file\nauthor: **TODO: name**\n---\ntext"), @r#"
    author: **TODO: name**
    title: Upload: a file
    paragraph text
    ! front-matter at "title: Upload: a file"
    "#);
    assert_snapshot!(diagnostics("---\ntitle: Upload: a file\nauthor: x\n---\ntext"), @"
    warning[AM0104 front-matter]: the front matter is not valid YAML
     --> api/page.md:2:1
      |
    2 | title: Upload: a file
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it was read line by line; quote values that contain `: ` or begin with `*`
    ");
    assert_snapshot!(diagnostics("---\ntitle: x\nauthor: **TODO: name**\n---\ntext"), @"
    warning[AM0104 front-matter]: the front matter is not valid YAML
     --> api/page.md:3:1
      |
    3 | author: **TODO: name**
      | ^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it was read line by line; quote values that contain `: ` or begin with `*`
    ");
}

#[test]
fn unclosed() {
    assert_snapshot!(page("---\ntitle: x\nauthor: y\n\n# Title\ntext"), @r#"
    author: y
    title: x
    # Title (in 0)
    paragraph text
    ! front-matter at "---"
    "#);
    assert_snapshot!(page("---\n\ntext\n"), @"paragraph text");
    assert_snapshot!(page("---"), @"");
    assert_snapshot!(page("---\n---\ntext"), @"paragraph text");
    assert_snapshot!(diagnostics("---\ntitle: x\n\n# Title\n"), @"
    warning[AM0104 front-matter]: the front matter is never closed
     --> api/page.md:1:1
      |
    1 | ---
      | ^^^
      |
      = help: it was ended before the first line that is no entry
    ");
}

#[test]
fn values_mean_what_yaml_says() {
    let values = [
        "plain words",
        "\"in quotes: yes\"",
        "\"\\u00e4\"",
        "''",
        "yes",
        "null",
        "1.10",
        "x # comment",
        "a: b",
        "*bold*",
        "- x",
        "| y",
    ];
    let row = |value: &&str| {
        let (page, _) = read(&format!("---\nkey: {value}\n---\n"));
        let entry = page.front_matter.entries.get("key").map(|entry| entry.value.as_str());
        format!("{value} => {entry:?}\n")
    };
    assert_snapshot!(values.iter().map(row).collect::<String>(), @r#"
    plain words => Some("plain words")
    "in quotes: yes" => Some("in quotes: yes")
    "\u00e4" => Some("ä")
    '' => Some("")
    yes => Some("yes")
    null => Some("null")
    1.10 => Some("1.10")
    x # comment => Some("x")
    a: b => Some("a: b")
    *bold* => Some("*bold*")
    - x => Some("- x")
    | y => Some("| y")
    "#);
}

#[test]
fn what_does_not_begin_in_the_first_line_is_reported() {
    assert_snapshot!(page("\n---\ntitle: a\nauthor: b\n---\n# T\n"), @r#"
    ## title: a author: b (in 0)
    # T (in 0)
    ! front-matter at "---"
    "#);
    assert_snapshot!(page("--\ntitle: a\nauthor: b\n---\n# T\n"), @r#"
    ## -- title: a author: b (in 0)
    # T (in 0)
    ! front-matter at "--"
    "#);
    assert_snapshot!(page("---\n\nA rule: above.\n"), @"paragraph A rule: above.");
}
