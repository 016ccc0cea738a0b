//! What a page states of its operations as a whole: request lines, permissions, what is returned, names.

use diag::{Diagnostic, Spanned, codes};
use facts::{
    CORRECTED, Effect, Fact, OperationFacts, PageFacts, PermissionFacts, PermissionRow, RequestLine,
};

use crate::entry::Change;
use crate::lists::permissions_text;
use crate::pick::{Candidate, Place, quoted};

/// Corrects the operation that the entry means.
pub(crate) fn correct(place: Place<'_>, page: &mut PageFacts) -> Result<(), Diagnostic> {
    let mut subject = facts::whole(page.page);
    let Some(facts) = &mut page.operation else {
        return Err(place.stale(place.entry.page.span, "this page states no operation".to_owned()));
    };
    let entry = place.entry;
    let effect = match &entry.change {
        Change::Permissions(right) => permissions(place, facts, right)?,
        Change::Route { expected: Some(expected), line } => {
            let index = line_of(place, facts, expected)?;
            let said = facts.requests[index].value.written();
            subject = facts.requests[index].span;
            facts.requests[index] = Fact::new(line.clone(), entry.now.span, CORRECTED);
            follow(&mut page.corrections, &said, &line.written());
            Effect::Route
        }
        Change::Route { expected: None, line } => {
            add(place, facts, line)?;
            Effect::Route
        }
        Change::Ignore => {
            let index = line_called(facts, &entry.expect)?;
            facts.requests.remove(index);
            Effect::LeftOut
        }
        Change::Returns { expected, returns } => Effect::Returns {
            request: meant(place, facts)?,
            expected: expected.clone(),
            returns: returns.clone(),
        },
        _ => Effect::RustName { request: meant(place, facts)? },
    };
    page.corrections.push(entry.correction(subject, effect));
    Ok(())
}

fn is_same(one: &RequestLine, other: &RequestLine) -> bool {
    one.method == other.method && one.segments == other.segments && one.query == other.query
}

/// What other entries say of a request line, they say of it when it is corrected.
fn follow(corrections: &mut [facts::Correction], said: &str, now: &str) {
    for correction in corrections {
        if let Effect::Returns { request, .. } | Effect::RustName { request } =
            &mut correction.effect
            && request.as_deref() == Some(said)
        {
            *request = Some(now.to_owned());
        }
    }
}

/// The index of the request line that is expected.
fn line_of(
    place: Place<'_>,
    facts: &OperationFacts,
    expected: &RequestLine,
) -> Result<usize, Diagnostic> {
    let found = facts.requests.iter().position(|line| is_same(&line.value, expected));
    found.ok_or_else(|| {
        let said: Vec<String> = facts.requests.iter().map(|it| it.value.written()).collect();
        let is_now = said.contains(&place.entry.now.value);
        let said = if is_now { place.entry.now.value.clone() } else { said.join(", ") };
        let at = place.entry.expect.span;
        place.says_otherwise(&Candidate { name: String::new(), at, said, is_corrected: false })
    })
}

fn add(place: Place<'_>, facts: &mut OperationFacts, line: &RequestLine) -> Result<(), Diagnostic> {
    if let Some(first) = facts.requests.first() {
        let (at, said) = (first.span, first.value.written());
        let found = Candidate { name: String::new(), at, said, is_corrected: false };
        return Err(place.says_otherwise(&found));
    }
    facts.requests.push(Fact::new(line.clone(), place.entry.now.span, CORRECTED));
    Ok(())
}

/// The index of the request line that the entry writes at a place of its own, as the page has it.
fn line_called(facts: &OperationFacts, called: &Spanned<String>) -> Result<usize, Diagnostic> {
    let lines: Vec<String> = facts.requests.iter().map(|it| it.value.written()).collect();
    if let Some(index) = lines.iter().position(|line| *line == called.value) {
        return Ok(index);
    }
    let message = format!("the page has no request line {}", quoted(&called.value));
    let report = Diagnostic::new(codes::STALE_OVERRIDE, called.span, message);
    let said: Vec<String> = lines.iter().map(|line| quoted(line)).collect();
    Err(match diag::nearest(&called.value, lines.iter().map(String::as_str)) {
        Some(near) => report.help(format!("did you mean {}?", quoted(near))),
        None if said.is_empty() => report.help("it has none"),
        None => report.help(format!("it has {}", said.join(", "))),
    })
}

/// The request line that the entry names; `None` where it means all of them.
fn meant(place: Place<'_>, facts: &OperationFacts) -> Result<Option<String>, Diagnostic> {
    let Some(request) = &place.entry.subject.name else { return Ok(None) };
    line_called(facts, request)?;
    Ok(Some(request.value.clone()))
}

fn permissions(
    place: Place<'_>,
    facts: &mut OperationFacts,
    right: &[Vec<String>],
) -> Result<Effect, Diagnostic> {
    let entry = place.entry;
    let is_meant = |table: &PermissionFacts, row: &Fact<PermissionRow>| {
        let heading = entry.heading.as_ref().map(|it| it.value.trim());
        let scope = table.scope.as_deref();
        let in_scope = heading.is_some() && scope == heading || place.is_below(row.span);
        Some(row.value.caller) == entry.subject.caller && in_scope
    };
    let all: Vec<(bool, Candidate)> = facts
        .permissions
        .iter()
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
        .map(|(table, row)| (is_meant(table, row), candidate(row)))
        .collect();
    let found: Vec<(usize, &Candidate)> = all
        .iter()
        .enumerate()
        .filter(|(_, (is_meant, _))| *is_meant)
        .map(|(index, (_, it))| (index, it))
        .collect();
    if found.is_empty() {
        let message = "the page states no permissions of this caller".to_owned();
        return Err(place.stale(entry.expect.span, message));
    }
    let index = place.expected(&found)?;
    let mut rows = facts.permissions.iter_mut().flat_map(|table| &mut table.rows);
    if let Some(row) = rows.nth(index) {
        let value =
            PermissionRow { alternatives: right.to_vec(), ordered: true, ..row.value.clone() };
        *row = Fact::new(value, entry.now.span, CORRECTED);
    }
    Ok(Effect::Claim)
}

fn candidate(row: &Fact<PermissionRow>) -> Candidate {
    Candidate {
        name: String::new(),
        at: row.span,
        said: permissions_text(&row.value.alternatives),
        is_corrected: row.rule == CORRECTED,
    }
}
