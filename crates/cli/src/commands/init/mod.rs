//! `init`: what a workspace needs to keep a generated client, and the first client.

mod again;
mod docs;
mod files;
mod members;
mod source;

use std::fs;
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use apimark::{Config, Generator, Plan};
use clap::Args;
use diag::printable;

use self::docs::{Docs, Repository};
use self::source::Source;
use crate::called::Called;
use crate::input::CONFIG;
use crate::terminal::Terminal;

/// What pins docs of repositories.
const LOCK: &str = "apimark.lock";

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The root of the workspace.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The folder of the docs, relative to the root. Asked for on a terminal [default: docs].
    #[arg(long, value_name = "DIR")]
    pub docs: Option<String>,
    #[command(flatten)]
    pub repository: Repository,
    /// The name of the client crate and of its folder. Asked for on a terminal [default: my-client].
    #[arg(long = "crate", value_name = "NAME")]
    pub crate_name: Option<String>,
    /// A checkout of apimark, relative to the root: the crates that are depended on are taken from there.
    #[arg(long, value_name = "DIR", conflicts_with = "git")]
    pub path: Option<String>,
    /// A repository of apimark: the crates that are depended on are taken from there. Without this and
    /// `--path`, they come from the registry, where they are not yet published.
    #[arg(long, value_name = "URL")]
    pub git: Option<String>,
    /// Write an xtask too, so that `cargo xtask` has all commands and nothing need be installed.
    #[arg(long)]
    pub xtask: bool,
    /// Write a workflow too that proposes the difference when the docs have changed.
    #[arg(long)]
    pub workflow: bool,
}

/// What the files are made from.
struct Choice {
    docs: Docs,
    crate_name: String,
    /// The folder of the client, relative to the root.
    dir: String,
    source: Source,
    xtask: bool,
    workflow: bool,
    /// Whether the commands are those of an xtask.
    calls_xtask: bool,
}

impl Choice {
    /// How the commands are called in this workspace.
    fn command(&self) -> &'static str {
        if self.calls_xtask { "cargo xtask" } else { "apimark" }
    }

    /// Fails where the workflow would never be run.
    fn check_workflow(&self, root: &Path) -> Result<()> {
        let whole = root.canonicalize().with_context(|| format!("cannot read {}", shown(root)))?;
        let top = whole.ancestors().find(|folder| folder.join(".git").exists());
        if let Some(top) = top.filter(|top| self.workflow && *top != whole) {
            bail!(
                "GitHub runs only workflows in .github at the top of a repository, and that is {}, not {}; nothing was \
                 written: leave out `--workflow`",
                shown(top),
                shown(root)
            );
        }
        Ok(())
    }

    /// What the workflow needs before it passes.
    fn workflow_warning(&self) -> Option<String> {
        let outside = self.source.outside().filter(|_| self.workflow)?;
        Some(format!(
            "the workflow takes apimark from {}, which leads out of the repository and is not there where GitHub runs it; \
             name a repository with `--git`, or a checkout below the root with `--path`",
            printable(outside)
        ))
    }
}

pub(crate) fn run(arguments: &Arguments, _: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let root = &arguments.root;
    if root.join(CONFIG).exists() {
        return again::run(arguments, terminal);
    }
    let docs = docs(arguments, terminal)?;
    let crate_name =
        answer(&arguments.crate_name, "What is the client called?", "my-client", terminal)?;
    let choice = Choice {
        docs,
        dir: crate_name.clone(),
        crate_name,
        source: Source::new(arguments.path.as_deref(), arguments.git.as_deref()),
        xtask: arguments.xtask,
        workflow: arguments.workflow,
        calls_xtask: arguments.xtask,
    };
    choice.docs.check(root)?;
    choice.source.check(root)?;
    choice.check_workflow(root)?;
    let files = files::of(&choice);
    let existing = files.iter().find(|(path, _)| root.join(path).exists() && !is_extended(path));
    if let Some((path, _)) = existing {
        bail!("{} is already there; nothing was written", shown(&root.join(path)));
    }
    let plan = planned(root, &files, terminal)?;
    let mut left = Vec::new();
    for (path, text) in &files {
        if *path != CONFIG && root.join(path).exists() {
            left.extend(extend(&root.join(path), path, text, &choice)?);
        } else {
            wrote(root, path, text, terminal)?;
        }
    }
    plan.write()?;
    terminal.say(&plan.summary());
    for what in left {
        terminal.say(&what);
    }
    for warning in choice.source.warning().into_iter().chain(choice.workflow_warning()) {
        terminal.warning(&warning);
    }
    terminal.say(&format!("`{} generate` writes the client anew", choice.command()));
    Ok(ExitCode::SUCCESS)
}

/// The first client. A configuration that does not lead to one does not stay.
fn planned(root: &Path, files: &[(&str, String)], terminal: &Terminal) -> Result<Plan> {
    let config = root.join(CONFIG);
    let text = files.iter().find(|(path, _)| *path == CONFIG).map(|(_, text)| text.as_str());
    write(&config, text.unwrap_or_default())?;
    let lock = root.join(LOCK);
    let had_lock = lock.exists();
    let plan = fetch(&config, terminal).and_then(|()| Generator::from_config(&config)?.plan());
    if plan.is_err() {
        // Why there is no client matters more than that the files could not be removed.
        fs::remove_file(&config).ok();
        if !had_lock {
            fs::remove_file(&lock).ok();
        }
    }
    plan
}

/// Docs of a repository are there once they are fetched.
fn fetch(config: &Path, terminal: &Terminal) -> Result<()> {
    let config = Config::read(config)?;
    if config.sources.is_empty() {
        return Ok(());
    }
    for synced in apimark::sync(&config, false, &|_| ())? {
        terminal.say(&synced.to_string());
    }
    Ok(())
}

/// The docs that are named, else the folder that is answered.
fn docs(arguments: &Arguments, terminal: &Terminal) -> Result<Docs> {
    if let Some(source) = arguments.repository.source() {
        return Ok(source);
    }
    let folder = answer(&arguments.docs, "Which folder holds the docs?", "docs", terminal)?;
    Ok(Docs::Folder(folder))
}

/// What was given, else what is answered on a terminal, else the default.
fn answer(
    given: &Option<String>,
    question: &str,
    default: &str,
    terminal: &Terminal,
) -> Result<String> {
    let input = std::io::stdin();
    if let Some(given) = given {
        return Ok(given.clone());
    }
    if !input.is_terminal() || terminal.is_quiet() {
        return Ok(default.to_owned());
    }
    terminal.report(&format!("{question} [{default}] "));
    let mut line = String::new();
    input.lock().read_line(&mut line).context("cannot read the answer")?;
    let line = line.trim();
    Ok(if line.is_empty() { default } else { line }.to_owned())
}

/// Whether a file that is there gets more lines, or its owner is told which.
fn is_extended(path: &str) -> bool {
    matches!(path, files::MANIFEST | files::CARGO_CONFIG)
}

/// Adds to a file of the owner what can be added behind its end; returns what he must add himself.
fn extend(path: &Path, name: &str, text: &str, choice: &Choice) -> Result<Option<String>> {
    let old = fs::read_to_string(path).with_context(|| format!("cannot read {}", shown(path)))?;
    if name == files::CARGO_CONFIG && !old.contains("[alias") && !old.contains("alias.") {
        write(path, &format!("{}\n\n{text}", old.trim_end()))?;
        return Ok(None);
    }
    if old.contains(text) {
        return Ok(None);
    }
    let what = files::to_add(name, text, &old, choice);
    Ok(what.map(|what| format!("{name} is yours; add {what}")))
}

fn wrote(root: &Path, path: &str, text: &str, terminal: &Terminal) -> Result<()> {
    write(&root.join(path), text)?;
    terminal.say(&format!("wrote {path}"));
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", shown(folder)))?;
    fs::write(path, text).with_context(|| format!("cannot write {}", shown(path)))
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
