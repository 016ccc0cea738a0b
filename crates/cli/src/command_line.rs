//! The command line as a whole: what holds for every command.

use clap::Parser;

use crate::commands::Command;
use crate::terminal::Color;

/// Reads API reference docs written in Markdown and writes a typed Rust client crate.
///
/// What the docs say wrongly is corrected in `overrides.toml`, beside apimark.toml or named there: each entry says what
/// it expects of the docs and why; one that does not fit them fails the command.
///
/// Exit codes: 0 done, or up to date; 1 a check found something: the output folder is stale, a run was
/// interrupted, or the docs have what `--deny` names; 2 the command failed, and the output folder is as it was. A
/// run that was killed is taken back by the next one.
#[derive(Debug, Parser)]
#[command(name = "apimark", version)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub command: Command,
    /// When to colour. NO_COLOR, FORCE_COLOR, CLICOLOR and CLICOLOR_FORCE are heeded.
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: Color,
    /// Print only errors and what was asked for: no progress, no warnings, no summary.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}
