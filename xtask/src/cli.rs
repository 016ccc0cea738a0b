//! The command line.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Reads API reference docs written in Markdown and writes a typed Rust client crate.
///
/// Exit codes: 0 done, or up to date; 1 `--check` found differences or an interrupted run; 2 the command
/// failed, and the output folder is as it was. A run that was killed is taken back by the next one.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the client crate.
    Generate(GenerateArgs),
    /// Write what the docs say in a format for other tools.
    Export(ExportArgs),
}

#[derive(Args, Debug)]
pub(crate) struct Input {
    /// The configuration file [default: apimark.toml at the workspace root].
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// A folder of docs, in place of the configured ones; may be given several times.
    #[arg(long, value_name = "DIR")]
    pub docs: Vec<PathBuf>,
    /// How many threads to use [default: all cores]. The result is the same for any number.
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZero<usize>>,
}

#[derive(Args, Debug)]
pub(crate) struct GenerateArgs {
    #[command(flatten)]
    pub input: Input,
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

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Level {
    /// What could not be read.
    Errors,
    /// Also what was repaired or left out.
    Warnings,
    /// Also remarks.
    All,
}

#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// The format.
    pub format: Format,
    #[command(flatten)]
    pub input: Input,
    /// Which API version, by its folder's name: v1.0, beta [default: the only one].
    #[arg(long, value_name = "NAME")]
    pub api_version: Option<String>,
    /// The file to write; `-` for standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// CSDL 4.0 XML.
    Csdl,
    /// OpenAPI 3.1 JSON.
    Openapi,
    /// The model as JSON, each fact with its page, line and rule.
    Model,
}

impl From<Format> for apimark::Export {
    fn from(format: Format) -> Self {
        match format {
            Format::Csdl => Self::Csdl,
            Format::Openapi => Self::OpenApi,
            Format::Model => Self::Model,
        }
    }
}
