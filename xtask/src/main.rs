//! `cargo xtask`: the command line over the `apimark` crate.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is what this crate is for")]

mod cli;
mod progress;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use apimark::{Change, Generator, Plan};
use clap::Parser;
use diag::{Severity, printable};

use cli::{Cli, Command, ExportArgs, GenerateArgs, Input, Level};

/// The output folder differs from what the docs give.
const STALE: u8 = 1;
/// The command could not be carried out.
const FAILED: u8 = 2;
/// How much of a difference `--check` and `--dry-run` print.
const DIFF_LINES: usize = 100;

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Generate(args) => generate(&args),
        Command::Export(args) => export(&args),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(FAILED)
    })
}

fn generate(args: &GenerateArgs) -> Result<ExitCode> {
    let mut generator = generator(&args.input)?;
    if let Some(out) = &args.out {
        generator = generator.out(out);
    }
    let generator = generator.allow_removals(args.allow_removals);
    let plan = generator.on_progress(progress::listener()).plan()?;
    report(&plan, args.show);
    let writes = !(args.check || args.dry_run);
    report_interruption(&plan, writes);
    if writes {
        plan.write()?;
    } else {
        print!("{}", plan.diff(DIFF_LINES));
        if let Some(objection) = plan.objection() {
            eprintln!("warning: {objection}");
        }
    }
    report_files(&plan, writes);
    eprintln!("{}", plan.summary());
    if args.check && plan.is_interrupted() {
        return Ok(ExitCode::from(STALE));
    }
    if args.check && !plan.changes().is_empty() {
        eprintln!("error: the generated crate is stale; run `cargo xtask generate`");
        return Ok(ExitCode::from(STALE));
    }
    Ok(ExitCode::SUCCESS)
}

fn report_interruption(plan: &Plan, writes: bool) {
    if plan.is_interrupted() {
        let what = "interrupted run: an earlier run has not finished moving its files";
        if writes {
            eprintln!("warning: {what}; they are taken back first");
        } else {
            eprintln!("error: {what}; `cargo xtask generate` takes them back");
        }
    }
}

fn report_files(plan: &Plan, writes: bool) {
    let edited = plan.edited();
    let (updated, removed) = match writes {
        true => ("was overwritten", "was removed"),
        false => ("would be overwritten", "would be removed"),
    };
    for change in plan.changes() {
        let path = printable(change.path());
        match change {
            Change::Foreign(_) => {
                eprintln!("warning: {path} is not a generated file; it was left alone");
            }
            Change::Update(it) if edited.contains(it) => {
                eprintln!("warning: {path} was edited by hand since the last run; it {updated}");
            }
            Change::Remove(it) if edited.contains(it) => {
                eprintln!("warning: {path} was edited by hand since the last run; it {removed}");
            }
            _ => {}
        }
    }
}

fn report(plan: &Plan, show: Level) {
    let least = match show {
        Level::Errors => Severity::Error,
        Level::Warnings => Severity::Warning,
        Level::All => Severity::Note,
    };
    eprint!("{}", plan.render_diagnostics(least, std::io::stderr().is_terminal()));
    for remark in plan.remarks() {
        eprintln!("warning: {}", printable(remark));
    }
}

fn export(args: &ExportArgs) -> Result<ExitCode> {
    let exported = generator(&args.input)?
        .on_progress(progress::listener())
        .export(args.format.into(), args.api_version.as_deref())?;
    eprint!("{}", exported.render_left_out(std::io::stderr().is_terminal()));
    if args.output == Path::new("-") {
        print!("{}", exported.text);
    } else {
        std::fs::write(&args.output, exported.text).with_context(|| {
            format!("cannot write {}", printable(&args.output.to_string_lossy()))
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

fn generator(input: &Input) -> Result<Generator> {
    let mut generator = match &input.config {
        Some(path) => Generator::from_config(path)?,
        None => Generator::from_config(workspace_root().join("apimark.toml"))?,
    };
    if !input.docs.is_empty() {
        generator = generator.docs(&input.docs);
    }
    if let Some(threads) = input.threads {
        generator = generator.threads(threads);
    }
    Ok(generator)
}

/// Cargo runs an xtask from anywhere in the workspace; the configuration stands at its root.
fn workspace_root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    xtask.as_deref().and_then(Path::parent).unwrap_or(Path::new(".")).to_path_buf()
}
