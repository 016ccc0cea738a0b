use super::*;

const PAGE: &str =
    "# Pen\n\n## Colours\n\n```\n# no heading\n```\n\n| a | `b` |\n\nTODO one.\n\nTODO one.\n";

/// Two reports on a page of this text.
fn two(text: &str) -> (Vec<Diagnostic>, Sources) {
    let file = SourceFile { path: "v1.0/resources/pen%.md".into(), text: text.into() };
    let sources = Sources::new(vec![file]);
    let report = |code, what: &str, message| {
        let start = text.find(what).expect("it stands there");
        let span = Span::new(PageId(0), start, start + what.len());
        Diagnostic::new(code, span, message).help("left out")
    };
    let table = report(codes::UNREAD_TABLE, "| a", "no rule reads the table `a | b`");
    let todo = report(codes::TODO, "TODO one", "this text is not finished");
    (vec![table, todo], sources)
}

#[test]
fn a_comment_allows_a_code_in_its_page_and_must_say_why() {
    let page = format!(
        "{PAGE}\n<!-- apimark: allow todo Not yet. -->\n<!-- apimark: allow AM0106 Gone. -->\n\
         <!-- apimark: allow AM0201 -->\n<!-- apimark: allow unraed-table x -->\n<!-- apimark: deny x -->\n"
    );
    let (mut diagnostics, mut sources) = two(&page);
    let allowed = apply(&mut diagnostics, &mut sources, &[], &ConfigFile::default());
    let reports: Vec<String> =
        diagnostics.iter().map(|it| format!("{}: {}", it.code, it.message)).collect();
    insta::assert_snapshot!(reports.join("\n"), @"
    unread-table: no rule reads the table `a | b`
    unused-suppression: nothing is reported as `missing-include` that this allows
    suppression: this comment gives no reason
    suppression: no report has the code `unraed-table`; did you mean `unread-table`?
    suppression: only `allow` may follow `apimark:`
    ");
    assert_eq!(allowed, 1);
}

#[test]
fn the_configuration_allows_by_path_and_what_it_does_not_is_reported_there() {
    let text = "[[allow]]\ncode = \"todo\"\npath = \"v1.0/**\"\nreason = \"Not yet.\"\n\
                [[allow]]\ncode = \"AM0201\"\npath = \"beta/**\"\nreason = \"Not yet.\"\n";
    let config: crate::Config = toml::from_str(text).expect("a configuration");
    let file = ConfigFile { path: "apimark.toml".into(), text: text.into(), revision: None };
    let (mut diagnostics, mut sources) = two(PAGE);
    apply(&mut diagnostics, &mut sources, &config.allow, &file);
    let printed: Vec<String> = diagnostics.iter().map(|it| diag::render(it, &sources)).collect();
    insta::assert_snapshot!(printed.join("\n"), @r#"
    error[AM0201 unread-table]: no rule reads the table `a | b`
     --> v1.0/resources/pen%.md:9:1
      |
    9 | | a | `b` |
      | ^^^
      |
      = help: left out
    warning[AM0907 unused-suppression]: nothing is reported as `unread-table` that this allows
     --> apimark.toml:6:8
      |
    6 | code = "AM0201"
      |        ^^^^^^^^
      |
      = help: remove it; what it allowed is mended, or stands elsewhere
    "#);
}
