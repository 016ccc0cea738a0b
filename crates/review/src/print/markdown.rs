//! A review for the text of a pull request.
//!
//! Whatever the docs hold stands in code, so that it is no markup, no link, and mentions nobody.

use std::fmt::Write as _;

use super::{clip, words};
use crate::change::{Change, Kind, RustChange};
use crate::place::Lines;
use crate::review::{Review, Section};

/// What may stand on a line of the docs.
const WIDTH: usize = 300;

/// No more of the lines of Rust of one change are printed.
const MOST_RUST: usize = 10;

/// What is kept for saying what is left out.
const RESERVE: usize = 300;

/// The review as Markdown of at most `most` bytes, the most severe changes first. Details go before names, and names
/// before counts.
#[must_use]
pub fn markdown(review: &Review, most: usize) -> String {
    let mut out = head(review);
    for section in Section::ALL {
        let changes: Vec<&Change> = review.of(section).collect();
        if changes.is_empty() {
            continue;
        }
        let head = format!("\n### {} ({})\n\n", words::section(section), changes.len());
        let is_folded = section == Section::Wording;
        let (open, close) = match is_folded {
            true => ("<details><summary>Where only words differ</summary>\n\n", "\n</details>\n"),
            false => ("", ""),
        };
        if out.len() + head.len() + open.len() + close.len() + RESERVE > most {
            writeln!(out, "\n{} more: {}.", changes.len(), words::section(section))
                .expect("a text takes all");
            continue;
        }
        out += &head;
        out += open;
        let mut left_out = 0;
        for change in changes {
            let name = format!("- {}\n", title(change, review));
            let detailed = if is_folded { name.clone() } else { one(change, review) };
            let room = most.saturating_sub(RESERVE + close.len() + out.len());
            if detailed.len() <= room {
                out += &detailed;
            } else if name.len() <= room {
                out += &name;
            } else {
                left_out += 1;
            }
        }
        if left_out > 0 {
            writeln!(out, "\n… and {left_out} more.").expect("a text takes all");
        }
        out += close;
    }
    out
}

fn head(review: &Review) -> String {
    let (base, new) = (code(&review.base), code(&review.new));
    let mut out = format!("## API changes from {base} to {new}\n\n");
    for remark in &review.remarks {
        writeln!(out, "> {}\n", escaped(remark)).expect("a text takes all");
    }
    if review.changes.is_empty() {
        return out + "No changes.\n";
    }
    let overall = escaped(&words::overall(review));
    let (step, counts) = (escaped(&words::steps(review)), words::counts(review));
    out + &format!("**{overall}**\n\nVersion step: {step}\n\n{counts}\n")
}

fn one(change: &Change, review: &Review) -> String {
    let mut out = format!("<details><summary>{}</summary>\n\n", title(change, review));
    for line in change.differences.iter().filter_map(words::difference) {
        writeln!(out, "- {}", code(&clip::clip(&line, 0, WIDTH))).expect("a text takes all");
    }
    if change.differences.is_empty() && !words::is_of_crate(change.what) {
        out += "- follows from another change\n";
    }
    out += &docs(change.before.as_ref(), change.after.as_ref());
    out += &rust(&change.rust);
    out + "\n</details>\n"
}

/// HTML, because it stands in a summary too.
fn title(change: &Change, review: &Review) -> String {
    let version = words::version(change, review).map(|it| format!("{}: ", escaped(it)));
    let version = version.unwrap_or_default();
    let former = change.former_name.as_ref().map(|it| format!("{} → ", code(it)));
    let former = former.unwrap_or_default();
    let cause = words::cause(change).map(|it| format!(" ({it})")).unwrap_or_default();
    let (kind, what) = (change.kind.words(), change.what.words());
    if change.kind == Kind::Wording {
        return format!("{version}{what} {}", code(&change.name));
    }
    let verdict = words::verdict(change.verdict);
    format!("{version}<b>{kind}</b> {what} {former}{}{cause}: {verdict}", code(&change.name))
}

fn docs(before: Option<&Lines>, after: Option<&Lines>) -> String {
    let place = |it: &Lines| {
        let heading = it.heading.as_ref().map(|it| format!(", {}", code(it)));
        format!("{}{}", code(&format!("{}:{}", it.page, it.line)), heading.unwrap_or_default())
    };
    let mut out = String::new();
    match (before, after) {
        (Some(before), Some(after)) if before.page != after.page => {
            out += &format!("\nDocs: {} → {}\n", place(before), place(after));
        }
        (_, Some(it)) | (Some(it), None) => out += &format!("\nDocs: {}\n", place(it)),
        (None, None) => {}
    }
    let lines = |it: Option<&Lines>| it.map(|it| it.text.clone()).unwrap_or_default();
    let (before, after) = clip::pair(&lines(before), &lines(after), WIDTH);
    let minus = before.iter().map(|it| format!("- {it}"));
    out + &fence(minus.chain(after.iter().map(|it| format!("+ {it}"))).collect())
}

fn rust(changes: &[RustChange]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let mut lines = Vec::new();
    for change in changes.iter().take(MOST_RUST) {
        lines.extend(change.before.iter().map(|it| format!("- {it}")));
        lines.extend(change.after.iter().map(|it| format!("+ {it}")));
        let why = change.condition.map(words::condition).or(change.note);
        lines.extend(why.map(|it| format!("  // {it}")));
    }
    if changes.len() > MOST_RUST {
        lines.push(format!("  // and {} more items", changes.len() - MOST_RUST));
    }
    format!("\nRust:\n{}", fence(lines))
}

/// A fence that is longer than any in it.
fn fence(lines: Vec<String>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let longest = lines.iter().map(|it| longest_run(it)).max().unwrap_or(0);
    let marks = "`".repeat(longest.max(2) + 1);
    format!("\n{marks}diff\n{}\n{marks}\n", lines.join("\n"))
}

fn longest_run(line: &str) -> usize {
    line.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Code as HTML, which holds everything.
fn code(text: &str) -> String {
    format!("<code>{}</code>", escaped(text))
}

/// Text in which nothing is HTML or Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in diag::printable(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '*' | '_' | '`' | '[' | ']' | '\\' | '~' | '|' | '@' | '#' => {
                write!(out, "&#{};", u32::from(c)).expect("a text takes all");
            }
            c => out.push(c),
        }
    }
    out
}
