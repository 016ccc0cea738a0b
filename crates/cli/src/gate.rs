//! The options that say which reports on the docs are printed, how, and which make a run fail.

use std::path::PathBuf;

use anyhow::{Context, Result};
use apimark::{Baseline, Deny, Findings};
use clap::{Args, ValueEnum};
use diag::{Severity, printable};

use crate::called::Called;
use crate::terminal::Terminal;

/// What to do with reports.
#[derive(Args, Debug)]
pub(crate) struct Gate {
    /// Exit with 1 if there are such reports: errors, warnings (and errors), notes (any), none, or a code such as
    /// AM0106 or missing-include; several with commas between [default: errors for lint, none for generate].
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub deny: Vec<Deny>,
    /// A file of reports that are known and therefore silent; what --deny names is looked for among the others.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write all that is reported now into the baseline.
    #[arg(long, requires = "baseline")]
    pub update_baseline: bool,
}

/// Least severity that is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Level {
    /// What is lost: a table, a type, an operation, a page.
    Errors,
    /// Also what was repaired or left out.
    Warnings,
    /// Also remarks.
    All,
}

impl Level {
    pub(crate) fn least(self) -> Severity {
        match self {
            Self::Errors => Severity::Error,
            Self::Warnings => Severity::Warning,
            Self::All => Severity::Note,
        }
    }
}

impl Gate {
    /// The known reports, as the file has them.
    pub(crate) fn baseline(&self, called: &Called) -> Result<Option<Baseline>> {
        let Some(path) = self.baseline.as_ref().filter(|_| !self.update_baseline) else {
            return Ok(None);
        };
        let shown = path.to_string_lossy();
        let shown = printable(&shown);
        let text = std::fs::read_to_string(path).with_context(|| {
            let name = called.name();
            format!(
                "cannot read {shown}; `{name} lint --baseline {shown} --update-baseline` makes it"
            )
        })?;
        Baseline::parse(&text).with_context(|| format!("cannot read {shown}")).map(Some)
    }

    /// Whether reports are denied. With `--update-baseline`, all become known instead.
    pub(crate) fn fails(
        &self,
        findings: &Findings<'_>,
        default: Deny,
        terminal: &Terminal,
    ) -> Result<bool> {
        if let Some(path) = self.baseline.as_ref().filter(|_| self.update_baseline) {
            std::fs::write(path, findings.baseline().render())
                .with_context(|| format!("cannot write {}", printable(&path.to_string_lossy())))?;
            return Ok(false);
        }
        let default = [default];
        let deny = if self.deny.is_empty() { &default[..] } else { &self.deny };
        let denied = findings.denied(deny);
        if denied > 0 {
            terminal.error(&format!("{denied} reports on the docs are denied"));
        }
        Ok(denied > 0)
    }
}
