//! Whatever a service makes of the pieces of an upload: every byte arrives once, what is complete is not reported
//! as failed, and what is not complete can be gone on with.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::headers::Headers;
use azure_core::http::{
    AsyncRawResponse, Body, HttpClient, Method as HttpMethod, Request as HttpRequest, RetryOptions,
    StatusCode,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::client::{Applied, BearerToken, Bytes, Client, Error, Response, UploadSession};
use crate::{Method, Path, Request, Value, Written};

/// What happens to a piece.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    /// All of it is kept, or only the first half, which is a byte at least.
    Keep,
    KeepHalf,
    /// Nothing is kept, and this is said.
    Refuse(u16),
    /// Nothing is kept, and nothing said.
    Break,
    /// It is kept, and nothing said.
    KeepAndBreak,
}

/// How the service says what it has not got: the name of the member and what stands behind the first byte.
#[derive(Clone, Copy, Debug)]
struct Form {
    status: u16,
    member: &'static str,
    end: &'static str,
    /// Says nothing where it has got a piece whole.
    is_short: bool,
}

/// What comes of the last piece.
const LAST: [(u16, &str); 8] = [
    (201, r#"{"id":"1"}"#),
    (200, r#"{"id":"1","name":null,"file":{}}"#),
    (201, ""),
    (200, "null"),
    (204, ""),
    (202, ""),
    (200, "<html>All is well.</html>"),
    (201, r#"{"id":"1","#),
];

#[derive(Clone, Debug)]
struct Plan {
    length: usize,
    deeds: Vec<Deed>,
    form: Form,
    last: (u16, &'static str),
    /// The file is made when the client asks for it.
    is_deferred: bool,
}

const UNIT: usize = 320 * 1024;

fn plans() -> impl Strategy<Value = Plan> {
    let deed = prop_oneof![
        4 => Just(Deed::Keep),
        2 => Just(Deed::KeepHalf),
        2 => select(&[500, 502, 503, 504, 400, 403, 409, 429, 507][..]).prop_map(Deed::Refuse),
        1 => Just(Deed::Break),
        1 => Just(Deed::KeepAndBreak),
    ];
    let form = (
        select(&[200_u16, 202, 202, 206][..]),
        select(&["nextExpectedRanges", "NextExpectedRanges"][..]),
        select(&["-", "", "-99999999"][..]),
        any::<bool>(),
    );
    let form =
        form.prop_map(|(status, member, end, is_short)| Form { status, member, end, is_short });
    let lengths = select(&[1, 5, UNIT - 1, UNIT, UNIT + 1, 2 * UNIT + 7][..]);
    (lengths, vec(deed, 0..8), form, select(&LAST[..]), any::<bool>()).prop_map(
        |(length, deeds, form, last, is_deferred)| Plan { length, deeds, form, last, is_deferred },
    )
}

/// A service that does as planned, and behaves once the plan is at its end.
#[derive(Clone, Debug)]
struct Service(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    plan: Plan,
    next: usize,
    kept: Vec<u8>,
    is_made: bool,
    requests: usize,
}

type Said = Option<(u16, String)>;

impl State {
    fn answer(&mut self, request: &HttpRequest) -> Said {
        self.requests += 1;
        match request.method() {
            HttpMethod::Post if request.url().path() == "/v1.0/file" => {
                Some((200, r#"{"uploadUrl":"https://up.example/1"}"#.to_owned()))
            }
            _ if self.is_made => Some((404, String::new())),
            HttpMethod::Put => self.piece(request),
            HttpMethod::Get => Some((200, self.missing())),
            HttpMethod::Post if self.kept.len() == self.plan.length => Some(self.make()),
            _ => Some((400, String::new())),
        }
    }

    fn piece(&mut self, request: &HttpRequest) -> Said {
        let range = request.headers().get_optional_string(&"content-range".into()).unwrap();
        let (start, _) = range.strip_prefix("bytes ").unwrap().split_once('-').unwrap();
        let Body::Bytes(piece) = request.body() else { panic!("{range}") };
        let deed = self.plan.deeds.get(self.next).copied().unwrap_or(Deed::Keep);
        self.next += 1;
        match deed {
            Deed::Refuse(status) => return Some((status, String::new())),
            Deed::Break => return None,
            _ if start.parse() != Ok(self.kept.len()) => return Some((416, String::new())),
            Deed::KeepHalf => self.kept.extend(&piece[..piece.len().div_ceil(2)]),
            Deed::Keep | Deed::KeepAndBreak => self.kept.extend(&piece[..]),
        }
        let is_complete = self.kept.len() == self.plan.length;
        let said = if is_complete && !self.plan.is_deferred {
            self.make()
        } else {
            let Form { status, is_short, .. } = self.plan.form;
            let is_silent = is_short && deed != Deed::KeepHalf;
            let status = if is_complete { 202 } else { status };
            (status, if is_silent { String::new() } else { self.missing() })
        };
        Some(said).filter(|_| deed != Deed::KeepAndBreak)
    }

    fn missing(&self) -> String {
        let Form { member, end, .. } = self.plan.form;
        let at = self.kept.len();
        let range = if at < self.plan.length { format!("\"{at}{end}\"") } else { String::new() };
        format!(r#"{{"{member}":[{range}],"expirationDateTime":"later"}}"#)
    }

    fn make(&mut self) -> (u16, String) {
        self.is_made = true;
        (self.plan.last.0, self.plan.last.1.to_owned())
    }
}

#[async_trait]
impl HttpClient for Service {
    async fn execute_request(&self, request: &HttpRequest) -> azure_core::Result<AsyncRawResponse> {
        let said = self.0.lock().unwrap().answer(request);
        let Some((status, body)) = said else {
            return Err(HttpError::with_message(ErrorKind::Io, "connection reset"));
        };
        Ok(AsyncRawResponse::from_bytes(StatusCode::from(status), Headers::new(), body))
    }
}

async fn session(service: &Service) -> UploadSession<Value> {
    let builder = Client::builder(Arc::new(BearerToken::new("secret")));
    let client = builder.transport(Arc::new(service.clone())).retry(RetryOptions::none());
    let path = Path::at("https://graph.microsoft.com/v1.0").child("/file");
    let is_deferred = service.0.lock().unwrap().plan.is_deferred;
    let create: Request<Value> = path.request(Method::POST);
    let create = create.json(&serde_json::json!({ "deferCommit": is_deferred }));
    let mut session = create.start_upload(&client.build().unwrap()).await.unwrap();
    session.piece_size(UNIT as u64);
    session
}

/// Uploads until there is nothing to go on with.
async fn run(plan: &Plan) {
    let state =
        State { plan: plan.clone(), next: 0, kept: Vec::new(), is_made: false, requests: 0 };
    let service = Service(Arc::new(Mutex::new(state)));
    let mut session = session(&service).await;
    let content: Bytes = (0..plan.length).map(|it| (it % 251) as u8).collect::<Vec<_>>().into();
    let is_quiet = plan.deeds.iter().all(|it| matches!(it, Deed::Keep | Deed::KeepHalf));
    let mut failures = 0;
    loop {
        let outcome = session.upload(content.clone()).await;
        let state = service.0.lock().unwrap();
        assert!(content.starts_with(&state.kept), "the bytes are those of the content");
        assert!(state.requests < 60, "{}", state.requests);
        match outcome {
            Ok(response) => return hold(plan, &state, response),
            Err(error) => {
                let is_unreadable = matches!(error, Error::Decode(_));
                assert!(!is_quiet || is_unreadable, "{plan:?}: {error:?}");
                if state.is_made {
                    let least = if is_unreadable { Applied::Yes } else { Applied::Unknown };
                    assert_eq!(error.applied(), least, "{plan:?}: {error:?}");
                    return;
                }
                let most = Applied::Unknown;
                assert!(error.applied() <= most && !is_unreadable, "{plan:?}: {error:?}");
            }
        }
        failures += 1;
        assert!(failures <= plan.deeds.len(), "{plan:?}");
    }
}

fn hold(plan: &Plan, state: &State, response: Response<Written<Value>>) {
    assert!(state.is_made && state.kept.len() == plan.length, "{plan:?}");
    assert_eq!(u16::from(response.status()), plan.last.0);
    let expected = match plan.last {
        (202, _) => Written::Accepted,
        (_, "" | "null") => Written::Nothing,
        (_, body) => Written::Returned(serde_json::from_str(body).unwrap()),
    };
    assert_eq!(response.into_body(), expected, "{plan:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_byte_arrives_once_and_success_is_success(plan in plans()) {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.enable_time().start_paused(true).build().unwrap();
        runtime.block_on(run(&plan));
    }
}
