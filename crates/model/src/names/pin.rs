//! Rust names that somebody has pinned.
//!
//! A pin changes the one name and no other: items that were told apart by number stay so.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use facts::{Correction, Effect};

/// The pins of a run, and what became of each. What several types inherit is named in each of them; a pin that fits
/// in one of them fits.
#[derive(Debug, Default)]
pub(crate) struct Pins {
    fitting: BTreeSet<Span>,
    faults: BTreeMap<Span, Diagnostic>,
}

impl Pins {
    /// Gives the item at `index` of `names`, which share one scope, the name that `pin` says. `spell` is how Rust
    /// names of its kind are spelled.
    pub(crate) fn give(
        &mut self,
        pin: &Correction,
        names: &mut [String],
        index: usize,
        spell: fn(&str) -> String,
    ) {
        let is_taken = names.contains(&pin.now);
        match fault(pin, &names[index], is_taken, spell) {
            Some(fault) => {
                self.faults.entry(pin.at).or_insert(fault);
            }
            None => {
                names[index].clone_from(&pin.now);
                self.fitting.insert(pin.at);
            }
        }
    }

    /// The places of all pins of something that there is.
    pub(crate) fn tried(&self) -> BTreeSet<Span> {
        self.fitting.iter().chain(self.faults.keys()).copied().collect()
    }

    /// The reports of those that fit nowhere.
    pub(crate) fn misfits(self) -> impl Iterator<Item = Diagnostic> {
        let Self { fitting, faults } = self;
        faults.into_iter().filter(move |(at, _)| !fitting.contains(at)).map(|(_, fault)| fault)
    }
}

/// Whether a correction pins a name.
pub(crate) fn is_pin(correction: &&Correction) -> bool {
    matches!(correction.effect, Effect::RustName { .. })
}

/// Why an item that is called `name` cannot be called as `pin` says.
pub(crate) fn fault(
    pin: &Correction,
    name: &str,
    is_taken: bool,
    spell: fn(&str) -> String,
) -> Option<Diagnostic> {
    let shown = diag::printable(&pin.now);
    let spelled = spell(&pin.now);
    if spelled != pin.now {
        let message = format!("`{shown}` is no Rust name for this");
        let report = Diagnostic::new(codes::STALE_OVERRIDE, pin.at, message);
        return Some(report.help(format!("did you mean `{spelled}`?")));
    }
    if name == pin.now {
        let message = format!("this is called `{shown}` without the correction");
        let report = Diagnostic::new(codes::USELESS_OVERRIDE, pin.at, message);
        return Some(report.help("it changes nothing: remove the correction"));
    }
    if name != pin.said {
        let said = diag::printable(&pin.said);
        let message = format!("this is called `{name}` in Rust, not `{said}`");
        let report = Diagnostic::new(codes::STALE_OVERRIDE, pin.expected_at, message);
        return Some(report.help("correct `expect`, or remove the correction"));
    }
    is_taken.then(|| {
        let message = format!("something else beside it is called `{shown}`");
        let report = Diagnostic::new(codes::STALE_OVERRIDE, pin.at, message);
        report.help("give it another name, or pin a name for the other thing")
    })
}
