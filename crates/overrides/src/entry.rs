//! An entry of the file, checked as far as the file alone allows.

use diag::{Span, Spanned};
use facts::{Caller, Correction, Effect, RequestLine, Returns, TypeCell};

use crate::lists::{Operators, Presence};

/// One correction, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The page, as reports call it.
    pub page: Spanned<String>,
    /// The heading that the subject stands below.
    pub heading: Option<Spanned<String>>,
    pub subject: Subject,
    pub change: Change,
    /// What is right, in one text.
    pub now: Spanned<String>,
    /// What the docs are expected to say, in one text.
    pub expect: Spanned<String>,
    pub why: String,
}

/// What an entry is about.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub table: Table,
    /// The name on the page; the request line of an operation, if one is meant.
    pub name: Option<Spanned<String>>,
    /// Whose permissions.
    pub caller: Option<Caller>,
}

/// The tables of the file, by what their entries are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Table {
    Property,
    Parameter,
    Member,
    Type,
    Operation,
}

impl Table {
    /// As it is written.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Property => "property",
            Self::Parameter => "parameter",
            Self::Member => "member",
            Self::Type => "type",
            Self::Operation => "operation",
        }
    }
}

/// What an entry corrects.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Type(TypeCell),
    Name,
    Presence(Vec<Presence>),
    Operators(Operators),
    Permissions(Vec<Vec<String>>),
    /// Without an expected line, one is added where none was read.
    Route {
        expected: Option<RequestLine>,
        line: RequestLine,
    },
    Ignore,
    Base,
    Kind,
    Returns {
        expected: Returns,
        returns: Returns,
    },
    RustName,
}

impl Change {
    /// What reports and docs call it.
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Self::Type(_) => "type",
            Self::Name => "name",
            Self::Presence(_) => "presence",
            Self::Operators(_) => "operators",
            Self::Permissions(_) => "permissions",
            Self::Route { .. } => "route",
            Self::Ignore => "row",
            Self::Base => "base type",
            Self::Kind => "kind",
            Self::Returns { .. } => "returned type",
            Self::RustName => "Rust name",
        }
    }

    /// Names and request lines go last, what leaves something out behind them.
    pub(crate) fn rank(&self) -> u8 {
        match self {
            Self::Name | Self::Route { .. } => 1,
            Self::Ignore => 2,
            _ => 0,
        }
    }
}

impl Entry {
    /// What reports and docs call that which is corrected.
    pub(crate) fn what(&self) -> &'static str {
        match self.subject.caller {
            Some(Caller::DelegatedWork) => "delegated permissions (work or school)",
            Some(Caller::DelegatedPersonal) => "delegated permissions (personal)",
            Some(Caller::Application) => "application permissions",
            None => self.change.what(),
        }
    }

    /// The place of all of it, in whichever order it is written.
    pub(crate) fn whole(&self) -> Span {
        let others = self.heading.iter().chain(&self.subject.name).map(|it| it.span);
        others.fold(self.page.span.to(self.now.span).to(self.expect.span), Span::to)
    }

    /// The correction that goes with the facts of the page.
    pub(crate) fn correction(&self, subject: Span, effect: Effect) -> Correction {
        // What is left out is told by its name; what it is expected to say is only there to find it.
        let name = self.subject.name.as_ref().filter(|_| matches!(effect, Effect::LeftOut));
        Correction {
            at: self.now.span,
            expected_at: self.expect.span,
            subject,
            what: self.what(),
            said: name.unwrap_or(&self.expect).value.clone(),
            now: self.now.value.clone(),
            why: self.why.clone(),
            effect,
        }
    }
}
