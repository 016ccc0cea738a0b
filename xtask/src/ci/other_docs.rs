//! A crate from docs of an invented service in a layout of their own, which a dialect file alone describes.

use anyhow::{Context, Result};

use super::bench::Bench;
use super::workspace::{self, Workspace};
use crate::process;

/// Generates the crate, compiles and tests it. Needs nothing but this repository.
///
/// # Errors
/// One of these fails.
pub(super) fn check(bench: &Bench) -> Result<()> {
    // The folder and the crate that the configuration names.
    let there = Workspace::new(bench, "client", "harbour")?;
    workspace::copy(&bench.root.join("crates/apimark/tests/other_docs"), &there.path(""))?;
    let config = there.path("apimark.toml");
    let text = std::fs::read_to_string(&config).context("the docs have no configuration")?;
    there.write("apimark.toml", &(text + &workspace::runtime(bench)))?;
    process::run(bench.apimark("generate --config")?.arg(&config))?;
    process::run(&mut there.cargo("test --quiet --offline --no-fail-fast"))
}
