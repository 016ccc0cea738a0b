//! Statements that are lists: what they are, and how one text tells them.

use diag::Span;
use facts::{CORRECTED, Fact, Note};

/// Whether something must or may be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Presence {
    Required,
    RequiredOnCreate,
    Optional,
    Nullable,
    NotNullable,
}

impl Presence {
    pub(crate) const ALL: [Self; 5] =
        [Self::Required, Self::RequiredOnCreate, Self::Optional, Self::Nullable, Self::NotNullable];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::RequiredOnCreate => "required-on-create",
            Self::Optional => "optional",
            Self::Nullable => "nullable",
            Self::NotNullable => "not-nullable",
        }
    }

    fn of(note: &Note) -> Option<Self> {
        match note {
            Note::Required => Some(Self::Required),
            Note::RequiredOnCreate => Some(Self::RequiredOnCreate),
            Note::Optional => Some(Self::Optional),
            Note::Nullable(true) => Some(Self::Nullable),
            Note::Nullable(false) => Some(Self::NotNullable),
            _ => None,
        }
    }

    fn note(self) -> Note {
        match self {
            Self::Required => Note::Required,
            Self::RequiredOnCreate => Note::RequiredOnCreate,
            Self::Optional => Note::Optional,
            Self::Nullable => Note::Nullable(true),
            Self::NotNullable => Note::Nullable(false),
        }
    }
}

/// All of them in one text, sorted.
pub(crate) fn presence_text(mut all: Vec<Presence>) -> String {
    all.sort_unstable();
    all.dedup();
    joined(all.into_iter().map(Presence::word))
}

/// What the notes of a row say of presence.
pub(crate) fn presence_in(notes: &[Fact<Note>]) -> String {
    presence_text(notes.iter().filter_map(|note| Presence::of(&note.value)).collect())
}

/// Puts these in the place of what the notes say of presence.
pub(crate) fn put_presence(notes: &mut Vec<Fact<Note>>, right: &[Presence], at: Span) {
    notes.retain(|note| Presence::of(&note.value).is_none());
    notes.extend(right.iter().map(|it| Fact::new(it.note(), at, CORRECTED)));
}

/// What a row says of `$filter`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operators {
    /// Nothing.
    Unstated,
    /// These; none of them where it only says that there is filtering.
    Stated(Vec<String>),
}

/// That a row says nothing of `$filter`, as the file writes it.
pub(crate) const UNSTATED: &str = "unstated";

/// Operators in one text, sorted.
pub(crate) fn operators_text(operators: &Operators) -> String {
    match operators {
        Operators::Unstated => UNSTATED.to_owned(),
        Operators::Stated(list) => {
            let mut sorted: Vec<&str> = list.iter().map(String::as_str).collect();
            sorted.sort_unstable();
            sorted.dedup();
            joined(sorted.into_iter())
        }
    }
}

/// What the notes of a row say of `$filter`.
pub(crate) fn operators_in(notes: &[Fact<Note>]) -> String {
    let stated = notes.iter().find_map(|note| match &note.value {
        Note::Filter(list) => Some(Operators::Stated(list.clone())),
        _ => None,
    });
    operators_text(&stated.unwrap_or(Operators::Unstated))
}

/// Puts these in the place of what the notes say of `$filter`.
pub(crate) fn put_operators(notes: &mut Vec<Fact<Note>>, right: &Operators, at: Span) {
    notes.retain(|note| !matches!(note.value, Note::Filter(_)));
    if let Operators::Stated(list) = right {
        notes.push(Fact::new(Note::Filter(list.clone()), at, CORRECTED));
    }
}

/// Alternatives of permissions in one text.
pub(crate) fn permissions_text(alternatives: &[Vec<String>]) -> String {
    let together: Vec<String> = alternatives.iter().map(|set| set.join(" and ")).collect();
    joined(together.iter().map(String::as_str))
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
