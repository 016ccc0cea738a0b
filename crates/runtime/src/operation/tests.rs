use super::*;
use crate::{Method, NoContent, Path, Request};

#[test]
fn an_operation_says_nothing_that_the_docs_do_not_say() {
    const PLAIN: Operation = Operation::new("Wave", "wave");
    assert_eq!((PLAIN.title(), PLAIN.reference()), ("Wave", "wave"));
    assert!(PLAIN.permissions().is_empty() && PLAIN.clouds().is_empty());
    assert!(PLAIN.deprecation().is_none() && !PLAIN.is_preview());
    assert!(!PLAIN.consistency_level() && !PLAIN.is_accepted());
}

#[test]
fn unstated_and_unsupported_differ() {
    let permissions = Permissions::within("teams").unordered().application("");
    let stated = AccountType::ALL.map(|account| permissions.alternatives(account).is_some());
    assert_eq!(stated, [false, false, true]);
    assert!(AccountType::ALL.iter().all(|account| permissions.least(*account).is_none()));
    assert_eq!((permissions.scope(), permissions.is_ordered()), (Some("teams"), false));
}

#[test]
fn a_request_keeps_its_operation() {
    static WAVE: Operation = Operation::new("Wave", "wave").accepted();
    let bare: Request<NoContent> = Path::root().child("/wave").request(Method::POST);
    assert!(bare.operation().is_none());
    let request = bare.documented_by(&WAVE).decode_as::<crate::Value>().clone();
    assert_eq!(request.operation(), Some(&WAVE));
}

#[test]
fn alternatives_are_sets() {
    let permissions = Permissions::within("teams").delegated_work("A.Read, A.All + B.Read, C");
    let alternatives = permissions.alternatives(AccountType::DelegatedWork);
    assert_eq!(alternatives, Some(vec![vec!["A.Read"], vec!["A.All", "B.Read"], vec!["C"]]));
}

#[test]
fn one_case_needs_no_name_and_several_have_one() {
    const ONE: Operation = Operation::new("Wave", "wave").application("A.Read").unordered();
    let scopes =
        |it: &Operation| it.permissions().iter().map(Permissions::scope).collect::<Vec<_>>();
    assert_eq!(scopes(&ONE), [None]);
    assert!(!ONE.permissions()[0].is_ordered());
    const CASES: &[Permissions] = &[Permissions::within("a"), Permissions::within("b")];
    assert_eq!(scopes(&Operation::new("Wave", "wave").cases(CASES)), [Some("a"), Some("b")]);
}
