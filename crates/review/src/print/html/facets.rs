//! By what changes can be filtered.

use std::collections::BTreeMap;

use super::{Markup, NAME};
use crate::change::{Cause, Change};
use crate::print::{clip, words};
use crate::review::Review;

/// A respect in which changes are told apart.
struct Facet {
    /// The name of its boxes.
    name: &'static str,
    /// Where a change says it of itself: `data-` and the name.
    attribute: &'static str,
    /// What people call it.
    title: &'static str,
    /// The value, with a number by which values are sorted.
    value: fn(&Change) -> Option<(usize, &str)>,
}

/// What is said where the docs state no area.
const NO_AREA: &str = "no area";

static FACETS: [Facet; 8] = [
    Facet {
        name: "kind",
        attribute: "data-kind",
        title: "Kind of change",
        value: |it| Some((it.kind as usize, it.kind.words())),
    },
    Facet {
        name: "source",
        attribute: "data-source",
        title: words::AXES[0],
        value: |it| Some((usize::MAX - it.verdict.source as usize, words::axes(it.verdict)[0])),
    },
    Facet {
        name: "wire",
        attribute: "data-wire",
        title: words::AXES[1],
        value: |it| Some((usize::MAX - it.verdict.wire as usize, words::axes(it.verdict)[1])),
    },
    Facet {
        name: "behaviour",
        attribute: "data-behaviour",
        title: words::AXES[2],
        value: |it| Some((usize::MAX - it.verdict.behaviour as usize, words::axes(it.verdict)[2])),
    },
    Facet {
        name: "what",
        attribute: "data-what",
        title: "What has changed",
        value: |it| Some((it.what as usize, it.what.words())),
    },
    Facet {
        name: "version",
        attribute: "data-version",
        title: "Version of the API",
        value: |it| Some((0, it.version.as_str())).filter(|(_, it)| !it.is_empty()),
    },
    Facet {
        name: "cause",
        attribute: "data-cause",
        title: "Because of",
        value: |it| Some((it.cause as usize, cause(it.cause))),
    },
    Facet {
        name: "area",
        attribute: "data-area",
        title: "Area of the docs",
        // What belongs to no area stands behind all that does.
        value: |it| Some(it.area.as_deref().map_or((1, NO_AREA), |area| (0, area))),
    },
];

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Docs => "the docs",
        Cause::Reading => "how the docs are read",
    }
}

/// What a change says of itself, for the boxes.
pub(super) fn attributes(change: &Change) -> Vec<(&'static str, String)> {
    FACETS.iter().filter_map(|it| Some((it.attribute, cut((it.value)(change)?.1)))).collect()
}

fn cut(value: &str) -> String {
    clip::clip(value, 0, NAME)
}

/// A facet in use: its values in their order, each with the number of its changes.
pub(super) struct Shown<'a> {
    facet: &'static Facet,
    values: BTreeMap<(usize, &'a str), usize>,
}

/// The facets in which not all changes are the same.
pub(super) fn shown(review: &Review) -> Vec<Shown<'_>> {
    let mut shown = Vec::new();
    for facet in &FACETS {
        let mut values = BTreeMap::new();
        for value in review.changes.iter().filter_map(facet.value) {
            *values.entry(value).or_default() += 1;
        }
        let is_same = values.values().any(|it| *it == review.changes.len());
        if !values.is_empty() && !is_same {
            shown.push(Shown { facet, values });
        }
    }
    shown
}

/// A box for each value.
pub(super) fn boxes(out: &mut Markup, shown: Shown<'_>) {
    let Shown { facet, values } = shown;
    out.line();
    out.element("fieldset", &[], |out| {
        out.leaf("legend", &[], facet.title);
        for ((_, value), number) in values {
            let value = cut(value);
            let attributes =
                [("type", "checkbox"), ("name", facet.name), ("value", value.as_str())];
            out.element("label", &[], |out| {
                out.void("input", &attributes);
                out.text(" ");
                out.leaf("span", &[("class", "value")], &value);
                out.text(" ");
                out.leaf("span", &[("class", "number")], &number.to_string());
            });
        }
    });
}
