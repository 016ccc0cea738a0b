use std::collections::BTreeSet;

use diag::{SourceFile, Sources, Span, codes};

use super::*;

const PAGE: &str =
    "# Pen\n\n## Colours\n\n```\n# no heading\n```\n\n| a | `b` |\n\nTODO one.\n\nTODO one.\n";

fn reading(text: &str, marked: &[(diag::Code, &str, &str)]) -> Reading {
    let file = SourceFile { path: "v1.0/resources/pen%.md".into(), text: text.into() };
    let sources = Sources::new(vec![file]);
    let page = sources.iter().next().expect("one page").0;
    let report = |(code, what, message): &(diag::Code, &str, &str)| {
        let start = text.find(what).expect("it stands there");
        Diagnostic::new(*code, Span::new(page, start, start + what.len()), *message)
            .help("left out")
    };
    let mut reading = Reading::default();
    reading.diagnostics = marked.iter().map(report).collect();
    reading.sources = sources;
    reading.is_recognised = true;
    reading
}

fn two(text: &str) -> Reading {
    let todo = (codes::TODO, "TODO one", "this text is not finished");
    reading(text, &[(codes::UNREAD_TABLE, "| a", "no rule reads the table `a | b`"), todo])
}

#[test]
fn a_baseline_knows_reports_whose_lines_have_moved() {
    let baseline = Findings::new(&two(PAGE), None).baseline();
    insta::assert_snapshot!(baseline.render(), @r#"
    {
      "version": 1,
      "remarks": [
        {"page":"v1.0/resources/pen%.md","heading":"Colours","code":"AM0201","subject":"a | b","count":1},
        {"page":"v1.0/resources/pen%.md","heading":"Colours","code":"AM0204","subject":"TODO one","count":1}
      ]
    }
    "#);
    let read = Baseline::parse(&baseline.render()).expect("what was written can be read");
    assert_eq!(read, baseline);
    let moved = two(&PAGE.replace("## Colours", "More.\n\n\n## Colours"));
    let findings = Findings::new(&moved, Some(&baseline));
    assert_eq!(
        findings.summary(),
        "0 pages; 0 errors, 0 warnings, 0 notes; 2 known to the baseline"
    );
    let elsewhere = two(&PAGE.replace("## Colours", "## Inks"));
    let findings = Findings::new(&elsewhere, Some(&baseline));
    assert_eq!(findings.summary(), "0 pages; 1 error, 1 warning, 0 notes; 2 of the baseline gone");
}

#[test]
fn one_more_of_the_same_is_new() {
    let todo = (codes::TODO, "TODO one", "this text is not finished");
    let baseline = Findings::new(&reading(PAGE, &[todo]), None).baseline();
    let twice = reading(PAGE, &[todo, todo]);
    assert_eq!(Findings::new(&twice, Some(&baseline)).reports().len(), 1);
}

#[test]
fn what_is_denied_is_counted() {
    let reading = two(PAGE);
    let findings = Findings::new(&reading, None);
    let denied = |text: &str| text.parse::<Deny>().map(|deny| findings.denied(&[deny]));
    let words = ["none", "errors", "warnings", "notes", "AM0204", "todo", "tood"];
    insta::assert_snapshot!(words.map(|it| format!("{it}: {:?}", denied(it))).join("\n"), @"
    none: Ok(0)
    errors: Ok(1)
    warnings: Ok(2)
    notes: Ok(2)
    AM0204: Ok(1)
    todo: Ok(1)
    tood: Err(\"no report has the code `tood`; did you mean `todo`?\")
    ");
}

#[test]
fn kinds_are_grouped_and_capped() {
    let todo = (codes::TODO, "TODO one", "this text is not finished");
    let reading = reading(PAGE, &[todo; 7]);
    let findings = Findings::new(&reading, None);
    let capped = findings.human(false, false, "apimark");
    assert_eq!(capped.matches("this text is not finished").count(), 5);
    assert!(capped.ends_with(
        "  = 2 more of this kind; `apimark lint --all` shows them, `apimark explain AM0204` says more\n\n"
    ));
    assert_eq!(findings.human(true, false, "apimark").matches("not finished").count(), 7);
}

#[test]
fn machines_get_a_line_a_report_or_a_document() {
    let reading = two(PAGE);
    let findings = Findings::new(&reading, None);
    insta::assert_snapshot!(findings.github(), @"
    ::error file=v1.0/resources/pen%25.md,line=9,col=1,title=AM0201 unread-table::no rule reads the table `a | b`%0Ahelp: left out
    ::warning file=v1.0/resources/pen%25.md,line=11,col=1,title=AM0204 todo::this text is not finished%0Ahelp: left out
    ");
    let json: serde_json::Value = serde_json::from_str(&findings.json()).expect("JSON");
    assert_eq!(json["schemaVersion"], 1);
    assert_eq!(json["reports"][1]["endColumn"], 9);
    assert_eq!(json["reports"][0]["heading"], "Colours");
}

/// What the schema of SARIF 2.1.0 asks of the parts that are written.
#[test]
fn sarif_refers_to_its_rules_and_encodes_its_paths() {
    let reading = two(PAGE);
    let log: serde_json::Value =
        serde_json::from_str(&Findings::new(&reading, None).sarif()).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let mut fingerprints = BTreeSet::new();
    for result in run["results"].as_array().expect("results") {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "v1.0/resources/pen%25.md");
        assert!(fingerprints.insert(result["partialFingerprints"]["apimarkReport/v1"].to_string()));
    }
    assert_eq!(fingerprints.len(), 2);
}

/// `INSTA_UPDATE=always cargo test -p apimark --features schema` writes it.
#[cfg(feature = "schema")]
#[test]
fn the_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/lint.schema.json");
    let schema = super::json::schema();
    if std::env::var_os("INSTA_UPDATE").is_some_and(|it| it == "always") {
        std::fs::write(path, &schema).expect("the crate can be written");
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == schema, "run `INSTA_UPDATE=always cargo test -p apimark --features schema`");
}
