//! `explain`: what a report means.

use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::Args;
use diag::codes;

use crate::called::Called;
use crate::terminal::Terminal;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The number or name of a code: AM0106, missing-include [default: list all].
    pub code: Option<String>,
    /// Print the page of docs that explains all of them.
    #[arg(long, conflicts_with = "code")]
    pub page: bool,
}

pub(crate) fn run(arguments: &Arguments, _: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let text = match &arguments.code {
        Some(code) => {
            let code = codes::find(code).ok_or_else(|| anyhow!(codes::unknown(code)))?;
            let (number, name) = (code.number(), code.name());
            format!("{number} {name}: {}\n\n{}", code.title(), code.explain())
        }
        None if arguments.page => codes::page(),
        None => list(),
    };
    terminal.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let width = codes::all().map(|code| code.name().len()).max().unwrap_or_default();
    let line = |code: diag::Code| {
        let severity = format!("{:?}", code.severity()).to_lowercase();
        format!("{} {code:width$} {severity:7} {}\n", code.number(), code.title())
    };
    codes::all().map(line).collect()
}
