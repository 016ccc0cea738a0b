use insta::assert_snapshot;

use super::{built, reports};

const PAGES: &str = "
page v1/resources/string.md area=TODO
type harbor.string
    type: String
    self: String
    2fa: String
    fooBar: String
    foo_bar: String
page v1/resources/fleet-group.md ns=harbor.lightHouse area=light
type group
page v1/resources/group.md area=groups
type group
page v1/resources/enums.md
enum harbor.boatKind: sail Sail-2 unrecognized 5m A+
enum harbor.boat_kind: self
";

/// Where everything goes and what it is called.
fn names(text: &str) -> String {
    let (_, api, _) = built(text);
    let mut lines = Vec::new();
    for item in &api.structs {
        lines.push(format!(
            "{} = {}::{} in {}",
            item.name,
            item.rust.module.join("::"),
            item.rust.name,
            item.rust.file.join("/")
        ));
        lines.extend(
            item.fields
                .iter()
                .map(|field| format!("    {} = {}", field.wire_name, field.rust_name)),
        );
    }
    for item in &api.enums {
        lines.push(format!(
            "{} = {}::{} in {}",
            item.name,
            item.rust.module.join("::"),
            item.rust.name,
            item.rust.file.join("/")
        ));
        lines.extend(
            item.members
                .iter()
                .map(|member| format!("    {} = {}", member.wire_name, member.rust_name)),
        );
    }
    lines.join("\n")
}

#[test]
fn types_fields_variants_modules_and_files() {
    assert_snapshot!(names(PAGES), @"
    harbor.group = models::Group in models/groups/group
    harbor.string = models::StringModel in models/common/string
        type = r#type
        self = self_
        2fa = f2fa
        fooBar = foo_bar
        foo_bar = foo_bar2
    harbor.lightHouse.group = models::light_house::Group in models/light/fleet_group
    harbor.boatKind = models::BoatKind in models/common/enums
        sail = Sail
        Sail-2 = Sail2
        unrecognized = Unrecognized_
        5m = V5m
        A+ = APlus
    harbor.boat_kind = models::BoatKind2 in models/common/enums
        self = Self_
    ");
    assert_snapshot!(reports(PAGES), @"
    warning[AM0514 name-collision]: `harbor.boat_kind` and `harbor.boatKind` have the same Rust name `BoatKind`
     --> v1/resources/enums.md:3:6
      |
    3 | enum harbor.boat_kind: self
      |      ^^^^^^^^^^^^^^^^
      |
      = help: `harbor.boat_kind` is called `BoatKind2`
    warning[AM0514 name-collision]: `foo_bar` and `fooBar` have the same Rust name `foo_bar`
     --> v1/resources/string.md:7:5
      |
    7 |     foo_bar: String
      |     ^^^^^^^
      |
      = help: `foo_bar` is called `foo_bar2`
    ");
}

#[test]
fn an_unrelated_page_renames_nothing() {
    let before = names(PAGES);
    let after = names(&format!(
        "\npage a/resources/group2.md area=light\ntype harbor.group2\n{PAGES}
page v1/resources/zebra.md area=groups
type harbor.zebra
    fooBar: group
enum harbor.stripe: sail
"
    ));
    let lost: Vec<&str> =
        before.lines().filter(|line| !after.lines().any(|other| other == *line)).collect();
    assert!(lost.is_empty(), "renamed: {lost:#?}");
}

#[test]
fn types_of_one_page_that_are_called_alike_get_a_file_each() {
    assert_snapshot!(names("
page v1/resources/boat.md area=boats
type harbor.boat
type harbor.toys.boat
type harbor.models.toys.boat
"), @"
    harbor.boat = models::Boat in models/boats/boat
    harbor.models.toys.boat = models::models::toys::Boat in models/boats/boat_in_toys
    harbor.toys.boat = models::toys::Boat in models/boats/boat_in_toys2
    ");
}

#[test]
fn a_namespace_that_is_too_deep_is_one_module() {
    let deep = |length: usize| format!("harbor{}", ".pier".repeat(length));
    let text = format!(
        "
page resources/one.md ns={0}
type {0}.one
page resources/two.md ns={1}
type {1}.boat
page resources/three.md ns={1}.end
type {1}.end.boat
",
        deep(16),
        deep(1_000)
    );
    let (_, api, diagnostics) = super::built(&text);
    let depths: Vec<String> = api
        .structs
        .iter()
        .map(|it| format!("{} {} {}", it.rust.module.len(), it.rust.module[1].len(), it.rust.name))
        .collect();
    assert_snapshot!(depths.join("\n"), @"
    17 4 One
    2 200 Boat
    2 200 Boat2
    ");
    let said: Vec<&str> = diagnostics.iter().map(|it| it.code.name()).collect();
    assert_eq!(said, ["namespace-too-deep", "namespace-too-deep", "name-collision"]);
    assert_snapshot!(diagnostics[0].message, @"the namespace has more than 16 segments or 200 letters");
}
