//! What a name is, position by position.
//!
//! One rule for each kind of place where the docs name something that becomes an item, a path or a
//! literal later. The rules are those of the field; where the docs are known to write more, the rule
//! says so. Nothing is repaired here: a text is a name or it is none.

/// A place that holds a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// A type, maybe qualified.
    Type,
    /// A type that a link names: the link's text, which may be words.
    LinkedType,
    /// A namespace.
    Namespace,
    /// An enumeration.
    Enumeration,
    /// A property or a member of a JSON representation.
    Property,
    /// A member of an enumeration, or a value that a description lists.
    Member,
    /// A permission.
    Permission,
    /// A header.
    Header,
    /// A parameter of a function or action, in the query or the path.
    Parameter,
    /// A product area.
    Area,
    /// A cloud.
    Cloud,
    /// A segment of a path.
    Segment,
    /// What stands in braces in a path.
    Placeholder,
    /// A media type.
    MediaType,
}

/// No name of any kind is longer than this, in bytes.
const MAX_BYTES: usize = 255;

/// How many characters an identifier has at most: OData ABNF, `odataIdentifier`.
const MAX_IDENTIFIER: usize = 128;

impl Position {
    /// What the reports call it.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Type | Self::LinkedType => "type",
            Self::Namespace => "namespace",
            Self::Enumeration => "enumeration",
            Self::Property => "property",
            Self::Member => "enumeration member",
            Self::Permission => "permission",
            Self::Header => "header",
            Self::Parameter => "parameter",
            Self::Area => "product area",
            Self::Cloud => "cloud",
            Self::Segment => "path segment",
            Self::Placeholder => "placeholder",
            Self::MediaType => "media type",
        }
    }

    /// Whether `text` can stand here.
    #[must_use]
    pub fn allows(self, text: &str) -> bool {
        if text.is_empty() || text.len() > MAX_BYTES || text.contains(diag::is_unseen) {
            return false;
        }
        match self {
            Self::Type | Self::Namespace | Self::Enumeration => is_qualified(text),
            Self::LinkedType | Self::Cloud => is_words(text),
            Self::Property | Self::Parameter => is_property(text),
            Self::Member => is_member(text),
            Self::Permission => is_scope(text),
            Self::Header => is_token(text),
            Self::Area => is_area(text),
            Self::Segment => is_segment(text),
            Self::Placeholder => is_placeholder(text),
            Self::MediaType => is_media_type(text),
        }
    }
}

/// Whether a name in a link's place may be words.
pub(crate) fn type_position(link: Option<&str>) -> Position {
    if link.is_some() { Position::LinkedType } else { Position::Type }
}

/// Identifiers with dots between them: OData ABNF, `qualifiedTypeName` and `namespace`.
fn is_qualified(text: &str) -> bool {
    text.split('.').all(is_identifier)
}

/// OData ABNF, `odataIdentifier`: a letter or `_`, then letters, digits and `_`. The docs also write a
/// dash within.
fn is_identifier(text: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let first = |c: char| c.is_alphabetic() || c == '_';
    text.starts_with(first) && text.chars().all(inner) && text.chars().count() <= MAX_IDENTIFIER
}

/// A JSON property or a parameter: an identifier, which may be qualified by dots, or begin with a digit,
/// `$` or `@`, and may carry an annotation: `content@odata.mediaEditLink`.
fn is_property(text: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '$' | '#');
    text.contains(char::is_alphanumeric) && text.chars().all(inner)
}

/// CSDL calls a member an identifier; what services send has blanks and signs as well, and begins with
/// a digit: `12Months`, `Not Started`, `C++`, `#microsoft.graph.x`, `Known, expected`.
fn is_member(text: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || "_-. +/@#&:,".contains(c);
    text.contains(char::is_alphanumeric) && text.chars().all(inner)
}

/// RFC 6749, `scope-token`: visible ASCII but for `"` and `\`.
fn is_scope(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\\'))
}

/// RFC 9110, `token`.
fn is_token(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}

/// A word or a few, as front matter gives them: `entra-sign-in`, `sites and lists`.
fn is_area(text: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || "_-. /&".contains(c);
    text.starts_with(char::is_alphanumeric) && text.chars().all(inner)
}

/// RFC 3986, `pchar`.
fn is_segment(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%!$&'()*+,;=:@".contains(c))
}

/// RFC 6570 has a `varname` here; the docs also explain, and put braces into parentheses:
/// `{id of message}`, `{id|name}`, `({id})`.
fn is_placeholder(text: &str) -> bool {
    !text.contains(['\\', '`', '"', '<', '>'])
}

/// RFC 6838: two restricted names and a slash; `*` for a range (RFC 9110); parameters may follow.
fn is_media_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or(text).trim_end();
    let name = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+*".contains(c))
    };
    essence.split_once('/').is_some_and(|(kind, subtype)| name(kind) && name(subtype))
}

/// Words of a sentence: no markup, no quotation of anything else.
fn is_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && !text.contains(['`', '<', '>', '\\', '{', '}', '|'])
}

/// `alertSeverity` of `Alert` and `severity`: words as one name. Within a word nothing changes.
pub(crate) fn camel_case(words: &[&str]) -> String {
    let with_first = |word: &str, first: fn(&char) -> char| {
        let mut letters = word.chars();
        let start = letters.next().map(|letter| first(&letter));
        start.into_iter().chain(letters).collect::<String>()
    };
    let Some((first, rest)) = words.split_first() else { return String::new() };
    let rest = rest.iter().map(|word| with_first(word, char::to_ascii_uppercase));
    with_first(first, char::to_ascii_lowercase) + &rest.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn what_the_docs_name_is_a_name() {
        let cases = [
            (Position::Type, "microsoft.graph.user"),
            (Position::Type, "Edm.String"),
            (Position::LinkedType, "bank account (preview)"),
            (Position::Property, "12Months"),
            (Position::Property, "@microsoft.graph.conflictBehavior"),
            (Position::Property, "content@odata.mediaEditLink"),
            (Position::Parameter, "$value"),
            (Position::Member, "12Months"),
            (Position::Member, "Not Started"),
            (Position::Member, "#microsoft.graph.x"),
            (Position::Permission, "Files.ReadWrite.All"),
            (Position::Header, "ConsistencyLevel"),
            (Position::Area, "entra-sign-in"),
            (Position::Cloud, "US Government L5 (DOD)"),
            (Position::Segment, "$ref"),
            (Position::Segment, "microsoft.graph.delta()"),
            (Position::Placeholder, "id | userPrincipalName"),
            (Position::MediaType, "text/plain; charset=utf-8"),
            (Position::MediaType, "image/*"),
        ];
        for (position, text) in cases {
            assert!(position.allows(text), "{position:?} {text:?}");
        }
    }

    #[test]
    fn what_would_leave_its_place_is_none() {
        let all = [
            Position::Type,
            Position::LinkedType,
            Position::Namespace,
            Position::Enumeration,
            Position::Property,
            Position::Member,
            Position::Permission,
            Position::Header,
            Position::Parameter,
            Position::Area,
            Position::Cloud,
            Position::Segment,
            Position::Placeholder,
            Position::MediaType,
        ];
        let long = "a".repeat(10_000);
        let weapons = ["", "a\nb", "a\u{1b}[31m", "a\u{202e}b", "a\u{85}b", "a\u{2028}b", &long];
        for position in all {
            for text in weapons {
                assert!(!position.allows(text), "{position:?} {text:?}");
            }
        }
        let cases = [
            (Position::Type, "a b"),
            (Position::Type, "a..b"),
            (Position::Type, "<script>"),
            (Position::Namespace, "1x"),
            (Position::Property, "a\"b"),
            (Position::Property, "@"),
            (Position::Member, "a`b"),
            (Position::Member, "<b>"),
            (Position::Permission, "User.Read Mail.Read"),
            (Position::Header, "Prefer: x"),
            (Position::Area, "**TODO: [a](b)**"),
            (Position::Segment, "a/b"),
            (Position::Segment, "a`b"),
            (Position::Placeholder, "a`b"),
            (Position::MediaType, "text"),
        ];
        for (position, text) in cases {
            assert!(!position.allows(text), "{position:?} {text:?}");
        }
    }
}
