//! A review for a terminal.

use std::fmt::Write as _;

use super::{clip, words};
use crate::change::{Change, Kind, RustChange};
use crate::place::Lines;
use crate::review::{Review, Section};

/// No more of the lines of Rust of one change are printed.
const MOST_RUST: usize = 6;

/// What may stand on a line of the docs.
const WIDTH: usize = 180;

/// The review as text: at most `most` changes, or all. Where only words differ is counted, unless `wording` is asked
/// for.
#[must_use]
pub fn text(review: &Review, most: Option<usize>, wording: bool) -> String {
    let (base, new) = (diag::printable(&review.base), diag::printable(&review.new));
    let mut out = words::title(&base, &new) + "\n";
    for remark in &review.remarks {
        writeln!(out, "note: {}", diag::printable(remark)).expect("a text takes all");
    }
    if review.changes.is_empty() {
        return out + words::NO_CHANGES + "\n";
    }
    writeln!(out, "{}", words::counts(review)).expect("a text takes all");
    writeln!(out, "{}", words::overall(review)).expect("a text takes all");
    writeln!(out, "Version step: {}", words::steps(review)).expect("a text takes all");
    let mut left = most.unwrap_or(usize::MAX);
    for section in Section::ALL {
        let changes: Vec<&Change> = review.of(section).collect();
        if changes.is_empty() || (section == Section::Wording && !wording) {
            continue;
        }
        let number = changes.len();
        writeln!(out, "\n{} ({number})", words::section(section)).expect("a text takes all");
        for change in changes.iter().take(left) {
            out += &one(change, review);
        }
        if number > left {
            writeln!(out, "\n… and {} more", number - left).expect("a text takes all");
        }
        left = left.saturating_sub(number);
    }
    out
}

fn one(change: &Change, review: &Review) -> String {
    let mut out = format!("\n  {}\n", title(change, review));
    for line in change.differences.iter().filter_map(words::difference) {
        out += &indented(&clip::clip(&line, 0, WIDTH));
    }
    let follows = words::follows(change).map(|it| it.line(|name| clip::clip(name, 0, WIDTH)));
    out.extend(follows.map(|it| indented(&it)));
    out += &docs(change.before.as_ref(), change.after.as_ref());
    out += &rust(&change.rust);
    if change.kind != Kind::Wording {
        out += &indented(&words::verdict(change.verdict));
    }
    out
}

fn indented(line: &str) -> String {
    format!("    {line}\n")
}

fn title(change: &Change, review: &Review) -> String {
    let version = words::version(change, review).map(|it| format!("{it}: ")).unwrap_or_default();
    let former = change.former_name.as_ref().map(|it| format!("{it} → ")).unwrap_or_default();
    let cause = words::cause(change).map(|it| format!(" ({it})")).unwrap_or_default();
    let what = change.what.words();
    let what = match change.kind {
        Kind::Wording => what.to_owned(),
        kind => format!("{} {what}", kind.words()),
    };
    let title = format!("{version}{what} {former}{}{cause}", change.name);
    diag::printable(&title).into_owned()
}

fn docs(before: Option<&Lines>, after: Option<&Lines>) -> String {
    let place = |it: &Lines| {
        let heading = it.heading.as_ref().map(|it| format!(", “{it}”")).unwrap_or_default();
        diag::printable(&format!("{}:{}{heading}", it.page, it.line)).into_owned()
    };
    let places = words::places(before, after, place);
    let mut out = places.map(|it| indented(&format!("docs  {it}"))).unwrap_or_default();
    let (before, after) = clip::pair(before, after, WIDTH);
    out.extend(before.iter().map(|it| indented(&format!("      - {it}"))));
    out.extend(after.iter().map(|it| indented(&format!("      + {it}"))));
    out
}

fn rust(changes: &[RustChange]) -> String {
    let mut out = String::new();
    for (at, change) in changes.iter().take(MOST_RUST).enumerate() {
        let mut label = if at == 0 { "rust  " } else { "      " };
        for (mark, line) in [("-", &change.before), ("+", &change.after)] {
            if let Some(line) = line {
                out += &indented(&format!("{label}{mark} {}", clip::clip(line, 0, WIDTH)));
                label = "      ";
            }
        }
        out.extend(words::why(change).map(|it| indented(&format!("        {it}"))));
    }
    if changes.len() > MOST_RUST {
        let more = words::more_items(changes.len() - MOST_RUST);
        out += &indented(&format!("      … {more}"));
    }
    out
}
