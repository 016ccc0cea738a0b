//! What became of the requests of a batch.

use std::sync::Arc;

use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::StatusCode;

use super::BatchHandle;
use super::wire::Answer;
use crate::client::target::Target;
use crate::client::{BatchFailure, Error, Response};
use crate::{FromBody, InvalidRequest};

/// What became of the requests of a batch.
#[derive(Debug)]
pub struct BatchAnswers(Vec<(Target, Outcome)>);

/// What became of one request.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Answered(Answer),
    /// It was never sent: it cannot be.
    Invalid(InvalidRequest),
    /// The batch that it was in had no success.
    Failed {
        cause: Arc<Error>,
        sent: bool,
    },
    /// The batch had success, but no answer for this one.
    Missing,
}

impl Outcome {
    pub(super) fn is_success(&self) -> bool {
        matches!(self, Self::Answered(answer) if answer.status.is_success())
    }
}

impl BatchAnswers {
    pub(super) fn new(outcomes: Vec<(Target, Outcome)>) -> Self {
        Self(outcomes)
    }

    /// The answer to a request.
    ///
    /// # Errors
    /// As if the request had been sent alone, and [`Error::Batch`] if its batch failed. A request is
    /// answered with the status 424 if one that it depends on has failed.
    ///
    /// # Panics
    /// If the handle is of another, longer batch.
    pub fn get<T: FromBody>(&self, handle: BatchHandle<T>) -> Result<Response<T>, Error> {
        let (target, outcome) = &self.0[handle.id.0];
        let target = target.clone();
        match outcome.clone() {
            Outcome::Answered(Answer { status, headers, body }) => {
                Response::read_parts(&target, status, headers, body)
            }
            Outcome::Invalid(error) => Err(error.into()),
            Outcome::Failed { cause, sent } => {
                Err(Error::Batch(Box::new(BatchFailure::new(target, cause, sent))))
            }
            Outcome::Missing => {
                let message = "the batch's answer says nothing about this request";
                Err(Error::unanswered(&target, HttpError::with_message(ErrorKind::Other, message)))
            }
        }
    }

    /// The status of each request, in the order in which they were added; `None` if there was no answer.
    pub fn statuses(&self) -> impl Iterator<Item = Option<StatusCode>> {
        self.0.iter().map(|(_, outcome)| match outcome {
            Outcome::Answered(answer) => Some(answer.status),
            _ => None,
        })
    }
}
