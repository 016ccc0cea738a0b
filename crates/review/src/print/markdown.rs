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

/// What may stand in a remark.
const REMARK: usize = 1_000;

/// No more of the lines of Rust of one change are printed.
const MOST_RUST: usize = 10;

/// What is kept for whatever stands around.
const RESERVE: usize = 100;

/// What it takes to say how many changes are left out.
const MORE: usize = 40;

/// So many changes of a section are named before more of a severer one.
const AT_ONCE: usize = 20;

/// The review as Markdown of at most `most` bytes, if its head and its headings, which are never left out, are no longer
/// than that. What does not fit is left out: first details, of the least severe changes first, then names, of each
/// section in its turn, which are counted then.
#[must_use]
pub fn markdown(review: &Review, most: usize) -> String {
    let head = head(review);
    let sections: Vec<Part> = Section::ALL.map(|section| Part::new(section, review)).into();
    let fixed: usize = sections.iter().map(Part::fixed).sum();
    let room = most.saturating_sub(head.len() + fixed + RESERVE);
    let shown = shown(&sections, room);
    let mut out = head;
    for (part, shown) in sections.iter().zip(&shown) {
        out += &part.print(shown);
    }
    out
}

/// A section on its way to being printed.
struct Part {
    section: Section,
    /// The changes in one line, and with all that is told of them.
    changes: Vec<(String, String)>,
}

/// How much of a change is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    Name,
    Details,
}

/// How much of each change fits: some names of each section, more names by severity, then details by severity.
fn shown(parts: &[Part], mut room: usize) -> Vec<Vec<Shown>> {
    let mut shown: Vec<Vec<Shown>> =
        parts.iter().map(|it| vec![Shown::Nothing; it.changes.len()]).collect();
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (part, of) in parts.iter().enumerate() {
        all.extend((0..of.changes.len()).map(|change| (part, change)));
    }
    let by_severity = all.clone();
    all.sort_by_key(|(part, change)| (change / AT_ONCE, *part, *change));
    // Half of the room is for details, as far as there are any.
    let mut for_names = room / 2;
    for (part, change) in all {
        let length = parts[part].changes[change].0.len();
        if length > for_names {
            break;
        }
        for_names -= length;
        room -= length;
        shown[part][change] = Shown::Name;
    }
    for (part, change) in by_severity {
        let (name, details) = &parts[part].changes[change];
        let is_named = shown[part][change] == Shown::Name;
        let more = details.len().saturating_sub(if is_named { name.len() } else { 0 });
        if more > room {
            break;
        }
        room -= more;
        shown[part][change] = Shown::Details;
    }
    shown
}

impl Part {
    fn new(section: Section, review: &Review) -> Self {
        let change = |it: &Change| {
            let name = format!("- {}\n", title(it, review));
            let is_worded = section == Section::Wording;
            let details = if is_worded { name.clone() } else { one(it, review) };
            (name, details)
        };
        Self { section, changes: review.of(section).map(change).collect() }
    }

    fn heading(&self) -> String {
        format!("\n### {} ({})\n\n", words::section(self.section), self.changes.len())
    }

    /// Where only words differ, nobody need look.
    fn frame(&self) -> (String, &'static str) {
        match self.section {
            Section::Wording => {
                let open = format!("<details><summary>{}</summary>\n\n", words::WORDING);
                (open, "\n</details>\n")
            }
            _ => (String::new(), ""),
        }
    }

    /// What is printed beside the changes, if there are any.
    fn fixed(&self) -> usize {
        let (open, close) = self.frame();
        let all = self.heading().len() + open.len() + close.len() + MORE;
        if self.changes.is_empty() { 0 } else { all }
    }

    fn print(&self, shown: &[Shown]) -> String {
        if self.changes.is_empty() {
            return String::new();
        }
        let (open, close) = self.frame();
        let mut out = self.heading() + &open;
        for ((name, details), shown) in self.changes.iter().zip(shown) {
            match shown {
                Shown::Nothing => {}
                Shown::Name => out += name,
                Shown::Details => out += details,
            }
        }
        let hidden = shown.iter().filter(|it| **it == Shown::Nothing).count();
        if hidden > 0 {
            writeln!(out, "\n… and {hidden} more.").expect("a text takes all");
        }
        out + close
    }
}

fn head(review: &Review) -> String {
    let (base, new) = (code(&review.base), code(&review.new));
    let mut out = format!("## {}\n\n", words::title(&base, &new));
    for remark in &review.remarks {
        let remark = clip::clip(remark, 0, REMARK);
        writeln!(out, "> {}\n", escaped(&remark)).expect("a text takes all");
    }
    if review.changes.is_empty() {
        return out + words::NO_CHANGES + "\n";
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
    let follows =
        words::follows(change).map(|it| it.line(|name| code(&clip::clip(name, 0, WIDTH))));
    out.extend(follows.map(|it| format!("- {it}\n")));
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
    let places = words::places(before, after, place);
    let out = places.map(|it| format!("\nDocs: {it}\n")).unwrap_or_default();
    let (before, after) = clip::pair(before, after, WIDTH);
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
        lines.extend(words::why(change).map(|it| format!("  // {it}")));
    }
    if changes.len() > MOST_RUST {
        lines.push(format!("  // {}", words::more_items(changes.len() - MOST_RUST)));
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

/// Code as Markdown, which people read as it is written, too: between more backticks than are in it.
pub(super) fn span(text: &str) -> String {
    let text = diag::printable(text);
    let marks = "`".repeat(longest_run(&text) + 1);
    let gap = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{marks}{gap}{text}{gap}{marks}")
}

/// Text in which nothing is HTML or Markdown.
pub(super) fn escaped(text: &str) -> String {
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
