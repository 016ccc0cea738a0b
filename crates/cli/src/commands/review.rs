//! `review`: what changed in the API, and what that means.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use apimark::{Base, Versioned};
use clap::{Args, ValueEnum};
use review::{Behaviour, Review, Source, Wire, print};

use crate::DIFFERS;
use crate::called::Called;
use crate::input::Input;
use crate::terminal::Terminal;

/// The text of a pull request may have 65,536 characters.
const MOST_BYTES: usize = 60_000;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub input: Input,
    /// The commit whose docs and configuration are the base: a branch, a tag, an id [default: HEAD]. It is read from
    /// the repository's objects; the work tree is not touched.
    #[arg(long, value_name = "REV", conflicts_with_all = ["base_docs", "between"])]
    pub base: Option<String>,
    /// A folder whose docs are the base; may be given several times.
    #[arg(long, value_name = "DIR", conflicts_with = "between")]
    pub base_docs: Vec<PathBuf>,
    /// Compare two versions of the docs with each other: v1.0 beta.
    #[arg(long, num_args = 2, value_names = ["VERSION", "VERSION"])]
    pub between: Vec<String>,
    /// The form of the review.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    /// Exit with 1 if there are such changes; several with commas between.
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub deny: Vec<Denied>,
    /// Print at most so many changes, the most severe ones; for text.
    #[arg(long, value_name = "N")]
    pub most: Option<usize>,
    /// Write the version that follows into the configuration, from that of the base; not twice, and never a lower one.
    #[arg(long, conflicts_with_all = ["base_docs", "between"])]
    pub set_version: bool,
    /// Print where only words differ too; for text.
    #[arg(long)]
    pub wording: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// For a terminal.
    Text,
    /// For the text of a pull request, the most severe changes first, within the size that one may have.
    Markdown,
    /// One page for a browser, with filters, keys and links to changes; it fetches nothing.
    Html,
    /// With a schema version.
    Json,
    /// A section for those who use the crate.
    Changelog,
}

/// What `--deny` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Denied {
    /// Source breaks, by the letter of semver.
    Breaking,
    /// Source breaks that uses what changed; not what only breaks where all fields or variants are written out, types
    /// of constants named, or features selected.
    BreakingInUse,
    /// What was built before may no longer work with the service.
    Wire,
    /// The service asks for more or promises less.
    Stricter,
}

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let generator = arguments.input.generator(called, terminal)?;
    let review = match arguments.between.as_slice() {
        [from, to] => generator.review_versions(from, to)?,
        _ => generator.review(&base(arguments))?,
    };
    let text = match arguments.format {
        Format::Text => print::text(&review, arguments.most, arguments.wording),
        Format::Markdown => print::markdown(&review, MOST_BYTES),
        Format::Html => print::html(&review),
        Format::Json => print::json(&review),
        Format::Changelog => print::changelog(&review),
    };
    terminal.print(&text)?;
    if arguments.set_version {
        let said = match generator.config().step_version(&review)? {
            Versioned::Kept(version) => format!("the version stays {version}"),
            Versioned::Stepped { from, to } => format!("the version was {from} and is {to}"),
        };
        terminal.say(&said);
    }
    let denied = review
        .changes
        .iter()
        .filter(|it| arguments.deny.iter().any(|denied| denied.is_met(it.verdict)));
    match denied.count() {
        0 => Ok(ExitCode::SUCCESS),
        number => {
            let denied = if number == 1 { "1 change is" } else { &format!("{number} changes are") };
            terminal.error(&format!("{denied} denied"));
            Ok(ExitCode::from(DIFFERS))
        }
    }
}

fn base(arguments: &Arguments) -> Base {
    if arguments.base_docs.is_empty() {
        return Base::Commit(arguments.base.clone().unwrap_or_else(|| "HEAD".to_owned()));
    }
    Base::Docs(arguments.base_docs.clone())
}

impl Denied {
    fn is_met(self, verdict: review::Verdict) -> bool {
        match self {
            Self::Breaking => verdict.source >= Source::BreakingForSome,
            Self::BreakingInUse => verdict.source == Source::Breaking,
            Self::Wire => verdict.wire == Wire::Breaking,
            Self::Stricter => verdict.behaviour == Behaviour::Stricter,
        }
    }
}

/// The beginning of a review, as other commands print it.
pub(crate) fn summary(review: &Review) -> String {
    const MOST: usize = 20;
    print::text(review, Some(MOST), false)
}
