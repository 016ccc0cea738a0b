//! A crate from docs in which every position holds every kind of text that would like to be more.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::bench::Bench;
use super::workspace::{self, Workspace};
use crate::process;

/// How many lines of what failed are shown.
const MOST_LINES: usize = 60;

/// How much of each.
const WIDTH: usize = 300;

/// What is done with the crate.
type Check = fn(&Bench, &Workspace) -> Result<()>;

const CHECKS: [(&str, Check); 3] =
    [("inspection", inspect), ("tests", test), ("documentation", document)];

/// Generates the crate, inspects, compiles, tests and documents it: nothing of the docs may run. Needs nothing but this
/// repository. All that fails is named.
///
/// # Errors
/// Something does.
pub(super) fn check(bench: &Bench) -> Result<()> {
    let there = Workspace::new(bench, "crate", "hostile-crate")?;
    generate(bench, &there)?;
    let written = files(&there)?;
    let mut missed = Vec::new();
    for (name, check) in CHECKS {
        println!("  {name}");
        if let Err(error) = check(bench, &there) {
            println!("  FAILED: {error:#}");
            missed.push(name);
        }
    }
    if files(&there)? != written {
        println!("  FAILED: there are other files in the crate than were generated");
        missed.push("files");
    }
    ensure!(missed.is_empty(), "missed: {}", missed.join(", "));
    Ok(())
}

fn generate(bench: &Bench, there: &Workspace) -> Result<()> {
    let docs = there.path("docs");
    process::run(bench.cargo("run --quiet -p apimark --example hostile").arg(&docs))?;
    let output = "[output]\ndir = \"crate\"\ncrate = \"hostile-crate\"\n";
    there.write("apimark.toml", &(output.to_owned() + &workspace::runtime(bench)))?;
    let mut apimark = bench.apimark("generate --config")?;
    apimark.arg(there.path("apimark.toml")).arg("--docs").arg(&docs);
    called(&mut apimark, |_| true)?;
    Ok(())
}

fn files(there: &Workspace) -> Result<Vec<PathBuf>> {
    workspace::files(&there.path("crate"))
}

fn inspect(bench: &Bench, there: &Workspace) -> Result<()> {
    process::run(bench.cargo("run --quiet -p apimark-inspect --").arg(there.path("crate")))
}

fn test(_: &Bench, there: &Workspace) -> Result<()> {
    let is_told = |line: &str| line.starts_with("test result") || line.contains("Doc-tests");
    let printed = called(&mut there.cargo("test --offline --no-fail-fast"), is_told)?;
    // The example of the front page is the one test that a comment holds.
    let number = tests_in_comments(&printed);
    ensure!(number == Some("running 1 test"), "in comments, there should be 1 test: {number:?}");
    Ok(())
}

/// The line in which cargo counts the tests that comments hold. It names the crate to one stream, what it runs to the
/// other.
fn tests_in_comments(printed: &str) -> Option<&str> {
    let has_comments = printed.contains("Doc-tests hostile_crate");
    printed.lines().rfind(|it| has_comments && it.starts_with("running "))
}

fn document(_: &Bench, there: &Workspace) -> Result<()> {
    let mut cargo = there.cargo("doc --quiet --offline --no-deps");
    called(cargo.env("RUSTDOCFLAGS", "-D warnings"), |_| true)?;
    Ok(())
}

/// What a program prints, which may hold any text of the docs. Shown are the lines that are told, or those that say why it
/// failed, as a terminal may get them.
fn called(command: &mut Command, is_told: fn(&str) -> bool) -> Result<String> {
    let output = command.output().context("it cannot be called")?;
    let bytes = [output.stderr, output.stdout].concat();
    let printed = String::from_utf8_lossy(&bytes).into_owned();
    let has_succeeded = output.status.success();
    let lines = if has_succeeded { chosen(&printed, is_told) } else { chosen(&printed, tells) };
    lines.iter().for_each(|it| println!("    {it}"));
    ensure!(has_succeeded, "{}", output.status);
    Ok(printed)
}

/// Whether a line is another one than that a test has passed.
fn tells(line: &str) -> bool {
    !(line.trim().is_empty() || line.starts_with("test ") && line.ends_with(" ok"))
}

/// The last of these lines, with an end, and with nothing unseen in them.
fn chosen(printed: &str, is_chosen: fn(&str) -> bool) -> Vec<String> {
    let lines: Vec<&str> = printed.lines().filter(|it| is_chosen(it)).collect();
    let last = &lines[lines.len().saturating_sub(MOST_LINES)..];
    let cut = |it: &&str| it.chars().take(WIDTH).collect::<String>();
    last.iter().map(|it| diag::printable(&cut(it)).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str =
        "running 2 tests\ntest a ... ok\ntest b ... FAILED\n\nsaid: \u{1b}[2J\nrunning 1 test";

    #[test]
    fn of_what_failed_all_is_shown_but_what_passed() {
        let lines = ["running 2 tests", "test b ... FAILED", "said: \\u{1b}[2J", "running 1 test"];
        assert_eq!(chosen(PRINTED, tells), lines);
        let long = "x".repeat(2 * WIDTH) + "\n";
        let shown = chosen(&long.repeat(2 * MOST_LINES), tells);
        assert!(shown.len() == MOST_LINES && shown.iter().all(|it| it.len() == WIDTH));
    }

    #[test]
    fn tests_of_comments_are_the_last_that_are_run() {
        let printed = format!("   Doc-tests hostile_crate\n{PRINTED}");
        assert_eq!(tests_in_comments(&printed), Some("running 1 test"));
        assert_eq!(tests_in_comments(PRINTED), None);
    }
}
