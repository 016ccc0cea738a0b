//! `sync`: the docs of repositories, fetched and pinned.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use apimark::Config;
use clap::Args;
use diag::printable;

use crate::called::Called;
use crate::input::config_file;
use crate::terminal::Terminal;

/// Fetches what `[[source]]` in apimark.toml names, at the commits that apimark.lock names, and pins what it does not
/// name yet.
///
/// Only pages are fetched, and no history. They are kept in the folder that APIMARK_CACHE names, else in the user's
/// folder for caches. git 2.31 or later must be there, and gives the credentials; it asks nothing.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// The configuration file [default: apimark.toml in this folder or the nearest one above; for an
    /// xtask, in its workspace].
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Move every pin to what its branch or tag is now.
    #[arg(long)]
    pub update: bool,
}

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let path = config_file(arguments.config.as_deref(), called)?;
    let config = Config::read(&path)?;
    let next = |source: &apimark::Source| {
        terminal.say(&format!("fetching {} …", printable(&source.git)));
    };
    let synced = apimark::sync(&config, arguments.update, &next)?;
    for it in &synced {
        terminal.say(&it.to_string());
    }
    if synced.is_empty() {
        terminal.say("there is no [[source]] in the configuration: nothing to fetch");
    }
    Ok(ExitCode::SUCCESS)
}
