//! Conditions of calls on which pages of one route do not agree: permissions, clouds, cautions.
//!
//! The page that speaks for a route ([`merge`](super::merge)) says under which conditions its methods may be called.
//! What others say of them holds for their type or their product, and nobody but the service knows whether it also
//! holds here. So each difference is reported where the other page states it.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use facts::{Caller, OperationFacts, PageFacts, PermissionFacts, RequestLine};

use super::draft::Draft;
use super::further::Further;

/// The reports of all pages that state other conditions than a page that speaks for one of their routes: one for each
/// statement, at the first of these routes.
pub(super) fn differences(
    drafts: &[Draft<'_>],
    further: &[Further<'_>],
    constants: &[String],
) -> Vec<Diagnostic> {
    let own: BTreeMap<&str, &str> =
        further.iter().map(|it| (it.page.path.as_str(), it.constant.as_str())).collect();
    let mut found: BTreeMap<(Span, &str), Vec<Difference<'_>>> = BTreeMap::new();
    for (draft, constant) in drafts.iter().zip(constants) {
        let speaker = &draft.page().path;
        let mut heard = BTreeSet::from([speaker.as_str()]);
        for claim in draft.claims().filter(|claim| heard.insert(&claim.page.path)) {
            for (what, span) in differing(claim.page, claim.facts, draft) {
                let kept = own.get(claim.page.path.as_str()).copied();
                let difference = Difference { line: &claim.line.value, speaker, constant, kept };
                found.entry((span, what)).or_default().push(difference);
            }
        }
    }
    found.iter().map(|((span, what), all)| report(*span, what, all)).collect()
}

/// Two pages of one route do not agree.
struct Difference<'a> {
    /// The route, as the page writes it that does not speak for it.
    line: &'a RequestLine,
    /// The page that does.
    speaker: &'a str,
    /// The constant that holds what that one says.
    constant: &'a str,
    /// The constant that holds what the other says, if one does.
    kept: Option<&'a str>,
}

/// What a page says otherwise than the page that speaks for the operation, and where.
fn differing(
    page: &PageFacts,
    facts: &OperationFacts,
    draft: &Draft<'_>,
) -> Vec<(&'static str, Span)> {
    let speaking = draft.facts();
    let permissions = facts.permissions.iter().flat_map(|table| &table.rows).next();
    let has_others = cases(&facts.permissions) != cases(&speaking.permissions);
    let clouds = |facts: &OperationFacts| -> BTreeSet<String> {
        facts.clouds.iter().map(|cloud| cloud.value.clone()).collect()
    };
    let is_deprecated = draft.page().deprecated.is_some();
    let found = [
        ("other permissions", permissions.filter(|_| has_others).map(|row| row.span)),
        (
            "other clouds",
            facts.clouds.first().filter(|_| clouds(facts) != clouds(speaking)).map(|it| it.span),
        ),
        (
            "that the call may change",
            facts.preview.as_ref().filter(|_| speaking.preview.is_none()).map(|it| it.span),
        ),
        (
            "that the call is deprecated",
            page.deprecated.as_ref().filter(|_| !is_deprecated).map(|it| it.span),
        ),
    ];
    found.into_iter().filter_map(|(what, span)| Some((what, span?))).collect()
}

/// The sets of permissions of which each is enough, by caller.
type Case<'a> = BTreeMap<Caller, BTreeSet<BTreeSet<&'a str>>>;

/// What the tables allow, whatever the order and what each is for.
fn cases(tables: &[PermissionFacts]) -> BTreeSet<Case<'_>> {
    tables.iter().map(case).filter(|case| !case.is_empty()).collect()
}

fn case(table: &PermissionFacts) -> Case<'_> {
    let mut case = Case::new();
    for row in &table.rows {
        let sets = row.value.alternatives.iter();
        let sets = sets.map(|set| set.iter().map(String::as_str).collect());
        case.entry(row.value.caller).or_default().extend(sets);
    }
    case
}

fn report(span: Span, what: &str, all: &[Difference<'_>]) -> Diagnostic {
    let Difference { line, speaker, constant, kept } = &all[0];
    let written = line.written();
    let path = written.split('?').next().unwrap_or(&written);
    let others = match all.len() - 1 {
        0 => String::new(),
        1 => " and for another route".to_owned(),
        others => format!(" and for {others} further routes"),
    };
    let own = kept.map_or_else(
        || "what this page says holds for its other routes only".to_owned(),
        |own| format!("what this page says is kept in `{own}`"),
    );
    let message = format!("this page states {what} for `{path}`{others}");
    Diagnostic::new(codes::CONFLICTING_CONDITIONS, span, message).help(format!(
        "`{speaker}` speaks for the route, and `{constant}` holds what it says; {own}"
    ))
}
