//! What is exported, held against validators that others wrote.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::bench::Bench;
use crate::process;

/// Writes each kind of document, and hands all of them to the validators. What their names end in tells their kind.
///
/// # Errors
/// One cannot be written, or is not valid.
pub(super) fn check(bench: &Bench) -> Result<()> {
    let folder = bench.scratch("exports")?;
    let mut documents = Vec::new();
    for format in ["csdl", "openapi", "model"] {
        let document = folder.join(format!("v1.0.{format}"));
        let line = format!("export {format} --api-version v1.0 --quiet -o");
        process::run(bench.apimark(&line)?.arg(&document))?;
        documents.push(document);
    }
    for (format, end) in [("sarif", "sarif"), ("json", "lint")] {
        let document = folder.join(format!("docs.{end}"));
        let line = format!("lint --format {format} --deny none --quiet");
        printed_to(&document, bench.apimark(&line)?)?;
        documents.push(document);
    }
    validate(bench, &documents)
}

fn printed_to(document: &Path, mut command: Command) -> Result<()> {
    let file =
        File::create(document).with_context(|| format!("cannot write {}", document.display()))?;
    process::run(command.stdout(Stdio::from(file)))
}

fn validate(bench: &Bench, documents: &[PathBuf]) -> Result<()> {
    process::run(bench.script(".ci/exports").args(documents))
}
