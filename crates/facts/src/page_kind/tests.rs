use std::borrow::Cow;
use std::fmt::Write as _;

use diag::{PageId, SourceFile, Sources};
use insta::assert_snapshot;

use crate::Dialect;

const SPLIT: &str = "\
[pages]
split = { h2 = [\"*.md\"] }
[headings]
properties = [\"shape of *\"]
http-request = [\"call\"]
[columns]
property = [\"thread\"]
type = [\"kind\"]
";

/// What the parts of a page that is split are, with their types and what is reported.
fn parts(markdown: &str) -> String {
    let dialect = Dialect::parse(PageId(0), SPLIT).unwrap();
    let file = SourceFile { path: "loom.md".into(), text: markdown.into() };
    let (page, _) = page::parse(PageId(0), &file);
    let sources = Sources::new(vec![file]);
    let mut out = String::new();
    for part in dialect.parts(Cow::Owned(page)) {
        let (facts, reports) = crate::read(&part, &dialect);
        let types = facts
            .types
            .iter()
            .map(|it| (it.names.first().map(|name| name.value.as_str()), it.properties.len()));
        writeln!(out, "{} {:?} {:?}", facts.path, facts.kind, types.collect::<Vec<_>>()).unwrap();
        for report in reports {
            writeln!(out, "{}", diag::render(&report, &sources)).unwrap();
        }
    }
    out
}

#[test]
fn what_stands_before_the_parts_may_be_about_a_type_or_an_operation() {
    assert_snapshot!(parts(
        "# Loom\n\nA loom.\n\n## Shape of a loom\n\n|Thread|Kind|\n|:--|:--|\n|warp|String|\n"
    ), @"
    loom.md Resource []
    error[AM0209 properties-without-type]: these properties belong to no type: neither the title nor an annotation names one
     --> loom.md:7:1
      |
    7 | / |Thread|Kind|
    8 | | |:--|:--|
    9 | | |warp|String|
      | |_____________^
    ");
    assert_snapshot!(parts(
        "# Loom\n\n|Thread|Kind|\n|:--|:--|\n|warp|String|\n\n## Yarn\n\n### Call\n\n```http\nGET /yarns\n```\n"
    ), @"
    loom.md Resource []
    error[AM0209 properties-without-type]: these properties belong to no type: neither the title nor an annotation names one
     --> loom.md:3:1
      |
    3 | / |Thread|Kind|
    4 | | |:--|:--|
    5 | | |warp|String|
      | |_____________^
    loom~yarn.md Operation []
    ");
    assert_snapshot!(parts("# Weave\n\n## Call\n\n```http\nPOST /looms/weave\n```\n"), @"loom.md Operation []");
    assert_snapshot!(parts(
        "# Looms\n\n|Term|Meaning|\n|:--|:--|\n|warp|A thread.|\n\n## Yarn\n\n### Call\n\n```http\nGET /yarns\n```\n"
    ), @"
    loom.md Concept []
    loom~yarn.md Operation []
    ");
}

#[test]
fn a_type_may_have_its_page_beside_those_of_operations() {
    let table = "|Property|Type|Description|\n|:--|:--|:--|\n|id|String|Of it.|\n";
    let kinds = [
        ("Boat resource type", format!("## Properties\n\n{table}")),
        ("Sail a boat", format!("## Properties\n\n{table}")),
        ("Boat resource type", "## HTTP request\n\n```http\nGET /boats\n```\n".to_owned()),
    ]
    .map(|(title, text)| {
        let text = format!("# {title}\n\n{text}");
        let file = SourceFile { path: "v1.0/api/boat.md".into(), text };
        crate::read(&page::parse(PageId(0), &file).0, Dialect::graph()).0.kind
    });
    insta::assert_debug_snapshot!(kinds, @"
    [
        Resource,
        Operation,
        Operation,
    ]
    ");
}

#[test]
fn a_part_with_a_table_of_properties_is_a_type_that_its_heading_names() {
    let dialect = "[pages]\nsplit = { h2 = [\"*.md\"] }\n[columns]\nproperty = [\"thread\"]\ntype = [\"kind\"]\n";
    let dialect = Dialect::parse(PageId(0), dialect).unwrap();
    let table = "|Thread|Kind|\n|:--|:--|\n|id|String|\n";
    let text = format!(
        "# Looms\n\nOf looms.\n\n## Loom\n\n{table}\n## Shape of nib\n\n{table}\n## Notes\n\nNone.\n"
    );
    let file = SourceFile { path: "looms.md".into(), text };
    let (page, _) = page::parse(PageId(0), &file);
    let parts = dialect.parts(Cow::Owned(page)).into_iter().map(|part| {
        let facts = crate::read(&part, &dialect).0;
        let names = facts.types.iter().flat_map(|it| &it.names).map(|it| it.value.clone());
        format!("{} {:?} {:?}", facts.path, facts.kind, names.collect::<Vec<_>>())
    });
    insta::assert_snapshot!(parts.collect::<Vec<_>>().join("\n"), @r#"
    looms.md Concept []
    looms~loom.md Resource ["Loom"]
    looms~shape-of-nib.md Resource ["shapeOfNib"]
    looms~notes.md Concept []
    "#);
}

#[test]
fn a_part_with_a_request_is_an_operation() {
    let dialect = "extends = \"graph\"\n[pages]\nsplit = { h2 = [\"*.md\"] }\n";
    let dialect = Dialect::parse(PageId(0), dialect).unwrap();
    let text = "# Looms\n\n## List looms\n\n```\nGET /looms?top=10\n```\n\n## Get a loom\n\n`GET /looms/{id}`\n\nReturns it.\n\n\
        ## Weaving\n\nUse `GET /looms` first.\n";
    let file = SourceFile { path: "looms.md".into(), text: text.into() };
    let (page, _) = page::parse(PageId(0), &file);
    let parts = dialect.parts(Cow::Owned(page)).into_iter().map(|part| {
        let facts = crate::read(&part, &dialect).0;
        let requests = facts.operation.iter().flat_map(|it| &it.requests);
        let requests = requests.map(|it| it.value.raw.clone()).collect::<Vec<_>>();
        format!("{} {:?} {requests:?}", facts.path, facts.kind)
    });
    insta::assert_snapshot!(parts.collect::<Vec<_>>().join("\n"), @r#"
    looms.md Concept []
    looms~list-looms.md Operation ["/looms?top=10"]
    looms~get-a-loom.md Operation ["/looms/{id}"]
    looms~weaving.md Concept []
    "#);
}
