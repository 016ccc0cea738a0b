//! One change: its title, in what it differs, and its lines in the docs and in Rust.

use super::{Markup, NAME, Tone, diff, facets};
use crate::change::{Change, Difference, Kind};
use crate::place::Lines;
use crate::print::words::Follows;
use crate::print::{clip, words};
use crate::review::Review;
use crate::verdict::{Source, Verdict, Wire};

/// No more differences of one change are printed.
const MOST_DIFFERENCES: usize = 40;

/// What may stand in a difference.
const DIFFERENCE: usize = 1_000;

const LINK: &str = "Link to this change";

/// Writes a change, which is folded or not.
pub(super) fn one(out: &mut Markup, change: &Change, review: &Review, is_open: bool) {
    let mut attributes = vec![("class", "change"), ("id", change.id.as_str())];
    let facets = facets::attributes(change);
    attributes.extend(facets.iter().map(|(name, value)| (*name, value.as_str())));
    if is_open {
        attributes.push(("open", ""));
    }
    out.element("details", &attributes, |out| {
        out.element("summary", &[], |out| {
            title(out, change, review);
            verdict(out, change.verdict, change.kind);
            brief(out, change);
        });
        out.line();
        differences(out, change);
        out.element("div", &[("class", "sides")], |out| {
            docs(out, change);
            diff::rust(out, &change.rust);
        });
        out.element("p", &[("class", "link")], |out| {
            let name = format!("{LINK}: {} {}", change.what.words(), name(&change.name));
            let link = format!("#{}", change.id);
            out.leaf("a", &[("href", &link), ("aria-label", &name)], LINK);
        });
    });
    out.line();
}

fn name(name: &str) -> String {
    clip::clip(name, 0, NAME)
}

fn title(out: &mut Markup, change: &Change, review: &Review) {
    out.element("h3", &[], |out| {
        if let Some(version) = words::version(change, review) {
            out.leaf("span", &[("class", "version")], &name(version));
            out.text(" ");
        }
        if change.kind != Kind::Wording {
            out.leaf("b", &[("class", change.kind.words())], change.kind.words());
            out.text(" ");
        }
        out.text(change.what.words());
        out.text(" ");
        if let Some(former) = &change.former_name {
            out.leaf("code", &[], &name(former));
            out.text(" → ");
        }
        out.leaf("code", &[], &name(&change.name));
        if let Some(cause) = words::cause(change) {
            out.text(&format!(" ({cause})"));
        }
    });
}

fn verdict(out: &mut Markup, verdict: Verdict, kind: Kind) {
    if kind == Kind::Wording {
        return;
    }
    let axes = axes(verdict);
    out.text(" ");
    out.element("span", &[("class", "axes")], |out| {
        if axes.is_empty() {
            out.leaf("span", &[("class", Tone::Mild.class())], words::COMPATIBLE);
        }
        for (axis, tone) in axes {
            out.text(" ");
            out.leaf("span", &[("class", tone.class())], &axis);
        }
    });
}

/// What is said of the axes that are not as before, and how much it should catch the eye.
fn axes(verdict: Verdict) -> Vec<(String, Tone)> {
    let told = words::told(verdict).into_iter().zip(Tone::of(verdict));
    told.filter_map(|(axis, tone)| Some((axis?, tone))).collect()
}

/// Of a folded change, the difference that means most.
fn brief(out: &mut Markup, change: &Change) {
    const BRIEF: usize = 160;
    let told = told(change);
    let weight = |it: &Difference| (it.wire == Wire::Breaking, it.behaviour);
    // The first of those that mean the same.
    let Some((line, _)) = told.iter().rev().max_by_key(|(_, it)| weight(it)) else { return };
    out.text(" ");
    out.element("span", &[("class", "brief")], |out| {
        out.text(&clip::clip(line, 0, BRIEF));
        if told.len() > 1 {
            out.text(&format!(" (+{})", told.len() - 1));
        }
    });
}

fn told(change: &Change) -> Vec<(String, &Difference)> {
    change.differences.iter().filter_map(|it| Some((words::difference(it)?, it))).collect()
}

fn differences(out: &mut Markup, change: &Change) {
    let told = told(change);
    let follows = words::follows(change);
    if told.is_empty() && follows.is_none() {
        return;
    }
    let all = told.len();
    out.element("ul", &[("class", "differences")], |out| {
        for (line, difference) in told.into_iter().take(MOST_DIFFERENCES) {
            out.element("li", &[], |out| {
                out.leaf("code", &[], &clip::clip(&line, 0, DIFFERENCE));
                effect(out, difference);
            });
        }
        if all > MOST_DIFFERENCES {
            out.leaf("li", &[], &words::more_items(all - MOST_DIFFERENCES));
        }
        if let Some(follows) = follows {
            out.element("li", &[], |out| reason(out, &follows));
        }
    });
    out.line();
}

/// From which change it follows, with a link there.
fn reason(out: &mut Markup, follows: &Follows<'_>) {
    out.text(&follows.before);
    if let Some(origin) = follows.from {
        let code = |out: &mut Markup| out.leaf("code", &[], &name(&origin.name));
        match &origin.id {
            Some(id) => out.element("a", &[("href", &format!("#{id}"))], code),
            None => code(out),
        }
    }
    out.text(&follows.after);
}

/// What one difference means beside source.
fn effect(out: &mut Markup, difference: &Difference) {
    let Difference { wire, behaviour, .. } = *difference;
    for (axis, tone) in axes(Verdict { source: Source::Patch, wire, behaviour }) {
        out.text(" ");
        out.leaf("small", &[("class", tone.class())], &axis);
    }
}

fn docs(out: &mut Markup, change: &Change) {
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let place = |it: &Lines| {
        let heading = it.heading.as_ref().map(|it| format!(", “{it}”")).unwrap_or_default();
        name(&format!("{}:{}{heading}", it.page, it.line))
    };
    if let Some(places) = words::places(before, after, place) {
        out.element("div", &[("class", "side")], |out| {
            out.leaf("h4", &[], "Docs");
            out.leaf("p", &[("class", "place")], &places);
            diff::docs(out, before, after);
        });
        out.line();
    }
}
