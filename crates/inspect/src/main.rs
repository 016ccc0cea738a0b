//! Inspects a generated crate on disk: `cargo run -p apimark-inspect -- FOLDER`.
//!
//! Exit codes: 0 nothing found, 1 something found, 2 the folder cannot be read.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what this program is for"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

/// How many violations are shown, so that a broken tree can still be read about.
const SHOWN: usize = 1_000;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool> {
    let folder = std::env::args_os().nth(1).context("which folder?")?;
    let files = read(Path::new(&folder))?;
    let found = apimark_inspect::inspect(&files);
    ensure!(found.comments > 0, "no doc comment in {}", Path::new(&folder).display());
    for violation in found.violations.iter().take(SHOWN) {
        // What is printed may hold what was found.
        println!("{}", violation.to_string().escape_debug());
    }
    println!(
        "{} files, {} doc comments, {} notices, {} literals, {} examples: {} violations",
        found.files,
        found.comments,
        found.notes,
        found.literals,
        found.examples,
        found.violations.len()
    );
    Ok(found.violations.is_empty())
}

fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder)?;
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let text = std::fs::read_to_string(entry.path())
                .with_context(|| format!("cannot read {}", entry.path().display()))?;
            files.insert(parts.join("/"), text);
        }
    }
    Ok(files)
}
