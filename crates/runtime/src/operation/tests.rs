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

static READ: Operation =
    Operation::new("Read", "read").application("Mail.Read, Mail.ReadWrite, All.Write");
static WRITE: Operation = Operation::new("Write", "write").application("Mail.ReadWrite, All.Write");
static BOTH: Operation =
    Operation::new("Both", "both").application("Mail.Move + Mail.Send, All.Write");
static CASES: Operation = Operation::new("Cases", "cases").cases(&[
    Permissions::within("teams").application("Team.Read"),
    Permissions::within("chats").application(""),
    Permissions::within("calls"),
]);

#[test]
fn a_list_needs_no_more_than_its_least_privileged_permissions() {
    let least = |list: &[&'static Operation]| {
        least_privileged(list, AccountType::Application).permissions.join(" ")
    };
    assert_eq!(least(&[]), "");
    assert_eq!(least(&[&READ]), "Mail.Read");
    // Who may write may read.
    assert_eq!(least(&[&READ, &WRITE]), "Mail.ReadWrite");
    assert_eq!(least(&[&BOTH, &READ]), "Mail.Move Mail.Read Mail.Send");
    assert_eq!(least(&[&WRITE, &BOTH, &READ]), "Mail.Move Mail.ReadWrite Mail.Send");
    let fewest = fewest_permissions([&WRITE, &BOTH, &READ], AccountType::Application);
    assert_eq!(fewest.permissions, ["All.Write"]);
    assert!(fewest.is_smallest);
}

#[test]
fn equally_few_permissions_are_the_modest_ones() {
    static ONE: Operation = Operation::new("One", "one").application("B, A, C");
    static TWO: Operation = Operation::new("Two", "two").application("D, A, B, C");
    let fewest = fewest_permissions([&ONE, &TWO], AccountType::Application);
    assert_eq!(fewest.permissions, ["A"]);
}

#[test]
fn what_cannot_be_granted_is_told() {
    let scopes = |needs: &[Need<'_>]| {
        needs.iter().map(|it| it.case().and_then(Permissions::scope)).collect::<Vec<_>>()
    };
    let all = least_privileged([&CASES], AccountType::Application);
    assert_eq!(all.permissions, ["Team.Read"]);
    assert_eq!(scopes(&all.not_supported), [Some("chats")]);
    assert_eq!(scopes(&all.unstated), [Some("calls")]);
    let one = least_privileged(CASES.case("teams"), AccountType::Application);
    assert!(one.not_supported.is_empty() && one.unstated.is_empty());
    assert_eq!(CASES.case("mails"), None);
    let unknown = least_privileged([&READ], AccountType::DelegatedWork);
    assert_eq!(unknown.unstated[0].operation(), &READ);
}
