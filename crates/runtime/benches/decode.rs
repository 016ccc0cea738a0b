//! How fast a page of users is decoded and encoded, against serde's derive and against untyped JSON.
//!
//! `cargo bench -p apimark-runtime --bench decode`. 1,000 users of 40 properties each; the best of many
//! rounds, in which the three take turns.

#![allow(clippy::print_stdout, reason = "the table is the result")]
#![allow(missing_docs, unreachable_pub, reason = "the types are those of a benchmark")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const USERS: usize = 1000;
const ROUNDS: usize = 41;

/// The same struct twice: with a field table, and with derived traits.
macro_rules! twins {
    ($($field:ident: $ty:ty = $wire:literal),* $(,)?) => {
        /// Names on the wire, and types.
        const FIELDS: &[(&str, &str)] = &[$(($wire, stringify!($ty))),*];

        mod tabled {
            use apimark_runtime as rt;

            pub struct User {
                $(pub $field: Option<$ty>,)*
                pub additional: rt::Additional,
            }

            rt::model! { User: "bench.user" { $($field: $wire,)* } }
        }

        mod derived {
            use apimark_runtime as rt;

            #[derive(serde::Deserialize, serde::Serialize)]
            pub struct User {
                $(
                    #[serde(rename = $wire, skip_serializing_if = "Option::is_none")]
                    pub $field: Option<$ty>,
                )*
            }
        }
    };
}

twins! {
    id: Box<str> = "id", about_me: Box<str> = "aboutMe", account_enabled: bool = "accountEnabled",
    age_group: Box<str> = "ageGroup", birthday: rt::Timestamp = "birthday",
    business_phones: Vec<Box<str>> = "businessPhones", city: Box<str> = "city",
    company_name: Box<str> = "companyName", country: Box<str> = "country",
    created_date_time: rt::Timestamp = "createdDateTime", creation_type: Box<str> = "creationType",
    department: Box<str> = "department", display_name: Box<str> = "displayName",
    employee_id: Box<str> = "employeeId", employee_type: Box<str> = "employeeType",
    fax_number: Box<str> = "faxNumber", given_name: Box<str> = "givenName",
    im_addresses: Vec<Box<str>> = "imAddresses", is_resource_account: bool = "isResourceAccount",
    job_title: Box<str> = "jobTitle", mail: Box<str> = "mail", mail_nickname: Box<str> = "mailNickname",
    mobile_phone: Box<str> = "mobilePhone", my_site: Box<str> = "mySite",
    office_location: Box<str> = "officeLocation", other_mails: Vec<Box<str>> = "otherMails",
    password_policies: Box<str> = "passwordPolicies", postal_code: Box<str> = "postalCode",
    preferred_language: Box<str> = "preferredLanguage", preferred_name: Box<str> = "preferredName",
    proxy_addresses: Vec<Box<str>> = "proxyAddresses", schools: Vec<Box<str>> = "schools",
    show_in_address_list: bool = "showInAddressList",
    sign_in_sessions_valid_from: rt::Timestamp = "signInSessionsValidFromDateTime",
    state: Box<str> = "state", street_address: Box<str> = "streetAddress", surname: Box<str> = "surname",
    usage_location: Box<str> = "usageLocation", user_principal_name: Box<str> = "userPrincipalName",
    user_type: Box<str> = "userType",
}

/// In the derived twin's page the elements are read by derived code throughout.
#[derive(Deserialize, Serialize)]
struct Page<T> {
    value: Vec<T>,
}

fn main() {
    let text = page();
    let mut rounds = [const { Vec::new() }; 6];
    for _ in 0..ROUNDS {
        let (tabled, tabled_page) = decode::<Page<tabled::User>>(&text);
        let (derived, derived_page) = decode::<Page<derived::User>>(&text);
        let (untyped, untyped_page) = decode::<serde_json::Value>(&text);
        let (tabled_out, written) = encode(&tabled_page);
        let (derived_out, expected) = encode(&derived_page);
        let (untyped_out, _) = encode(&untyped_page);
        assert_eq!(written.len(), expected.len(), "both write the same page");
        let times = [tabled, derived, untyped, tabled_out, derived_out, untyped_out];
        rounds.iter_mut().zip(times).for_each(|(times, time)| times.push(time));
    }
    let [tabled, derived, untyped, tabled_out, derived_out, untyped_out] =
        rounds.map(|times| times.into_iter().min().unwrap_or_default());
    println!("{USERS} users, {} bytes; best of {ROUNDS}", text.len());
    row("decode", tabled, derived, untyped);
    row("encode", tabled_out, derived_out, untyped_out);
}

fn row(name: &str, tabled: Duration, derived: Duration, untyped: Duration) {
    println!(
        "{name}: table {:.2} ms, derive {:.2} ms, Value {:.2} ms; {:.2} times derive, Value takes {:.2} times as long",
        millis(tabled),
        millis(derived),
        millis(untyped),
        tabled.as_secs_f64() / derived.as_secs_f64(),
        untyped.as_secs_f64() / tabled.as_secs_f64(),
    );
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn decode<T: DeserializeOwned>(text: &str) -> (Duration, T) {
    let start = Instant::now();
    let value = serde_json::from_str(black_box(text)).expect("the page is valid");
    (start.elapsed(), value)
}

fn encode<T: Serialize>(value: &T) -> (Duration, String) {
    let start = Instant::now();
    let text = serde_json::to_string(black_box(value)).expect("the page can be written");
    (start.elapsed(), text)
}

/// A page with every property set, different for every user, in the order of the documentation.
fn page() -> String {
    let mut text = String::from("{\"value\":[");
    for user in 0..USERS {
        let members: Vec<String> = FIELDS
            .iter()
            .map(|(name, ty)| match *ty {
                "bool" => format!("\"{name}\":{}", user % 2 == 0),
                "rt::Timestamp" => format!("\"{name}\":\"2031-03-04T05:06:{:02}Z\"", user % 60),
                "Vec<Box<str>>" => format!("\"{name}\":[\"{user}@contoso.com\"]"),
                _ => format!("\"{name}\":\"{name} of user {user}\""),
            })
            .collect();
        text.push_str(if user == 0 { "{" } else { ",{" });
        write!(text, "{}}}", members.join(",")).expect("writing to a String cannot fail");
    }
    text + "]}"
}
