//! The HTTP pipelines of a client: which requests are repeated after which failures.

use std::borrow::Cow;
use std::sync::Arc;

use azure_core::http::headers::{RETRY_AFTER, RETRY_AFTER_MS, X_MS_RETRY_AFTER_MS};
use azure_core::http::policies::RetryHeaders;
use azure_core::http::policies::{ClientRequestIdPolicy, Policy};
use azure_core::http::{ClientOptions, Pipeline, PipelineOptions, RetryOptions, StatusCode};

use super::policy::{AtMostOnce, Authorize, NoteTries, RetryAfter};
use super::transport::bounded;
use super::{Error, Limits};
use crate::Method;

/// After which failures a request is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repeat {
    /// Never: its body can be read once only.
    Never,
    /// When the service said that it did not act (429, 503), or no connection came about.
    IfRefused,
    /// Also when the connection broke or the service failed (408, 500, 502, 504): twice is like once.
    Freely,
}

impl Repeat {
    /// `POST` creates or acts, so a second one may do it twice. Everything else states a result.
    pub(super) fn of(method: Method) -> Self {
        if method == Method::POST { Self::IfRefused } else { Self::Freely }
    }
}

/// One pipeline for each way of repeating: the library decides by status and kind of error, and knows
/// nothing of methods.
#[derive(Debug)]
pub(super) struct Pipelines {
    never: Pipeline,
    if_refused: Pipeline,
    freely: Pipeline,
}

impl Pipelines {
    pub(super) fn new(
        mut options: ClientOptions,
        limits: &Limits,
        authorize: Authorize,
    ) -> Result<Self, Error> {
        options.transport = Some(bounded(options.transport.take(), limits)?);
        options.logging.additional_allowed_query_params.extend(LOGGED_QUERY);
        let authorize: Arc<dyn Policy> = Arc::new(authorize);
        let retry_after: Arc<dyn Policy> = Arc::new(RetryAfter::new(limits.retry_after));
        let shared = vec![authorize, retry_after];
        let mut at_most_once = shared.clone();
        at_most_once.push(Arc::new(AtMostOnce));
        let note: Arc<dyn Policy> = Arc::new(NoteTries);
        let [shared, at_most_once] =
            [shared, at_most_once].map(|it| [it, vec![note.clone()]].concat());
        let never = ClientOptions { retry: RetryOptions::none(), ..options.clone() };
        let refusals = vec![StatusCode::TooManyRequests, StatusCode::ServiceUnavailable];
        Ok(Self {
            never: pipeline(never, at_most_once.clone(), Vec::new()),
            if_refused: pipeline(options.clone(), at_most_once, refusals),
            freely: pipeline(options, shared, Vec::new()),
        })
    }

    pub(super) fn of(&self, repeat: Repeat) -> &Pipeline {
        match repeat {
            Repeat::Never => &self.never,
            Repeat::IfRefused => &self.if_refused,
            Repeat::Freely => &self.freely,
        }
    }
}

/// Query options that say nothing about people. `$filter`, `$search` and tokens do.
const LOGGED_QUERY: [Cow<'static, str>; 6] = [
    Cow::Borrowed("$select"),
    Cow::Borrowed("$expand"),
    Cow::Borrowed("$orderby"),
    Cow::Borrowed("$top"),
    Cow::Borrowed("$skip"),
    Cow::Borrowed("$count"),
];

/// No `retry_status_codes` stands for the library's own.
fn pipeline(
    options: ClientOptions,
    per_try: Vec<Arc<dyn Policy>>,
    retry_status_codes: Vec<StatusCode>,
) -> Pipeline {
    let request_id: Arc<dyn Policy> =
        Arc::new(ClientRequestIdPolicy::with_header_name("client-request-id"));
    let headers = vec![X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS, RETRY_AFTER];
    let retry_headers = RetryHeaders { retry_headers: headers };
    Pipeline::new(
        Some(env!("CARGO_PKG_NAME")),
        Some(env!("CARGO_PKG_VERSION")),
        options,
        vec![request_id],
        per_try,
        Some(PipelineOptions { retry_headers, retry_status_codes }),
    )
}
