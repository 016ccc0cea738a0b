//! `completions`: what makes a shell complete commands and options.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Command};
use clap_complete::Shell;

use crate::terminal::Terminal;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The shell.
    pub shell: Shell,
}

pub(crate) fn run(
    arguments: &Arguments,
    mut line: Command,
    terminal: &Terminal,
) -> Result<ExitCode> {
    let mut script = Vec::new();
    // Shells complete programs; cargo's aliases are none.
    clap_complete::generate(arguments.shell, &mut line, "apimark", &mut script);
    terminal.print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
