//! Examples that ask for what no request line of their page does.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use facts::{Fact, RequestLine, Segment};

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let Some(operation) = &read.facts.operation else { return };
    let examples = || operation.examples.iter().filter_map(|it| it.line.as_ref());
    let requested = words(operation.requests.iter());
    let shown = words(examples());
    if requested.is_empty() || shown.is_empty() {
        return;
    }
    differ(&requested, &shown, "no example asks for", reports);
    differ(&shown, &requested, "no request line of this page has", reports);
    for line in examples() {
        let method = line.value.method;
        if operation.requests.iter().all(|it| it.value.method != method) {
            let message =
                format!("no request line of this page has the method `{}`", method.as_str());
            reports.push(Diagnostic::new(codes::EXAMPLE_METHOD, line.span, message));
        }
    }
}

/// The words of the paths, each with its first place.
fn words<'a>(lines: impl Iterator<Item = &'a Fact<RequestLine>>) -> BTreeMap<&'a str, Span> {
    let mut words = BTreeMap::new();
    for line in lines {
        for segment in &line.value.segments {
            if let Segment::Literal(word) | Segment::Call { name: word, .. } = segment {
                words.entry(word.as_str()).or_insert(line.span);
            }
        }
    }
    words
}

fn differ(
    these: &BTreeMap<&str, Span>,
    those: &BTreeMap<&str, Span>,
    what: &str,
    reports: &mut Vec<Diagnostic>,
) {
    let is_there = |word: &str| those.keys().any(|it| it.eq_ignore_ascii_case(word));
    for (word, span) in these.iter().filter(|(word, _)| !is_there(word)) {
        let others = those.keys().copied().filter(|it| !these.contains_key(it));
        if let Some(other) = near(word, others) {
            let report = Diagnostic::new(codes::NEAR_SEGMENT, *span, format!("{what} `{word}`"));
            reports.push(report.help(meant(other)));
        }
    }
}
