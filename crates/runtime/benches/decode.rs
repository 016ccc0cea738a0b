//! How fast a page of users is decoded and encoded, against serde's derive and against untyped JSON.
//!
//! `cargo bench -p apimark-runtime --bench decode`. 1,000 users with 40 of their 105 properties each, nested
//! objects among them, in the order of the documentation and backwards; then with 4 properties, as `$select`
//! and deltas have them. The best of many rounds. All three read the same bytes, models as a client does. Each
//! decodes, encodes and drops its page before the next one begins, and each comes first in every third round, so
//! that none finds the memory in another state than the others. Dropping is not timed.

#![allow(clippy::print_stdout, reason = "the table is the result")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use apimark_runtime as rt;
use rt::FromBody;
use serde::Serialize;
use serde::de::DeserializeOwned;

const USERS: usize = 1000;
const ROUNDS: usize = 99;

fn main() {
    println!("size_of::<User>() with 105 properties: {} bytes", size_of::<table::User>());
    compare("in order", &page(false));
    compare("backwards", &page(true));
    compare_bytes(&page(false));
    compare("with 4 properties", &sparse(selected));
    compare_pages(&sparse(selected));
    compare_changes(&sparse(changed));
}

fn compare(order: &str, text: &str) {
    let turns = [
        |text: &str| turn::<table::Page>(text, body),
        |text: &str| turn::<derive::Page>(text, slice),
        |text: &str| turn::<rt::Value>(text, slice),
    ];
    let mut best = [[Duration::MAX; 2]; 3];
    let mut written = [0; 3];
    for round in 0..ROUNDS {
        for who in (0..3).map(|turn| (round + turn) % 3) {
            let (times, bytes) = turns[who](text);
            best[who] = [best[who][0].min(times[0]), best[who][1].min(times[1])];
            written[who] = bytes;
        }
    }
    assert_eq!(written[0], written[1], "both types write the same page");
    println!("{USERS} users {order}, {} bytes; best of {ROUNDS}", text.len());
    row("decode", best.map(|times| times[0]));
    row("encode", best.map(|times| times[1]));
}

/// A body is bytes: `from_slice` checks each string of it, a request's answer is checked once as a whole.
fn compare_bytes(text: &str) {
    let ways: [fn(&[u8]) -> table::Page; 2] = [
        |body| serde_json::from_slice(body).expect("the page is valid"),
        |body| rt::FromBody::from_body(body).expect("the page is valid"),
    ];
    let mut best = [Duration::MAX; 2];
    for round in 0..ROUNDS {
        for who in [round % 2, 1 - round % 2] {
            let start = Instant::now();
            let page = black_box(ways[who](black_box(text.as_bytes())));
            best[who] = best[who].min(start.elapsed());
            drop(page);
        }
    }
    let [slice, body] = best.map(|time| time.as_secs_f64() * 1000.0);
    println!("decode bytes: from_slice {slice:.2} ms, from_body {body:.2} ms");
}

/// As the client reads a page: into a `Page`, which takes items of any type.
fn compare_pages(text: &str) {
    println!("{USERS} users with 4 properties, read as `Page<User>`; best of {ROUNDS}");
    compare_decoding::<rt::Page<table::User>>(text);
}

fn compare_changes(text: &str) {
    println!("{USERS} changes of 2 properties, {} bytes; best of {ROUNDS}", text.len());
    compare_decoding::<rt::Page<rt::delta::Change<table::User>>>(text);
}

/// What is only read.
fn compare_decoding<T: DeserializeOwned>(text: &str) {
    let turns = [
        |text: &str| decode::<T>(text, body),
        |text: &str| decode::<derive::Page>(text, slice),
        |text: &str| decode::<rt::Value>(text, slice),
    ];
    let mut best = [Duration::MAX; 3];
    for round in 0..ROUNDS {
        for who in (0..3).map(|turn| (round + turn) % 3) {
            best[who] = best[who].min(turns[who](text));
        }
    }
    row("decode", best);
}

fn body<T: DeserializeOwned>(json: &[u8]) -> T {
    T::from_body(json).expect("the page is valid")
}

fn slice<T: DeserializeOwned>(json: &[u8]) -> T {
    serde_json::from_slice(json).expect("the page is valid")
}

fn decode<T>(text: &str, read: fn(&[u8]) -> T) -> Duration {
    let start = Instant::now();
    let value = read(black_box(text.as_bytes()));
    let decoded = start.elapsed();
    drop(black_box(value));
    decoded
}

fn row(name: &str, times: [Duration; 3]) {
    let [table, derive, untyped] = times.map(|time| time.as_secs_f64() * 1000.0);
    println!(
        "{name}: table {table:.2} ms, derive {derive:.2} ms, Value {untyped:.2} ms; {:.2} times derive, {:.2} times as fast as Value",
        table / derive,
        untyped / table,
    );
}

/// How long it takes to decode the text and to encode the value again, and the bytes written.
fn turn<T: Serialize>(text: &str, read: fn(&[u8]) -> T) -> ([Duration; 2], usize) {
    let start = Instant::now();
    let value = read(black_box(text.as_bytes()));
    let decoded = start.elapsed();
    let start = Instant::now();
    let written = serde_json::to_string(black_box(&value)).expect("the page can be written");
    ([decoded, start.elapsed()], written.len())
}

/// Declares the same types twice, so that both decoders have the same work.
macro_rules! both {
    ($($name:ident: $wire:literal { $($field:ident: $member:literal => $ty:ty,)* })*) => {
        mod table {
            use apimark_runtime as rt;

            $(
                pub(crate) struct $name {
                    $(pub(crate) $field: Option<$ty>,)*
                    pub(crate) additional: rt::Additional,
                }
                rt::model! { $name: $wire { $($field: $member,)* } }
            )*
        }

        mod derive {
            use apimark_runtime as rt;
            use serde::{Deserialize, Serialize};

            $(
                #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
                #[serde(default)]
                pub(crate) struct $name {
                    $(
                        #[serde(rename = $member, skip_serializing_if = "Option::is_none")]
                        pub(crate) $field: Option<$ty>,
                    )*
                }
            )*
        }
    };
}

both! {
    Page: "" {
        context: "@odata.context" => Box<str>,
        next_link: "@odata.nextLink" => Box<str>,
        value: "value" => Vec<User>,
    }
    User: "microsoft.graph.user" {
        id: "id" => Box<str>,
        deleted_date_time: "deletedDateTime" => rt::Timestamp,
        account_enabled: "accountEnabled" => bool,
        age_group: "ageGroup" => Box<str>,
        assigned_licenses: "assignedLicenses" => Vec<AssignedLicense>,
        assigned_plans: "assignedPlans" => Vec<AssignedPlan>,
        business_phones: "businessPhones" => Vec<Box<str>>,
        city: "city" => Box<str>,
        company_name: "companyName" => Box<str>,
        consent_provided_for_minor: "consentProvidedForMinor" => Box<str>,
        country: "country" => Box<str>,
        created_date_time: "createdDateTime" => rt::Timestamp,
        creation_type: "creationType" => Box<str>,
        department: "department" => Box<str>,
        display_name: "displayName" => Box<str>,
        employee_id: "employeeId" => Box<str>,
        employee_type: "employeeType" => Box<str>,
        external_user_state: "externalUserState" => Box<str>,
        fax_number: "faxNumber" => Box<str>,
        given_name: "givenName" => Box<str>,
        identities: "identities" => Vec<ObjectIdentity>,
        im_addresses: "imAddresses" => Vec<Box<str>>,
        is_resource_account: "isResourceAccount" => bool,
        job_title: "jobTitle" => Box<str>,
        last_password_change_date_time: "lastPasswordChangeDateTime" => rt::Timestamp,
        legal_age_group_classification: "legalAgeGroupClassification" => Box<str>,
        license_assignment_states: "licenseAssignmentStates" => Vec<AssignedPlan>,
        mail: "mail" => Box<str>,
        mail_nickname: "mailNickname" => Box<str>,
        mobile_phone: "mobilePhone" => Box<str>,
        office_location: "officeLocation" => Box<str>,
        on_premises_distinguished_name: "onPremisesDistinguishedName" => Box<str>,
        on_premises_domain_name: "onPremisesDomainName" => Box<str>,
        on_premises_immutable_id: "onPremisesImmutableId" => Box<str>,
        on_premises_last_sync_date_time: "onPremisesLastSyncDateTime" => rt::Timestamp,
        on_premises_sam_account_name: "onPremisesSamAccountName" => Box<str>,
        on_premises_security_identifier: "onPremisesSecurityIdentifier" => Box<str>,
        on_premises_sync_enabled: "onPremisesSyncEnabled" => bool,
        on_premises_user_principal_name: "onPremisesUserPrincipalName" => Box<str>,
        other_mails: "otherMails" => Vec<Box<str>>,
        password_policies: "passwordPolicies" => Box<str>,
        password_profile: "passwordProfile" => Box<PasswordProfile>,
        postal_code: "postalCode" => Box<str>,
        preferred_data_location: "preferredDataLocation" => Box<str>,
        preferred_language: "preferredLanguage" => Box<str>,
        provisioned_plans: "provisionedPlans" => Vec<AssignedPlan>,
        proxy_addresses: "proxyAddresses" => Vec<Box<str>>,
        show_in_address_list: "showInAddressList" => bool,
        state: "state" => Box<str>,
        street_address: "streetAddress" => Box<str>,
        surname: "surname" => Box<str>,
        usage_location: "usageLocation" => Box<str>,
        user_principal_name: "userPrincipalName" => Box<str>,
        user_type: "userType" => Box<str>,
        about_me: "aboutMe" => Box<str>,
        birthday: "birthday" => rt::Timestamp,
        hire_date: "hireDate" => rt::Timestamp,
        interests: "interests" => Vec<Box<str>>,
        my_site: "mySite" => Box<str>,
        preferred_name: "preferredName" => Box<str>,
        employee_hire_date: "employeeHireDate" => rt::Timestamp,
        employee_org_data: "employeeOrgData" => Box<PasswordProfile>,
        external_user_state_change: "externalUserStateChangeDateTime" => rt::Timestamp,
        mailbox_settings: "mailboxSettings" => Box<PasswordProfile>,
        on_premises_extension_attributes: "onPremisesExtensionAttributes" => Box<PasswordProfile>,
        on_premises_provisioning_errors: "onPremisesProvisioningErrors" => Vec<AssignedPlan>,
        past_projects: "pastProjects" => Vec<Box<str>>,
        refresh_tokens_valid_from: "refreshTokensValidFromDateTime" => rt::Timestamp,
        responsibilities: "responsibilities" => Vec<Box<str>>,
        schools: "schools" => Vec<Box<str>>,
        skills: "skills" => Vec<Box<str>>,
        sign_in_sessions_valid_from: "signInSessionsValidFromDateTime" => rt::Timestamp,
        agreement_acceptances: "agreementAcceptances" => Box<Vec<ObjectIdentity>>,
        activities: "activities" => Box<Vec<ObjectIdentity>>,
        app_role_assignments: "appRoleAssignments" => Box<Vec<ObjectIdentity>>,
        calendar: "calendar" => Box<ObjectIdentity>,
        calendar_groups: "calendarGroups" => Box<Vec<ObjectIdentity>>,
        calendar_view: "calendarView" => Box<Vec<ObjectIdentity>>,
        calendars: "calendars" => Box<Vec<ObjectIdentity>>,
        contact_folders: "contactFolders" => Box<Vec<ObjectIdentity>>,
        contacts: "contacts" => Box<Vec<ObjectIdentity>>,
        created_objects: "createdObjects" => Box<Vec<ObjectIdentity>>,
        direct_reports: "directReports" => Box<Vec<ObjectIdentity>>,
        drive: "drive" => Box<ObjectIdentity>,
        drives: "drives" => Box<Vec<ObjectIdentity>>,
        events: "events" => Box<Vec<ObjectIdentity>>,
        extensions: "extensions" => Box<Vec<ObjectIdentity>>,
        inference_classification: "inferenceClassification" => Box<ObjectIdentity>,
        insights: "insights" => Box<ObjectIdentity>,
        license_details: "licenseDetails" => Box<Vec<ObjectIdentity>>,
        mail_folders: "mailFolders" => Box<Vec<ObjectIdentity>>,
        manager: "manager" => Box<ObjectIdentity>,
        member_of: "memberOf" => Box<Vec<ObjectIdentity>>,
        messages: "messages" => Box<Vec<ObjectIdentity>>,
        onenote: "onenote" => Box<ObjectIdentity>,
        outlook: "outlook" => Box<ObjectIdentity>,
        owned_devices: "ownedDevices" => Box<Vec<ObjectIdentity>>,
        owned_objects: "ownedObjects" => Box<Vec<ObjectIdentity>>,
        people: "people" => Box<Vec<ObjectIdentity>>,
        photo: "photo" => Box<ObjectIdentity>,
        planner: "planner" => Box<ObjectIdentity>,
        registered_devices: "registeredDevices" => Box<Vec<ObjectIdentity>>,
        todo: "todo" => Box<ObjectIdentity>,
        managed_devices: "managedDevices" => Box<Vec<ObjectIdentity>>,
    }
    AssignedLicense: "microsoft.graph.assignedLicense" {
        disabled_plans: "disabledPlans" => Vec<rt::Uuid>,
        sku_id: "skuId" => rt::Uuid,
    }
    AssignedPlan: "microsoft.graph.assignedPlan" {
        assigned_date_time: "assignedDateTime" => rt::Timestamp,
        capability_status: "capabilityStatus" => Box<str>,
        service: "service" => Box<str>,
        service_plan_id: "servicePlanId" => rt::Uuid,
    }
    ObjectIdentity: "microsoft.graph.objectIdentity" {
        sign_in_type: "signInType" => Box<str>,
        issuer: "issuer" => Box<str>,
        issuer_assigned_id: "issuerAssignedId" => Box<str>,
    }
    PasswordProfile: "microsoft.graph.passwordProfile" {
        force_change: "forceChangePasswordNextSignIn" => bool,
        password: "password" => Box<str>,
    }
}

/// A page as the service writes it: 40 properties of each user, some of them null, in declared order or
/// from the last to the first.
fn page(backwards: bool) -> String {
    let users: Vec<String> = (0..USERS).map(|n| user(n, backwards)).collect();
    format!(
        r#"{{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[{}]}}"#,
        users.join(",")
    )
}

fn sparse(user: fn(usize) -> String) -> String {
    let users: Vec<String> = (0..USERS).map(user).collect();
    format!(r#"{{"@odata.context":"c","value":[{}]}}"#, users.join(","))
}

/// As `$select=id,displayName,mail,userPrincipalName` has it.
fn selected(n: usize) -> String {
    format!(
        r#"{{"id":"{n:08x}-4f4b-4cf3-8af6-{n:012x}","displayName":"Adele Vance {n}","mail":"adele{n}@contoso.com","userPrincipalName":"adele{n}@contoso.com"}}"#
    )
}

/// As a delta has it: one property changed, one was cleared.
fn changed(n: usize) -> String {
    format!(
        r#"{{"displayName":"Adele Vance {n}","jobTitle":null,"id":"{n:08x}-4f4b-4cf3-8af6-{n:012x}"}}"#
    )
}

fn user(n: usize, backwards: bool) -> String {
    let mut members = members(n);
    if backwards {
        members.reverse();
    }
    let mut object = String::new();
    for (name, value) in members {
        let comma = if object.is_empty() { "" } else { "," };
        write!(object, "{comma}\"{name}\":{value}").expect("a string takes all");
    }
    format!("{{{object}}}")
}

fn members(n: usize) -> Vec<(&'static str, String)> {
    let guid = |m: usize| format!("\"{:08x}-4f4b-4cf3-8af6-{:012x}\"", n * 31 + m, n * 7919 + m);
    let date =
        format!("\"20{:02}-{:02}-{:02}T08:30:{:02}Z\"", n % 30, n % 12 + 1, n % 28 + 1, n % 60);
    let plan = |m: usize| {
        let id = guid(m);
        format!(
            r#"{{"assignedDateTime":{date},"capabilityStatus":"Enabled","service":"exchange","servicePlanId":{id}}}"#
        )
    };
    let text = |text: &str| format!("\"{text} {n}\"");
    vec![
        ("id", guid(0)),
        ("deletedDateTime", "null".to_owned()),
        ("accountEnabled", (!n.is_multiple_of(5)).to_string()),
        ("ageGroup", "null".to_owned()),
        ("assignedLicenses", format!(r#"[{{"disabledPlans":[{}],"skuId":{}}}]"#, guid(1), guid(2))),
        ("assignedPlans", format!("[{},{},{}]", plan(3), plan(4), plan(5))),
        ("businessPhones", format!("[\"+1 425 555 {:04}\"]", n % 10_000)),
        ("city", text("Seattle")),
        ("companyName", text("Contoso")),
        ("country", "\"United States\"".to_owned()),
        ("createdDateTime", date.clone()),
        ("department", text("Sales & Marketing")),
        ("displayName", text("Adele Vance")),
        ("employeeId", text("E")),
        ("givenName", "\"Adele\"".to_owned()),
        (
            "identities",
            format!(
                r#"[{{"signInType":"userPrincipalName","issuer":"contoso.com","issuerAssignedId":"adele{n}@contoso.com"}}]"#
            ),
        ),
        ("imAddresses", "[]".to_owned()),
        ("isResourceAccount", "null".to_owned()),
        ("jobTitle", text("Retail Manager \\u00e9")),
        ("lastPasswordChangeDateTime", date.clone()),
        ("mail", format!("\"adele{n}@contoso.com\"")),
        ("mailNickname", format!("\"adele{n}\"")),
        ("mobilePhone", "null".to_owned()),
        ("officeLocation", text("18/2111")),
        ("onPremisesImmutableId", text("id")),
        ("onPremisesSyncEnabled", "true".to_owned()),
        ("otherMails", format!("[\"adele{n}@example.org\"]")),
        ("passwordPolicies", "\"None\"".to_owned()),
        ("passwordProfile", r#"{"forceChangePasswordNextSignIn":true,"password":null}"#.to_owned()),
        ("postalCode", format!("\"{:05}\"", n % 100_000)),
        ("preferredLanguage", "\"en-US\"".to_owned()),
        ("provisionedPlans", format!("[{}]", plan(6))),
        ("proxyAddresses", format!("[\"SMTP:adele{n}@contoso.com\",\"smtp:a{n}@contoso.com\"]")),
        ("showInAddressList", "true".to_owned()),
        ("state", "\"WA\"".to_owned()),
        ("streetAddress", text("9256 Towne Center Dr., Suite")),
        ("surname", "\"Vance\"".to_owned()),
        ("usageLocation", "\"US\"".to_owned()),
        ("userPrincipalName", format!("\"adele{n}@contoso.com\"")),
        ("userType", "\"Member\"".to_owned()),
    ]
}
