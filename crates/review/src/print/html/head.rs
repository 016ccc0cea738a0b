//! What stands above the changes.

use super::{LEGEND, Markup, NAME, REMARK, SCRIPT, STYLE, Tone, policy};
use crate::print::{clip, words};
use crate::review::{Review, Section};

/// What the browser is told before it reads on.
pub(super) fn metadata(out: &mut Markup, title: &str) {
    let policy = policy::policy(SCRIPT, STYLE);
    for attributes in [
        &[("charset", "utf-8")][..],
        &[("http-equiv", "Content-Security-Policy"), ("content", policy.as_str())],
        &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
        &[("name", "referrer"), ("content", "no-referrer")],
        &[("name", "color-scheme"), ("content", "light dark")],
    ] {
        out.line();
        out.void("meta", attributes);
    }
    out.line();
    out.leaf("title", &[], title);
    out.line();
    out.element("style", &[], |out| out.fixed(STYLE));
}

/// What is compared, and what all changes come to.
pub(super) fn summary(out: &mut Markup, review: &Review, title: &str) {
    out.element("header", &[], |out| {
        out.leaf("h1", &[], &clip::clip(title, 0, NAME));
        for remark in &review.remarks {
            out.line();
            out.leaf("p", &[("class", "remark")], &clip::clip(remark, 0, REMARK));
        }
        out.line();
        if review.changes.is_empty() {
            return;
        }
        verdict(out, review);
        out.element("p", &[("class", "step")], |out| {
            out.text("Version step: ");
            out.leaf("strong", &[], &words::steps(review));
        });
        out.line();
        out.leaf("p", &[], &words::counts(review));
        out.line();
        contents(out, review);
        out.fixed(LEGEND);
    });
    out.line();
}

/// The worst of all changes on each axis.
fn verdict(out: &mut Markup, review: &Review) {
    let verdict = review.verdict();
    let axes = words::AXES.iter().zip(words::axes(verdict)).zip(Tone::of(verdict));
    out.element("dl", &[("class", "verdict")], |out| {
        for ((axis, word), tone) in axes {
            out.element("div", &[("class", tone.class())], |out| {
                out.leaf("dt", &[], axis);
                out.leaf("dd", &[], word);
            });
        }
    });
    out.line();
}

fn contents(out: &mut Markup, review: &Review) {
    out.element("nav", &[("aria-label", "Sections")], |out| {
        out.element("ul", &[], |out| {
            for section in Section::ALL {
                let number = review.of(section).count();
                if number > 0 {
                    let link = format!("#{}", super::id(section));
                    out.element("li", &[], |out| {
                        out.leaf("a", &[("href", &link)], words::section(section));
                        out.text(" ");
                        out.leaf("span", &[("class", "number")], &format!("({number})"));
                    });
                }
            }
        });
    });
    out.line();
}
