//! `export`: what the docs say, in a format for other tools.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use diag::printable;

use crate::called::Called;
use crate::input::Input;
use crate::terminal::Terminal;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
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

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let generator = arguments.input.generator(called, terminal)?;
    let exported = generator.export(arguments.format.into(), arguments.api_version.as_deref())?;
    if !terminal.is_quiet() {
        terminal.report(&exported.render_left_out(terminal.colours_errors()));
    }
    if arguments.output == Path::new("-") {
        terminal.print(&exported.text)?;
    } else {
        std::fs::write(&arguments.output, exported.text).with_context(|| {
            format!("cannot write {}", printable(&arguments.output.to_string_lossy()))
        })?;
    }
    Ok(ExitCode::SUCCESS)
}
