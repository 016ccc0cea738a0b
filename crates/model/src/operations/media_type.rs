//! Bodies in another form than the client sends.

use diag::{Diagnostic, codes};

use super::body::Sent;
use super::call::Call;

/// The report of a page whose `Content-Type` is no JSON, which is what the client sends of anything but bytes.
pub(super) fn other_than_sent(call: &Call<'_>, sent: &Sent<'_>) -> Option<Diagnostic> {
    let asked = &call.claim.facts.media_types;
    let takes_json = asked.iter().any(|it| it.value.ends_with("json"));
    let is_other = !takes_json && !matches!(sent, Sent::Binary(_));
    let other = asked.first().filter(|_| is_other)?;
    let message = format!("the page asks for `{}`, and JSON is sent", other.value);
    let report = Diagnostic::new(codes::OTHER_MEDIA_TYPE, other.span, message);
    Some(report.help("send a body of another form with `Request::bytes`"))
}
