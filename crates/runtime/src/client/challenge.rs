//! Reads the header `WWW-Authenticate` (RFC 9110 section 11.6.1).
//!
//! By hand, because the parsers that there are, such as that of `http-auth`, are strict: they end at the first
//! fault. Here a challenge for claims must be found also behind what the grammar does not have, such as
//! `NTLM TlRM…==`, a name that is not ASCII, or Base64 without quotes.

use azure_core::http::StatusCode;
use azure_core::http::headers::{Headers, WWW_AUTHENTICATE};
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::{Map, Value};

use super::Claims;

/// The claims that an answer asks for: `Bearer error="insufficient_claims", claims="eyJ…"`.
pub(super) fn claims(status: StatusCode, headers: &Headers) -> Option<Claims> {
    if status != StatusCode::Unauthorized {
        return None;
    }
    let challenges = challenges(headers.get_optional_str(&WWW_AUTHENTICATE)?);
    challenges.iter().filter(|it| it.scheme.eq_ignore_ascii_case("bearer")).find_map(|it| {
        let asks = it.parameter("error")?.eq_ignore_ascii_case("insufficient_claims");
        decode(it.parameter("claims").filter(|_| asks)?)
    })
}

/// Base64 of JSON, in either alphabet; some services leave the padding out.
fn decode(text: &str) -> Option<Claims> {
    let lenient =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = |alphabet| GeneralPurpose::new(alphabet, lenient);
    let bytes = engine(&alphabet::STANDARD).decode(text);
    let bytes = bytes.or_else(|_| engine(&alphabet::URL_SAFE).decode(text)).ok()?;
    let json = String::from_utf8(bytes).ok()?;
    serde_json::from_str::<Map<String, Value>>(&json).ok()?;
    Some(Claims::new(json))
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Challenge {
    scheme: String,
    parameters: Vec<(String, String)>,
}

impl Challenge {
    fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(it, _)| it.eq_ignore_ascii_case(name))?;
        Some(&found.1)
    }
}

/// The challenges of a header. What cannot be read is passed over, up to the next comma.
fn challenges(text: &str) -> Vec<Challenge> {
    let (mut challenges, mut rest) = (Vec::<Challenge>::new(), text);
    while !rest.is_empty() {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        let (word, behind) = token(rest);
        match (behind.trim_start().strip_prefix('='), challenges.last_mut()) {
            (Some(value), Some(challenge)) if !word.is_empty() => {
                let (value, behind) = parameter_value(value.trim_start());
                challenge.parameters.push((word.to_owned(), value));
                rest = behind;
            }
            (None, _) if !word.is_empty() => {
                let scheme = word.to_owned();
                challenges.push(Challenge { scheme, parameters: Vec::new() });
                rest = behind;
            }
            _ => rest = behind_fault(behind),
        }
    }
    challenges
}

/// What follows the next comma that stands in no quotes: what is in quotes is never taken for a challenge.
fn behind_fault(text: &str) -> &str {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}

/// The longest token at the begin (RFC 9110 section 5.6.2), and the rest.
fn token(text: &str) -> (&str, &str) {
    let is_part = |it: char| it.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(it);
    text.split_at(text.find(|it| !is_part(it)).unwrap_or(text.len()))
}

/// A token, or a text in quotes without them; and the rest. Base64 without quotes is taken too.
fn parameter_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, rest) = text.split_at(text.find([',', ' ', '\t', '"']).unwrap_or(text.len()));
        return (value.to_owned(), rest);
    };
    let (mut value, mut characters) = (String::new(), quoted.chars());
    loop {
        match characters.next() {
            Some('\\') => value.extend(characters.next()),
            Some('"') | None => return (value, characters.as_str()),
            Some(other) => value.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::BASE64_STANDARD;
    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;

    fn read(header: &str) -> String {
        let each = challenges(header).into_iter().map(|it| {
            let parameters = it.parameters.iter().map(|(name, value)| format!(" {name}=<{value}>"));
            it.scheme + &parameters.collect::<String>()
        });
        each.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn headers() {
        let texts = [
            r#"Bearer realm="", error="insufficient_claims", claims="e30=""#,
            r#"Bearer error = invalid_token,scope="a \"b\" c" , x=y"#,
            "Negotiate, Basic realm=\"a, b\", Bearer claims=e30=",
            "NTLM TlRMTVNTUAAB==, Bearer a=1",
            ",, Bearer",
            r#"Bearer a="never ends"#,
            "=\"lost\", Bearer a=1",
            "é, Bearer a=1",
            "",
        ];
        let table: String = texts.iter().map(|it| format!("{it:<62} => {}\n", read(it))).collect();
        assert_snapshot!(table, @r#"
        Bearer realm="", error="insufficient_claims", claims="e30="    => Bearer realm=<> error=<insufficient_claims> claims=<e30=>
        Bearer error = invalid_token,scope="a \"b\" c" , x=y           => Bearer error=<invalid_token> scope=<a "b" c> x=<y>
        Negotiate, Basic realm="a, b", Bearer claims=e30=              => Negotiate; Basic realm=<a, b>; Bearer claims=<e30=>
        NTLM TlRMTVNTUAAB==, Bearer a=1                                => NTLM TlRMTVNTUAAB=<=>; Bearer a=<1>
        ,, Bearer                                                      => Bearer
        Bearer a="never ends                                           => Bearer a=<never ends>
        ="lost", Bearer a=1                                            => Bearer a=<1>
        é, Bearer a=1                                                  => Bearer a=<1>
                                                                       =>
        "#);
    }

    fn found(status: StatusCode, header: String) -> Option<Claims> {
        let mut headers = Headers::new();
        headers.insert(WWW_AUTHENTICATE, header);
        claims(status, &headers)
    }

    #[test]
    fn only_a_bearer_challenge_that_lacks_claims_has_claims() {
        let claims = r#"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#;
        let base64 = BASE64_STANDARD.encode(claims);
        let asks = |scheme: &str, error: &str, claims: &str| {
            let header = format!(r#"{scheme} realm="", error="{error}", claims="{claims}""#);
            found(StatusCode::Unauthorized, header).map(|it| it.to_string())
        };
        let wanted = Some(claims.to_owned());
        assert_eq!(asks("Bearer", "insufficient_claims", &base64), wanted);
        assert_eq!(
            asks("PoP, bearer", "insufficient_claims", base64.trim_end_matches('=')),
            wanted
        );
        assert_eq!(asks("Bearer", "invalid_token", &base64), None);
        assert_eq!(asks("PoP", "insufficient_claims", &base64), None);
        for odd in ["", "?", "e", &BASE64_STANDARD.encode("[1]"), &BASE64_STANDARD.encode("\u{0}")]
        {
            assert_eq!(asks("Bearer", "insufficient_claims", odd), None, "{odd}");
        }
        let header = format!(r#"Bearer error="insufficient_claims", claims="{base64}""#);
        assert_eq!(found(StatusCode::Forbidden, header), None);
    }

    /// Elements of a header; the star stands for a forged challenge.
    const HOSTILE: [&str; 12] = [
        "Negotiate",
        "NTLM TlRMTVNTUAAB==",
        r#"Digest realm="*", nonce=a"#,
        r#"é="*""#,
        r#"= "*""#,
        r#"Basic realm=x"*""#,
        r#"Basic realm="x" "*""#,
        r#""*""#,
        r#"\"*""#,
        ";;",
        "",
        "Bearer error=invalid_token",
    ];

    proptest! {
        #[test]
        fn nothing_panics(header in r#"([a-z]{0,3}|[ ,="\\é]|Bearer |claims=){0,12}"#) {
            found(StatusCode::Unauthorized, header);
        }

        #[test]
        fn what_is_in_quotes_is_no_challenge_and_faults_hide_none(
            others in proptest::collection::vec(0..HOSTILE.len(), 0..5),
        ) {
            let genuine = r#"Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ==""#;
            let forged = genuine.replace("eyJhIjoxfQ==", "e30=").replace('"', "\\\"");
            let others: Vec<String> =
                others.into_iter().map(|it| HOSTILE[it].replace('*', &forged)).collect();
            let others = others.join(", ");
            prop_assert_eq!(found(StatusCode::Unauthorized, others.clone()), None);
            for header in [format!("{others}, {genuine}"), format!("{genuine}, {others}")] {
                let claims = found(StatusCode::Unauthorized, header).map(|it| it.to_string());
                prop_assert_eq!(claims.as_deref(), Some(r#"{"a":1}"#));
            }
        }

        #[test]
        fn claims_come_back_as_they_were(value in ".*", url_safe in any::<bool>(), padded in any::<bool>()) {
            let json = Value::from_iter([("a", value)]).to_string();
            let alphabet = if url_safe { &alphabet::URL_SAFE } else { &alphabet::STANDARD };
            let config = GeneralPurposeConfig::new().with_encode_padding(padded);
            let text = GeneralPurpose::new(alphabet, config).encode(&json);
            let header = format!(r#"Bearer claims="{text}", error=insufficient_claims"#);
            prop_assert_eq!(found(StatusCode::Unauthorized, header).map(|it| it.to_string()), Some(json));
        }
    }
}
