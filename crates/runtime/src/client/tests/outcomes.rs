//! Whatever a service answers to whatever call: no success is reported as a failure, no failure as a success,
//! and each failure says whether the change was made.

use azure_core::http::RetryOptions;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, json};

use super::fake::{Answer, Fake, answer, json as ok};
use crate::client::{Applied, Batch, Bytes, Client, Error};
use crate::{
    Conditional, FromBody, Media, Method, NoContent, Page, Path, Request, Value, Wrapped, Written,
};

type Object = Map<String, Value>;

/// What a body is to a call that is promised an object, and to one that is promised a page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Body {
    Nothing,
    Object,
    Page,
    /// JSON of another form than any of the two.
    Odd,
    /// No JSON.
    Unreadable,
}

const BODIES: [(Body, &str); 17] = [
    (Body::Nothing, ""),
    (Body::Nothing, " \r\n"),
    (Body::Nothing, "\u{feff}"),
    (Body::Nothing, "null"),
    (Body::Object, "{}"),
    (Body::Object, r#"{"id":"1","name":null,"@odata.etag":"e","more":{"a":[1,null]}}"#),
    (Body::Object, "\u{feff}{\"id\":\"1\"}"),
    (Body::Object, r#"{"value":null}"#),
    (Body::Page, r#"{"value":[]}"#),
    (Body::Page, r#"{"value":[{"id":"1"},{"id":null,"x":1}],"@odata.count":2,"more":[]}"#),
    (Body::Odd, "[]"),
    (Body::Odd, "7"),
    (Body::Odd, r#""text""#),
    (Body::Unreadable, "<html><body>All is well.</body></html>"),
    (Body::Unreadable, r#"{"id":"1","na"#),
    (Body::Unreadable, r#"{"value":[{"id":"1"},"#),
    (Body::Unreadable, "\u{0}\u{202e}"),
];

/// What comes of a request.
#[derive(Clone, Debug)]
enum Reply {
    Answered(u16, Body, String, &'static str),
    /// The connection breaks in the middle of an answer of this status.
    Cut(u16),
    Broken,
    Unreachable,
}

impl Reply {
    fn play(&self) -> Answer {
        match self {
            Self::Answered(status, _, body, media_type) => {
                answer(*status, &[("content-type", media_type), ("etag", "\"e\"")], body)
            }
            Self::Cut(status) => Answer::Cut(*status, Vec::new(), "{".into()),
            Self::Broken => Answer::Broken,
            Self::Unreachable => Answer::Unreachable,
        }
    }

    fn status(&self) -> Option<u16> {
        match self {
            Self::Answered(status, ..) => Some(*status),
            _ => None,
        }
    }

    fn body(&self) -> Option<Body> {
        match self {
            Self::Answered(_, body, ..) => Some(*body),
            _ => None,
        }
    }

    /// What is known of a change that got this reply.
    fn applied(&self) -> Applied {
        match self {
            Self::Answered(200..=299, ..) | Self::Cut(200..=299) => Applied::Yes,
            Self::Answered(400..=407 | 409..=499 | 501 | 503 | 304, ..) => Applied::No,
            Self::Unreachable => Applied::No,
            Self::Answered(..) | Self::Cut(_) | Self::Broken => Applied::Unknown,
        }
    }
}

fn replies() -> impl Strategy<Value = Reply> {
    let statuses = [200, 200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 302, 303, 304];
    let failures = [400, 401, 403, 404, 405, 408, 409, 410, 412, 415, 422, 424, 429, 499];
    let worse = [500, 501, 502, 503, 504, 507, 599];
    let statuses: Vec<u16> = statuses.into_iter().chain(failures).chain(worse).collect();
    let types = ["application/json", "application/json;odata.metadata=full", "text/html", ""];
    let answered = (select(statuses.clone()), select(&BODIES[..]), select(types.to_vec()));
    prop_oneof![
        20 => answered.prop_map(|(status, (body, text), media_type)| {
            Reply::Answered(status, body, text.to_owned(), media_type)
        }),
        1 => select(statuses).prop_map(Reply::Cut),
        1 => Just(Reply::Broken),
        1 => Just(Reply::Unreachable),
    ]
}

/// What a call is promised.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Promise {
    Object,
    Page,
    /// Anything, or nothing, will do.
    Whatever,
}

/// What became of a call: `Ok` holds whether the body was there.
type Outcome = Result<Option<bool>, Error>;

/// Holds what must be true of every call. `takes_nothing`: an answer without a body is a value.
fn hold(reply: &Reply, promise: Promise, takes_nothing: bool, changes: bool, outcome: &Outcome) {
    let success = matches!(reply.status(), Some(200..=299));
    match outcome {
        Ok(read) => {
            assert!(success || (reply.status() == Some(304) && read.is_none()), "{reply:?}");
            if reply.body() == Some(Body::Unreadable) && success {
                assert_eq!(promise, Promise::Whatever, "{reply:?}");
            }
            if reply.body() == Some(Body::Nothing) && success && promise != Promise::Whatever {
                assert_eq!(*read, Some(false), "{reply:?}");
            }
        }
        Err(error) => {
            let fits = match (promise, reply.body()) {
                (_, Some(Body::Nothing)) => takes_nothing,
                (Promise::Object, Some(body)) => matches!(body, Body::Object | Body::Page),
                (Promise::Page, Some(body)) => body == Body::Page,
                (Promise::Whatever, body) => body.is_some(),
                (_, None) => false,
            };
            assert!(!(success && fits), "{reply:?}: {error}");
            if success {
                let known = matches!(error, Error::Decode(_) | Error::Nothing(_));
                assert!(known && error.status().map(u16::from) == reply.status(), "{error:?}");
            }
            assert_eq!(reply.status() == Some(304), error.is_not_modified(), "{error:?}");
            assert!(!changes || error.applied() == reply.applied(), "{reply:?}: {error:?}");
            let texts = format!("{error} {error:?}");
            let hidden = |it: char| (it.is_control() && it != '\n') || it == '\u{202e}';
            assert!(!texts.contains(hidden) && !texts.contains("secret"), "{texts:?}");
        }
    }
}

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn request<T>(method: Method) -> Request<T> {
    Path::at(ROOT).child("/things").request(method)
}

fn client(fake: &Fake) -> Client {
    fake.builder().retry(RetryOptions::none()).build().unwrap()
}

/// Sends a request alone and in a batch.
async fn both<T: FromBody, R>(
    reply: &Reply,
    method: Method,
    read: fn(T) -> R,
) -> Vec<Result<R, Error>> {
    let alone = request::<T>(method).send(&client(&Fake::new([reply.play()]))).await;
    let mut outcomes = vec![alone.map(read)];
    if let Reply::Answered(status, _, body, media_type) = reply {
        let mut part = json!({"id": "0", "status": status});
        if let Ok(body) = serde_json::from_str::<Value>(body.trim_start_matches('\u{feff}')) {
            part["body"] = body;
            part["headers"] = json!({"Content-Type": "application/json"});
        } else if !body.trim().is_empty() && body != "\u{feff}" {
            part["body"] = body.clone().into();
            part["headers"] = json!({"Content-Type": media_type});
        }
        let fake = Fake::new([ok(&json!({"responses": [part]}).to_string())]);
        let mut batch = Batch::new().retries(0);
        let handle = batch.add(request::<T>(method));
        let answers = batch.send(&client(&fake)).await;
        outcomes.push(answers.get(handle).map(|it| read(it.into_body())));
    }
    outcomes
}

fn written<T>(written: Written<T>) -> Option<bool> {
    Some(written.returned().is_some())
}

async fn changes(reply: &Reply) {
    for method in [Method::POST, Method::PATCH, Method::PUT, Method::DELETE] {
        for outcome in both::<Written<Object>, _>(reply, method, written).await {
            hold(reply, Promise::Object, true, true, &outcome);
        }
        for outcome in both::<Written<Page<Value>>, _>(reply, method, written).await {
            hold(reply, Promise::Page, true, true, &outcome);
        }
        for outcome in both::<NoContent, _>(reply, method, |_| Some(false)).await {
            hold(reply, Promise::Whatever, true, true, &outcome);
        }
    }
    let fake = Fake::new([reply.play()]);
    let items =
        request::<Written<Page<Value>>>(Method::POST).items(&client(&fake)).try_next().await;
    hold(reply, Promise::Page, true, true, &items.map(|it| Some(it.is_some())));
}

async fn reads(reply: &Reply) {
    // Redirects of reads are followed, by another request than the one that is answered here.
    if matches!(reply.status(), Some(300..=303)) {
        return;
    }
    for outcome in both::<Object, _>(reply, Method::GET, |_| Some(true)).await {
        hold(reply, Promise::Object, false, false, &outcome);
    }
    for outcome in both::<Option<Object>, _>(reply, Method::GET, |it| Some(it.is_some())).await {
        hold(reply, Promise::Object, true, false, &outcome);
    }
    for outcome in both::<Page<Value>, _>(reply, Method::GET, |_| Some(true)).await {
        hold(reply, Promise::Page, false, false, &outcome);
    }
    for outcome in both::<Media, _>(reply, Method::GET, |_| Some(true)).await {
        hold(reply, Promise::Whatever, true, false, &outcome);
    }
    let _: Vec<Outcome> = both::<Wrapped<Value>, _>(reply, Method::GET, |_| Some(true)).await;
    let conditional = |it: Conditional<Object>| it.modified().map(|_| true);
    for outcome in both(reply, Method::GET, conditional).await {
        let is_known = reply.status() != Some(304) || matches!(outcome, Ok(None));
        assert!(is_known, "{reply:?}: {outcome:?}");
        hold(reply, Promise::Object, false, false, &outcome);
    }
    let fake = Fake::new([reply.play()]);
    let pages = request::<Page<Value>>(Method::GET).pages(&client(&fake)).try_next().await;
    hold(reply, Promise::Page, false, false, &pages.map(|_| Some(true)));
    let fake = Fake::new([reply.play()]);
    let raw = request::<Media>(Method::GET).send_raw(&client(&fake)).await;
    if let Ok(raw) = raw {
        assert!(raw.status().is_success(), "{reply:?}");
    }
}

/// A number in plain text, as `$count` and functions of a scalar have it.
async fn counts(reply: &Reply) {
    if matches!(reply.status(), Some(300..=303)) {
        return;
    }
    let is_number = matches!(reply, Reply::Answered(_, _, text, _) if text == "7");
    for outcome in both::<i32, _>(reply, Method::GET, Some).await {
        match outcome {
            Ok(number) => assert!(is_number && number == Some(7), "{reply:?}"),
            Err(error) => {
                assert!(!(is_number && reply.status() == Some(200)), "{reply:?}: {error}")
            }
        }
    }
}

/// Work goes on behind 202, so nothing that comes later means that it was not begun.
async fn work(reply: &Reply) {
    let begun = || answer(202, &[("location", "https://graph.microsoft.com/v1.0/o")], "");
    let fake = Fake::new([begun(), reply.play(), reply.play(), reply.play()]);
    if matches!(reply.status(), Some(202 | 300..=303)) {
        return;
    }
    let work = request::<NoContent>(Method::POST).start::<Object>(&client(&fake)).await.unwrap();
    let outcome = work.wait().await;
    let success = matches!(reply.status(), Some(200..=299));
    match outcome {
        Ok(written) => {
            assert!(success && reply.body() != Some(Body::Unreadable), "{reply:?}");
            let nothing = reply.body() == Some(Body::Nothing);
            assert_eq!(nothing, written.returned().is_none(), "{reply:?}");
        }
        Err(error) => {
            let odd = matches!(reply.body(), Some(Body::Odd | Body::Unreadable));
            assert!(!success || odd, "{reply:?}: {error}");
            assert_eq!(error.applied(), Applied::Yes, "{reply:?}: {error:?}");
        }
    }
}

/// The last piece of an upload completes it.
async fn upload(reply: &Reply) {
    // The answers that make the session ask where to go on are a matter of their own.
    let asks_again = match reply {
        Reply::Answered(status, ..) => matches!(status, 202 | 416 | 500..),
        _ => true,
    };
    if asks_again {
        return;
    }
    let created = ok(r#"{"uploadUrl":"https://up.example/1"}"#);
    let fake = Fake::new([created, reply.play()]);
    let create = request::<Value>(Method::POST).start_upload::<Object>(&client(&fake)).await;
    let outcome = create.unwrap().upload(Bytes::from_static(b"abc")).await;
    let outcome = outcome.map(|it| written(it.into_body()));
    hold(reply, Promise::Object, true, true, &outcome);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_outcome_is_what_the_service_said(reply in replies()) {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            changes(&reply).await;
            reads(&reply).await;
            counts(&reply).await;
            work(&reply).await;
            upload(&reply).await;
        });
    }
}
