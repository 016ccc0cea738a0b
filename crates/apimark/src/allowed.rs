//! Reports that somebody has decided to live with: `[[allow]]` in the configuration, and comments in pages.

#[cfg(test)]
mod tests;

use diag::{Code, Diagnostic, PageId, Severity, SourceFile, Sources, Span, codes};

use crate::beside::ConfigFile;
use crate::config::Allow;
use crate::shown::shown;

/// Takes the allowed reports away, and adds reports of what allows nothing. Returns how many are allowed.
pub(crate) fn apply(
    diagnostics: &mut Vec<Diagnostic>,
    sources: &mut Sources,
    allow: &[Allow],
    file: &ConfigFile,
) -> usize {
    let mut reports = Vec::new();
    let mut rules = in_pages(sources, &mut reports);
    rules.extend(allow.iter().filter_map(Rule::of));
    let before = diagnostics.len();
    diagnostics.retain(|it| {
        let path = sources.path(it.span);
        let mut is_allowed = false;
        // Each of several that match has its use.
        for rule in rules.iter_mut().filter(|rule| rule.matches(it, path)) {
            rule.is_used = true;
            is_allowed = true;
        }
        !is_allowed
    });
    let allowed = before - diagnostics.len();
    let mut config: Option<PageId> = None;
    for rule in rules.iter().filter(|rule| !rule.is_used) {
        let span = match &rule.place {
            Place::Page(span) => *span,
            Place::Config(_, range) => {
                let of = || SourceFile { path: shown(&file.path), text: file.text.clone() };
                let page = *config.get_or_insert_with(|| sources.add(of()));
                Span::new(page, range.start, range.end)
            }
        };
        let message = format!("nothing is reported as `{}` that this allows", rule.code);
        reports.push(
            Diagnostic::new(codes::UNUSED_SUPPRESSION, span, message)
                .help("remove it; what it allowed is mended, or stands elsewhere"),
        );
    }
    diagnostics.extend(reports);
    sort(diagnostics);
    allowed
}

/// Puts reports in the order of places.
pub(crate) fn sort(reports: &mut [Diagnostic]) {
    fn key(it: &Diagnostic) -> (Span, Severity, Code, &str) {
        (it.span, it.severity, it.code, &it.message)
    }
    reports.sort_by(|one, other| key(one).cmp(&key(other)));
}

struct Rule {
    code: Code,
    place: Place,
    is_used: bool,
}

enum Place {
    Page(Span),
    Config(String, std::ops::Range<usize>),
}

impl Rule {
    fn of(allow: &Allow) -> Option<Self> {
        let code = codes::find(allow.code.get_ref())?;
        Some(Self {
            code,
            place: Place::Config(allow.path.clone(), allow.code.span()),
            is_used: false,
        })
    }

    fn matches(&self, report: &Diagnostic, path: &str) -> bool {
        self.code == report.code
            && match &self.place {
                Place::Page(span) => span.page == report.span.page,
                Place::Config(glob, _) => fast_glob::glob_match(glob, path),
            }
    }
}

/// The comments `<!-- apimark: allow CODE reason -->`, each of which allows the code in its file.
fn in_pages(sources: &Sources, reports: &mut Vec<Diagnostic>) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (page, file) in sources.iter() {
        for (start, _) in file.text.match_indices("<!--") {
            let inside = &file.text[start + 4..];
            let Some(inside) = inside.split_once("-->").map(|(inside, _)| inside) else { continue };
            let Some(order) = inside.trim_start().strip_prefix("apimark:") else { continue };
            let span = Span::new(page, start, start + 4 + inside.len() + 3);
            match order_of(order) {
                Ok(code) => rules.push(Rule { code, place: Place::Page(span), is_used: false }),
                Err(message) => reports.push(
                    Diagnostic::new(codes::SUPPRESSION, span, message)
                        .help("it allows nothing; write `<!-- apimark: allow CODE reason -->`"),
                ),
            }
        }
    }
    rules
}

fn order_of(order: &str) -> Result<Code, String> {
    let mut words = order.split_whitespace();
    if words.next() != Some("allow") {
        return Err("only `allow` may follow `apimark:`".to_owned());
    }
    let code = words.next().ok_or("this comment names no code")?;
    let found = codes::find(code).ok_or_else(|| codes::unknown(code))?;
    words.next().map(|_| found).ok_or_else(|| "this comment gives no reason".to_owned())
}
