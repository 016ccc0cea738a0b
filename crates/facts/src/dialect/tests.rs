use std::borrow::Cow;

use diag::{PageId, SourceFile, Sources};
use insta::assert_snapshot;

use super::{Column, Dialect, Role};
use crate::Caller;

/// What is wrong with a dialect file, as printed.
fn report(text: &str) -> String {
    let file = SourceFile { path: "docs.toml".into(), text: text.into() };
    let report = Dialect::parse(PageId(0), text).expect_err("the file is wrong");
    diag::render(&report, &Sources::new(vec![file]))
}

#[test]
fn headings() {
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
        assert_eq!(Dialect::graph().heading(heading), role, "{heading}");
    }
}

#[test]
fn columns() {
    let graph = Dialect::graph();
    assert_eq!(graph.column(" Property\u{a0}name "), Some(Column::Property));
    assert_eq!(graph.column("Required (Y/N)"), Some(Column::Required));
    assert_eq!(graph.column("kind property"), None);
}

#[test]
fn built_in_dialects_are_right_and_have_a_name_and_a_version() {
    for text in dialects::BUILT_IN {
        let name =
            text.lines().find_map(|line| line.strip_prefix("name = ")).expect("it has a name");
        let dialect = Dialect::named(name.trim_matches('"')).expect("it is built in");
        assert!(!dialect.version().is_empty());
    }
    assert!(Dialect::named("graf").is_none());
}

#[test]
fn a_file_adds_to_the_dialect_that_it_extends() {
    let german = r#"
        name = "german"
        extends = "graph"
        [headings]
        properties = ["Eigenschaften"]
        unknown = ["Fields"]
        http-request = ["{name} aufrufen", "Aufruf *"]
        [columns]
        property = ["Eigenschaft"]
        value = ["Member"]
    "#;
    let german = Dialect::parse(PageId(0), german).expect("it is valid");
    assert_eq!((german.name(), german.version()), ("german", "1"));
    for (heading, role) in [
        ("Eigenschaften", Role::Properties),
        ("Properties", Role::Properties),
        ("Fields", Role::Unknown),
        ("stift aufrufen", Role::HttpRequest),
        ("Aufruf: so geht es", Role::HttpRequest),
        ("Aufrufe", Role::Unknown),
    ] {
        assert_eq!(german.heading(heading), role, "{heading}");
    }
    assert_eq!(german.column("Eigenschaft"), Some(Column::Property));
    assert_eq!(german.column("Member"), Some(Column::Value));
    let alone = Dialect::parse(PageId(0), "name = \"alone\"").expect("it is valid");
    assert_eq!(alone.heading("Properties"), Role::Unknown);
}

#[test]
fn a_file_that_says_where_its_pages_are_leaves_none_to_the_site_of_another() {
    let links = |links: &str| {
        let text = format!("name = \"docks\"\nextends = \"graph\"\n[links]\n{links}");
        let links = Dialect::parse(PageId(0), &text).expect("it is valid").links("v1.0");
        format!("{} | {} | {} | {:?}", links.site, links.reference, links.concept, links.folders)
    };
    assert_snapshot!(links("reference = \"https://docks.example/api/{page}\""), @r#"https://docks.example | https://docks.example/api/{page} |  | {"": ""}"#);
    assert_snapshot!(
        links("reference = \"https://docks.example/{page}\"\nconcept = \"\"\nfolders = { \"api/\" = \"\" }"), @r#"https://docks.example | https://docks.example/{page} |  | {"api/": "", "resources/": "resources/"}"#
    );
    assert_snapshot!(links(""), @r#"https://learn.microsoft.com | https://learn.microsoft.com/graph/api/{page}?view=graph-rest-1.0 | https://learn.microsoft.com/graph/{page} | {"api/": "", "resources/": "resources/"}"#);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    assert_snapshot!(report("extends = \"graf\""), @r#"
    error[AM0904 dialect]: there is no built-in dialect `graf`
     --> docs.toml:1:11
      |
    1 | extends = "graf"
      |           ^^^^^^
      |
      = help: did you mean `graph`?
    "#);
    assert_snapshot!(report("extends = \"C\\u001b[31m\""), @r#"
    error[AM0904 dialect]: there is no built-in dialect `C\u{1b}[31m`
     --> docs.toml:1:11
      |
    1 | extends = "C\u001b[31m"
      |           ^^^^^^^^^^^^^
      |
      = help: these are built in: graph, onedrive, business-central
    "#);
    assert_snapshot!(report("[heading]\nproperties = [\"Felder\"]"), @"
    error[AM0904 dialect]: unknown field `heading`, expected one of `name`, `version`, `extends`, `service`, `links`, `versions`, `pages`, `front-matter`, `fences`, `headings`, `titles`, `types`, `columns`, `places`, `callers`, `english`
     --> docs.toml:1:2
      |
    1 | [heading]
      |  ^^^^^^^
      |
      = help: did you mean `headings`?
    ");
    assert_snapshot!(report("[headings]\npropertys = [\"Felder\"]"), @r#"
    error[AM0904 dialect]: unknown variant `propertys`, expected one of `introduction`, `properties`, `relationships`, `methods`, `json`, `members`, `values`, `named-type`, `definitions`, `derived-types`, `instance-annotations`, `permissions`, `http-request`, `path-parameters`, `query-parameters`, `function-parameters`, `parameters`, `request-headers`, `request-body`, `response`, `errors`, `example`, `example-request`, `example-response`, `prose`, `unknown`
     --> docs.toml:2:1
      |
    2 | propertys = ["Felder"]
      | ^^^^^^^^^
      |
      = help: did you mean `properties`?
    "#);
    assert_snapshot!(report("[columns]\ncolour = [\"Farbe\"]"), @r#"
    error[AM0904 dialect]: unknown variant `colour`, expected one of `property`, `relationship`, `parameter`, `name`, `header`, `type`, `return-type`, `in`, `description`, `required`, `default`, `member`, `value`, `method`, `request-uri`, `permission-type`, `permissions`
     --> docs.toml:2:1
      |
    2 | colour = ["Farbe"]
      | ^^^^^^
    "#);
    assert_snapshot!(report("[headings]\nproperties = \"Felder\""), @r#"
    error[AM0904 dialect]: invalid type: string "Felder", expected a sequence
     --> docs.toml:2:14
      |
    2 | properties = "Felder"
      |              ^^^^^^^^
    "#);
    assert_snapshot!(report("[headings]\njson = [\"Form\"]\nprose = [\"form\"]"), @r#"
    error[AM0904 dialect]: `form` has two meanings
     --> docs.toml:3:10
      |
    3 | prose = ["form"]
      |          ^^^^^^
      |
      = help: leave it in one of the lists
    "#);
    assert_snapshot!(report(
        "[callers]\ndelegated-work = [\"weaver\"]\napplication = [\"Weaver\"]"
    ), @r#"
    error[AM0904 dialect]: `Weaver` has two meanings
     --> docs.toml:3:16
      |
    3 | application = ["Weaver"]
      |                ^^^^^^^^
      |
      = help: leave it in one of the lists
    "#);
    assert_snapshot!(report("[service]\nhosts = [\"https://loom.example.org\"]"), @r#"
    error[AM0904 dialect]: `https://loom.example.org` is no host
     --> docs.toml:2:10
      |
    2 | hosts = ["https://loom.example.org"]
      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write the host alone, without `https://` and path
    "#);
    assert_snapshot!(report("[service]\nbase-url = \"https://evil.example\""), @r#"
    error[AM0904 dialect]: a dialect file cannot say where requests and their tokens go
     --> docs.toml:2:12
      |
    2 | base-url = "https://evil.example"
      |            ^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write it as `base-url` below the version in the configuration
    "#);
    assert_snapshot!(report("[links]\nsite = \"javascript:alert(1)\""), @r#"
    error[AM0904 dialect]: `javascript:alert(1)` is no http or https address
     --> docs.toml:2:8
      |
    2 | site = "javascript:alert(1)"
      |        ^^^^^^^^^^^^^^^^^^^^^
    "#);
    assert_snapshot!(report("[pages]\noperations.at = [\"a[\"]"), @r#"
    error[AM0904 dialect]: this is no glob: unclosed character class at byte 1; missing ']' (to match a literal '[', escape it as '\[' or '[[]')
     --> docs.toml:2:18
      |
    2 | operations.at = ["a["]
      |                  ^^^^
    "#);
    assert_snapshot!(report("[versions]\nknown = [{ name = \"a\" }, { name = \"a\" }]"), @r#"
    error[AM0904 dialect]: the version `a` stands there twice or has no name
     --> docs.toml:2:35
      |
    2 | known = [{ name = "a" }, { name = "a" }]
      |                                   ^^^
    "#);
    assert_snapshot!(report("[versions]\nfrom = \"pivots\""), @r#"
    error[AM0904 dialect]: unknown variant `pivots`, expected one of `folder`, `single`, `pivot`, `moniker`, `prefix`
     --> docs.toml:2:8
      |
    2 | from = "pivots"
      |        ^^^^^^^^
      |
      = help: did you mean `pivot`?
    "#);
    assert_snapshot!(report("[headings"), @"
    error[AM0904 dialect]: unclosed table, expected `]`
     --> docs.toml:1:10
      |
    1 | [headings
      |          ^
    ");
}

#[test]
fn the_folder_above_api_or_resources_names_the_version() {
    let graph = Dialect::graph();
    let cases = [
        ("api-reference/v1.0/resources/user.md", Some("v1.0")),
        ("beta/api/user-get.md", Some("beta")),
        ("api-reference/beta/includes/permissions/api/x.md", Some("permissions")),
        ("v1.0/index.md", None),
        ("api/user-get.md", None),
    ];
    for (path, version) in cases {
        assert_eq!(graph.versions().of_path(path).first().copied(), version, "{path}");
    }
    assert!(graph.ignores("api-reference/beta/includes/permissions/api/x.md"));
}

#[test]
fn users_of_both_kinds_may_have_one_name() {
    let text = "[callers]\ndelegated-work = [\"weaver\"]\ndelegated-personal = [\"weaver\"]";
    let dialect = Dialect::parse(PageId(0), text).unwrap();
    let both = [Caller::DelegatedWork, Caller::DelegatedPersonal];
    assert_eq!(dialect.callers("Weaver"), both);
}

#[test]
fn globs_that_match_nothing_or_make_two_things_of_a_page_are_told() {
    let odd = |text: &str, paths: &[&str]| {
        let dialect = Dialect::parse(PageId(0), text).unwrap();
        let odd = dialect.odd_globs(&paths.iter().copied().collect()).into_iter();
        odd.map(|it| format!("{} {}: {}", it.code, it.glob, it.message))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let text = "[pages]\noperations.at = [\"a/*\", \"api/*\"]\nresources.at = [\"a/x*\", \"types\"]\n\
        split = { h2 = [\"*.md\", \"b~c.md\"] }";
    assert_snapshot!(odd(text, &["a/w.md", "a/x.md", "a/xy.md", "b.md"]), @"
    unused-glob api/*: the glob `api/*` of `pages.operations.at` matches no page
    unused-glob types: the glob `types` of `pages.resources.at` matches no page
    glob-overlap a/*: `pages.operations.at` and `pages.resources.at` both match `a/x.md` and another page, taken for pages of operations
    ");
    assert_snapshot!(odd(text, &["a/x.md", "api/x", "types", "b.md"]), @"glob-overlap a/*: `pages.operations.at` and `pages.resources.at` both match `a/x.md`, taken for pages of operations");
    assert_eq!(odd("extends = \"graph\"\n[pages]\nresources.at = [\"a/*\"]", &["a/x.md"]), "");
}

#[test]
fn parts_are_types_that_cells_link_to_and_enumerations_of_names() {
    let text =
        "extends = \"graph\"\n[pages]\nsplit = { h2 = [\"*.md\"] }\nresources.at = [\"*.md\"]";
    let dialect = Dialect::parse(PageId(0), text).unwrap();
    let page = crate::testing::page_at(
        "types.md",
        "# Types\n\n## Boat\n\n|Property|Type|Description|\n|:--|:--|:--|\n|crew|[Member](#member)|On board.|\n\
         |more|[Of it](#properties)|None.|\n\n## Properties\n\nOf all.\n\n\
         ## Member\n\n|Property|Type|Description|\n|:--|:--|:--|\n|age|Int32|In years.|\n\n\
         ## Color\n\nAn enumeration of colors.\n\n|Property|Description|\n|:--|:--|\n|red|As wine.|\n\n\
         ## Rank\n\nSee the enumeration of ranks.\n\n|Property|Description|\n|:--|:--|\n|first|Of them.|\n\n\
         ## Limits\n\n|Value|Description|\n|:--|:--|\n|10|Few.|\n|20|Many.|\n",
    );
    let told = dialect.parts(Cow::Owned(page)).into_iter().map(|part| {
        let (facts, _) = crate::read(&part, &dialect);
        let types = facts.types.iter().map(|it| format!(" type {}", it.names[0].value));
        let enums = facts.enums.iter().map(|it| format!(" enum {}", it.name.value));
        format!("{}:{}", facts.path, types.chain(enums).collect::<String>())
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @"
    types.md:
    types~boat.md: type Boat
    types~member.md: type Member
    types~color.md: enum Color
    types~rank.md: type Rank
    types~limits.md:
    ");
}
