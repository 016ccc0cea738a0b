//! Sends the requests of a batch, twenty at a time, and again those that were turned away.

use std::sync::Arc;
use std::time::Duration;

use azure_core::Bytes;
use azure_core::http::headers::{CONTENT_TYPE, Headers};
use azure_core::http::{StatusCode, Url};

use super::Item;
use super::answers::{BatchAnswers, Outcome};
use super::wire::{Answer, Entry, Replies, Requests};
use crate::client::call::Call;
use crate::client::format::VERSION;
use crate::client::pipelines::Repeat;
use crate::client::policy::pause;
use crate::client::target::Target;
use crate::client::{Client, Error, Response, wait};
use crate::{InvalidRequest, Method};

/// What the service takes in one batch.
const MOST: usize = 20;

pub(super) async fn send(client: &Client, items: Vec<Item>, retries: u32) -> BatchAnswers {
    let mut run = Run::new(client, items);
    for round in 0..=retries {
        run.is_last_round = round == retries;
        run.round().await;
        if !run.states.iter().any(State::is_waiting) {
            break;
        }
        wait(run.delay.take().unwrap_or(Duration::from_secs(1 << round.min(5)))).await;
    }
    run.finish()
}

struct Run<'a> {
    client: &'a Client,
    items: Vec<Item>,
    targets: Vec<Target>,
    states: Vec<State>,
    /// The longest delay that the service has asked for in this round.
    delay: Option<Duration>,
    is_last_round: bool,
}

enum State {
    /// To be sent in this round.
    Due,
    /// To be sent in the next round.
    Waiting,
    Done(Outcome),
}

impl State {
    fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting)
    }
}

impl<'a> Run<'a> {
    fn new(client: &'a Client, items: Vec<Item>) -> Self {
        let checked = |item: &Item| match Call::of(client, &item.request) {
            Ok(call) => (call.target, State::Due),
            Err(error) => {
                let reason = InvalidRequest::Url { url: item.request.path().to_owned() };
                let reason = if let Error::Invalid(reason) = error { reason } else { reason };
                (Target::of(&item.request), State::Done(Outcome::Invalid(reason)))
            }
        };
        let (targets, states) = items.iter().map(checked).unzip();
        Self { client, items, targets, states, delay: None, is_last_round: false }
    }

    /// Sends everything that is due. What is turned away waits for the next round.
    async fn round(&mut self) {
        for state in &mut self.states {
            if state.is_waiting() {
                *state = State::Due;
            }
        }
        loop {
            let chunk = self.next_chunk();
            if chunk.is_empty() {
                return;
            }
            match self.exchange(&chunk).await {
                Ok(replies) => self.arrive(&chunk, replies),
                Err(error) => return self.fail(&chunk, error),
            }
        }
    }

    /// Up to twenty requests of one version. Those which they depend on are among them, or done.
    fn next_chunk(&mut self) -> Vec<usize> {
        let mut chunk: Vec<usize> = Vec::new();
        for index in 0..self.items.len() {
            if chunk.len() == MOST {
                break;
            }
            if !matches!(self.states[index], State::Due) || !self.fits(&chunk, index) {
                continue;
            }
            if self.depends(index, |it| it.is_waiting()) {
                self.states[index] = State::Waiting;
            } else if self
                .depends(index, |it| matches!(it, State::Done(done) if !done.is_success()))
            {
                self.states[index] = State::Done(failed_dependency());
            } else if self.items[index]
                .after
                .iter()
                .all(|it| self.is_done(*it) || chunk.contains(it))
            {
                chunk.push(index);
            }
        }
        chunk
    }

    fn fits(&self, chunk: &[usize], index: usize) -> bool {
        let root = |index: usize| self.items[index].request.service_root();
        chunk.first().is_none_or(|first| root(*first) == root(index))
    }

    fn depends(&self, index: usize, on: impl Fn(&State) -> bool) -> bool {
        self.items[index].after.iter().any(|it| on(&self.states[*it]))
    }

    fn is_done(&self, index: usize) -> bool {
        matches!(self.states[index], State::Done(_))
    }

    async fn exchange(&self, chunk: &[usize]) -> Result<Replies, Error> {
        let entries = chunk.iter().map(|index| {
            let item = &self.items[*index];
            let root = self.client.service_root(item.request.service_root());
            let after = item.after.iter().copied().filter(|it| chunk.contains(it));
            Entry::new(*index, item, &root, after, self.client.format())
        });
        let requests = Requests { requests: entries.collect::<Result<_, _>>()? };
        let json = serde_json::to_vec(&requests).expect("texts and JSON make JSON");
        let call = self.call(chunk)?.with_body(json);
        let target = call.target.clone();
        Ok(Response::read(&target, self.client.fetch(call).await?)?.into_body())
    }

    /// The batch may be repeated as freely as the least repeatable of its requests.
    fn call(&self, chunk: &[usize]) -> Result<Call, Error> {
        let root = self.client.service_root(self.items[chunk[0]].request.service_root());
        let url = format!("{root}/$batch");
        let url = Url::parse(&url).map_err(|_| InvalidRequest::Url { url })?;
        let mut headers = Headers::new();
        headers.insert(CONTENT_TYPE, "application/json");
        if let Some(version) = self.client.format().version {
            headers.insert(VERSION, version.as_str());
        }
        let mut call = Call::to(self.client, Method::POST, url)?.with_headers(&headers);
        let each = chunk.iter().map(|index| Repeat::of(self.items[*index].request.method()));
        call.repeat = each.min().unwrap_or(Repeat::IfRefused);
        Ok(call)
    }

    fn arrive(&mut self, chunk: &[usize], replies: Replies) {
        let mut turned_away = Vec::new();
        for index in chunk {
            self.states[*index] = State::Done(Outcome::Missing);
        }
        for reply in replies.read() {
            let Some(index) = reply.id().filter(|it| chunk.contains(it)) else { continue };
            let Some(answer) = reply.answer() else { continue };
            let delay = pause(&answer.headers);
            let is_too_long = delay > Some(self.client.limits().retry_after);
            if !self.is_last_round && !is_too_long && is_turned_away(answer.status) {
                self.delay = self.delay.max(delay);
                turned_away.push(index);
            }
            self.states[index] = State::Done(Outcome::Answered(answer));
        }
        for index in turned_away {
            self.states[index] = State::Waiting;
        }
        self.hold_back_dependents(chunk);
    }

    /// What failed only because it depends on a request that is sent again is sent again with it.
    fn hold_back_dependents(&mut self, chunk: &[usize]) {
        for index in chunk {
            let failed = matches!(&self.states[*index], State::Done(Outcome::Answered(answer))
                if u16::from(answer.status) == FAILED_DEPENDENCY);
            if failed && self.depends(*index, State::is_waiting) {
                self.states[*index] = State::Waiting;
            }
        }
    }

    /// Without this batch nothing that follows makes sense, as the network or the token is missing.
    fn fail(&mut self, chunk: &[usize], error: Error) {
        let cause = Arc::new(error);
        for (index, state) in self.states.iter_mut().enumerate() {
            if !matches!(state, State::Done(_)) {
                let sent = chunk.contains(&index);
                *state = State::Done(Outcome::Failed { cause: cause.clone(), sent });
            }
        }
    }

    fn finish(self) -> BatchAnswers {
        let outcomes = self.states.into_iter().map(|state| match state {
            State::Done(outcome) => outcome,
            State::Due | State::Waiting => Outcome::Missing,
        });
        BatchAnswers::new(self.targets.into_iter().zip(outcomes).collect())
    }
}

fn is_turned_away(status: StatusCode) -> bool {
    matches!(status, StatusCode::TooManyRequests | StatusCode::ServiceUnavailable)
}

const FAILED_DEPENDENCY: u16 = 424;

/// As the service answers when both are in one batch.
fn failed_dependency() -> Outcome {
    let (headers, body) = (Headers::new(), Bytes::new());
    Outcome::Answered(Answer { status: FAILED_DEPENDENCY.into(), headers, body })
}
