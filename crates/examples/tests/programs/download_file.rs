//! Bytes from another origin.

use apimark_runtime::client::Error;
use hyper::body::Bytes;

use crate::programs::download_file as program;
use crate::server::{Origin, Reply, Seen, Service, Wrong};
use crate::trial::trial;

const FILE: usize = 1_000_000;
const ETAG: &str = "\"{b1},1\"";

struct Drive(Bytes);

impl Drive {
    fn new() -> Self {
        Self((0..FILE).map(|it| (it % 251) as u8).collect::<Vec<_>>().into())
    }

    /// The whole, or the rest that is asked for.
    fn content(&self, request: &Seen) -> Result<Reply, Wrong> {
        let whole = Reply::empty(200).with_body("video/mp4", self.0.clone());
        let Some(range) = request.header("range") else { return Ok(whole.header("etag", ETAG)) };
        request.expect_header("if-range", Some(ETAG))?;
        let start = range.strip_prefix("bytes=").and_then(|it| it.strip_suffix('-'));
        let start: usize =
            start.and_then(|it| it.parse().ok()).ok_or_else(|| Wrong(range.to_owned()))?;
        let content_range = format!("bytes {start}-{}/{FILE}", FILE - 1);
        let rest = Reply::empty(206).with_body("video/mp4", self.0.slice(start..));
        Ok(rest.header("etag", ETAG).header("content-range", content_range))
    }
}

impl Service for Drive {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        match (request.at, request.line()) {
            (Origin::Graph, ("GET", "/v1.0/me/drive/root:/Films/film.mp4:/content")) => {
                request.expect_query(&[])?;
                let location = request.elsewhere("/store/b1?tempauth=t");
                Ok(Reply::empty(302).header("location", location))
            }
            (Origin::Elsewhere, ("GET", "/store/b1")) => {
                request.expect_query(&[("tempauth", "t")])?;
                self.content(request)
            }
            _ => request.unknown(),
        }
    }
}

#[tokio::test]
async fn every_byte_comes_once_and_the_token_stays() {
    let run = async |client: &_| {
        let mut file = Vec::new();
        let length = program::run(client, &mut file).await;
        let length = length.map_err(|error| *error.downcast::<Error>().unwrap())?;
        assert_eq!(length, file.len());
        Ok(file)
    };
    let tally = trial("download_file", Drive::new, run, |service, file| {
        assert!(service.0 == file);
    })
    .await;
    assert_eq!(tally.requests, 2);
    println!("{tally}");
}
