//! `init` in a workspace that has a configuration: what is asked for and is not there is added.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use apimark::Config;

use super::docs::Docs;
use super::source::Source;
use super::{Arguments, Choice, extend, files, is_extended, shown, wrote};
use crate::input::CONFIG;
use crate::terminal::Terminal;

/// How an xtask's commands begin.
const XTASK: &str = "cargo xtask ";

pub(super) fn run(arguments: &Arguments, terminal: &Terminal) -> Result<ExitCode> {
    let root = &arguments.root;
    let path = root.join(CONFIG);
    if !(arguments.xtask || arguments.workflow) {
        let path = shown(&path);
        bail!("{path} is already there; `--xtask` and `--workflow` add these, nothing else is");
    }
    let Arguments { docs, repository, crate_name, .. } = arguments;
    if docs.is_some() || repository.docs_git.is_some() || crate_name.is_some() {
        let path = shown(&path);
        bail!("{path} is already there, and says where the docs are and what the client is called");
    }
    let config = Config::read(&path)?;
    let choice = choice(arguments, &config)?;
    choice.source.check(root)?;
    choice.check_workflow(root)?;
    let mut files = files::further(&choice);
    if choice.xtask {
        files.push((files::MANIFEST, files::manifest(&choice)));
    }
    let mut left = Vec::new();
    for (path, text) in &files {
        let place = root.join(path);
        if is_extended(path) && place.exists() {
            left.extend(extend(&place, path, text, &choice)?);
        } else if place.exists() {
            left.push(format!("{path} is already there and was left as it is"));
        } else {
            wrote(root, path, text, terminal)?;
        }
    }
    // Where it says nothing of the command, that is the alias's now.
    let command = Config::read(&path)?.output.command;
    if choice.xtask && command != config.output.command {
        left.push(format!("generated files name `{command}` now: write the client anew with it"));
    }
    if choice.xtask && !command.starts_with(XTASK) {
        left.push(format!(
            "{CONFIG} is yours; for generated files to name the xtask as their command, set in its `[output]`:\n\
             command = \"cargo xtask generate\"\n\
             and then write the client anew with `cargo xtask generate`"
        ));
    }
    for what in left {
        terminal.say(&what);
    }
    if let Some(warning) = choice.workflow_warning() {
        terminal.warning(&warning);
    }
    Ok(ExitCode::SUCCESS)
}

/// What the configuration says of the workspace.
fn choice(arguments: &Arguments, config: &Config) -> Result<Choice> {
    let output = &config.output;
    let dir = below(&arguments.root, &output.dir)?;
    let docs = match (config.sources.is_empty(), config.docs.first()) {
        // The workflow only says where docs of elsewhere could go.
        (true, Some(folder)) => {
            Docs::Folder(below(&arguments.root, folder).unwrap_or_else(|_| "docs".to_owned()))
        }
        // Its lines stand in the configuration.
        _ => Docs::Source(String::new()),
    };
    let source = match (&arguments.path, &arguments.git) {
        (None, None) => Source::of_runtime(&output.runtime, &dir).with_context(|| {
            format!(
                "{CONFIG} does not say where the crates of apimark are; give `--path` or `--git`"
            )
        })?,
        (path, git) => Source::new(path.as_deref(), git.as_deref()),
    };
    Ok(Choice {
        docs,
        crate_name: output.crate_name.clone(),
        dir,
        source,
        xtask: arguments.xtask,
        workflow: arguments.workflow,
        // An alias may be of another package.
        calls_xtask: arguments.xtask
            || (output.command.starts_with(XTASK) && arguments.root.join(files::XTASK).is_file()),
    })
}

/// A folder relative to the root, as a shell and a pattern of it can name it.
fn below(root: &Path, folder: &Path) -> Result<String> {
    let below = folder.strip_prefix(root).unwrap_or(folder);
    let text = below.to_string_lossy().replace('\\', "/");
    let text = text.trim_start_matches("./").trim_end_matches('/');
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    ensure!(
        !matches!(text, "" | "."),
        "{} cannot be named in a workflow: it must lie below {}, in a folder of its own",
        shown(folder),
        shown(root)
    );
    // A part that begins with `-` would be an option, and one that is not written is not in the paths of Git.
    let is_odd = |part: &str| matches!(part, "" | "." | "..") || part.starts_with('-');
    ensure!(
        text.chars().all(is_plain) && below.is_relative() && !text.split('/').any(is_odd),
        "{} cannot be named in a workflow: it must lie below {}, and have letters, digits, `.`, `_` and `-` in its name, \
         none of its parts empty or with `-` in front",
        shown(folder),
        shown(root)
    );
    let first = text.split('/').next().unwrap_or_default();
    ensure!(
        ![".git", ".github"].iter().any(|it| first.eq_ignore_ascii_case(it)),
        "{} cannot be proposed by a workflow: what lies there says what is run",
        shown(folder)
    );
    Ok(text.to_owned())
}
