//! `cargo run -p apimark-slips -- DOCS`: makes slips and honest edits in docs, and counts what is reported.
//!
//! Exit codes: 0 the shares are reached, 1 they are not, 2 the docs cannot be read.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what this program is for"
)]

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use apimark_slips::{Docs, tally};
use clap::Parser;

#[derive(Parser)]
#[command(about)]
struct Arguments {
    /// The docs' folder.
    docs: PathBuf,
    /// The version whose pages are edited.
    #[arg(long, default_value = "v1.0")]
    version: String,
    /// How many slips to make.
    #[arg(long, default_value_t = 1_000)]
    slips: usize,
    /// How many honest edits to make.
    #[arg(long, default_value_t = 200)]
    edits: usize,
    /// The same seed makes the same edits.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The least share of slips that must be reported, in percent.
    #[arg(long, default_value_t = 0.0)]
    at_least: f64,
    /// Only kinds whose name holds this.
    #[arg(long)]
    only: Option<String>,
    /// Print the remarks on the docs as they are, and edit nothing.
    #[arg(long)]
    standing: bool,
    /// Show up to this many silent slips of each kind.
    #[arg(long, default_value_t = 3)]
    show: usize,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<bool> {
    let mut docs = Docs::read(&arguments.docs, &arguments.version)?;
    println!("{} files, {} remarks as they are", docs.files.len(), docs.standing());
    if arguments.standing {
        docs.remarks_as_they_are().for_each(|remark| println!("{remark}"));
        return Ok(true);
    }
    let only = arguments.only.as_deref().unwrap_or("");
    let slips = tally::slips(&mut docs, arguments.slips, arguments.seed, only);
    let honest = tally::honest(&mut docs, arguments.edits, arguments.seed, only);
    for tally in &slips {
        println!("{tally}");
        tally.silent.iter().take(arguments.show).for_each(|case| println!("{case}"));
    }
    let (reported, made) = sums(&slips);
    let share = 100.0 * reported as f64 / made.max(1) as f64;
    println!("{reported} of {made} slips reported: {share:.1} %");
    println!("honest edits:");
    for tally in &honest {
        println!("{tally}");
        tally.silent.iter().take(arguments.show).for_each(|case| println!("{case}"));
    }
    let (quiet, edits) = sums(&honest);
    println!("{} of {edits} honest edits remarked on", edits - quiet);
    Ok(share >= arguments.at_least && quiet == edits)
}

fn sums(all: &[tally::Tally]) -> (usize, usize) {
    (all.iter().map(|it| it.reported).sum(), all.iter().map(tally::Tally::made).sum())
}
