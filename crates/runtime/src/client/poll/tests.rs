//! Tests of work that goes on after the answer.

use insta::assert_snapshot;
use tokio::time::Instant;

use super::{Poller, ProgressState};
use crate::client::Error;
use crate::client::tests::fake::{Answer, Fake, answer, json, status};
use crate::{Method, NoContent, Path, Request, Value, Written};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn copy() -> Request<NoContent> {
    Path::at(ROOT).child("/items/1/copy").request(Method::POST)
}

fn accepted(location: &str) -> Answer {
    answer(202, &[("location", location), ("retry-after", "5")], "")
}

async fn started<T: crate::FromBody>(fake: &Fake) -> Poller<T> {
    copy().start(&fake.client()).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn work_is_followed_at_the_pace_of_the_service_to_its_result() {
    let fake = Fake::new([
        accepted("https://monitor.example/1?key=k"),
        answer(
            202,
            &[("retry-after", "2.5")],
            r#"{"status":"inProgress","percentageComplete":27.8}"#,
        ),
        json(r#"{"status":"waiting","percentageComplete":"40"}"#),
        answer(303, &[("location", "https://graph.microsoft.com/v1.0/items/2")], ""),
        json(r#"{"id":"2","status":"inProgress"}"#),
    ]);
    let start = Instant::now();
    let mut poller = started::<Value>(&fake).await;
    assert_eq!(poller.monitor(), Some("https://monitor.example/1?key=k"));
    assert_eq!(poller.poll().await.unwrap().percent(), Some(27.8));
    assert_eq!(start.elapsed().as_millis() / 10, 500);
    let progress = poller.poll().await.unwrap();
    assert_eq!((progress.percent(), progress.state()), (Some(40.0), &ProgressState::NotStarted));
    assert_eq!(start.elapsed().as_millis() / 10, 750);
    let finished = poller.finish().await.unwrap();
    assert!(finished.is_finished());
    assert_eq!(poller.monitor(), None);
    assert_eq!(poller.wait().await.unwrap().body().unwrap()["id"], "2");
    assert_snapshot!(fake.log(), @"
    POST https://graph.microsoft.com/v1.0/items/1/copy
      authorization: Bearer secret
      content-length: 0
    GET https://monitor.example/1?key=k
    GET https://monitor.example/1?key=k
    GET https://monitor.example/1?key=k
    GET https://graph.microsoft.com/v1.0/items/2
      authorization: Bearer secret
    ");
}

#[tokio::test(start_paused = true)]
async fn links_below_the_service_root_and_every_shape_of_success_are_understood() {
    for (location, done) in [
        (
            "/teams('1')/operations('2')",
            r#"{"status":"succeeded","targetResourceLocation":"/teams('1')"}"#,
        ),
        ("operations/2", r#"{"status":"succeeded","resourceLocation":"../../../teams('1')"}"#),
        ("/v1.0/operations/2", r#"{"status":"Completed","resourceLocation":"/v1.0/teams('1')"}"#),
    ] {
        let fake = Fake::new([accepted(location), json(done), json("7")]);
        assert_eq!(started::<i32>(&fake).await.wait().await.unwrap(), Written::Returned(7));
        let last = fake.seen().pop().unwrap();
        assert_eq!(last.url().as_str(), "https://graph.microsoft.com/v1.0/teams('1')");
    }
    let printed = r#"{"status":{"state":"succeeded"},"printer":{"id":"p"}}"#;
    let location = [("operation-location", "https://graph.microsoft.com/v1.0/print/operations/1")];
    let fake = Fake::new([answer(202, &location, ""), status(202), json(printed)]);
    assert_eq!(
        started::<Value>(&fake).await.wait().await.unwrap().body().unwrap()["printer"]["id"],
        "p"
    );
    let fake = Fake::new([accepted("/o"), json(r#"{"status":"completed","resourceId":"r"}"#)]);
    let mut poller = started::<Value>(&fake).await;
    assert_eq!(poller.finish().await.unwrap().resource_id(), Some("r"));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_needs_no_work_is_the_result() {
    let created =
        answer(201, &[("location", "/v1.0/teams/1")], r#"{"id":"1","status":"succeeded"}"#);
    let fake = Fake::new([created]);
    let poller = started::<Value>(&fake).await;
    assert!(poller.progress().is_finished());
    assert_eq!(poller.wait().await.unwrap().body().unwrap()["id"], "1");
    let running = answer(200, &[("location", "/operations/1")], r#"{"status":"running"}"#);
    let fake = Fake::new([running, json(r#"{"status":"completed"}"#)]);
    started::<Value>(&fake).await.wait().await.unwrap();
    assert_eq!(fake.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn work_that_cannot_be_looked_at_is_not_taken_for_done() {
    let nowhere = || answer(202, &[("location", "")], "");
    for first in [status(202), nowhere(), answer(202, &[], "null")] {
        let fake = Fake::new([first]);
        let mut poller = started::<NoContent>(&fake).await;
        assert_eq!(poller.monitor(), None);
        assert_eq!(poller.poll().await.unwrap().state(), &ProgressState::Accepted);
        assert!(poller.finish().await.unwrap().is_finished());
        assert_eq!(poller.wait().await.unwrap(), Written::Accepted);
    }
    let described = |body| started_by(answer(202, &[], body));
    let (state, written) = described(r#"{"status":"running","id":"1"}"#).await;
    assert_eq!(
        (state, written.body().unwrap()["id"].as_str()),
        (ProgressState::Accepted, Some("1"))
    );
    let (state, _) = described(r#"{"status":"completed"}"#).await;
    assert_eq!(state, ProgressState::Succeeded);
    let fake = Fake::new([answer(202, &[], r#"{"status":"failed"}"#)]);
    let failed = copy().start::<Value>(&fake.client()).await;
    assert!(matches!(failed, Err(Error::Operation(_))));
}

async fn started_by(first: Answer) -> (ProgressState, Written<Value>) {
    let poller = started::<Value>(&Fake::new([first])).await;
    (poller.progress().state().clone(), poller.wait().await.unwrap())
}

/// Monitors of some services say how much is done, and no word for the state.
#[tokio::test(start_paused = true)]
async fn a_part_of_the_work_is_not_the_whole() {
    let fake = Fake::new([
        accepted("/o"),
        json(r#"{"percentageComplete":30}"#),
        json(r#"{"percentageComplete":"99.5","status":null}"#),
        json(r#"{"percentageComplete":100,"id":"1"}"#),
    ]);
    let written = started::<Value>(&fake).await.wait().await.unwrap();
    assert_eq!((written.body().unwrap()["id"].as_str(), fake.count()), (Some("1"), 4));
}

#[tokio::test(start_paused = true)]
async fn failed_work_is_an_error_of_its_own() {
    let failed = [
        r#"{"status":"failed","error":{"code":"nameConflict","message":"Exists."}}"#,
        r#"{"status":{"state":"aborted","code":"x"}}"#,
        r#"{"status":"Failed","resultInfo":{"code":"busy"},"statusDescription":"Later."}"#,
    ];
    let mut texts = Vec::new();
    for failed in failed {
        let fake = Fake::new([accepted("/o"), json(failed)]);
        let error = started::<Value>(&fake).await.wait().await.unwrap_err();
        assert!(matches!(error, Error::Operation(_)));
        texts.push(error.to_string());
    }
    assert_snapshot!(texts.join("\n"), @"
    GET https://graph.microsoft.com/v1.0/o: the operation failed: nameConflict: Exists.
    GET https://graph.microsoft.com/v1.0/o: the operation failed: x
    GET https://graph.microsoft.com/v1.0/o: the operation failed: busy: Later.
    ");
    let fake = Fake::new([accepted("/o"), status(404)]);
    assert!(started::<Value>(&fake).await.wait().await.unwrap_err().is_not_found());
    let fake = Fake::new([accepted("http://monitor.example/1")]);
    assert!(matches!(copy().start::<Value>(&fake.client()).await, Err(Error::Link(_))));
}

#[tokio::test(start_paused = true)]
async fn work_can_be_followed_by_another_run_of_the_program() {
    let fake = Fake::new([
        answer(302, &[("location", "/v1.0/moved")], ""),
        json(r#"{"status":"odd"}"#),
        json(r#"{"status":"completed","id":"1"}"#),
    ]);
    let mut poller =
        copy().resume::<Value>(&fake.client(), "https://graph.microsoft.com/v1.0/o").unwrap();
    assert!(poller.poll().await.is_ok());
    assert_eq!(poller.poll().await.unwrap().state(), &ProgressState::Other("odd".into()));
    assert_eq!(poller.wait().await.unwrap().body().unwrap()["id"], "1");
    assert_snapshot!(fake.log(), @"
    GET https://graph.microsoft.com/v1.0/o
      authorization: Bearer secret
    GET https://graph.microsoft.com/v1.0/moved
      authorization: Bearer secret
    GET https://graph.microsoft.com/v1.0/moved
      authorization: Bearer secret
    ");
    assert!(copy().resume::<Value>(&fake.client(), "http://a.example").is_err());
}

#[tokio::test(start_paused = true)]
async fn relative_links_of_another_server_are_meant_from_there() {
    let fake = Fake::new([
        accepted("https://files.example/monitor/1?key=k"),
        answer(302, &[("location", "/monitor/2?key=k")], ""),
        json(r#"{"status":"completed","resourceLocation":"/items/2"}"#),
        json("7"),
    ]);
    assert_eq!(started::<i32>(&fake).await.wait().await.unwrap(), Written::Returned(7));
    assert_snapshot!(fake.log(), @"
    POST https://graph.microsoft.com/v1.0/items/1/copy
      authorization: Bearer secret
      content-length: 0
    GET https://files.example/monitor/1?key=k
    GET https://files.example/monitor/2?key=k
    GET https://graph.microsoft.com/v1.0/items/2
      authorization: Bearer secret
    ");
}

#[tokio::test(start_paused = true)]
async fn a_monitor_that_leads_from_place_to_place_is_left() {
    let there = |to: &str| answer(302, &[("location", to)], "");
    let fake = Fake::new((0..30).map(|index| there(["/v1.0/a", "/v1.0/b"][index % 2])));
    let mut poller =
        copy().resume::<Value>(&fake.client(), "https://graph.microsoft.com/v1.0/o").unwrap();
    let error = poller.finish().await.unwrap_err();
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/b: too many redirects");
    assert_eq!(fake.count(), 11);
}

#[tokio::test(start_paused = true)]
async fn a_service_that_names_no_time_to_wait_is_not_asked_without_pause() {
    for no_time in ["0", "Mon, 01 Jan 2024 00:00:00 GMT"] {
        let running = || answer(202, &[("retry-after", no_time)], r#"{"status":"running"}"#);
        let first = answer(202, &[("location", "/o"), ("retry-after", no_time)], "");
        let fake = Fake::new([first, running(), running(), json(r#"{"status":"completed"}"#)]);
        let start = Instant::now();
        started::<Value>(&fake).await.wait().await.unwrap();
        assert!(start.elapsed().as_secs() >= 3, "{no_time}: {:?}", start.elapsed());
    }
}

/// One odd value in what the monitor says does not make running work look done.
#[tokio::test(start_paused = true)]
async fn an_odd_value_does_not_hide_the_state() {
    let odd = r#"{"status":"running","note":"\ud83d","size":1e400,"sum":12345678901234567.89}"#;
    let fake = Fake::new([
        accepted("https://monitor.example/1"),
        json(odd),
        json(r#"{"status":"failed"}"#),
    ]);
    let mut poller = started::<Value>(&fake).await;
    let progress = poller.poll().await.unwrap();
    assert_eq!(progress.state(), &ProgressState::Running);
    assert_eq!(progress.members().raw("sum").unwrap().get(), "12345678901234567.89");
    assert!(matches!(poller.poll().await, Err(Error::Operation(_))));
}
