//! `overrides.toml` as it is written, to entries.

use std::collections::BTreeMap;
use std::mem::discriminant;

use diag::{Diagnostic, PageId, Spanned, codes};
use dialects::{Caller, did_you_mean};
use facts::Dialect;
use serde::Deserialize;
use toml::Value;

use crate::entry::{Change, Entry, Subject, Table};
use crate::value::{self, Placed, fault, span};

mod change;

type Text = toml::Spanned<String>;
type Anything = toml::Spanned<Value>;

/// The file. Each entry corrects one thing.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct File {
    property: Vec<Property>,
    parameter: Vec<Parameter>,
    member: Vec<Member>,
    #[serde(rename = "type")]
    types: Vec<Type>,
    operation: Vec<Operation>,
}

/// Declares the entries of one table: its keys besides those that all have, and which of them correct something.
macro_rules! entries {
    ($(
        $(#[$attribute:meta])*
        $entry:ident { $($(#[$of_key:meta])* $key:ident: $ty:ty,)* }
        named by $name:ident, called by $caller:expr,
        corrects { $($change:ident = $word:literal,)* }
    )*) => { $(
        $(#[$attribute])*
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $entry {
            page: Text,
            heading: Option<Text>,
            $($(#[$of_key])* $key: $ty,)*
            $(#[serde(rename = $word)] $change: Option<Anything>,)*
            expect: Anything,
            why: Text,
        }

        impl From<$entry> for Written {
            fn from(entry: $entry) -> Self {
                let caller: fn(&$entry) -> Option<Caller> = $caller;
                let caller = caller(&entry);
                Self {
                    page: entry.page,
                    heading: entry.heading,
                    table: Table::$entry,
                    name: entry.$name.into(),
                    caller,
                    changes: vec![$(($word, entry.$change),)*],
                    expect: entry.expect,
                    why: entry.why,
                }
            }
        }
    )* };
}

entries! {
    /// A row of a property table, or of the table of a request body.
    Property { property: Text, }
    named by property, called by |_| None,
    corrects {
        ty = "type",
        name = "name",
        presence = "presence",
        operators = "operators",
        rename = "rename",
        ignore = "ignore",
    }

    /// A header, or a parameter of a query, a path or a function.
    Parameter { parameter: Text, }
    named by parameter, called by |_| None,
    corrects { ty = "type", name = "name", presence = "presence", ignore = "ignore", }

    /// A member of an enumeration.
    Member { member: Text, }
    named by member, called by |_| None,
    corrects { name = "name", rename = "rename", ignore = "ignore", }

    /// A type.
    Type { #[serde(rename = "type")] ty: Text, }
    named by ty, called by |_| None,
    corrects { name = "name", base = "base", kind = "kind", rename = "rename", }

    /// What a page states of its operations.
    Operation { request: Option<Text>, caller: Option<Caller>, }
    named by request, called by |it| it.caller,
    corrects {
        route = "route",
        returns = "return",
        permissions = "permissions",
        rename = "rename",
        ignore = "ignore",
    }
}

/// An entry whose keys are known and whose values are not looked at yet.
struct Written {
    page: Text,
    heading: Option<Text>,
    table: Table,
    name: Option<Text>,
    caller: Option<Caller>,
    /// What it corrects, by key.
    changes: Vec<(&'static str, Option<Anything>)>,
    expect: Anything,
    why: Text,
}

/// The entries of the file `page`, and what is wrong with others.
pub(crate) fn read(page: PageId, text: &str, dialect: &Dialect) -> (Vec<Entry>, Vec<Diagnostic>) {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => return (entries, vec![unreadable(page, &error)]),
    };
    for written in file.written() {
        match entry(page, written, dialect) {
            Ok(entry) => entries.push(entry),
            Err(report) => faults.push(report),
        }
    }
    (entries, faults)
}

fn unreadable(page: PageId, error: &toml::de::Error) -> Diagnostic {
    let report = fault(span(page, error.span().unwrap_or_default()), error.message());
    Diagnostic { help: did_you_mean(error), ..report }
}

impl File {
    fn written(self) -> Vec<Written> {
        let Self { property, parameter, member, types, operation } = self;
        let rows = property.into_iter().map(Into::into);
        let rows = rows.chain(parameter.into_iter().map(Into::into));
        let rows = rows.chain(member.into_iter().map(Into::into));
        let types = types.into_iter().map(Into::into);
        rows.chain(types).chain(operation.into_iter().map(Into::into)).collect()
    }
}

fn entry(page: PageId, written: Written, dialect: &Dialect) -> Result<Entry, Diagnostic> {
    let Written { page: path, heading, table, name, caller, changes, expect, why } = written;
    let placed = |text: Text| Spanned { span: span(page, text.span()), value: text.into_inner() };
    let value = |it: Anything| Placed { span: span(page, it.span()), value: it.into_inner() };
    let path = placed(path);
    let known: Vec<&str> = changes.iter().map(|(key, _)| *key).collect();
    let mut said = changes.into_iter().filter_map(|(key, it)| Some((key, value(it?))));
    let Some((key, now)) = said.next() else {
        let message = "this entry corrects nothing".to_owned();
        return Err(fault(path.span, message).help(format!("write one of {}", quoted(&known))));
    };
    if let Some((other, it)) = said.next() {
        let message = format!("this entry corrects both `{key}` and `{other}`");
        return Err(fault(it.span, message).help("write an entry for each"));
    }
    let why = placed(why);
    let reason = value::line(&why.value).filter(|it| !it.is_empty());
    let Some(reason) = reason else {
        return Err(fault(why.span, "the reason is not one line of text"));
    };
    let expect = value(expect);
    let subject = Subject { table, name: name.map(placed), caller };
    check_caller(key, &subject, path.span)?;
    let (change, now, expect) = change::read(key, &subject, &now, &expect, dialect)?;
    if now.value == expect.value && key != "ignore" {
        let message = "this correction says what it expects";
        let report = Diagnostic::new(codes::USELESS_OVERRIDE, now.span, message);
        return Err(report.help("it changes nothing: remove it, or correct one of the two"));
    }
    let heading = heading.map(placed);
    Ok(Entry { page: path, heading, subject, change, now, expect, why: reason })
}

/// Permissions are those of one kind of caller, nothing else is.
fn check_caller(key: &str, subject: &Subject, at: diag::Span) -> Result<(), Diagnostic> {
    match (key, subject.caller) {
        ("permissions", None) => Err(fault(at, "the entry does not say whose permissions").help(
            "write `caller = \"delegated-work\"`, `\"delegated-personal\"` or `\"application\"`",
        )),
        ("permissions", Some(_)) if subject.name.is_some() => {
            Err(fault(at, "permissions are those of the page, not of one request line"))
        }
        ("permissions", Some(_)) | (_, None) => Ok(()),
        (_, Some(_)) => Err(fault(at, "only permissions have a `caller`")),
    }
}

fn quoted(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// The reports of entries on what an earlier one is about, and of those on a row that another leaves out.
pub(crate) fn doubled(entries: &[Entry]) -> Vec<Diagnostic> {
    type Key<'a> = (&'a str, Option<String>, Table, Option<&'a str>, Option<Caller>);
    let mut seen: BTreeMap<Key<'_>, Vec<&Entry>> = BTreeMap::new();
    let mut reports = Vec::new();
    for entry in entries {
        let Subject { table, name, caller } = &entry.subject;
        let heading = entry.heading.as_ref().map(|it| it.value.trim().to_ascii_lowercase());
        let name = name.as_ref().map(|it| it.value.as_str());
        let key = (entry.page.value.as_str(), heading, *table, name, *caller);
        let earlier = seen.entry(key).or_default();
        if earlier.iter().any(|it| are_one(it, entry)) {
            let message = "another entry is about the same";
            let report = fault(entry.now.span, message);
            reports.push(report.help("remove one of the two"));
        }
        earlier.push(entry);
    }
    reports
}

/// Whether two entries about one subject correct the same of it.
fn are_one(one: &Entry, other: &Entry) -> bool {
    let is_same = discriminant(&one.change) == discriminant(&other.change);
    let leaves_out = [one, other].iter().any(|it| matches!(it.change, Change::Ignore));
    // An operation is left out, or corrected, by what its line is expected to be.
    let is_line = one.subject.table == Table::Operation;
    let lines = |it: &Entry| matches!(it.change, Change::Route { .. } | Change::Ignore);
    if is_line && (lines(one) || lines(other)) {
        return lines(one) && lines(other) && one.expect.value == other.expect.value;
    }
    is_same || leaves_out
}
