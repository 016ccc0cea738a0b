//! Request lines that are not read, or lost a part.

use diag::{Diagnostic, Span, codes};
use facts::{Method, Role};
use page::BlockKind;

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for block in &read.page.blocks {
        let BlockKind::Fence(fence) = &block.kind else { continue };
        let is_request = read.role(block) == Role::HttpRequest;
        if !(is_request || (read.is_example(block) && fence.info == "http")) {
            continue;
        }
        let first = if is_request { fence.lines.len() } else { 1 };
        for line in fence.lines.iter().take(first) {
            method(&line.value, line.span, reports);
            path(&line.value, line.span, reports);
        }
    }
}

/// `PATHC /me`
fn method(line: &str, span: Span, reports: &mut Vec<Diagnostic>) {
    let Some((word, target)) = line.trim().split_once(' ') else { return };
    let is_word = word.len() > 1 && word.bytes().all(|it| it.is_ascii_uppercase());
    let is_path = target.trim_start().starts_with(['/', '{']) || target.contains("://");
    if !is_word || !is_path || Method::from_name(word).is_some() {
        return;
    }
    let names = Method::ALL.map(Method::as_str);
    // Three letters are enough here: few words can stand at this place.
    let nearest = near(word, names)
        .or_else(|| names.into_iter().find(|name| strsim::damerau_levenshtein(word, name) == 1));
    let report =
        Diagnostic::new(codes::NEAR_METHOD, span, format!("there is no HTTP method `{word}`"));
    reports.push(match nearest {
        Some(known) => report.help(meant(known)),
        None => report,
    });
}

/// `GET /users//messages`
fn path(line: &str, span: Span, reports: &mut Vec<Diagnostic>) {
    let Some((word, target)) = line.trim().split_once(' ') else { return };
    if Method::from_name(word).is_none() {
        return;
    }
    let words: Vec<&str> =
        target.split('?').next().unwrap_or_default().split_whitespace().collect();
    if words.len() > 1 && words[1].starts_with('/') && words[0].starts_with('/') {
        let report = Diagnostic::new(codes::BLANK_IN_PATH, span, "a blank stands in this path");
        reports.push(report.help("it is read as if it were not there"));
    }
    let target = target.trim().split(['?', ' ']).next().unwrap_or_default();
    let path = target.split_once("://").map_or(target, |(_, rest)| rest);
    let what = if path.contains("//") {
        "two slashes stand side by side in this path"
    } else if path.len() > 1 && path.ends_with('/') {
        "this path ends with a slash"
    } else {
        return;
    };
    let report = Diagnostic::new(codes::EMPTY_SEGMENT, span, what);
    reports.push(report.help("a segment is missing, perhaps a placeholder such as `{id}`"));
}
