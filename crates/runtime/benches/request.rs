//! What it costs to build a request: time and allocations, beside one `format!` of the same path.
//!
//! `cargo bench -p apimark-runtime --bench request`. Paths with three keys, once of 36 characters each and once
//! of 152, as messages have them; the best of many rounds.

#![allow(clippy::print_stdout, reason = "the table is the result")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use apimark_runtime as rt;

const ROUNDS: usize = 400;
const REQUESTS: u32 = 1000;

struct Api {
    path: rt::Path,
}

rt::paths! {
    Api "" {
        users() -> Users "/users";
    }
    Users "/users" {
        by_id(user_id: &str) -> UsersById "/{user-id}";
    }
    UsersById "/users/{user-id}" {
        messages() -> Messages "/messages";
    }
    Messages "/users/{user-id}/messages" {
        by_id(message_id: &str) -> MessagesById "/{message-id}";
    }
    MessagesById "/users/{user-id}/messages/{message-id}" {
        attachments() -> Attachments "/attachments";
    }
    Attachments "/users/{user-id}/messages/{message-id}/attachments" {
        by_id(attachment_id: &str) -> AttachmentsById "/{attachment-id}";
    }
}

fn main() {
    for length in [36, 152] {
        let keys = ["a", "B", "7-"].map(|part| part.repeat(length)[..length].to_owned());
        compare(length, &keys);
    }
}

fn compare(length: usize, keys: &[String; 3]) {
    assert_eq!(request(keys).path(), format(keys), "both make the same path");
    println!("three keys of {length} characters");
    row("request", || drop(black_box(request(keys))));
    row("path", || drop(black_box(path(keys))));
    row("format!", || drop(black_box(format(keys))));
}

fn row(name: &str, build: impl Fn()) {
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        (0..REQUESTS).for_each(|_| build());
        best = best.min(start.elapsed());
    }
    let counted = measure(build);
    let nanoseconds = best.as_nanos() / u128::from(REQUESTS);
    println!("  {name}: {nanoseconds} ns, {} allocations", counted.count_total);
}

fn path(keys: &[String; 3]) -> AttachmentsById {
    let [user, message, attachment] = keys.each_ref().map(|key| black_box(key.as_str()));
    let api = Api { path: rt::Path::at("https://api.example/v1.0") };
    api.users().by_id(user).messages().by_id(message).attachments().by_id(attachment)
}

fn request(keys: &[String; 3]) -> rt::Request<rt::NoContent> {
    path(keys).path.request(rt::Method::GET)
}

fn format(keys: &[String; 3]) -> String {
    let [user, message, attachment] = keys.each_ref().map(|key| black_box(key.as_str()));
    format!("/users/{user}/messages/{message}/attachments/{attachment}")
}
