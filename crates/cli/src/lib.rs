//! The command line of apimark: as the program `apimark`, and as the xtask of any workspace.
//!
//! An xtask is one line, and takes all commands and options that the program takes:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     apimark_cli::main()
//! }
//! ```
//!
//! Each command is a file in `commands`. They print through [`terminal`], which knows of colours, of
//! `--quiet` and of readers that went away.

#![allow(rustdoc::private_intra_doc_links, reason = "the crate docs are read by who changes it")]

mod called;
mod command_line;
mod commands;
mod gate;
mod input;
mod progress;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use called::Called;
use command_line::CommandLine;
use terminal::Terminal;

/// What was asked for differs from what is: the output folder is stale, or a run was interrupted.
const DIFFERS: u8 = 1;
/// The command could not be carried out.
const FAILED: u8 = 2;

/// Carries out the command of this process's arguments. The code is 0 when it is done, 1 when a check
/// found something, and 2 when it failed.
pub fn main() -> ExitCode {
    terminal::heed_forced_colours();
    let called = Called::from_process();
    let matches = CommandLine::command().bin_name(called.name()).get_matches();
    let line = CommandLine::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let terminal = Terminal::new(line.color, line.quiet);
    commands::run(&line.command, CommandLine::command(), &called, &terminal).unwrap_or_else(
        |error| {
            terminal.error(&format!("{error:#}"));
            ExitCode::from(FAILED)
        },
    )
}
