use super::*;
use crate::{Method, NoContent, Path, Request};

#[test]
fn an_operation_says_nothing_that_the_docs_do_not_say() {
    const PLAIN: Operation = Operation::new("Wave", "wave");
    assert_eq!((PLAIN.title(), PLAIN.reference()), ("Wave", "wave"));
    assert!(PLAIN.permissions().is_empty() && PLAIN.clouds().is_empty());
    assert!(PLAIN.statuses().is_empty() && PLAIN.deprecation().is_none());
    assert!(!PLAIN.consistency_level() && !PLAIN.is_preview());
}

#[test]
fn unstated_and_unsupported_differ() {
    let permissions = Permissions::unordered().within("teams").application(&[]);
    let stated = AccountType::ALL.map(|account| permissions.alternatives(account).is_some());
    assert_eq!(stated, [false, false, true]);
    assert!(AccountType::ALL.iter().all(|account| permissions.least(*account).is_none()));
    assert_eq!((permissions.scope(), permissions.is_ordered()), (Some("teams"), false));
}

#[test]
fn a_request_keeps_its_operation() {
    static WAVE: Operation = Operation::new("Wave", "wave").answers(&[202]);
    let bare: Request<NoContent> = Path::root().child("/wave").request(Method::POST);
    assert!(bare.operation().is_none());
    let request = bare.documented_by(&WAVE).decode_as::<crate::Value>().clone();
    assert_eq!(request.operation(), Some(&WAVE));
}
