//! `cargo xtask`: the command line of apimark, and `ci` and `features`, which are for work on apimark itself.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "what steps come to is for people")]

mod ci;
mod clock;
mod features;
mod process;

use std::process::ExitCode;

fn main() -> ExitCode {
    let own = std::env::args_os().nth(1).and_then(|it| it.into_string().ok());
    match own.as_deref() {
        Some("ci") => ci::main(),
        Some("features") => features::main(),
        _ => apimark_cli::main(),
    }
}
