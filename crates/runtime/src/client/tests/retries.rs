//! What is sent again, when, and what is not.

use std::time::Duration;

use azure_core::http::{FixedRetryOptions, RetryOptions};
use tokio::time::Instant;

use super::fake::{Answer, Fake, answer, json, status};
use crate::client::{Client, Error};
use crate::{Method, NoContent, Path, Request};

fn request(method: Method) -> Request<NoContent> {
    Path::at("https://graph.microsoft.com/v1.0").child("/me").request(method)
}

/// How often a request is sent whose first try has this outcome.
async fn tries(method: Method, first: Answer) -> usize {
    let fake = Fake::new([first, status(204)]);
    let _ = request(method).send(&fake.client()).await;
    fake.count()
}

#[tokio::test(start_paused = true)]
async fn only_what_is_safe_is_sent_again() {
    let all = [Method::GET, Method::HEAD, Method::PUT, Method::PATCH, Method::DELETE];
    for method in all.into_iter().chain([Method::POST]) {
        let safe = method != Method::POST;
        for code in [429, 503] {
            assert_eq!(tries(method, status(code)).await, 2, "{method} {code}");
        }
        for code in [408, 500, 502, 504] {
            assert_eq!(tries(method, status(code)).await, 1 + usize::from(safe), "{method} {code}");
        }
        for code in [400, 401, 403, 404, 409, 412, 501] {
            assert_eq!(tries(method, status(code)).await, 1, "{method} {code}");
        }
        assert_eq!(tries(method, Answer::Unreachable).await, 2, "{method}");
        assert_eq!(tries(method, Answer::Broken).await, 1 + usize::from(safe), "{method}");
        let cut = Answer::Cut(200, Vec::new(), "{".into());
        assert_eq!(tries(method, cut).await, 1 + usize::from(safe), "{method}");
    }
}

async fn waited(retry_after: &str) -> Duration {
    let fake = Fake::new([answer(429, &[("retry-after", retry_after)], ""), status(204)]);
    let start = Instant::now();
    request(Method::POST).send(&fake.client()).await.unwrap();
    start.elapsed()
}

#[tokio::test(start_paused = true)]
async fn the_delay_is_the_one_that_the_service_asks_for() {
    let about = |seconds: f64, waited: Duration| {
        assert!((waited.as_secs_f64() - seconds).abs() < 0.1, "{waited:?} instead of {seconds} s");
    };
    about(7.0, waited("7").await);
    about(300.0, waited("300").await);
    about(2.5, waited("2.5").await);
    let soon = azure_core::time::OffsetDateTime::now_utc() + azure_core::time::Duration::minutes(2);
    let waited_until = waited(&azure_core::time::to_rfc7231(&soon)).await;
    assert!((118..=120).contains(&waited_until.as_secs()), "{waited_until:?}");
    for nonsense in ["soon", "-5", "NaN", "1e300"] {
        assert!(waited(nonsense).await < Duration::from_secs(2), "{nonsense}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_stays_is_reported_with_the_last_answer() {
    let busy = || answer(503, &[("retry-after", "0.5")], r#"{"error":{"code":"busy"}}"#);
    let fake = Fake::new((0..3).map(|_| busy()));
    let twice = FixedRetryOptions { max_retries: 2, ..FixedRetryOptions::default() };
    let client = fake.builder().retry(RetryOptions::fixed(twice)).build().unwrap();
    let error = request(Method::GET).send(&client).await.unwrap_err();
    assert_eq!((fake.count(), error.code()), (3, Some("busy")));
    assert_eq!(error.retry_after(), Some(Duration::from_millis(500)));
}

#[tokio::test(start_paused = true)]
async fn whether_the_service_may_have_acted_is_known() {
    let none =
        |client: Fake| -> Client { client.builder().retry(RetryOptions::none()).build().unwrap() };
    for (outcome, acted) in [(Answer::Broken, true), (Answer::Unreachable, false)] {
        let client = none(Fake::new([outcome]));
        match request(Method::POST).send(&client).await {
            Err(Error::Transport(error)) => assert_eq!(error.may_have_been_received(), acted),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_cut_short_is_read_again() {
    let cut = Answer::Cut(200, Vec::new(), "{\"id\":".into());
    let fake = Fake::new([cut, json("5")]);
    let request: Request<i32> = Path::root().child("/me").request(Method::GET);
    assert_eq!(request.send(&fake.client()).await.unwrap(), 5);
}
