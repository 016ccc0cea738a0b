//! The commands, one a file: its arguments, and what it does.

mod completions;
mod explain;
mod export;
mod generate;
mod init;
mod lint;
mod review;
mod select;
mod sync;
mod watch;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

use crate::called::Called;
use crate::terminal::Terminal;

/// A command and its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write what a workspace needs to keep a client, and the first client.
    Init(init::Arguments),
    /// Fetch the docs of repositories as apimark.lock pins them. But for `init --docs-git`, no other command uses the network.
    Sync(sync::Arguments),
    /// Write the client crate.
    Generate(generate::Arguments),
    /// Write the client whenever a page is saved.
    Watch(watch::Arguments),
    /// Say what is odd in the docs.
    Lint(lint::Arguments),
    /// Tell what changed in the API since a commit or other docs, and whether it breaks programs.
    Review(review::Arguments),
    /// Say what a report means and what to do about it.
    Explain(explain::Arguments),
    /// Write what the docs say in a format for other tools.
    Export(export::Arguments),
    /// Tell what the configured selection comes to, and why a type is in.
    Select(select::Arguments),
    /// Print what makes a shell complete commands and options.
    Completions(completions::Arguments),
}

/// Carries out a command of this command line.
///
/// # Errors
/// It cannot be carried out.
pub(crate) fn run(
    command: &Command,
    line: clap::Command,
    called: &Called,
    terminal: &Terminal,
) -> Result<ExitCode> {
    match command {
        Command::Init(arguments) => init::run(arguments, called, terminal),
        Command::Sync(arguments) => sync::run(arguments, called, terminal),
        Command::Generate(arguments) => generate::run(arguments, called, terminal),
        Command::Watch(arguments) => watch::run(arguments, called, terminal),
        Command::Lint(arguments) => lint::run(arguments, called, terminal),
        Command::Review(arguments) => review::run(arguments, called, terminal),
        Command::Explain(arguments) => explain::run(arguments, called, terminal),
        Command::Export(arguments) => export::run(arguments, called, terminal),
        Command::Select(arguments) => select::run(arguments, called, terminal),
        Command::Completions(arguments) => completions::run(arguments, line, terminal),
    }
}
