//! `lint`: what is odd in the docs.

use std::process::ExitCode;

use anyhow::Result;
use apimark::{Deny, Findings};
use clap::{Args, ValueEnum};
use diag::{Severity, printable};

use crate::DIFFERS;
use crate::called::Called;
use crate::gate::{Gate, Level};
use crate::input::Input;
use crate::terminal::Terminal;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub gate: Gate,
    /// The form of the reports.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    /// Which reports to print [default: warnings; for json and sarif all].
    #[arg(long, value_name = "LEVEL")]
    pub show: Option<Level>,
    /// Print every report, and not only the first ones of each kind.
    #[arg(long)]
    pub all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With carets below the Markdown, by kind.
    Human,
    /// JSON with a schema version.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Commands that GitHub Actions shows at the lines of a pull request.
    Github,
}

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let baseline = arguments.gate.baseline(called)?;
    let lint = arguments.input.generator(called, terminal)?.lint()?;
    if arguments.gate.update_baseline {
        lint.recognised()?;
    }
    let findings = lint.findings(baseline.as_ref());
    let fails = arguments.gate.fails(&findings, Deny::Severity(Severity::Error), terminal)?;
    for remark in findings.remarks() {
        terminal.warning(&printable(remark));
    }
    let summary = findings.summary();
    if !arguments.gate.update_baseline {
        let least = arguments.show.unwrap_or(match arguments.format {
            Format::Human | Format::Github => Level::Warnings,
            Format::Json | Format::Sarif => Level::All,
        });
        let shown = findings.at_least(least.least());
        terminal.print(&printed(&shown, arguments, called, terminal))?;
    }
    terminal.say(&summary);
    lint.recognised()?;
    Ok(if fails { ExitCode::from(DIFFERS) } else { ExitCode::SUCCESS })
}

fn printed(
    findings: &Findings<'_>,
    arguments: &Arguments,
    called: &Called,
    terminal: &Terminal,
) -> String {
    match arguments.format {
        Format::Human => findings.human(arguments.all, terminal.colours_output(), called.name()),
        Format::Json => findings.json(),
        Format::Sarif => findings.sarif(),
        Format::Github => findings.github(),
    }
}
