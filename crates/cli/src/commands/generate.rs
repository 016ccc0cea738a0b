//! `generate`: the client crate, written, checked or only shown.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use apimark::{Base, Change, Deny, Findings, Generator, Plan};
use clap::Args;
use diag::printable;

use super::review;
use crate::DIFFERS;
use crate::called::Called;
use crate::gate::{Gate, Level};
use crate::input::Input;
use crate::terminal::Terminal;

/// How much of a difference `--check` and `--dry-run` print.
const DIFF_LINES: usize = 100;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub gate: Gate,
    /// The output folder, in place of the configured one.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write nothing; print how the output folder differs and exit with 1 if it does.
    #[arg(long, conflicts_with = "dry_run")]
    pub check: bool,
    /// Write nothing; print what would change.
    #[arg(long)]
    pub dry_run: bool,
    /// Remove files even if that is most of the client and the configuration is that of the last run.
    #[arg(long)]
    pub allow_removals: bool,
    /// Which reports on the docs to print; all of them stand in REPORT.md.
    #[arg(long, value_name = "LEVEL", default_value = "errors")]
    pub show: Level,
}

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let baseline = arguments.gate.baseline(called)?;
    let mut generator = arguments.input.generator(called, terminal)?;
    if let Some(out) = &arguments.out {
        generator = generator.out(out);
    }
    let generator = generator.allow_removals(arguments.allow_removals);
    let plan = generator.plan()?;
    let findings = plan.findings(baseline.as_ref());
    let is_denied = arguments.gate.fails(&findings, Deny::None, terminal)?;
    report(findings, arguments.show, called, terminal);
    for notice in plan.notices() {
        terminal.warning(notice);
    }
    let writes = !(arguments.check || arguments.dry_run);
    report_interruption(&plan, writes, called, terminal);
    if writes {
        plan.write()?;
    } else {
        terminal.print(&plan.diff(DIFF_LINES))?;
        if let Some(obstacle) = plan.obstacle() {
            terminal.error(&obstacle);
            return Ok(ExitCode::from(DIFFERS));
        }
        if let Some(objection) = plan.objection() {
            terminal.warning(&objection);
        }
    }
    if arguments.dry_run && generator.has_history() {
        tell_changes(&plan, &generator, terminal)?;
    }
    report_files(&plan, writes, terminal);
    for origin in plan.origins() {
        terminal.say(&format!("read {}", printable(&origin.to_string())));
    }
    terminal.say(&plan.summary());
    if arguments.check && plan.is_interrupted() {
        return Ok(ExitCode::from(DIFFERS));
    }
    if arguments.check && plan.changes().iter().any(|it| !matches!(it, Change::Foreign(_))) {
        let name = called.name();
        terminal.error(&format!("the generated crate is stale; run `{name} generate`"));
        return Ok(ExitCode::from(DIFFERS));
    }
    Ok(if is_denied { ExitCode::from(DIFFERS) } else { ExitCode::SUCCESS })
}

/// What changed in the API since the last commit.
fn tell_changes(plan: &Plan, generator: &Generator, terminal: &Terminal) -> Result<()> {
    match plan.review(generator, &Base::Commit("HEAD".to_owned())) {
        Ok(review) => terminal.print(&review::summary(&review)),
        Err(error) => {
            terminal.warning(&format!("what changed in the API cannot be told: {error:#}"));
            Ok(())
        }
    }
}

fn report_interruption(plan: &Plan, writes: bool, called: &Called, terminal: &Terminal) {
    if plan.is_interrupted() {
        let what = "interrupted run: an earlier run has not finished moving its files";
        if writes {
            terminal.warning(&format!("{what}; they are taken back first"));
        } else {
            terminal.error(&format!("{what}; `{} generate` takes them back", called.name()));
        }
    }
}

fn report_files(plan: &Plan, writes: bool, terminal: &Terminal) {
    let edited = plan.edited();
    let (updated, removed) = match writes {
        true => ("was overwritten", "was removed"),
        false => ("would be overwritten", "would be removed"),
    };
    for change in plan.changes() {
        let path = printable(change.path());
        let by_hand = |fate| format!("{path} was edited by hand since the last run; it {fate}");
        match change {
            Change::Foreign(_) => {
                terminal.warning(&format!("{path} is not a generated file; it was left alone"));
            }
            Change::Update(it) if edited.contains(it) => terminal.warning(&by_hand(updated)),
            Change::Remove(it) if edited.contains(it) => terminal.warning(&by_hand(removed)),
            _ => {}
        }
    }
}

fn report(findings: Findings<'_>, show: Level, called: &Called, terminal: &Terminal) {
    let least = if terminal.is_quiet() { Level::Errors } else { show };
    let remarks = findings.remarks();
    let shown = findings.at_least(least.least());
    terminal.report(&shown.human(false, terminal.colours_errors(), called.name()));
    for remark in remarks {
        terminal.warning(&printable(remark));
    }
}
