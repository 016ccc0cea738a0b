use diag::{PageId, SourceFile, Sources};
use insta::assert_snapshot;

use dialects::Gives;

use super::{English, Wrong};
use crate::{Dialect, samples};

mod table;

fn given(markdown: &str) -> Vec<Gives> {
    samples::given(markdown, English::standard())
}

#[test]
fn samples_hold() {
    let wrong = samples::check(&dialects::english(), English::standard()).err();
    let text = |wrong: &Wrong| &dialects::ENGLISH[wrong.place.clone()];
    let at = wrong.map(|wrong| format!("{} {}", text(&wrong), wrong.message));
    assert_eq!(at, None);
}

#[test]
fn everything_has_samples() {
    let source = dialects::english();
    for (name, phrase) in &source.phrases {
        assert!(!phrase.said.is_empty(), "{name}");
    }
    for (name, says) in &source.says {
        assert!(!says.said.is_empty() && !says.unsaid.is_empty(), "{name}");
    }
}

/// What a dialect with this table says of it, as printed.
fn report(table: &str) -> String {
    let file =
        SourceFile { path: "docs.toml".into(), text: format!("extends = \"graph\"\n{table}") };
    match Dialect::parse(PageId(0), &file.text) {
        Ok(_) => "right".to_owned(),
        Err(report) => diag::render(&report, &Sources::new(vec![file])),
    }
}

#[test]
fn a_dialect_adds_words_and_phrases() {
    let dialect = Dialect::parse(
        PageId(0),
        r#"
        extends = "graph"

        [english]
        words.noun = ["Feld"]

        [english.phrases.immutable]
        predicate = ["frozen after creation"]
        said.create-only = ["Frozen after creation.", "This Feld is frozen after creation."]
        unsaid = ["Frozen after creation if the pen is lent."]
        "#,
    );
    let dialect = dialect.expect("a valid file");
    let sentence = "The ink. Frozen after creation.";
    assert_eq!(samples::given(sentence, dialect.english()), [Gives::CreateOnly]);
    assert_eq!(given(sentence), []);
}

#[test]
fn a_table_that_is_wrong_is_refused() {
    let clause = |clause: &str| {
        report(&format!("[english.phrases.x]\ngives = \"key\"\nclause = [\"{clause}\"]"))
    };
    assert_snapshot!(clause("<clolor> key"), @r#"
    error[AM0904 dialect]: english.phrases.x: there is no class `clolor`
     --> docs.toml:4:11
      |
    4 | clause = ["<clolor> key"]
      |           ^^^^^^^^^^^^^^
    "#);
    assert_snapshot!(clause("(key"), @r#"
    error[AM0904 dialect]: english.phrases.x: `(key` has a bracket that is not closed
     --> docs.toml:4:11
      |
    4 | clause = ["(key"]
      |           ^^^^^^
    "#);
    assert_snapshot!(clause("<any>"), @r#"
    error[AM0904 dialect]: english.phrases.x: `<any>` can be anything
     --> docs.toml:4:11
      |
    4 | clause = ["<any>"]
      |           ^^^^^^^
    "#);
    assert_snapshot!(clause("key{2}"), @r#"
    error[AM0904 dialect]: english.phrases.x: `key{2}` repeats otherwise than `{1,3}`
     --> docs.toml:4:11
      |
    4 | clause = ["key{2}"]
      |           ^^^^^^^^
    "#);
    assert_snapshot!(clause("((key{1,99}){1,99}){1,99}"), @r#"
    error[AM0904 dialect]: english.phrases.x: `((key{1,99}){1,99}){1,99}` has too many parts
     --> docs.toml:4:11
      |
    4 | clause = ["((key{1,99}){1,99}){1,99}"]
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
    assert_snapshot!(report("[english.words]\nnoun = [\"<subject>\"]"), @r#"
    error[AM0904 dialect]: english.phrases.changed: classes refer to one another without end
     --> docs.toml:3:9
      |
    3 | noun = ["<subject>"]
      |         ^^^^^^^^^^^
    "#);
    let chain = |length: usize| -> String {
        (1..length).map(|at| format!("w{at} = [\"<w{}>\"]\n", at + 1)).collect()
    };
    let chained =
        |length| report(&format!("[english.words]\n{}w{length} = [\"x\"]", chain(length)));
    assert_eq!(chained(12), "right");
    assert_snapshot!(chained(13), @r#"
    error[AM0904 dialect]: english.words.w1: more than 12 classes lie in one another
      --> docs.toml:14:8
       |
    14 | w12 = ["<w13>"]
       |        ^^^^^^^
    "#);
    let doubled =
        |at: usize| format!("w{at} = [\"<w{}> <w{}>\", \"a | <w{0}>\"]\n", at + 1, at + 1);
    let many: String = (0..11).map(doubled).collect();
    let many = report(&format!("[english.words]\n{many}w11 = [\"key\"]\n"));
    assert_snapshot!(many.lines().next().unwrap_or_default(), @"error[AM0904 dialect]: english.words.w0: the class `w3` has too many parts");
    assert_snapshot!(report("[english.words]\ncolor = [\"<clolor>\"]"), @r#"
    error[AM0904 dialect]: english.words.color: there is no class `clolor`
     --> docs.toml:3:10
      |
    3 | color = ["<clolor>"]
      |          ^^^^^^^^^^
    "#);
    assert_snapshot!(report("[english.words]\nlinked = [\"key\"]"), @r#"
    error[AM0904 dialect]: english.words.linked: this is no name of a class
     --> docs.toml:3:11
      |
    3 | linked = ["key"]
      |           ^^^^^
    "#);
    assert_snapshot!(report("[english.says.unheard]\nanywhere = [\"key\"]"), @r#"
    error[AM0904 dialect]: english.says.unheard: no rule asks this
     --> docs.toml:3:13
      |
    3 | anywhere = ["key"]
      |             ^^^^^
    "#);
    assert_snapshot!(report("[english.phrases.key]\nsaid.key = [\"Kee.\", \"Key.\"]"), @r#"
    error[AM0904 dialect]: english.phrases.key: this sentence gives nothing
     --> docs.toml:3:13
      |
    3 | said.key = ["Kee.", "Key."]
      |             ^^^^^^
    "#);
    assert_snapshot!(report("[english.phrases.key]\nunsaid = [\"Key.\"]"), @r#"
    error[AM0904 dialect]: english.phrases.key: this sentence gives `key`
     --> docs.toml:3:11
      |
    3 | unsaid = ["Key."]
      |           ^^^^^^
    "#);
    assert_snapshot!(report("[english.phrases.key]\npredicates = [\"main\"]"), @r#"
    error[AM0904 dialect]: unknown field `predicates`, expected one of `predicate`, `shapes`, `affirmed`, `denied`, `gives`, `clause`, `opening`, `sentence`, `beginning`, `anywhere`, `unless`, `said`, `unsaid`
     --> docs.toml:3:1
      |
    3 | predicates = ["main"]
      | ^^^^^^^^^^
      |
      = help: did you mean `predicate`?
    "#);
    assert_snapshot!(report("[english.says.supports]\nsaid = [\"It can be sorted.\"]"), @r#"
    error[AM0904 dialect]: english.says.supports: this does not say it
     --> docs.toml:3:9
      |
    3 | said = ["It can be sorted."]
      |         ^^^^^^^^^^^^^^^^^^^
    "#);
}

/// Each way in which a pattern can lie in itself, far deeper than any stack has room for.
#[test]
fn a_pattern_that_is_too_deep_is_refused() {
    let nested = |[open, middle, close]: [&str; 3], depth: usize| {
        let pattern = [&open.repeat(depth), middle, &close.repeat(depth)].concat();
        report(&format!("[english.words]\na = [\"{pattern}\"]"))
    };
    let all = move || {
        let ways = [
            ["(", "a", ")"],
            ["(", "a", ")?"],
            ["(", "a", "){1,1}"],
            ["(b | ", "a", ")"],
            ["(", "a", ""],
            ["b (", "a", "? c)"],
            ["<", "a", ">"],
            ["a | ", "a", ""],
            ["", "a", "?"],
            ["", "a", "{1,1}"],
            ["\\\\", "a", ""],
        ];
        let said = ways.map(|way| {
            let deep = nested(way, 100_000);
            let first = deep.lines().next().unwrap_or_default();
            let what = first.split_once("…` ").map_or(first, |(_, what)| what);
            format!("{}: {}", way.concat(), what.chars().take(60).collect::<String>())
        });
        // The deepest that is taken: as many classes as may lie in one another, each in as many brackets.
        let (open, close) = ("(b | ".repeat(20), "? c)".repeat(20));
        let inside = |at: usize| format!("w{at} = [\"{open}<w{}>{close}\"]\n", at + 1);
        let classes: String = (1..12).map(inside).collect();
        assert_eq!(report(&format!("[english.words]\n{classes}w12 = [\"x\"]")), "right");
        said.join("\n")
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(all);
    let said = thread.expect("there is a thread").join().expect("nothing panics");
    assert_snapshot!(said, @r"
    (a): has brackets too deep in one another
    (a)?: has brackets too deep in one another
    (a){1,1}: has brackets too deep in one another
    (b | a): has brackets too deep in one another
    (a: has brackets too deep in one another
    b (a? c): has brackets too deep in one another
    <a>: error[AM0904 dialect]: english.words.a: there is no class `<
    a | a: right
    a?: has no word at `????????????????????????????????????????????
    a{1,1}: has no word at `{1,1}{1,1}{1,1}{1,1}{1,1}{1,1}{1,1}{1,1}{1,1
    \\a: right
    ");
}

/// Tables and lists in one another, as TOML can write them.
#[test]
fn a_table_that_is_too_deep_is_refused() {
    let all = || {
        let ways = [
            ["a = ", "[", "", "]"],
            ["a = ", "{a=", "1", "}"],
            ["a", ".a", " = 1", ""],
            ["[a", ".a", "]\nb = 1", ""],
            ["[[a", ".a", "]]\nb = 1", ""],
            ["a = {a", ".a", " = 1}", ""],
            ["[english.words]\na", ".a", " = 1", ""],
        ];
        let said = ways.map(|[first, open, middle, close]| {
            let said =
                report(&[first, &open.repeat(100_000), middle, &close.repeat(100_000)].concat());
            let text = [first, open, middle, close].concat().replace('\n', " ");
            format!("{text}: {}", said.lines().next().unwrap_or_default())
        });
        said.join("\n")
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(all);
    let said = thread.expect("there is a thread").join().expect("nothing panics");
    assert_snapshot!(said, @"
    a = []: error[AM0904 dialect]: cannot recurse further; max recursion depth met
    a = {a=1}: error[AM0904 dialect]: cannot recurse further; max recursion depth met
    a.a = 1: error[AM0904 dialect]: recursion limit
    [a.a] b = 1: error[AM0904 dialect]: recursion limit
    [[a.a]] b = 1: error[AM0904 dialect]: recursion limit
    a = {a.a = 1}: error[AM0904 dialect]: recursion limit
    [english.words] a.a = 1: error[AM0904 dialect]: recursion limit
    ");
}
