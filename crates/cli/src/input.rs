//! The options that say what is read, and the generator that they make.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use apimark::Generator;
use clap::Args;
use diag::printable;

use crate::called::Called;
use crate::progress;
use crate::terminal::Terminal;

/// The name of the configuration file.
pub(crate) const CONFIG: &str = "apimark.toml";

/// What is read.
#[derive(Args, Debug)]
pub(crate) struct Input {
    /// The configuration file [default: apimark.toml in this folder or the nearest one above; for an
    /// xtask, in its workspace].
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// A folder of docs, in place of the configured ones; may be given several times.
    #[arg(long, value_name = "DIR")]
    pub docs: Vec<PathBuf>,
    /// How many threads to use [default: all cores]. The result is the same for any number.
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZero<usize>>,
}

impl Input {
    /// A generator for these options, which shows how far it is.
    pub(crate) fn generator(&self, called: &Called, terminal: &Terminal) -> Result<Generator> {
        let mut generator = Generator::from_config(config_file(self.config.as_deref(), called)?)?;
        if !self.docs.is_empty() {
            generator = generator.docs(&self.docs);
        }
        if let Some(threads) = self.threads {
            generator = generator.threads(threads);
        }
        if !terminal.is_quiet() {
            generator = generator.on_progress(progress::listener());
        }
        Ok(generator)
    }
}

/// The configuration file that is named, else the nearest one.
pub(crate) fn config_file(named: Option<&Path>, called: &Called) -> Result<PathBuf> {
    if let Some(path) = named {
        return Ok(path.to_owned());
    }
    nearest(&called.home()).with_context(|| {
        format!(
            "no {CONFIG} in {} or above it; name one with --config",
            printable(&called.home().to_string_lossy())
        )
    })
}

/// The configuration file in `folder` or the nearest folder above it.
fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|it| it.join(CONFIG)).find(|it| it.is_file())
}
