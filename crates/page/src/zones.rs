//! Zones: parts of a page between marks such as `:::zone pivot="v2"`, which only some versions of the docs have.
//!
//! Reads the text of a file before anything else and blanks what is not of the version, and the marks: every byte
//! stays where it was. Must not know which versions there are; [`Zones`] says it.

use std::borrow::Cow;

use diag::{Code, Diagnostic, PageId, Span, Spanned, codes};

use crate::Page;
use crate::fence::fence_line;
use crate::lines::{Line, split};

/// Which zones of the docs a version has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Zones {
    /// The docs tell no versions apart by zones; one that asks for a version is unknown.
    #[default]
    None,
    /// Those of one pivot. The others belong to other versions.
    Pivots {
        /// The version's.
        own: String,
        /// Those of the other versions.
        others: Vec<String>,
    },
    /// Those whose range holds one moniker.
    Monikers {
        /// All monikers, earliest version first.
        all: Vec<String>,
        /// Where the version's is.
        own: usize,
    },
}

const LEFT_OUT: &str =
    "it was left out; list the versions and their marks as `versions.known` of the dialect";

impl Zones {
    /// Whether the front matter of a page gives it to the version.
    pub fn have(&self, page: &Page) -> bool {
        self.front_matter(page).is_none_or(|(_, has)| has == Some(true))
    }

    /// That the front matter of a page gives it to versions of which none is known.
    pub fn unplaced(&self, page: &Page) -> Option<Diagnostic> {
        let (range, None) = self.front_matter(page)? else { return None };
        let message = "no version is known that has this page";
        Some(Diagnostic::new(codes::UNKNOWN_ZONE, range.span, message).help(LEFT_OUT))
    }

    /// The range of versions in the front matter of a page, and whether it holds this one, if that is known.
    fn front_matter<'p>(&self, page: &'p Page) -> Option<(&'p Spanned<String>, Option<bool>)> {
        let Self::Monikers { all, own } = self else { return None };
        let range = page.front_matter.entries.get("monikerRange")?;
        Some((range, in_range(&range.value, all, *own)))
    }
}

/// The text of a file without other versions' zones, from byte `from` on.
pub(crate) fn cut<'t>(
    id: PageId,
    text: &'t str,
    from: usize,
    zones: &Zones,
    diagnostics: &mut Vec<Diagnostic>,
) -> Cow<'t, str> {
    if !text[from..].contains(":::") {
        return Cow::Borrowed(text);
    }
    let mut cutter =
        Cutter { id, text, zones, out: text.as_bytes().to_vec(), open: None, diagnostics };
    let mut in_fence = false;
    for line in split(text, from) {
        let content = &text[line.range()];
        let fence = fence_line(content).is_some();
        match mark(content).filter(|_| !in_fence) {
            Some((word, rest)) => cutter.mark(line, word, rest),
            None if cutter.is_hidden() => cutter.blank(line),
            None => in_fence ^= fence,
        }
    }
    cutter.end()
}

/// The word behind the colons of a mark, and what follows.
fn mark(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim().strip_prefix(":::")?.trim_start_matches(':').trim_start();
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(rest.len());
    Some(rest.split_at(end))
}

struct Cutter<'t, 'd> {
    id: PageId,
    text: &'t str,
    zones: &'d Zones,
    out: Vec<u8>,
    /// The zone that is open: its mark, and whether the version has it.
    open: Option<(Span, bool)>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'t> Cutter<'t, '_> {
    fn is_hidden(&self) -> bool {
        self.open.is_some_and(|(_, is_shown)| !is_shown)
    }

    fn mark(&mut self, line: Line, word: &str, rest: &str) {
        let span = self.span(line);
        match word {
            "zone" | "moniker" => {
                if let Some((open, _)) = self.open {
                    self.report(
                        codes::ZONE,
                        open,
                        "the zone is never closed",
                        "it ends where the next begins",
                    );
                }
                let is_shown = self.is_shown(word, rest, span);
                self.open = Some((span, is_shown));
            }
            "zone-end" | "moniker-end" => {
                if self.open.take().is_none() {
                    self.report(codes::ZONE, span, "no zone ends here", "the mark was left out");
                }
            }
            // Layout, and what is only looked at.
            "row" | "row-end" | "column" | "column-end" | "image" | "image-end" | "video" => {}
            _ if self.is_hidden() => {}
            _ => self.report(
                codes::UNKNOWN_MARKER,
                span,
                "this mark is unknown",
                "the line was left out; what follows it was read as if it stood there alone",
            ),
        }
        self.blank(line);
    }

    /// Whether the version has the zone that a mark opens.
    fn is_shown(&mut self, word: &str, rest: &str, span: Span) -> bool {
        let (pivot, range) = (attribute(rest, "pivot"), attribute(rest, "range"));
        let shown = match (word, pivot, range, self.zones) {
            ("zone", None, ..) => return attribute(rest, "target") != Some("chromeless"),
            ("zone", Some(pivots), _, Zones::Pivots { own, others }) => {
                let mut named = pivots.split(',').map(str::trim);
                let is_known = named.clone().all(|it| it == own || others.iter().any(|o| o == it));
                is_known.then(|| named.any(|it| it == own))
            }
            ("moniker", _, Some(range), Zones::Monikers { all, own }) => in_range(range, all, *own),
            _ => None,
        };
        if shown.is_none() {
            let message = "no version is known that has this zone";
            self.report(codes::UNKNOWN_ZONE, span, message, LEFT_OUT);
        }
        shown.unwrap_or(false)
    }

    fn report(&mut self, code: Code, span: Span, message: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(code, span, message).help(help));
    }

    /// Every byte becomes a blank, so that all that follows stays where it was.
    fn blank(&mut self, line: Line) {
        self.out[line.range()].fill(b' ');
    }

    fn span(&self, line: Line) -> Span {
        let range = crate::lines::trim(self.text, line.range());
        Span::new(self.id, range.start, range.end)
    }

    fn end(mut self) -> Cow<'t, str> {
        if let Some((open, _)) = self.open {
            self.report(codes::ZONE, open, "the zone is never closed", "it ends with the page");
        }
        let text = String::from_utf8(self.out);
        Cow::Owned(text.expect("whole lines became blanks, the others are as they were"))
    }
}

/// The value of `name="…"`.
fn attribute<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('=')?;
        let (value, behind) = after.trim_start().strip_prefix('"')?.split_once('"')?;
        if before.trim().eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = behind;
    }
}

/// Whether a range such as `>= v2 || v0` holds a moniker. An alternative with one that is not listed says nothing: `None`
/// if no other holds it.
fn in_range(range: &str, all: &[String], own: usize) -> Option<bool> {
    let alternatives: Vec<Option<bool>> =
        range.split("||").map(|alternative| is_between(alternative, all, own)).collect();
    match alternatives.contains(&Some(true)) {
        true => Some(true),
        false => alternatives.into_iter().fold(Some(false), Option::and),
    }
}

/// Whether all bounds of `>= v1 < v3` hold for a moniker.
fn is_between(bounds: &str, all: &[String], own: usize) -> Option<bool> {
    let spaced = bounds.replace("> =", ">=").replace("< =", "<=");
    let mut inside = true;
    let mut operator = "";
    for word in spaced.split_whitespace() {
        let length = word.len() - word.trim_start_matches(['<', '>', '=']).len();
        let (sign, name) = word.split_at(length);
        let sign = if sign.is_empty() { operator } else { sign };
        if name.is_empty() {
            operator = sign;
            continue;
        }
        let at = all.iter().position(|known| known == name)?;
        inside &= match sign {
            ">=" => own >= at,
            ">" => own > at,
            "<=" => own <= at,
            "<" => own < at,
            _ => own == at,
        };
        operator = "";
    }
    Some(inside)
}
