//! How much a verdict should catch the eye.

use crate::verdict::{Behaviour, Source, Verdict, Wire};

/// The look of one axis. What it means is always said in words, too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Something breaks.
    Severe,
    /// Something may break.
    Serious,
    /// Nobody need act.
    Mild,
}

impl Tone {
    /// Of each axis.
    pub(super) fn of(verdict: Verdict) -> [Self; 3] {
        let source = match verdict.source {
            Source::Breaking => Self::Severe,
            Source::BreakingForSome => Self::Serious,
            Source::Minor | Source::Patch => Self::Mild,
        };
        let wire = match verdict.wire {
            Wire::Breaking => Self::Severe,
            Wire::Compatible | Wire::Same => Self::Mild,
        };
        let behaviour = match verdict.behaviour {
            Behaviour::Stricter | Behaviour::Different => Self::Serious,
            Behaviour::Looser | Behaviour::Same => Self::Mild,
        };
        [source, wire, behaviour]
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Severe => "severe",
            Self::Serious => "serious",
            Self::Mild => "mild",
        }
    }
}
