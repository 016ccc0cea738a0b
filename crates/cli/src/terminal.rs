//! What the command line prints, and how.
//!
//! A reader that goes away (`… | head`) ends no command: what it does not want is not printed, and the exit
//! code still says what was found. Any other failure to print is an error.

use std::io::{self, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result};
use clap::ValueEnum;

/// When to colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, and as NO_COLOR, FORCE_COLOR, CLICOLOR and CLICOLOR_FORCE say.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Standard output and standard error.
pub(crate) struct Terminal {
    quiet: bool,
}

/// FORCE_COLOR, which the library below does not read, unless NO_COLOR or CLICOLOR_FORCE decide.
pub(crate) fn heed_forced_colours() {
    let is_set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let Some(value) = is_set("FORCE_COLOR") else { return };
    let none = value == "0" || value == "false";
    if is_set("NO_COLOR").is_none() && is_set("CLICOLOR_FORCE").is_none() {
        (if none { ColorChoice::Never } else { ColorChoice::Always }).write_global();
    }
}

impl Terminal {
    /// `color` outweighs the environment; `quiet` leaves out all but errors and what was asked for.
    pub(crate) fn new(color: Color, quiet: bool) -> Self {
        match color {
            Color::Auto => {}
            Color::Always => ColorChoice::Always.write_global(),
            Color::Never => ColorChoice::Never.write_global(),
        }
        Self { quiet }
    }

    /// Whether standard error takes colours.
    pub(crate) fn colours_errors(&self) -> bool {
        AutoStream::choice(&io::stderr()) != ColorChoice::Never
    }

    /// Whether standard output takes colours.
    pub(crate) fn colours_output(&self) -> bool {
        AutoStream::choice(&io::stdout()) != ColorChoice::Never
    }

    /// Whether to leave out all but errors and what was asked for.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Prints what was asked for, on standard output.
    ///
    /// # Errors
    /// It cannot be written, for another reason than that nobody reads it.
    pub(crate) fn print(&self, text: &str) -> Result<()> {
        wanted(write(io::stdout(), text)).context("cannot write to standard output")
    }

    /// Prints text that is no message by itself, such as rendered reports, on standard error.
    pub(crate) fn report(&self, text: &str) {
        // There is nowhere left to say that this failed.
        write(anstream::stderr(), text).ok();
    }

    /// Prints an error.
    pub(crate) fn error(&self, message: &str) {
        self.report(&format!("{RED}error:{RESET} {message}\n"));
    }

    /// Prints a warning, unless it is to be quiet.
    pub(crate) fn warning(&self, message: &str) {
        if !self.quiet {
            self.report(&format!("{YELLOW}warning:{RESET} {message}\n"));
        }
    }

    /// Prints what was done, unless it is to be quiet.
    pub(crate) fn say(&self, message: &str) {
        if !self.quiet {
            self.report(&format!("{message}\n"));
        }
    }
}

// The colours that reports on the docs have. A stream that takes none leaves them out.
const RED: &str = "\u{1b}[1m\u{1b}[91m";
const YELLOW: &str = "\u{1b}[1m\u{1b}[33m";
const RESET: &str = "\u{1b}[0m";

fn write(mut stream: impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

/// That nobody reads is no failure.
fn wanted(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}
