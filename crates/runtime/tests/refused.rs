//! What the documentation rules out does not compile, and the compiler says so in words that help.
//!
//! One program holds all cases, so that it is compiled once. Of each error only what this crate words is
//! compared, because the rest changes with versions of Rust.

use std::fs;
use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;

const PROGRAM: &str = include_str!("refused/cases.rs");

/// An error of the compiler.
struct Refusal {
    /// The line of the program, counted from one.
    line: usize,
    text: String,
}

/// What the compiler says about the program, in the order of its lines.
fn refusals() -> Vec<Refusal> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused");
    let runtime = env!("CARGO_MANIFEST_DIR");
    let manifest = format!(
        "[package]\nname = \"refused\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\napimark-runtime = {{ path = {runtime:?} }}\n"
    );
    fs::create_dir_all(folder.join("src")).expect("the folder for temporary files can be written");
    fs::write(folder.join("Cargo.toml"), manifest).expect("as above");
    fs::write(folder.join("src/main.rs"), PROGRAM).expect("as above");
    let lock = Path::new(runtime).join("../../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("as above");
    let cargo = Command::new(std::env::var_os("CARGO").expect("cargo runs the tests"))
        .args(["check", "--offline", "--quiet", "--message-format=json", "--target-dir=target"])
        .current_dir(&folder)
        .output()
        .expect("cargo starts");
    let messages = String::from_utf8(cargo.stdout).expect("cargo writes UTF-8");
    let mut refusals: Vec<Refusal> = messages.lines().filter_map(refusal).collect();
    refusals.sort_by_key(|refusal| refusal.line);
    assert!(!refusals.is_empty(), "{}", String::from_utf8_lossy(&cargo.stderr));
    refusals
}

/// The error in a line of cargo's output.
fn refusal(line: &str) -> Option<Refusal> {
    let line: Value = serde_json::from_str(line).expect("cargo writes JSON");
    let message = &line["message"];
    if message["level"] != "error" {
        return None;
    }
    let spans = message["spans"].as_array()?;
    let place = spans.iter().find(|span| span["is_primary"] == true)?;
    let mut text = format!("error: {}\n", message["message"].as_str()?);
    if let Some(label) = place["label"].as_str() {
        text += &format!("   ^^^ {label}\n");
    }
    for help in message["children"].as_array()?.iter().filter_map(own_help) {
        text += &format!("  help: {help}\n");
    }
    for note in message["children"].as_array()?.iter().filter_map(own_note) {
        text += &format!("  note: {note}\n");
    }
    Some(Refusal { line: usize::try_from(place["line_start"].as_u64()?).ok()?, text })
}

/// What notes of the compiler hold.
const OF_COMPILER: [&str; 8] = [
    "required for",
    "redundant requirement",
    "expected struct",
    "the full name",
    "consider using",
    "this error",
    "similarly named",
    "the following trait",
];

/// The text of a help that leads to another name, and what the compiler would write.
fn own_help(child: &Value) -> Option<String> {
    let text = child["message"].as_str()?;
    let names_another = child["level"] == "help" && text.contains("with a similar name");
    let replacement = child["spans"][0]["suggested_replacement"].as_str().unwrap_or_default();
    names_another.then(|| format!("{text}: `{replacement}`"))
}

/// The text of a note that is not one of the compiler's own.
fn own_note(child: &Value) -> Option<&str> {
    let text = child["message"].as_str()?;
    let own = child["level"] == "note" && child["spans"].as_array().is_some_and(Vec::is_empty);
    (own && !OF_COMPILER.iter().any(|part| text.contains(part))).then_some(text)
}

#[test]
fn what_the_documentation_rules_out_does_not_compile() {
    let lines: Vec<&str> = PROGRAM.lines().collect();
    let wanted = (1..=lines.len()).filter(|line| lines[line - 1].ends_with("// refused"));
    let refusals = refusals();
    let mut refused: Vec<usize> = refusals.iter().map(|refusal| refusal.line).collect();
    refused.dedup();
    assert_eq!(refused, wanted.collect::<Vec<_>>());
    let text: String = refusals
        .iter()
        .map(|Refusal { line, text }| {
            let code = lines[line - 1].trim_end_matches("// refused").trim();
            format!("{code}\n{text}\n")
        })
        .collect();
    assert_snapshot!(text, @r#"
    let _ = keepers.get();
    error: no method named `get` found for reference `&Keepers` in the current scope
      help: there is a method `list` with a similar name: `list`

    let _ = Keeper::NAME.starts_with("A");
    error: the documentation does not state that this property supports `startsWith` in `$filter`
       ^^^ not documented for this property
      note: the documentation states the operators `EqNe`
      note: if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`

    let _ = Keeper::MAIL.is_null();
    error: the documentation does not state that this property supports `eq null` in `$filter`
       ^^^ not documented for this property
      note: the documentation states the operators `EqNot`
      note: if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`

    let _ = Keeper::PHONES.any_value(|phone| phone.eq("1"));
    error: the documentation does not state that this property supports `any` in `$filter`
       ^^^ not documented for this property
      note: the documentation states the operators `Nothing`
      note: if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`

    let _ = Keeper::PHONES.any_value(|phone| phone.eq("1"));
    error: the documentation does not state that this property supports `eq` in `$filter`
       ^^^ not documented for this property
      note: the documentation states the operators `Nothing`
      note: if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`

    let _ = Keeper::CAGES.all(Cage::NAME.eq("A"));
    error: the documentation does not state that this property supports `all` in `$filter`
       ^^^ not documented for this property
      note: the documentation states the operators `EqNe`
      note: if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`

    let _ = !Keeper::NAME.eq("b");
    error: cannot apply unary operator `!` to type `apimark_runtime::Filter<Keeper>`
       ^^^ cannot apply unary operator `!`

    let _ = Keeper::MAIL.eq("a").and(Keeper::NAME.eq("b")).not();
    error: the documentation does not state that this filter can be negated with `not`
       ^^^ `not` is not documented for each property in this filter
      note: if the service supports it nevertheless, write the condition as text with `Filter::raw` or `filter_raw`

    let _ = Keeper::AGE.eq("seven");
    error: a property whose values are `i32` cannot be compared with `&str`
       ^^^ not a value of type `i32`

    let _ = Keeper::CAGE.eq(Cage::default());
    error: `Cage` has no literal in `$filter`
       ^^^ an object or a collection cannot be compared
      note: compare a property of the object, reached by `.then(…)`, or the elements of the collection, in `.any(…)`

    let _ = keepers().select(Cage::NAME);
    error: `Cage` is not a `Keeper`
       ^^^ its properties cannot stand in a query of `Keeper`
      note: a property belongs to the type that its constant is taken from

    let _ = keepers().select((Keeper::NAME, Cage::NAME));
    error: `Cage` is not a `Keeper`
       ^^^ its properties cannot stand in a query of `Keeper`
      note: a property belongs to the type that its constant is taken from

    let _ = keepers().filter(Cage::NAME.eq("A"));
    error: `Cage` is not a `Keeper`
       ^^^ its properties cannot stand in a query of `Keeper`
      note: a property belongs to the type that its constant is taken from

    let _ = keepers().filter(Keeper::NAME.eq("A").and(Cage::NAME.eq("A")));
    error: mismatched types
       ^^^ expected `Filter<Keeper, _>`, found `Filter<Cage, Negatable>`

    let _ = keepers().order_by(Cage::NAME.desc());
    error: `Cage` is not a `Keeper`
       ^^^ its properties cannot stand in a query of `Keeper`
      note: a property belongs to the type that its constant is taken from

    let _ = keepers().search(Cage::NAME.search("A"));
    error: `Cage` is not a `Keeper`
       ^^^ its properties cannot stand in a query of `Keeper`
      note: a property belongs to the type that its constant is taken from

    let _ = keepers().expand(Keeper::CAGE.select(Keeper::NAME));
    error: `Keeper` is not a `Cage`
       ^^^ its properties cannot stand in a query of `Cage`
      note: a property belongs to the type that its constant is taken from

    let _ = keepers().expand(Keeper::NAME);
    error: `Box<str>` is neither an object with documented properties nor a collection of such
       ^^^ not something to query
      note: the raw query methods, such as `select_raw` and `filter_raw`, take text

    let _ = Keeper::NAME.then(Cage::NAME);
    error: `Box<str>` is not a type with documented properties
       ^^^ a plain value or a collection

    let _ = Keeper::NAME.then(Cage::NAME);
    error: `Cage` is not a `Box<str>`
       ^^^ its properties cannot stand in a query of `Box<str>`
      note: a property belongs to the type that its constant is taken from

    let _ = Keeper::CAGES.then(Cage::NAME);
    error: `Vec<Cage>` is not a type with documented properties
       ^^^ a plain value or a collection

    let _ = Keeper::CAGES.then(Cage::NAME);
    error: `Cage` is not a `Vec<Cage>`
       ^^^ its properties cannot stand in a query of `Vec<Cage>`
      note: a property belongs to the type that its constant is taken from

    let _ = Update::new().set(Keeper::ID, "7");
    error: the documentation says that this property cannot be updated: it is `ReadOnly`
       ^^^ cannot be set in an update
      note: if the service accepts it nevertheless, use `set_raw` with the name of the property

    let _ = Create::unchecked().set(Keeper::ID, "7");
    error: the documentation says that this property cannot be set: it is `ReadOnly`
       ^^^ cannot be set on creation
      note: if the service accepts it nevertheless, use `set_raw` with the name of the property

    let _ = Update::new().set(Keeper::MAIL, "a");
    error: the documentation says that this property cannot be updated: it is `CreateOnly`
       ^^^ cannot be set in an update
      note: if the service accepts it nevertheless, use `set_raw` with the name of the property

    let _ = Update::new().clear(Keeper::NAME);
    error: the documentation says that this property cannot be cleared: it is `NotNull`
       ^^^ cannot be cleared
      note: if the service accepts it nevertheless, use `set_raw` with the name of the property and `()`

    let _ = Update::new().set(Keeper::AGE, "seven");
    error: a property whose values are `i32` cannot be set to `&str`
       ^^^ not a value of type `i32`
      note: `clear` removes a value, `set_raw` takes any JSON

    let _ = Update::new().set(Keeper::AGE, 7).set(Cage::NAME, "A");
    error: mismatched types
       ^^^ expected `Property<Keeper, Box<str>, _, _, &str>`, found `Property<Cage, Box<str>, ..., ..., ...>`
    "#);
}
