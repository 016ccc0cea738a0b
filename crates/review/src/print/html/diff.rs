//! Lines before and after, with the words marked in which they differ.

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
                out.element("pre", &[], |out| items(out, others));
            });
        }
    });
    out.line();
}

fn items(out: &mut Markup, changes: &[RustChange]) {
    let line = |it: &Option<String>| -> Vec<String> {
        it.iter().map(|it| clip::clip(it, 0, RUST_WIDTH)).collect()
    };
    for change in changes.iter().take(MOST_RUST) {
        pair(out, &line(&change.before), &line(&change.after));
        if let Some(why) = words::why(change) {
            remark(out, why);
        }
    }
    if changes.len() > MOST_RUST {
        remark(out, &words::more_items(changes.len() - MOST_RUST));
    }
}

fn remark(out: &mut Markup, text: &str) {
    out.element("span", &[], |out| {
        out.text(&format!("// {text}"));
        out.line();
    });
}

/// The lines of both sides.
fn pair(out: &mut Markup, before: &[String], after: &[String]) {
    let (old, now) = (tokens(before), tokens(after));
    let operations = capture_diff_slices(Algorithm::Myers, &old, &now);
    let equal = operations.iter().filter(|it| it.tag() == DiffTag::Equal);
    let mut same = (vec![false; old.len()], vec![false; now.len()]);
    for operation in equal {
        same.0[operation.old_range()].fill(true);
        same.1[operation.new_range()].fill(true);
    }
    let common = same.0.iter().filter(|it| **it).count();
    // Where little is the same, nearly all would be marked.
    if common * 5 < old.len() + now.len() {
        same = (vec![true; old.len()], vec![true; now.len()]);
    }
    side(out, "del", &old, &same.0);
    side(out, "ins", &now, &same.1);
}

/// One side, line by line, whose signs are the style's: marked are the tokens that the other one does not have.
fn side(out: &mut Markup, element: &'static str, tokens: &[&str], same: &[bool]) {
    let mut at = 0;
    while at < tokens.len() {
        let end = tokens[at..].iter().position(|it| *it == END).map_or(tokens.len(), |it| at + it);
        out.element(element, &[], |out| {
            marked(out, &tokens[at..end], &same[at..end]);
            out.line();
        });
        at = end + 1;
    }
}

fn marked(out: &mut Markup, tokens: &[&str], same: &[bool]) {
    for run in runs(same) {
        let text = tokens[run.clone()].concat();
        if same[run.start] { out.text(&text) } else { out.leaf("mark", &[], &text) }
    }
}

/// Ranges of equal values.
fn runs(values: &[bool]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        match runs.last_mut() {
            Some(last) if values[last.start] == *value => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Stands behind each line, and in none.
const END: &str = "\n";

/// Words, gaps and signs.
fn tokens(lines: &[String]) -> Vec<&str> {
    let mut tokens = Vec::new();
    for line in lines {
        let mut rest = line.as_str();
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
        tokens.push(END);
    }
    tokens
}
