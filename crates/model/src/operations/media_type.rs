//! Bodies in another form than the client sends.

use diag::{Diagnostic, codes};

use super::body::Sent;
use super::call::Call;

/// The report of a page whose `Content-Type` is no JSON, which is what the client sends of anything but bytes.
pub(super) fn other_than_sent(call: &Call<'_>, sent: &Sent<'_>) -> Option<Diagnostic> {
    if matches!(sent, Sent::Binary(_)) {
        return None;
    }
    let mut headers = call.claim.facts.headers.iter();
    let header = headers.find(|row| row.name.value.eq_ignore_ascii_case("content-type"))?;
    let text = header.description.as_ref()?.value.text().to_string();
    let asked: Vec<&str> = media_types(&text).collect();
    let other = asked.first().filter(|_| !asked.iter().any(|it| it.ends_with("json")))?;
    let message = format!("the page asks for `{other}`, and JSON is sent");
    let report = Diagnostic::new(codes::OTHER_MEDIA_TYPE, header.name.span, message);
    Some(report.help("send a body of another form with `Request::bytes`"))
}

/// The media types of a text (RFC 6838): `multipart/form-data`.
fn media_types(text: &str) -> impl Iterator<Item = &str> {
    const KINDS: [&str; 6] = ["application", "audio", "image", "multipart", "text", "video"];
    let is_part = |c: char| c.is_ascii_alphanumeric() || "/-+.".contains(c);
    let words = text.split(move |c| !is_part(c)).map(|word| word.trim_end_matches('.'));
    words.filter(|word| {
        let parts = word.split_once('/');
        parts.is_some_and(|(kind, own)| KINDS.contains(&kind) && !own.is_empty())
    })
}
