//! 64-bit integers and decimals as strings, where both sides say so: header and body together.

use apimark_runtime as rt;
use apimark_runtime::{Decimal, Method, Page, Property, Update, Written};

use crate::server::{Server, answer};
use crate::{builder, client, request};

pub(crate) struct Account {
    pub(crate) count: Option<i32>,
    pub(crate) steps: Option<i64>,
    pub(crate) pay: Option<Decimal>,
    pub(crate) all: Option<Vec<i64>>,
    pub(crate) inner: Option<Box<Account>>,
    pub(crate) additional: rt::Additional,
}
rt::model! {
    Account: "zoo.account" { count: "count", steps: "steps", pay: "pay", all: "all", inner: "inner", }
}

impl Account {
    const COUNT: Property<Self, i32> = Property::new("count");
    const STEPS: Property<Self, i64> = Property::new("steps");
    const PAY: Property<Self, Decimal> = Property::new("pay");
    const ALL: Property<Self, Vec<i64>> = Property::new("all");
    const INNER: Property<Self, Account> = Property::new("inner");
}

const PAY: &str = "12345678901234567.89";
const NUMBERS: &str = r#"{"count":7,"steps":9007199254740993,"pay":12345678901234567.89,"all":[-9223372036854775808],"inner":{"steps":1}}"#;
const STRINGS: &str = r#"{"count":7,"steps":"9007199254740993","pay":"12345678901234567.89","all":["-9223372036854775808"],"inner":{"steps":"1"}}"#;
const FORM: &str = "application/json;IEEE754Compatible=true";

fn pay() -> Decimal {
    PAY.parse().unwrap()
}

fn change() -> rt::Request<Written<Account>> {
    let inner = Account { steps: Some(1), ..Account::default() };
    let update = Update::new()
        .set(Account::COUNT, 7)
        .set(Account::STEPS, 9_007_199_254_740_993)
        .set(Account::PAY, pay())
        .set(Account::ALL, [i64::MIN])
        .set(Account::INNER, &inner);
    request(Method::PATCH).json(&update)
}

fn hold(account: &Account) {
    assert_eq!((account.count, account.steps), (Some(7), Some(9_007_199_254_740_993)));
    assert_eq!((account.pay, account.all.as_deref()), (Some(pay()), Some(&[i64::MIN][..])));
    assert_eq!(account.inner.as_ref().and_then(|it| it.steps), Some(1));
    assert!(account.additional.is_empty());
}

#[tokio::test]
async fn both_sides_say_it_and_do_it() {
    let said = [("Content-Type", FORM)];
    let page = format!(r#"{{"@odata.count":"9007199254740993","value":[{STRINGS}]}}"#);
    let server = Server::start(vec![
        answer("200 OK", &said, STRINGS.as_bytes()),
        answer("200 OK", &said, page.as_bytes()),
        answer("204 No Content", &[], b""),
    ]);
    let strict = builder(&server.url).ieee754_compatible(true).build().unwrap();
    let account = change().send(&strict).await.unwrap().body().unwrap();
    hold(&account);
    let page: Page<Account> = request(Method::GET).send(&strict).await.unwrap();
    assert_eq!(page.count, Some(9_007_199_254_740_993));
    hold(&page.value[0]);
    // What was read is written in the same form.
    request::<Written<Account>>(Method::PUT).json(&account).send(&strict).await.unwrap();
    let [changed, read, put] = &server.seen()[..] else { panic!() };
    for (sent, method) in [(changed, "PATCH"), (put, "PUT")] {
        assert!(sent.starts_with(&format!("{method} ")), "{sent}");
        assert!(sent.contains(&format!("\ncontent-type: {FORM}\n")), "{sent}");
        assert!(sent.contains(&format!("\ncontent-length: {}\n", STRINGS.len())), "{sent}");
        assert!(sent.ends_with(&format!("\n\n{STRINGS}")), "{sent}");
    }
    assert!(read.contains(&format!("\naccept: {FORM}\n")), "{read}");
}

/// Without it, numbers go out with all digits, and strings that come nevertheless are read.
#[tokio::test]
async fn nobody_is_sent_strings_unasked() {
    let server = Server::start(vec![answer("200 OK", &[], STRINGS.as_bytes()); 1]);
    hold(&change().send(&client(&server.url)).await.unwrap().body().unwrap());
    let sent = server.seen().remove(0);
    assert!(sent.contains("\ncontent-type: application/json\n"), "{sent}");
    assert!(sent.ends_with(&format!("\n\n{NUMBERS}")), "{sent}");
}
