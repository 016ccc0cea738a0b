//! A review as one page for a browser, which needs nothing else and may fetch nothing.
//!
//! Everything that is told stands in the markup, so that the page can be read, printed and searched without its script;
//! `page.js` adds filters and keys. Text of the docs reaches the page through [`Markup`] alone, which escapes it, and no
//! text of the docs is in `page.js` or `page.css`. If a text got through all the same, nothing would come of it: the
//! page forbids whatever is not its own script and style, by their hashes.

mod change;
mod diff;
mod facets;
mod head;
mod markup;
mod policy;
mod tone;

use self::markup::{Attributes, Markup};
use self::tone::Tone;
use super::{clip, words};
use crate::change::Change;
use crate::review::{Review, Section};

/// What the page looks like, on screens and on paper.
const STYLE: &str = include_str!("page.css");

/// Filters, keys and links to changes.
const SCRIPT: &str = include_str!("page.js");

/// What stands on every page.
const SEARCH: &str = include_str!("search.html");
const TOOLS: &str = include_str!("tools.html");
const LEGEND: &str = include_str!("legend.html");
const KEYS: &str = include_str!("keys.html");

/// What the skip link leads to.
const MAIN: &Attributes<'_> = &[("id", "changes"), ("tabindex", "-1")];

/// More changes than these are folded, so that their names can be looked through.
const MOST_OPEN: usize = 100;

/// What may stand in a title or a name.
const NAME: usize = 400;

/// What may stand in a remark.
const REMARK: usize = 1_000;

/// The review as a page.
#[must_use]
pub fn html(review: &Review) -> String {
    let mut out = Markup::new();
    let title = words::title(&review.base, &review.new);
    out.fixed("<!DOCTYPE html>\n");
    out.element("html", &[("lang", "en")], |out| {
        out.element("head", &[], |out| head::metadata(out, &clip::clip(&title, 0, NAME)));
        out.line();
        out.element("body", &[], |out| body(out, review, &title));
    });
    out.line();
    out.finish()
}

fn body(out: &mut Markup, review: &Review, title: &str) {
    out.leaf("a", &[("class", "skip"), ("href", "#changes")], "Skip to the changes");
    out.line();
    head::summary(out, review, title);
    if review.changes.is_empty() {
        out.element("main", MAIN, |out| out.leaf("p", &[], words::NO_CHANGES));
        out.line();
    } else {
        let class = if review.changes.len() > MOST_OPEN { "columns many" } else { "columns" };
        out.element("div", &[("class", class)], |out| {
            filters(out, review);
            out.element("main", MAIN, |out| {
                out.fixed(TOOLS);
                sections(out, review);
            });
        });
        out.fixed(KEYS);
    }
    out.element("script", &[], |out| out.fixed(SCRIPT));
    out.line();
}

fn filters(out: &mut Markup, review: &Review) {
    let attributes = [("id", "filters"), ("aria-label", "Filters"), ("hidden", "")];
    out.element("form", &attributes, |out| {
        out.fixed(SEARCH);
        let facets = facets::shown(review);
        if facets.is_empty() {
            return;
        }
        out.element("details", &[("open", "")], |out| {
            out.leaf("summary", &[], "Filters");
            facets.into_iter().for_each(|it| facets::boxes(out, it));
        });
    });
    out.line();
}

fn sections(out: &mut Markup, review: &Review) {
    for section in Section::ALL {
        let changes: Vec<&Change> = review.of(section).collect();
        if !changes.is_empty() {
            out.element("section", &[("id", id(section))], |out| {
                heading(out, section, changes.len());
                inside(out, review, section, &changes);
            });
            out.line();
        }
    }
}

/// What a section is linked to by. The ids of changes end in a hash.
fn id(section: Section) -> &'static str {
    match section {
        Section::Breaking => "breaking",
        Section::Service => "service",
        Section::BreakingForSome => "breaking-for-some",
        Section::Compatible => "compatible",
        Section::Wording => "wording",
    }
}

fn heading(out: &mut Markup, section: Section, number: usize) {
    out.element("h2", &[], |out| {
        out.text(words::section(section));
        out.text(" ");
        out.leaf("span", &[("class", "number")], &format!("({number})"));
    });
}

/// The changes of a section. Those of words alone are in a fold of their own.
fn inside(out: &mut Markup, review: &Review, section: Section, changes: &[&Change]) {
    let is_wording = section == Section::Wording;
    let wording = review.of(Section::Wording).count();
    let number = if is_wording { wording } else { review.changes.len() - wording };
    let all = |out: &mut Markup| {
        out.line();
        for change in changes {
            change::one(out, change, review, number <= MOST_OPEN);
        }
    };
    if is_wording {
        out.element("details", &[("class", "fold")], |out| {
            out.leaf("summary", &[], words::WORDING);
            all(out);
        });
    } else {
        all(out);
    }
}
