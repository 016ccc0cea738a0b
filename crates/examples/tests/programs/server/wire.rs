//! HTTP/1.1 on sockets, and connections that break.

use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex};

use futures::stream::{self, BoxStream, StreamExt};
use http_body_util::{BodyExt, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::seen::split;
use super::{Origin, Places, Reply, Seen, Service, Stage};

/// Breaks the connection: the HTTP library closes the socket on any error of ours.
#[derive(Debug)]
pub(super) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cut as planned")
    }
}

impl std::error::Error for Cut {}

type Body = StreamBody<BoxStream<'static, Result<Frame<Bytes>, Cut>>>;

/// Takes connections until it is dropped, and the connections with it.
pub(super) async fn listen<S: Service>(
    listener: TcpListener,
    at: Origin,
    places: Places,
    stage: Arc<Mutex<Stage<S>>>,
) -> Infallible {
    let mut connections = JoinSet::new();
    loop {
        let (socket, _) = listener.accept().await.unwrap();
        let (places, stage) = (places.clone(), stage.clone());
        let respond = move |request| respond(at, places.clone(), stage.clone(), request);
        let connection =
            http1::Builder::new().serve_connection(TokioIo::new(socket), service_fn(respond));
        connections.spawn(connection);
    }
}

async fn respond<S: Service>(
    at: Origin,
    places: Places,
    stage: Arc<Mutex<Stage<S>>>,
    request: Request<Incoming>,
) -> Result<Response<Body>, Cut> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Cut)?.to_bytes();
    let (path, query) = split(&places.graph, &head.uri.to_string());
    let (method, headers) = (head.method, head.headers);
    let seen = Seen { at, places, method, path, query, headers, body };
    let reply = stage.lock().unwrap().handle(&seen);
    reply.map(response).ok_or(Cut)
}

fn response(reply: Reply) -> Response<Body> {
    let mut response = Response::builder().status(reply.status).header("request-id", "r");
    for (name, value) in &reply.headers {
        response = response.header(*name, value);
    }
    if reply.status != 204 {
        response = response.header("content-length", reply.body.len());
    }
    response.body(body(reply)).unwrap()
}

fn body(reply: Reply) -> Body {
    let sent = reply.cut.unwrap_or(reply.body.len());
    let start = stream::iter([Ok(Frame::data(reply.body.slice(..sent)))]);
    let end = stream::iter(reply.cut).then(|_| async {
        // What came before is written to the socket while this waits.
        tokio::task::yield_now().await;
        Err(Cut)
    });
    StreamBody::new(start.chain(end).boxed())
}
