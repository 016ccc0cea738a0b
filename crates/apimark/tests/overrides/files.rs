//! Which files are read.

use insta::assert_snapshot;

use crate::Case;

const INK: &str = r#"
[[property]]
page = "v1.0/resources/pen.md"
property = "ink"
type = "Int64"
expect = "Int32"
why = "Barrels hold more than 2 GiB."
"#;

fn ink(case: &Case) -> &'static str {
    let models = case.file("src/v1_0/models/common/pen.rs");
    if models.contains("pub ink: Option<i64>") { "corrected" } else { "as stated" }
}

#[test]
fn docs_cannot_bring_corrections_of_their_own() {
    let case = Case::new("");
    case.put("docs/overrides.toml", INK);
    assert_eq!(ink(&case), "as stated");
    let plan = case.generator().unwrap().plan().unwrap();
    assert_snapshot!(plan.remarks().join("\n"), @"corrections in docs/overrides.toml are not read: docs do not configure what is generated from them; name the file in `overrides` of the configuration if they are yours");
}

#[test]
fn files_that_the_configuration_names() {
    let case = Case::new("no TOML");
    let config =
        "docs = [\"docs\"]\noverrides = [\"fixes/pens.toml\"]\n[output]\ndir = \"client\"\n";
    case.put("apimark.toml", config);
    case.put("fixes/pens.toml", INK);
    assert_eq!(ink(&case), "corrected");
    case.put("apimark.toml", &config.replace("\"fixes/pens.toml\"", ""));
    assert_eq!(ink(&case), "as stated");
    case.put("apimark.toml", &config.replace("pens", "quills"));
    assert_snapshot!(case.failure(), @"there is no file fixes/quills.toml, which `overrides` names");
}

#[test]
fn one_subject_in_two_files() {
    let case = Case::new(INK);
    case.put("more.toml", &INK.replace("Int64", "Double"));
    case.put(
        "apimark.toml",
        "docs = [\"docs\"]\noverrides = [\"overrides.toml\", \"more.toml\"]\n",
    );
    assert_snapshot!(case.failure(), @r#"
    the corrections are invalid
    error[AM0905 configuration]: another entry is about the same
     --> more.toml:5:8
      |
    5 | type = "Double"
      |        ^^^^^^^^
      |
      = help: remove one of the two
    "#);
}

#[test]
fn pages_of_versions_that_are_left_out_or_of_other_docs() {
    let case = Case::new(&INK.replace("v1.0", "beta"));
    for name in ["thing", "pen"] {
        let page = std::fs::read(case.path().join(format!("docs/v1.0/resources/{name}.md")));
        case.put(
            &format!("docs/beta/resources/{name}.md"),
            &String::from_utf8(page.unwrap()).unwrap(),
        );
    }
    case.put("apimark.toml", "docs = [\"docs\"]\n[versions.beta]\nskip = true\n");
    assert_eq!(ink(&case), "as stated");
    case.put("apimark.toml", "docs = [\"docs\"]\n");
    assert_eq!(ink(&case), "as stated");
    std::fs::remove_dir_all(case.path().join("docs/beta")).unwrap();
    assert!(case.failure().contains("there is no page `beta/resources/pen.md`"));
    let other = case.generator().unwrap().docs([case.path().join("docs")]);
    assert_snapshot!(other.plan().unwrap().remarks().join("\n"), @"a correction: there is no page `beta/resources/pen.md`");
}

#[test]
fn a_changed_correction_is_a_changed_configuration() {
    let manifest = |overrides: &str| {
        let manifest = Case::new(overrides).file("apimark.manifest");
        manifest.lines().find(|line| line.contains("configuration")).unwrap_or_default().to_owned()
    };
    assert_ne!(manifest(""), manifest(INK));
}
