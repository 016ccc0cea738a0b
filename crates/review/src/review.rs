//! All changes with what they come to.

use serde::Serialize;

use crate::change::{Cause, Change, Kind};
use crate::ids;
use crate::verdict::{Behaviour, Source, Step, Steps, Verdict, Wire};

/// What a review tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// What the base is: `HEAD`, a folder, a version.
    pub base: String,
    /// What it is compared with.
    pub new: String,
    /// In what the two readings differ beside the docs.
    pub remarks: Vec<String>,
    /// The version of the generated package, where the configuration states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package_version: Option<String>,
    /// How far it steps.
    #[serde(skip)]
    pub steps: Steps,
    /// The changes, the most severe first.
    pub changes: Vec<Change>,
}

impl Review {
    /// A review of these changes, which it sorts and gives their ids.
    #[must_use]
    pub fn new(base: String, new: String, mut changes: Vec<Change>) -> Self {
        changes.sort_by(|a, b| severity(b).cmp(&severity(a)).then_with(|| order(a).cmp(&order(b))));
        ids::assign(&mut changes);
        Self { base, new, changes, ..Self::default() }
    }

    /// The worst of all changes, axis by axis.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.changes.iter().map(|it| it.verdict).fold(Verdict::default(), Verdict::and)
    }

    /// The step that the version of the crate should take.
    #[must_use]
    pub fn step(&self) -> Step {
        self.step_by(self.steps)
    }

    /// The step where all source takes fields, variants and features as they come.
    #[must_use]
    pub fn step_in_use(&self) -> Step {
        self.step_by(Steps { breaking_for_some: Step::Minor, ..self.steps })
    }

    fn step_by(&self, steps: Steps) -> Step {
        self.changes.iter().map(|it| it.verdict.step(steps)).max().unwrap_or_default()
    }

    /// The version that follows from the changes, and from the one of the base, if that is known: the same one where
    /// nothing changes, and where it is a preview such as `1.0.0-rc.1`. The JSON form has it as `nextVersion`.
    #[must_use]
    pub fn next_version(&self) -> Option<String> {
        self.step().after(self.package_version.as_deref()?)
    }

    /// The changes of a section, the most severe first.
    pub fn of(&self, section: Section) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |it| Section::of(it) == section)
    }
}

/// What a reader looks at together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Words alone.
    Wording,
    /// What nobody need act on.
    Compatible,
    /// Source that does something unusual breaks.
    BreakingForSome,
    /// The service takes, returns, asks for or promises something else.
    Service,
    /// Source that uses it breaks.
    Breaking,
}

impl Section {
    /// All of them, the most severe first.
    pub const ALL: [Self; 5] =
        [Self::Breaking, Self::Service, Self::BreakingForSome, Self::Compatible, Self::Wording];

    /// The section in which a change is told.
    #[must_use]
    pub fn of(change: &Change) -> Self {
        match change.verdict.source {
            Source::Breaking => Self::Breaking,
            _ if change.kind == Kind::Wording => Self::Wording,
            _ if change.verdict.is_of_service() => Self::Service,
            Source::BreakingForSome => Self::BreakingForSome,
            _ => Self::Compatible,
        }
    }
}

fn severity(change: &Change) -> (Section, Source, Wire, Behaviour) {
    let Verdict { source, wire, behaviour } = change.verdict;
    (Section::of(change), source, wire, behaviour)
}

fn order(change: &Change) -> (Cause, Kind, &str, &str) {
    (change.cause, change.kind, &change.version, &change.name)
}
