//! Bytes to another origin, piece by piece.

use std::sync::{Arc, Mutex};

use apimark_runtime::client::azure_core::http::new_http_client;
use hyper::body::Bytes;
use serde_json::json;

use crate::programs::upload_file as program;
use crate::server::{Fault, Origin, Reply, Seen, Server, Service, Wrong};
use crate::trial::{client, trial};

const MIB: usize = 1024 * 1024;
const PIECE: usize = 4 * 320 * 1024;

fn content() -> Bytes {
    (0..5 * MIB).map(|it| (it % 251) as u8).collect::<Vec<_>>().into()
}

/// One session at a time.
#[derive(Default)]
struct Drive {
    sessions: usize,
    open: Option<Vec<u8>>,
    file: Option<Vec<u8>>,
    pieces: usize,
}

impl Drive {
    fn create(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        request.expect_query(&[])?;
        request.expect_json(&json!({ "item": { "name": "film.mp4" } }))?;
        self.sessions += 1;
        self.open = Some(Vec::new());
        let url = request.elsewhere(&format!("/up/{}?key=k", self.sessions));
        Ok(Reply::json(200, &json!({ "uploadUrl": url, "nextExpectedRanges": ["0-"] })))
    }

    fn session(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        request.expect_query(&[("key", "k")])?;
        let Some(open) = &mut self.open else {
            return Ok(Reply::error(404, "itemNotFound", "There is no such session."));
        };
        if request.method == "PUT" {
            let (start, end, of) = range(request)?;
            if of != 5 * MIB || end + 1 - start != request.body.len() {
                return Err(Wrong(format!("{} bytes as {start}-{end}/{of}", request.body.len())));
            }
            if end + 1 < of && !request.body.len().is_multiple_of(320 * 1024) {
                return Err(Wrong("a piece that is no multiple of 320 KiB".to_owned()));
            }
            if start != open.len() {
                return Ok(Reply::error(416, "invalidRange", "That part is there already."));
            }
            self.pieces += 1;
            open.extend_from_slice(&request.body);
            if open.len() == of {
                self.file = self.open.take();
                return Ok(Reply::json(201, &json!({ "id": "f", "name": "film.mp4" })));
            }
        }
        let next = format!("{}-", open.len());
        let status = if request.method == "PUT" { 202 } else { 200 };
        Ok(Reply::json(status, &json!({ "nextExpectedRanges": [next] })))
    }
}

/// `Content-Range: bytes 0-9/100`
fn range(request: &Seen) -> Result<(usize, usize, usize), Wrong> {
    let text = request.header("content-range").unwrap_or_default();
    let numbers = text.strip_prefix("bytes ").unwrap_or_default().split(['-', '/']);
    let numbers: Vec<usize> = numbers.filter_map(|it| it.parse().ok()).collect();
    match numbers[..] {
        [start, end, of] => Ok((start, end, of)),
        _ => Err(Wrong(format!("content-range: {text}"))),
    }
}

impl Service for Drive {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        match (request.at, request.line()) {
            (Origin::Graph, ("POST", path)) if path == CREATE => self.create(request),
            (Origin::Elsewhere, ("PUT" | "GET", path)) if path.starts_with("/up/") => {
                self.session(request)
            }
            _ => request.unknown(),
        }
    }
}

const CREATE: &str = "/v1.0/me/drive/root:/Films/film.mp4:/createUploadSession";

#[tokio::test]
async fn every_byte_arrives() {
    let content = content();
    let run = async |client: &_| program::run(client, content.clone(), &mut None, |_, _| {}).await;
    let tally = trial("upload_file", Drive::default, run, |service, item| {
        assert_eq!(item.name.as_deref(), Some("film.mp4"));
        assert!(service.file.as_deref() == Some(&content[..]));
    })
    .await;
    assert_eq!(tally.requests, 1 + 4);
    println!("{tally}");
}

#[tokio::test]
async fn a_broken_upload_goes_on_where_it_broke() {
    let content = content();
    // The second piece is refused for good.
    let server = Server::start(Drive::default(), Some((Fault::Forbidden, 2))).await;
    let client = client(server.url(), new_http_client(None));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let progress = |seen: &Arc<Mutex<Vec<_>>>| {
        let seen = seen.clone();
        move |sent, of| seen.lock().unwrap().push((sent, of))
    };
    let mut session = None;
    let first = program::run(&client, content.clone(), &mut session, progress(&seen)).await;
    assert!(first.is_err() && session.is_some());
    let item = program::run(&client, content.clone(), &mut session, progress(&seen)).await.unwrap();
    assert_eq!((item.id.as_deref(), session), (Some("f"), None));
    let steps = [PIECE, 2 * PIECE, 3 * PIECE, 5 * MIB].map(|sent| (sent as u64, 5 * MIB as u64));
    assert_eq!(*seen.lock().unwrap(), steps);
    server.look(|drive| {
        assert_eq!((drive.sessions, drive.pieces), (1, 4));
        assert!(drive.file.as_deref() == Some(&content[..]));
    });
    assert_eq!(server.wrong(), Vec::<String>::new());
}
