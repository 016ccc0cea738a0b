//! The words that all forms share.

use crate::change::{Aspect, Cause, Change, Difference, Origin, RustChange, What};
use crate::place::Lines;
use crate::review::{Review, Section};
use crate::verdict::{Behaviour, Condition, Source, Step, Verdict, Wire};

/// `3 changes`, `1 change`
pub(super) fn count(number: usize, one: &str, more: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {more}") }
}

/// What is compared.
pub(super) fn title(base: &str, new: &str) -> String {
    format!("API changes from {base} to {new}")
}

pub(super) const NO_CHANGES: &str = "No changes.";

pub(super) fn source(source: Source) -> &'static str {
    match source {
        Source::Patch => "compatible",
        Source::Minor => "minor",
        Source::BreakingForSome => "breaking for some source",
        Source::Breaking => "breaking",
    }
}

pub(super) fn wire(wire: Wire) -> &'static str {
    match wire {
        Wire::Same => "same",
        Wire::Compatible => "compatible",
        Wire::Breaking => "breaking",
    }
}

pub(super) fn behaviour(behaviour: Behaviour) -> &'static str {
    match behaviour {
        Behaviour::Same => "same",
        Behaviour::Looser => "looser",
        Behaviour::Different => "different",
        Behaviour::Stricter => "stricter",
    }
}

/// What source must do to break.
pub(super) fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::AllFields => "where all fields are written out, without `..`",
        Condition::AllVariants => "where all variants are matched, without `_`",
        Condition::NamedType => "where the type of the constant is spelled out",
        Condition::SelectedFeatures => "where features are selected",
    }
}

/// For whom an item breaks, or what no compiler says of it.
pub(super) fn why(change: &RustChange) -> Option<&'static str> {
    change.condition.map(condition).or(change.note)
}

pub(super) fn step(step: Step) -> &'static str {
    match step {
        Step::None => "none",
        Step::Patch => "patch",
        Step::Minor => "minor",
        Step::Major => "major",
    }
}

/// What the sections are called.
pub(super) fn section(section: Section) -> &'static str {
    match section {
        Section::Breaking => "Source that uses these breaks",
        Section::Service => "The service takes, promises or asks for something else",
        Section::BreakingForSome => "Only unusual source breaks",
        Section::Compatible => "Compatible",
        Section::Wording => "Wording",
    }
}

/// What the three axes are called.
pub(super) const AXES: [&str; 3] = ["Rust source", "wire", "behaviour"];

/// Each axis in its words.
pub(super) fn axes(verdict: Verdict) -> [&'static str; 3] {
    [source(verdict.source), wire(verdict.wire), behaviour(verdict.behaviour)]
}

/// What is said of the axes that are not as before.
pub(super) fn told(verdict: Verdict) -> [Option<String>; 3] {
    let [source, wire, behaviour] = axes(verdict);
    [
        (verdict.source != Source::Patch).then(|| format!("source {source}")),
        (verdict.wire == Wire::Breaking).then(|| format!("wire {wire}")),
        (verdict.behaviour != Behaviour::Same).then(|| format!("behaviour {behaviour}")),
    ]
}

/// The same on one line.
pub(super) fn verdict(verdict: Verdict) -> String {
    let axes: Vec<String> = told(verdict).into_iter().flatten().collect();
    if axes.is_empty() { COMPATIBLE.to_owned() } else { axes.join(", ") }
}

/// What is said where all axes are as before.
pub(super) const COMPATIBLE: &str = "compatible";

/// The three axes on one line.
pub(super) fn overall(review: &Review) -> String {
    let axes = AXES.iter().zip(axes(review.verdict()));
    axes.map(|(axis, word)| format!("{axis}: {word}")).collect::<Vec<_>>().join("; ")
}

/// The step of the version.
pub(super) fn steps(review: &Review) -> String {
    let (all, in_use) = (review.step(), review.step_in_use());
    let named = |it: Step| {
        let version = review.package_version.as_deref();
        let after = version.and_then(|version| Some((version, it.after(version)?)));
        match after {
            Some((version, after)) if after != version => {
                format!("{} ({version} → {after})", step(it))
            }
            _ => step(it).to_owned(),
        }
    };
    if all == in_use {
        return named(all);
    }
    let (strict, usual) = (named(all), named(in_use));
    format!(
        "{strict}; {usual} if all source writes `..` and `_`, takes the default features and names no type of a constant"
    )
}

/// How many changes there are of each section.
pub(super) fn counts(review: &Review) -> String {
    let of = |section| review.of(section).count();
    let parts = [
        (of(Section::Breaking), "breaking source"),
        (of(Section::Service), "of the service"),
        (of(Section::BreakingForSome), "breaking unusual source only"),
        (of(Section::Compatible), "compatible"),
    ];
    let told: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    let wording = of(Section::Wording);
    let all = review.changes.len() - wording;
    let mut text = count(all, "change", "changes");
    if !told.is_empty() {
        text += &format!(": {}", told.join(", "));
    }
    if wording > 0 {
        text += &format!("; beside them {} of words alone", count(wording, "change", "changes"));
    }
    text
}

/// `v1.0`, where there are several versions.
pub(super) fn version<'a>(change: &'a Change, review: &Review) -> Option<&'a str> {
    let is_other = |it: &Change| !it.version.is_empty() && it.version != change.version;
    let version = Some(change.version.as_str()).filter(|it| !it.is_empty());
    version.filter(|_| review.changes.iter().any(is_other))
}

/// `type: Edm.String → Edm.Int32`
pub(super) fn difference(difference: &Difference) -> Option<String> {
    let Difference { aspect, of, before, after, .. } = difference;
    let name = match of {
        Some(of) => format!("{} ({of})", aspect.words()),
        None => aspect.words().to_owned(),
    };
    let listed = is_listed(*aspect);
    Some(match (before, after) {
        _ if *aspect == Aspect::Wording => return None,
        (None, None) if *aspect == Aspect::Presence => return None,
        _ if *aspect == Aspect::Examples => "the worked examples differ".to_owned(),
        (Some(ty), None) | (None, Some(ty)) if *aspect == Aspect::Presence => {
            format!("type: {ty}")
        }
        (Some(before), Some(after)) => format!("{name}: {before} → {after}"),
        (Some(before), None) if listed => format!("{name} removed: {before}"),
        (None, Some(after)) if listed => format!("{name} added: {after}"),
        (Some(before), None) => format!("{name}: {before} → not stated"),
        (None, Some(after)) => format!("{name}: not stated → {after}"),
        (None, None) => name,
    })
}

/// Of what things have several, each of which comes and goes.
fn is_listed(aspect: Aspect) -> bool {
    matches!(
        aspect,
        Aspect::Path
            | Aspect::Header
            | Aspect::QueryParameter
            | Aspect::DerivedTypes
            | Aspect::RequestBody
    )
}

/// Where the docs state a thing: one place, or both where it has gone from one page to another.
pub(super) fn places(
    before: Option<&Lines>,
    after: Option<&Lines>,
    place: impl Fn(&Lines) -> String,
) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) if before.page != after.page => {
            Some(format!("{} → {}", place(before), place(after)))
        }
        (before, after) => after.or(before).map(place),
    }
}

/// What is left out of a list.
pub(super) fn more_items(number: usize) -> String {
    format!("and {}", count(number, "more item", "more items"))
}

/// Above the changes of words alone, which nobody need look at.
pub(super) const WORDING: &str = "Where only words differ";

/// Why there is a change that has no difference of its own.
pub(super) struct Follows<'a> {
    /// What stands before the name of the other change, or alone.
    pub before: String,
    /// The other change, if it is known.
    pub from: Option<&'a Origin>,
    /// What stands behind its name.
    pub after: String,
}

/// What is said where a change has no difference of its own.
pub(super) fn follows(change: &Change) -> Option<Follows<'_>> {
    if !change.differences.is_empty() || is_of_crate(change.what) {
        return None;
    }
    let Some(origin) = &change.follows_from else {
        let before = "differs in Rust alone".to_owned();
        return Some(Follows { before, from: None, after: String::new() });
    };
    let probably = if origin.is_near { "" } else { "probably " };
    let more = (origin.more > 0).then(|| count(origin.more, "more change", "more changes"));
    Some(Follows {
        before: format!("{probably}follows from {} ", origin.what.words()),
        from: Some(origin),
        after: more.map(|it| format!(" and {it}")).unwrap_or_default(),
    })
}

impl Follows<'_> {
    /// All of it, with the name as this form has it.
    pub(super) fn line(&self, name: impl Fn(&str) -> String) -> String {
        let from = self.from.map(|it| name(&it.name)).unwrap_or_default();
        format!("{}{from}{}", self.before, self.after)
    }
}

/// Whether it is of the crate, and in no docs.
fn is_of_crate(what: What) -> bool {
    matches!(what, What::Package | What::Feature)
}

/// Why a change is there, where that is not the docs.
pub(super) fn cause(change: &Change) -> Option<&'static str> {
    let is_told = change.cause == Cause::Reading && change.what != What::Package;
    is_told.then_some("because of how the docs are read")
}
