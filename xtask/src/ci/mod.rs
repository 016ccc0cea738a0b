//! Everything that must hold before a change goes in: `cargo xtask ci`.
//!
//! The steps stand in [`steps`], in their order. What is a sequence of calls is Rust; what needs Python, Node or a browser
//! is a script in `.ci`, which says so where it is skipped. The program that runs is itself a part of what is checked.
//! Nothing that a step builds takes its place meanwhile: they build other profiles, or have a target folder of their own.

mod bench;
mod choice;
mod exports;
mod hostile;
mod other_docs;
mod package;
mod shared;
mod steps;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use clap::builder::PossibleValuesParser;

use crate::clock::Clock;
use crate::process::Failed;
use bench::Bench;
use choice::Choice;
use steps::{STEPS, Step};

/// Check everything that must hold before a change goes in, step by step; the first that fails ends it.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask ci")]
struct Arguments {
    /// A folder of real docs and what they are measured with [default: APIMARK_SHARED, else ../shared, where there is one]
    shared: Option<PathBuf>,
    /// Name the steps, and run none
    #[arg(long)]
    list: bool,
    /// Run these steps alone, in their order
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',', value_parser = names())]
    only: Vec<String>,
    /// Begin with this step
    #[arg(long, value_name = "NAME", conflicts_with = "only", value_parser = names())]
    from: Option<String>,
    /// The folder that SHARED is relative to [default: the working folder]
    #[arg(long, value_name = "DIR")]
    relative_to: Option<PathBuf>,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(STEPS.iter().map(|it| it.name))
}

/// Carries out `cargo xtask ci`. The exit code is that of what has failed.
pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse_from(std::env::args_os().skip(1));
    let choice = Choice { only: arguments.only.clone(), from: arguments.from.clone() };
    if arguments.list {
        STEPS
            .iter()
            .filter(|it| choice.has(it.name))
            .for_each(|it| println!("{:<15}{}", it.name, it.title));
        return ExitCode::SUCCESS;
    }
    match prepared(arguments).and_then(|bench| run(&bench, &choice)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n== FAILED: {error:#}");
            let code = error.downcast_ref::<Failed>().and_then(Failed::code);
            ExitCode::from(code.and_then(|it| u8::try_from(it).ok()).unwrap_or(1))
        }
    }
}

fn prepared(arguments: Arguments) -> Result<Bench> {
    let here = std::env::current_dir().context("there is no working folder")?;
    let from = here.join(arguments.relative_to.unwrap_or_default());
    let root = bench::root();
    let named = arguments.shared.or_else(|| std::env::var_os("APIMARK_SHARED").map(PathBuf::from));
    Ok(Bench::new(shared::folder(named, &from, &root)?, root))
}

/// Runs the steps that are chosen. Before each stands what all have taken so far.
fn run(bench: &Bench, choice: &Choice) -> Result<()> {
    let clock = Clock::start();
    for step in STEPS.iter().filter(|it| choice.has(it.name)) {
        println!("\n== {}: {} ({})", step.name, step.title, clock.spent());
        carry_out(step, bench)?;
    }
    println!("\n== all passed ({})", clock.spent());
    Ok(())
}

fn carry_out(step: &Step, bench: &Bench) -> Result<()> {
    for work in step.work {
        work.run(bench).with_context(|| format!("the step `{}`", step.name))?;
    }
    Ok(())
}
