//! The files that `init` writes.

use super::Choice;
use super::docs::Docs;
use super::members::Members;
use super::source::toml_string;

/// The manifest of the workspace.
pub(super) const MANIFEST: &str = "Cargo.toml";
/// Where cargo's aliases stand.
pub(super) const CARGO_CONFIG: &str = ".cargo/config.toml";
/// Where the manifest of an xtask stands.
pub(super) const XTASK: &str = "xtask/Cargo.toml";
/// How `cargo xtask` is built and run.
const ALIAS: &str = include_str!("cargo-config.toml");
const WORKFLOW: &str = include_str!("regenerate.yml");
/// Where the workflow stands.
const WORKFLOW_FILE: &str = ".github/workflows/regenerate.yml";

/// Path and text of each.
pub(super) fn of(choice: &Choice) -> Vec<(&'static str, String)> {
    let mut files = vec![("apimark.toml", configuration(choice)), (MANIFEST, manifest(choice))];
    files.extend(further(choice));
    files
}

/// Path and text of those that can be asked for later, too.
pub(super) fn further(choice: &Choice) -> Vec<(&'static str, String)> {
    let mut files = Vec::new();
    if choice.xtask {
        files.push((CARGO_CONFIG, ALIAS.into()));
        files.push((XTASK, xtask_manifest(choice)));
        files.push(("xtask/src/main.rs", XTASK_PROGRAM.into()));
    }
    if choice.workflow {
        files.push((WORKFLOW_FILE, workflow(choice)));
    }
    files
}

/// What the owner of a file that is already there must add, and where, if that is anything.
pub(super) fn to_add(name: &str, text: &str, old: &str, choice: &Choice) -> Option<String> {
    if name != MANIFEST {
        return Some(format!("to it:\n{text}"));
    }
    let missing = Members::of(choice).without_those_of(old);
    let has_table = old.parse::<toml::Table>().is_ok_and(|it| it.contains_key("workspace"));
    (!missing.is_empty()).then(|| match has_table {
        true => format!("in its `[workspace]`:\n{}", missing.additions()),
        false => format!("to it:\n[workspace]\n{}", missing.lines()),
    })
}

const XTASK_PROGRAM: &str = "\
fn main() -> std::process::ExitCode {
    apimark_cli::main()
}
";

fn configuration(choice: &Choice) -> String {
    let name = toml_string(&choice.crate_name);
    let runtime = choice.source.dependency("runtime");
    // A literal string where that can be, because the text has quotes of its own.
    let literal = format!("'{runtime}'");
    let runtime = if runtime.contains('\'') { toml_string(&runtime) } else { literal };
    format!(
        "{}\n[output]\ndir = {name}\ncrate = {name}\n\
         # Where the client finds the runtime crate: the right-hand side of the dependency.\n\
         runtime = {runtime}\ncommand = \"{} generate\"\n",
        choice.docs.lines(),
        choice.command(),
    )
}

/// The manifest of a workspace that has none.
pub(super) fn manifest(choice: &Choice) -> String {
    format!("[workspace]\nresolver = \"3\"\n{}", Members::of(choice).lines())
}

fn xtask_manifest(choice: &Choice) -> String {
    format!(
        "[package]\nname = \"xtask\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\napimark-cli = {}\n",
        choice.source.dependency("cli")
    )
}

fn workflow(choice: &Choice) -> String {
    let install = format!("      - run: {}\n", choice.source.install());
    // With the client, its pins are proposed.
    let [client, files, proposed] = match choice.docs {
        Docs::Folder(_) => ["DIR", "DIR/*", "DIR"],
        Docs::Source(_) => ["DIR apimark.lock", "DIR/* | apimark.lock", "DIR, apimark.lock"],
    };
    WORKFLOW
        .replace("CLIENT_FILES", files)
        .replace("CLIENT\n", &format!("{client}\n"))
        .replace("PROPOSED", proposed)
        .replace("INSTALL\n", if choice.calls_xtask { "" } else { &install })
        .replace("SYNC\n", &before_reading(&choice.docs))
        .replace("COMMAND", choice.command())
        .replace("PACKAGE", &choice.crate_name)
        .replace("DIR", &choice.dir)
}

/// The steps that bring the docs: what the branches are now, or a place to say where they are.
fn before_reading(docs: &Docs) -> String {
    match docs {
        Docs::Source(_) => "      # What the base of the review is pinned to, and then what the branches are now.\n      - run: COMMAND sync\n      - run: COMMAND sync --update\n".to_owned(),
        Docs::Folder(folder) => format!(
            "      # A repository that reads docs from elsewhere checks them out here:\n\
             \x20     # - uses: actions/checkout@v5\n\
             \x20     #   with: {{ repository: owner/docs, path: {folder}, persist-credentials: false }}\n"
        ),
    }
}
