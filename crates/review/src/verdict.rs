//! What a change means: for Rust source, on the wire, and in behaviour.

use semver::Version;
use serde::{Deserialize, Serialize};

/// What a change means for programs that use the generated crate. Each axis is the worst of its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// For their source, when they are compiled against the new crate.
    pub source: Source,
    /// For what they exchange with the service, as they are.
    pub wire: Wire,
    /// For what the service does and asks for.
    pub behaviour: Behaviour,
}

/// For source, by semver as Cargo defines it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// All source compiles and means the same.
    #[default]
    Patch,
    /// Something new is there, or something is deprecated.
    Minor,
    /// Source that does something unusual no longer compiles: see [`Condition`]. Semver calls that major.
    BreakingForSome,
    /// Source that uses what changed no longer compiles, or means something else.
    Breaking,
}

/// What source does that breaks where other source does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// It writes out all fields of a struct, without `..`.
    AllFields,
    /// It matches all variants of an enum, without `_`.
    AllVariants,
    /// It spells out the type of a property's constant.
    NamedType,
    /// It selects features instead of taking the default ones.
    SelectedFeatures,
}

/// For what is sent and received, by a program that was built before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wire {
    /// It stays as it is.
    #[default]
    Same,
    /// The program need not know what is new.
    Compatible,
    /// What the program sends may be refused, or what it receives is not what it expects.
    Breaking,
}

/// For what the service does and asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Behaviour {
    /// It stays as it is.
    #[default]
    Same,
    /// More is allowed, or less asked for.
    Looser,
    /// Something else happens.
    Different,
    /// More is asked for, or less promised.
    Stricter,
}

/// The step that the version of the crate should take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// None: nothing that is published changes. Nobody asks for that.
    #[default]
    #[serde(skip_deserializing)]
    None,
    /// Of the last number.
    Patch,
    /// Of the middle number.
    Minor,
    /// Of the first number.
    Major,
}

/// How far the version steps where that is a matter of taste: `[output.package.steps]`. What breaks source that uses it
/// is a major step, and what is new a minor one, whatever is said here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Steps {
    /// For what only breaks source that does something unusual: see [`Condition`]. Semver calls that major. A minor step
    /// is the least, since something is new there in any case; a configuration cannot say less.
    pub breaking_for_some: Step,
    /// For what compiles as before, while something breaks on the wire or is stricter. Minor by default, so that whoever
    /// must act is told.
    pub service: Step,
}

impl Default for Steps {
    fn default() -> Self {
        Self { breaking_for_some: Step::Major, service: Step::Minor }
    }
}

impl Verdict {
    /// The worse of both, axis by axis.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            source: self.source.max(other.source),
            wire: self.wire.max(other.wire),
            behaviour: self.behaviour.max(other.behaviour),
        }
    }

    /// Whether something breaks on the wire, or more is asked for or less promised, so that programs may fail that still
    /// compile.
    #[must_use]
    pub fn is_of_service(self) -> bool {
        self.wire == Wire::Breaking || self.behaviour == Behaviour::Stricter
    }

    /// The step for a change with this verdict.
    #[must_use]
    pub fn step(self, steps: Steps) -> Step {
        let source = match self.source {
            Source::Breaking => Step::Major,
            // Something is new there in any case.
            Source::BreakingForSome => steps.breaking_for_some.max(Step::Minor),
            Source::Minor => Step::Minor,
            Source::Patch => Step::Patch,
        };
        if self.is_of_service() { source.max(steps.service) } else { source }
    }
}

impl Step {
    /// The version after `version`; `None` where that is no version. Before 1.0.0, the middle number is what Cargo
    /// takes for the first, and the last one for the others. A preview such as `1.0.0-rc.1` stays: it promises nothing,
    /// and what follows it is decided by who publishes it.
    #[must_use]
    pub fn after(self, version: &str) -> Option<String> {
        let from = Version::parse(version).ok()?;
        if self == Self::None || !from.pre.is_empty() {
            return Some(version.to_owned());
        }
        let (major, minor, patch) = match (self, from.major, from.minor) {
            (Self::Major, 1.., _) => (from.major.saturating_add(1), 0, 0),
            (Self::Minor, 1.., _) | (Self::Major, 0, 1..) => {
                (from.major, from.minor.saturating_add(1), 0)
            }
            _ => (from.major, from.minor, from.patch.saturating_add(1)),
        };
        Some(Version::new(major, minor, patch).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn versions_step_as_cargo_takes_them() {
        let versions = ["1.2.3", "0.2.3", "0.0.3", "1.2.3+7", "1.0.0-rc.1", "next"];
        let steps = [Step::None, Step::Patch, Step::Minor, Step::Major];
        let row = |version: &str| {
            let after = steps.map(|step| step.after(version).unwrap_or("?".to_owned()));
            format!("{version}: {}\n", after.join(" "))
        };
        insta::assert_snapshot!(versions.map(row).concat(), @"
        1.2.3: 1.2.3 1.2.4 1.3.0 2.0.0
        0.2.3: 0.2.3 0.2.4 0.2.4 0.3.0
        0.0.3: 0.0.3 0.0.4 0.0.4 0.0.4
        1.2.3+7: 1.2.3+7 1.2.4 1.3.0 2.0.0
        1.0.0-rc.1: 1.0.0-rc.1 1.0.0-rc.1 1.0.0-rc.1 1.0.0-rc.1
        next: ? ? ? ?
        ");
    }
}
