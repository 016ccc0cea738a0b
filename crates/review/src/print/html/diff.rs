//! Lines before and after, with the words marked in which they differ.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::Markup;
use crate::change::RustChange;
use crate::place::Lines;
use crate::print::{clip, words};

/// What may stand on a line of the docs.
const WIDTH: usize = 1_000;

/// What may stand on a line of Rust.
const RUST_WIDTH: usize = 400;

/// Items of Rust beyond these are folded: those that a change begins with say what it is.
const FIRST_RUST: usize = 8;

/// No more items of one change are printed.
const MOST_RUST: usize = 50;

/// Lines of the docs.
pub(super) fn docs(out: &mut Markup, before: Option<&Lines>, after: Option<&Lines>) {
    let (before, after) = clip::pair(before, after, WIDTH);
    if !(before.is_empty() && after.is_empty()) {
        out.element("pre", &[], |out| pair(out, &before, &after));
    }
}

/// What items are in Rust.
pub(super) fn rust(out: &mut Markup, changes: &[RustChange]) {
    if changes.is_empty() {
        return;
    }
    // One item is not worth a fold.
    let first = if changes.len() <= FIRST_RUST + 1 { changes.len() } else { FIRST_RUST };
    let (first, others) = changes.split_at(first);
    out.element("div", &[("class", "side")], |out| {
        out.leaf("h4", &[], "Rust");
        out.element("pre", &[], |out| items(out, first));
        if !others.is_empty() {
            out.element("details", &[], |out| {
                out.leaf("summary", &[], &words::more_items(others.len()));
                let (printed, left) = others.split_at(others.len().min(MOST_RUST - FIRST_RUST));
                out.element("pre", &[], |out| {
                    items(out, printed);
                    if !left.is_empty() {
                        remark(out, &words::more_items(left.len()));
                    }
                });
            });
        }
    });
    out.line();
}

fn items(out: &mut Markup, changes: &[RustChange]) {
    let line = |it: &Option<String>| -> Vec<String> {
        it.iter().map(|it| clip::clip(it, 0, RUST_WIDTH)).collect()
    };
    for change in changes {
        pair(out, &line(&change.before), &line(&change.after));
        if let Some(why) = words::why(change) {
            remark(out, why);
        }
    }
}

fn remark(out: &mut Markup, text: &str) {
    out.element("span", &[], |out| {
        out.text(&format!("// {text}"));
        out.line();
    });
}

/// The lines of both sides. Marked are the words in which a line differs from its counterpart on the other side.
fn pair(out: &mut Markup, before: &[String], after: &[String]) {
    let old: Vec<Vec<&str>> = before.iter().map(|it| tokens(it)).collect();
    let now: Vec<Vec<&str>> = after.iter().map(|it| tokens(it)).collect();
    let unmarked = |lines: &[Vec<&str>]| -> Vec<Vec<bool>> {
        lines.iter().map(|it| vec![true; it.len()]).collect()
    };
    let mut same = (unmarked(&old), unmarked(&now));
    for (one, other) in counterparts(&old, &now) {
        (same.0[one], same.1[other]) = in_both(&old[one], &now[other]);
    }
    side(out, "del", &old, &same.0);
    side(out, "ins", &now, &same.1);
}

/// Lines that are one and the same line before and after, the most alike first. Of lines that have little in common,
/// nearly all words would be marked.
fn counterparts(old: &[Vec<&str>], now: &[Vec<&str>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (one, before) in old.iter().enumerate() {
        for (other, after) in now.iter().enumerate() {
            let (common, all) = (common(before, after), before.len() + after.len());
            if common > 0 && common * 4 >= all {
                // In thousandths, so that short lines and long ones compare.
                pairs.push((Reverse(common * 2_000 / all), one, other));
            }
        }
    }
    pairs.sort();
    let (mut taken, mut found) = ((BTreeSet::new(), BTreeSet::new()), Vec::new());
    for (_, one, other) in pairs {
        if !taken.0.contains(&one) && !taken.1.contains(&other) {
            taken.0.insert(one);
            taken.1.insert(other);
            found.push((one, other));
        }
    }
    found
}

/// How many tokens both lines have.
fn common(one: &[&str], other: &[&str]) -> usize {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for token in one {
        *counts.entry(token).or_default() += 1;
    }
    let mut common = 0;
    for token in other {
        if let Some(left) = counts.get_mut(token).filter(|it| **it > 0) {
            *left -= 1;
            common += 1;
        }
    }
    common
}

/// Which tokens of each line stand in the other one, too.
fn in_both(old: &[&str], now: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let mut same = (vec![false; old.len()], vec![false; now.len()]);
    for operation in capture_diff_slices(Algorithm::Myers, old, now) {
        if operation.tag() == DiffTag::Equal {
            same.0[operation.old_range()].fill(true);
            same.1[operation.new_range()].fill(true);
        }
    }
    same
}

/// One side, whose signs are the style's.
fn side(out: &mut Markup, element: &'static str, lines: &[Vec<&str>], same: &[Vec<bool>]) {
    for (line, same) in lines.iter().zip(same) {
        out.element(element, &[], |out| {
            marked(out, line, same);
            out.line();
        });
    }
}

fn marked(out: &mut Markup, tokens: &[&str], same: &[bool]) {
    let mut at = 0;
    for run in same.chunk_by(|one, next| one == next) {
        let text = tokens[at..at + run.len()].concat();
        if run[0] {
            out.text(&text)
        } else {
            out.leaf("mark", &[], &text)
        }
        at += run.len();
    }
}

/// Words, gaps and signs.
fn tokens(line: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let is_of = |c: char| match first {
            it if it.is_alphanumeric() => c.is_alphanumeric(),
            ' ' => c == ' ',
            _ => false,
        };
        let length = rest.find(|c| !is_of(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}
