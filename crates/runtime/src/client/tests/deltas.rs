//! Whatever a delta function answers: each entry comes once and whole, no page is passed over, and what failed
//! can be taken up again.
#![expect(unreachable_pub, reason = "the macro declares a public type")]

use std::collections::BTreeMap;

use azure_core::http::RetryOptions;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;
use serde_json::value::RawValue;

use super::fake::{Answer, Fake, answer, json as ok};
use crate as rt;
use crate::client::{Change, Client, Delta, Error};
use crate::{Method, Page, Path, Request};

pub struct Thing {
    pub id: Option<Box<str>>,
    pub name: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Thing: "zoo.thing" { id: "id", name: "name", } }

/// What an entry of a page is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Object,
    Removed,
    Link,
    /// Nothing that is documented.
    Odd,
}

const ENTRIES: [(Kind, &str); 21] = [
    (Kind::Object, r#"{"id":"1","name":"a"}"#),
    (Kind::Object, r#"{"id":"1","name":null}"#),
    (Kind::Object, r#"{"id":null,"more":{"a":[1,null]},"@odata.type":"zoo.thing"}"#),
    (Kind::Object, r#"{"id":7,"name":["x"],"none":null}"#),
    (Kind::Object, r#"{"id":"1","name":"party \ud83d"}"#),
    (Kind::Object, r#"{"id":"1","m@delta":[{"id":"3","@removed":{"reason":"deleted"}}]}"#),
    (Kind::Object, r#"{"id":"1","large":12345678901234567890.50}"#),
    (Kind::Object, "{}"),
    (Kind::Removed, r#"{"id":"1","@removed":{"reason":"deleted"}}"#),
    (Kind::Removed, r#"{"id":"1","name":null,"@removed":{"reason":"odd"},"more":["x"]}"#),
    (Kind::Removed, r#"{"@odata.removed":{"reason":"changed"},"@odata.id":"t('1')"}"#),
    (Kind::Removed, r#"{"id":"1","@removed":{"reason":"deleted","by":"Ana"}}"#),
    (Kind::Removed, r#"{"id":"1","@removed":"deleted"}"#),
    (Kind::Removed, r##"{"@context":"#t/$deletedEntity","id":"t('1')","reason":"deleted"}"##),
    (Kind::Link, r##"{"@context":"#t/$link","source":"a","relationship":"b","target":"c"}"##),
    (Kind::Link, r##"{"@odata.context":"#t/$deletedLink","source":"a","relationship":"b","x":7}"##),
    (Kind::Odd, "7"),
    (Kind::Odd, "null"),
    (Kind::Odd, r#""text""#),
    (Kind::Odd, "true"),
    (Kind::Odd, r#"[{"id":"1"}]"#),
];

/// The pages of a round, and what fails in it.
#[derive(Clone, Debug)]
struct Round {
    /// Which entries, and whether links go by their short names.
    pages: Vec<(Vec<usize>, bool)>,
    /// A page that cannot be got at first, and why.
    fault: Option<(usize, usize)>,
    /// After how many entries the reader stops, and goes on anew.
    stop: usize,
}

fn rounds() -> impl Strategy<Value = Round> {
    let pages = vec((vec(0..ENTRIES.len(), 0..5), any::<bool>()), 1..5);
    (pages, option::of((0..5_usize, 0..6_usize)), 0..14_usize)
        .prop_map(|(pages, fault, stop)| Round { pages, fault, stop })
}

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn place(page: usize) -> String {
    format!("{ROOT}/things/delta?page={page}")
}

fn fault(number: usize) -> Answer {
    match number {
        0 => answer(500, &[], ""),
        1 => answer(404, &[], "{}"),
        2 => answer(200, &[("content-type", "text/html")], "<html>"),
        3 => ok(r#"{"value":[{"id":"1"},"#),
        4 => Answer::Cut(200, Vec::new(), r#"{"value":["#.into()),
        _ => Answer::Broken,
    }
}

impl Round {
    /// The answers from this page on.
    fn answers(&self, from: usize) -> Vec<Answer> {
        let last = self.pages.len() - 1;
        let page = |(index, (entries, short)): (usize, &(Vec<usize>, bool))| {
            let entries: Vec<&str> = entries.iter().map(|it| ENTRIES[*it].1).collect();
            let prefix = if *short { "@" } else { "@odata." };
            let links = match index {
                _ if index < last => format!(r#""{prefix}nextLink":"{}""#, place(index + 1)),
                _ => format!(r#""{prefix}nextLink":"","{prefix}deltaLink":"{}""#, place(99)),
            };
            ok(&format!(r#"{{"value":[{}],{links},"more":null}}"#, entries.join(",")))
        };
        self.pages.iter().enumerate().skip(from).map(page).collect()
    }

    fn entries(&self, from: usize) -> Vec<usize> {
        self.pages[from..].iter().flat_map(|(entries, _)| entries).copied().collect()
    }
}

fn client(answers: Vec<Answer>) -> Client {
    Fake::new(answers).builder().retry(RetryOptions::none()).build().unwrap()
}

fn request<T>() -> Request<Page<T>> {
    Path::at(ROOT).child("/things/delta").request(Method::GET)
}

/// Holds an entry against what came of it.
fn hold(entry: usize, outcome: Result<Change<Thing>, Error>) {
    let (kind, text) = ENTRIES[entry];
    match outcome {
        Ok(Change::Updated(thing)) => {
            assert_eq!(kind, Kind::Object, "{text}");
            let mut written = serde_json::to_string(&*thing.object).unwrap();
            for name in ["id", "name"].into_iter().filter(|it| thing.is_null(it)) {
                let more = if written == "{}" { "" } else { "," };
                written.insert_str(1, &format!("\"{name}\":null{more}"));
            }
            assert_eq!(parts(&written), parts(text), "{text}");
        }
        Ok(Change::Removed(it)) => {
            assert_eq!(kind, Kind::Removed, "{text}");
            assert!(!it.id.is_empty());
            nothing_is_lost(text, &format!("{it:?}").to_lowercase());
        }
        Ok(Change::Link(it)) => {
            assert_eq!(kind, Kind::Link, "{text}");
            nothing_is_lost(text, &format!("{it:?}").to_lowercase());
        }
        Err(Error::Item(it)) => assert_eq!((kind, it.json()), (Kind::Odd, text)),
        Err(error) => panic!("{text}: {error}"),
    }
}

/// The members of an object in one order: as texts, because half a surrogate pair is no value.
fn parts(object: &str) -> Vec<String> {
    let members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(object).unwrap();
    members.into_iter().map(|(name, value)| format!("{name}: {value}")).collect()
}

/// Each scalar of an entry is still there.
fn nothing_is_lost(entry: &str, debug: &str) {
    fn scalars(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::Object(members) => members.values().for_each(|it| scalars(it, all)),
            Value::Array(items) => items.iter().for_each(|it| scalars(it, all)),
            Value::String(text) => all.push(text.to_lowercase()),
            other => all.push(other.to_string()),
        }
    }
    let mut all = Vec::new();
    scalars(&serde_json::from_str(entry).unwrap(), &mut all);
    for scalar in all {
        // The context says what the entry is, which its type says now.
        assert!(debug.contains(&scalar), "{scalar} of {entry} in {debug}");
    }
}

/// Reads at most so many entries.
async fn read(
    delta: &mut Delta<Thing>,
    most: usize,
) -> (Vec<Result<Change<Thing>, Error>>, Option<Error>) {
    let mut outcomes = Vec::new();
    while outcomes.len() < most {
        match delta.try_next().await {
            Ok(Some(change)) => outcomes.push(Ok(change)),
            Ok(None) => break,
            Err(error @ Error::Item(_)) => outcomes.push(Err(error)),
            Err(error) => return (outcomes, Some(error)),
        }
    }
    (outcomes, None)
}

fn hold_all(entries: &[usize], outcomes: Vec<Result<Change<Thing>, Error>>) {
    assert_eq!(entries.len(), outcomes.len(), "{entries:?} {outcomes:?}");
    entries.iter().zip(outcomes).for_each(|(entry, outcome)| hold(*entry, outcome));
}

/// The page that a link of an unfinished reader leads to.
fn page_of(link: &str) -> usize {
    link.rsplit_once("page=").map_or(0, |(_, page)| page.parse().unwrap())
}

/// Reads a round in which one page fails, and goes on there.
async fn with_a_fault(round: &Round) {
    let (at, why) = round.fault.unwrap_or((usize::MAX, 0));
    let mut answers = round.answers(0);
    if at < answers.len() {
        answers.truncate(at);
        answers.push(fault(why));
    }
    let mut delta = request::<Thing>().delta(&client(answers));
    let (mut outcomes, failed) = read(&mut delta, usize::MAX).await;
    assert_eq!(failed.is_some(), at < round.pages.len(), "{failed:?}");
    if failed.is_some() {
        assert!(!delta.is_complete() && delta.try_next().await.unwrap().is_none());
        let link = delta.link().unwrap();
        assert_eq!(page_of(link.as_str()), at);
        delta = request().delta_from(&client(round.answers(at)), &link);
        let (more, failed) = read(&mut delta, usize::MAX).await;
        assert!(failed.is_none(), "{failed:?}");
        outcomes.extend(more);
    }
    hold_all(&round.entries(0), outcomes);
    assert!(delta.is_complete());
    assert_eq!(delta.link().unwrap().as_str(), place(99));
}

/// Reads a part of a round, and goes on in another run of the program: some of it again, all of it once.
async fn with_a_stop(round: &Round) {
    let mut delta = request::<Thing>().delta(&client(round.answers(0)));
    let (outcomes, failed) = read(&mut delta, round.stop).await;
    assert!(failed.is_none(), "{failed:?}");
    let link = delta.link().unwrap();
    if link.as_str() == place(99) {
        return hold_all(&round.entries(0), outcomes);
    }
    let at = page_of(link.as_str());
    let begin: usize = round.pages[..at].iter().map(|(entries, _)| entries.len()).sum();
    assert!(begin <= outcomes.len(), "{begin} of {}", outcomes.len());
    let mut delta = request::<Thing>().delta_from(&client(round.answers(at)), &link);
    let (outcomes, _) = read(&mut delta, usize::MAX).await;
    hold_all(&round.entries(at), outcomes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_change_comes_once_and_whole(round in rounds()) {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            with_a_fault(&round).await;
            with_a_stop(&round).await;
        });
    }
}

#[tokio::test]
async fn what_is_no_page_of_changes_is_an_error_and_never_the_end() {
    for body in ["{}", r#"{"value":{}}"#, "null", "7", ""] {
        let mut delta = request::<Thing>().delta(&client(vec![ok(body)]));
        let outcome = delta.try_next().await;
        assert!(outcome.is_err() && !delta.is_complete(), "{body}: {outcome:?}");
        if !body.contains("value") {
            let link = delta.link().map(|it| it.to_string());
            assert_eq!(link, Some(format!("{ROOT}/things/delta")), "{body}");
        }
    }
    for unlinked in [r#"{"value":[]}"#, r#"{"value":null}"#, "[]"] {
        let mut delta = request::<Thing>().delta(&client(vec![ok(unlinked)]));
        assert!(delta.try_next().await.unwrap().is_none());
        assert!(!delta.is_complete() && delta.link().is_none(), "nobody says where to go on");
    }
}
