//! What the service says about work under way. Each kind of work has its own resource for that; they
//! resemble one another.

use azure_core::http::RawResponse as Buffered;
use serde_json::Value;

use crate::Additional;

/// What the service says about work under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    state: ProgressState,
    members: Additional,
}

/// How far work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProgressState {
    /// It is waiting for its turn.
    NotStarted,
    /// It is under way.
    #[default]
    Running,
    /// It is done.
    Succeeded,
    /// It will not be done.
    Failed,
    /// The service has taken it on, and says neither how far it is nor where to look.
    Accepted,
    /// It is in a state that only this service knows. This counts as under way.
    Other(String),
}

impl Progress {
    /// Reads what is known; an answer that is no JSON object says nothing.
    pub(super) fn read(answer: &Buffered) -> Self {
        let members = Additional::of_body(answer.body()).unwrap_or_default();
        let state = stated(&members).unwrap_or_default();
        Self { state, members }
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> &ProgressState {
        &self.state
    }

    /// Whether there is nothing more to ask: it is done, well or badly, or [`Accepted`](ProgressState::Accepted).
    #[must_use]
    pub fn is_finished(&self) -> bool {
        use ProgressState::{Accepted, Failed, Succeeded};
        matches!(self.state, Succeeded | Failed | Accepted)
    }

    /// How much of it is done, in percent.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        match self.first(&["percentageComplete", "percentComplete", "percentProgress"])? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The id of what comes of it.
    #[must_use]
    pub fn resource_id(&self) -> Option<&str> {
        self.first(&["resourceId", "targetResourceId"])?.as_str()
    }

    /// Where that is.
    #[must_use]
    pub fn resource_location(&self) -> Option<&str> {
        let location = self.first(&["resourceLocation", "targetResourceLocation"])?.as_str()?;
        (!location.is_empty()).then_some(location)
    }

    /// Everything that the service says about it.
    #[must_use]
    pub fn members(&self) -> &Additional {
        &self.members
    }

    /// Whether the answer says that there is work to do.
    pub(super) fn is_underway(&self) -> bool {
        match stated(&self.members) {
            Some(_) => !self.is_finished(),
            None => self.percent().is_some_and(|it| it < 100.0),
        }
    }

    /// The status of the answer says that it goes on, and nothing says where. What the body says of its end
    /// counts.
    pub(super) fn accept(&mut self) {
        match stated(&self.members) {
            Some(state @ (ProgressState::Succeeded | ProgressState::Failed)) => self.state = state,
            _ => self.state = ProgressState::Accepted,
        }
    }

    /// The status of the answer says that it goes on.
    pub(super) fn begin(&mut self) {
        if self.state == ProgressState::Succeeded {
            self.state = ProgressState::Running;
        }
    }

    /// The status of the answer says that it is done.
    pub(super) fn end(&mut self) {
        if self.state != ProgressState::Failed {
            self.state = ProgressState::Succeeded;
        }
    }

    fn first(&self, names: &[&str]) -> Option<&Value> {
        names.iter().find_map(|name| self.members.get(name)).filter(|it| !it.is_null())
    }
}

/// The member `status`, or `state` in it.
fn stated(members: &Additional) -> Option<ProgressState> {
    let status = match members.get("status")? {
        Value::Object(status) => status.get("state").or_else(|| status.get("processingState"))?,
        status => status,
    };
    let text = status.as_str()?;
    Some(match text.to_ascii_lowercase().as_str() {
        "notstarted" | "waiting" | "queued" | "pending" => ProgressState::NotStarted,
        "running" | "inprogress" | "updating" | "deletepending" => ProgressState::Running,
        "completed" | "complete" | "succeeded" | "success" => ProgressState::Succeeded,
        "failed" | "deletefailed" | "cancelled" | "canceled" | "aborted" | "invalid" => {
            ProgressState::Failed
        }
        _ => ProgressState::Other(text.to_owned()),
    })
}
