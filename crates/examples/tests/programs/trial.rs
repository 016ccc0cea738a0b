//! Runs a program once as it should be, and then once for each fault at each of its requests.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use apimark_runtime::client::azure_core::http::{
    FixedRetryOptions, HttpClient, RetryOptions, new_http_client,
};
use apimark_runtime::client::azure_core::time::Duration;
use apimark_runtime::client::{BearerToken, Client, Error};
use futures::StreamExt;

use crate::server::{Fault, Injected, Origin, Seen, Server, Service, TOKEN};

/// What a program made of the faults.
#[derive(Debug)]
pub(crate) struct Tally {
    program: &'static str,
    /// Requests of the run without faults.
    pub(crate) requests: usize,
    all_requests: usize,
    by_fault: BTreeMap<Fault, Counts>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    injected: usize,
    survived: usize,
    reported: usize,
}

/// What is expected of the program after a fault.
enum Fate {
    /// It returns the same as without.
    Survives,
    /// It returns the error that names the fault.
    Reports,
}

/// Runs the program. `check` compares what it has returned with what the service has, and panics if they
/// differ.
///
/// # Panics
/// If the service finds anything wrong with a request, or a fault does not have the consequence that the
/// client's documentation promises.
pub(crate) async fn trial<S: Service, T>(
    program: &'static str,
    service: impl Fn() -> S,
    run: impl AsyncFn(&Client) -> Result<T, Error>,
    check: impl Fn(&S, T),
) -> Tally {
    let transport = new_http_client(None);
    let once = async |plan| {
        let server = Server::start(service(), plan).await;
        let result = run(&client(server.url(), transport.clone())).await;
        assert_eq!(server.wrong(), [""; 0], "{program}, {plan:?}");
        (server, result)
    };
    let (server, result) = once(None).await;
    check_result(&server, result, &check);
    let requests = server.requests();
    let mut tally = Tally { program, requests, all_requests: requests, by_fault: BTreeMap::new() };
    let plans = Fault::ALL.into_iter().flat_map(|fault| (0..requests).map(move |at| (fault, at)));
    let mut runs = futures::stream::iter(plans).map(|plan| once(Some(plan))).buffer_unordered(32);
    while let Some((server, result)) = runs.next().await {
        tally.all_requests += server.requests();
        let Some(injected) = server.injected() else { continue };
        let counts = tally.by_fault.entry(injected.fault).or_default();
        counts.injected += 1;
        match fate(&injected) {
            Fate::Survives => {
                check_result(&server, result, &check);
                counts.survived += 1;
            }
            Fate::Reports => {
                let error = result.err().unwrap_or_else(|| panic!("no error after {injected:?}"));
                check_error(&error, &injected);
                counts.reported += 1;
            }
        }
    }
    tally
}

/// A client with short delays between tries.
pub(crate) fn client(url: &str, transport: Arc<dyn HttpClient>) -> Client {
    let delay = Duration::milliseconds(1);
    let retry = FixedRetryOptions { delay, max_retries: 3, ..FixedRetryOptions::default() };
    Client::builder(Arc::new(BearerToken::new(TOKEN)))
        .base_url(url)
        .transport(transport)
        .retry(RetryOptions::fixed(retry))
        .build()
        .unwrap()
}

fn check_result<S: Service, T>(
    server: &Server<S>,
    result: Result<T, Error>,
    check: &impl Fn(&S, T),
) {
    let returned = result.unwrap_or_else(|error| panic!("{error} after {:?}", server.injected()));
    server.look(|service| check(service, returned));
}

/// As the documentation of the client says under "What is repeated". Where the status says everything,
/// JSON beside it need not be whole: in errors and in answers to pieces of an upload.
fn fate(injected: &Injected) -> Fate {
    let Seen { method, path, .. } = &injected.request;
    // The only batches here are those that read.
    let safe = method != "POST" || path.ends_with("/$batch");
    match injected.fault {
        Fault::Throttled | Fault::Unavailable => Fate::Survives,
        Fault::CutBeforeActing
        | Fault::CutBeforeAnswer
        | Fault::CutInBody
        | Fault::GatewayTimeout
            if safe =>
        {
            Fate::Survives
        }
        Fault::BrokenJson if !matches!(injected.status, Some(200 | 201)) => Fate::Survives,
        _ => Fate::Reports,
    }
}

fn check_error(error: &Error, injected: &Injected) {
    let error = if let Error::Batch(it) = error { it.cause() } else { error };
    let status = error.status().map(u16::from);
    let is_right = match injected.fault {
        Fault::CutBeforeActing | Fault::CutBeforeAnswer | Fault::CutInBody => {
            matches!(error, Error::Transport(it) if it.may_have_been_received())
        }
        Fault::GatewayTimeout => status == Some(504) && error.code() == Some("GatewayTimeout"),
        Fault::BrokenJson => matches!(error, Error::Decode(_)) && error.request_id() == Some("r"),
        Fault::Forbidden => status == Some(403) && names_permissions(error, &injected.request),
        Fault::ForeignLink => matches!(error, Error::Link(_)),
        Fault::Throttled | Fault::Unavailable => false,
    };
    assert!(is_right, "{error:?} after {injected:?}");
}

/// Calls of the service itself are known as documented operations, and the error names the permissions that
/// are documented.
fn names_permissions(error: &Error, request: &Seen) -> bool {
    let operation = error.service().and_then(|error| error.target().operation());
    let needs = error.to_string().contains("\n  needs");
    match operation {
        Some(operation) => needs != operation.permissions().is_empty(),
        None => request.at == Origin::Elsewhere || request.path.ends_with("/$batch"),
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { program, requests, all_requests, by_fault } = self;
        writeln!(f, "{program}: {requests} requests; with faults {all_requests} in all")?;
        for (fault, Counts { injected, survived, reported }) in by_fault {
            writeln!(
                f,
                "  {fault:18} {injected:3} injected {survived:3} survived {reported:3} reported"
            )?;
        }
        Ok(())
    }
}
