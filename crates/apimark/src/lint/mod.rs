//! What is odd in the docs, for people and for machines: what a baseline knows, what is denied, and
//! the forms in which the rest is printed.

mod baseline;
mod deny;
mod github;
mod human;
mod json;
mod place;
mod sarif;
mod subject;
#[cfg(test)]
mod tests;

use anyhow::Result;
use diag::{Diagnostic, Severity, Sources};

pub use baseline::Baseline;
pub use deny::Deny;

use crate::generator::{Generator, recognised};
use crate::pipeline::Reading;
use crate::shown::counted;

impl Generator {
    /// Reads the docs to say what is odd in them, and generates nothing.
    ///
    /// # Errors
    /// As for [`Generator::plan`], except that nothing need be selected, and no API be recognised.
    pub fn lint(&self) -> Result<Lint> {
        let (reading, roots) = self.read_for_reports()?;
        Ok(Lint { reading, roots })
    }
}

/// Docs that were read to find what is odd in them; nothing is generated.
pub struct Lint {
    reading: Reading,
    /// Where the docs are.
    roots: String,
}

impl Lint {
    /// What is odd, without what the baseline knows.
    pub fn findings(&self, baseline: Option<&Baseline>) -> Findings<'_> {
        Findings::new(&self.reading, baseline)
    }

    /// Whether there is an API in the docs. Without one they are not the docs of one, or in a dialect that is not known.
    ///
    /// # Errors
    /// There is none.
    pub fn recognised(&self) -> Result<()> {
        recognised(&self.reading, &self.roots)
    }
}

/// What is odd in the docs and neither allowed nor known to a baseline.
pub struct Findings<'a> {
    reading: &'a Reading,
    /// The new ones, most severe first, then by code and place.
    reports: Vec<&'a Diagnostic>,
    known: usize,
    gone: usize,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(reading: &'a Reading, baseline: Option<&Baseline>) -> Self {
        let all = &reading.diagnostics;
        let (mut reports, gone) = match baseline {
            None => (all.iter().collect(), 0),
            Some(baseline) => baseline.new_ones(all, &reading.sources),
        };
        let known = all.len() - reports.len();
        reports.sort_by_key(|it: &&Diagnostic| (std::cmp::Reverse(it.severity), it.code, it.span));
        Self { reading, reports, known, gone }
    }

    /// Leaves out what matters less.
    #[must_use]
    pub fn at_least(mut self, least: Severity) -> Self {
        self.reports.retain(|it| it.severity >= least);
        self
    }

    /// The reports, most severe first, then by code and place.
    pub fn reports(&self) -> &[&'a Diagnostic] {
        &self.reports
    }

    /// How many are denied.
    pub fn denied(&self, by: &[Deny]) -> usize {
        self.reports.iter().filter(|it| by.iter().any(|deny| deny.matches(it))).count()
    }

    /// A baseline that knows all that is odd now.
    pub fn baseline(&self) -> Baseline {
        Baseline::of(&self.reading.diagnostics, self.sources())
    }

    /// Carets below the Markdown, as a terminal shows them. Of each kind some are shown and the others counted,
    /// unless `all` is set. `program` is what the command line is called.
    pub fn human(&self, all: bool, colour: bool, program: &str) -> String {
        human::render(self, all, colour, program)
    }

    /// JSON with a `schemaVersion`; `crates/apimark/src/lint/json.rs` lists its members.
    pub fn json(&self) -> String {
        json::render(self)
    }

    /// SARIF 2.1.0.
    pub fn sarif(&self) -> String {
        sarif::render(self)
    }

    /// Commands that GitHub Actions shows at the lines of a pull request.
    pub fn github(&self) -> String {
        github::render(self)
    }

    /// One line: how many there are of each severity, and how many are allowed or known.
    pub fn summary(&self) -> String {
        let count = |severity| self.reports.iter().filter(|it| it.severity == severity).count();
        let mut text = format!(
            "{}; {}, {}, {}",
            counted(self.reading.facts().count(), "page"),
            counted(count(Severity::Error), "error"),
            counted(count(Severity::Warning), "warning"),
            counted(count(Severity::Note), "note")
        );
        let others = [
            (self.reading.allowed, "allowed"),
            (self.known, "known to the baseline"),
            (self.gone, "of the baseline gone"),
        ];
        for (count, what) in others.into_iter().filter(|(count, _)| *count > 0) {
            text += &format!("; {count} {what}");
        }
        text
    }

    /// Remarks that have no place in the docs.
    pub fn remarks(&self) -> &'a [String] {
        &self.reading.remarks
    }

    fn sources(&self) -> &'a Sources {
        &self.reading.sources
    }

    /// The path of the file that a report stands in, as seen from the working folder.
    fn file(&self, report: &Diagnostic) -> String {
        place::file(&self.reading.roots, self.sources().path(report.span))
    }
}
