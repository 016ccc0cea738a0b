//! A service on loopback: real sockets, a [`Service`] that checks each request and answers it, and at
//! most one planned [`Fault`].

mod fault;
mod reply;
mod seen;
mod wire;

use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub(crate) use fault::{Fault, Injected};
pub(crate) use reply::Reply;
pub(crate) use seen::{Origin, Places, Seen, TOKEN, Wrong};

/// What the server does with requests, and the state that it keeps.
pub(crate) trait Service: Send + 'static {
    /// The answer, or what is wrong with the request.
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong>;
}

/// A running server. It listens at two ports, because two ports are two origins: one is the service's
/// own, the other is where its redirects and upload sessions lead.
pub(crate) struct Server<S> {
    stage: Arc<Mutex<Stage<S>>>,
    places: Places,
    listeners: [AbortHandle; 2],
}

/// What all connections share.
struct Stage<S> {
    service: S,
    plan: Option<(Fault, usize)>,
    injected: Option<Injected>,
    requests: usize,
    wrong: Vec<String>,
}

impl<S: Service> Server<S> {
    /// A server that answers as it should, except that the fault happens to the request of this number,
    /// counted from 0.
    pub(crate) async fn start(service: S, plan: Option<(Fault, usize)>) -> Self {
        let (graph, elsewhere) = (bind().await, bind().await);
        let places = Places { graph: url(&graph), elsewhere: url(&elsewhere) };
        let stage = Stage { service, plan, injected: None, requests: 0, wrong: Vec::new() };
        let stage = Arc::new(Mutex::new(stage));
        let listen = |listener, at| {
            let listening = wire::listen(listener, at, places.clone(), stage.clone());
            tokio::spawn(listening).abort_handle()
        };
        let listeners = [listen(graph, Origin::Graph), listen(elsewhere, Origin::Elsewhere)];
        Self { stage, places, listeners }
    }

    /// The service's own origin.
    pub(crate) fn url(&self) -> &str {
        &self.places.graph
    }

    /// How many requests have come.
    pub(crate) fn requests(&self) -> usize {
        self.stage.lock().unwrap().requests
    }

    /// The fault that has happened.
    pub(crate) fn injected(&self) -> Option<Injected> {
        self.stage.lock().unwrap().injected.clone()
    }

    /// Looks at the service's state.
    pub(crate) fn look<R>(&self, look: impl FnOnce(&S) -> R) -> R {
        look(&self.stage.lock().unwrap().service)
    }

    /// What was wrong with the requests.
    pub(crate) fn wrong(&self) -> Vec<String> {
        self.stage.lock().unwrap().wrong.clone()
    }
}

impl<S> Drop for Server<S> {
    fn drop(&mut self) {
        for listener in &self.listeners {
            listener.abort();
        }
    }
}

impl<S: Service> Stage<S> {
    /// The answer; `None` to cut the connection instead.
    fn handle(&mut self, request: &Seen) -> Option<Reply> {
        let number = self.requests;
        self.requests += 1;
        let fault = self.plan.filter(|(_, at)| *at == number).map(|(fault, _)| fault);
        if let Some(fault) = fault.filter(|fault| fault.is_before_acting()) {
            self.injected = Some(Injected::new(fault, request, None));
            return fault.instead();
        }
        let reply = self.act(request);
        let Some(fault) = fault.filter(|fault| fault.fits(&reply)) else { return Some(reply) };
        self.injected = Some(Injected::new(fault, request, Some(&reply)));
        fault.spoil(reply, request)
    }

    fn act(&mut self, request: &Seen) -> Reply {
        let answer = request.check().and_then(|()| self.service.answer(request));
        answer.unwrap_or_else(|Wrong(what)| {
            self.wrong.push(format!("{} {}: {what}", request.method, request.path));
            Reply::error(400, "BadRequest", &what)
        })
    }
}

async fn bind() -> TcpListener {
    TcpListener::bind(("127.0.0.1", 0)).await.unwrap()
}

fn url(listener: &TcpListener) -> String {
    format!("http://{}", listener.local_addr().unwrap())
}
