//! What an entry corrects, from its key and value.

use diag::{Diagnostic, Spanned, nearest, printable};
use facts::written::{self, Position};
use facts::{BESIDE_OPERATORS, Dialect, OPERATORS, Returns, TypeCell};

use crate::entry::{Change, Subject, Table};
use crate::lists::{
    Operators, Presence, UNSTATED, operators_text, permissions_text, presence_text,
};
use crate::value::{Placed, fault, list, lists, text};

/// What is corrected, the right value and the expected one, each in one text.
type Change3 = (Change, Spanned<String>, Spanned<String>);

/// Reads the value of `key` and what the docs are expected to say in its place.
pub(crate) fn read(
    key: &str,
    subject: &Subject,
    now: &Placed,
    expect: &Placed,
    dialect: &Dialect,
) -> Result<Change3, Diagnostic> {
    let plain = |change| Ok((change, placed(now, text(now)?), placed(expect, text(expect)?)));
    match key {
        "type" => plain(Change::Type(cell(now, dialect)?)),
        "name" => {
            check_name(subject.table, now)?;
            plain(Change::Name)
        }
        "presence" => presences(now, expect),
        "operators" => operators(now, expect),
        "permissions" => permissions(now, expect),
        "route" => route(now, expect, dialect),
        "ignore" => ignore(now, expect),
        "base" => {
            check_base(now)?;
            plain(Change::Base)
        }
        "kind" => {
            for value in [now, expect] {
                one_of(value, &["entity", "complex"])?;
            }
            plain(Change::Kind)
        }
        "return" => plain(Change::Returns {
            expected: returned(expect, dialect)?,
            returns: returned(now, dialect)?,
        }),
        _ => plain(Change::RustName),
    }
}

fn placed(value: &Placed, text: String) -> Spanned<String> {
    Spanned::new(text, value.span)
}

fn cell(value: &Placed, dialect: &Dialect) -> Result<TypeCell, Diagnostic> {
    let words = text(value)?;
    written::type_of(&words, dialect).ok_or_else(|| {
        let message = format!("`{}` names no type", printable(&words));
        fault(value.span, message).help("write it as a type cell does: `Int64`, `user collection`")
    })
}

fn check_name(table: Table, value: &Placed) -> Result<(), Diagnostic> {
    let name = text(value)?;
    let positions: &[Position] = match table {
        Table::Property => &[Position::Property],
        // What a header may be called is known when it is found.
        Table::Parameter => &[Position::Parameter, Position::Header],
        Table::Member => &[Position::Member],
        Table::Type | Table::Operation => &[Position::Type],
    };
    let is_one = positions.iter().any(|it| it.allows(&name));
    let message = || format!("`{}` is no name of a {}", printable(&name), table.word());
    is_one.then_some(()).ok_or_else(|| fault(value.span, message()))
}

fn check_base(value: &Placed) -> Result<(), Diagnostic> {
    let name = text(value)?;
    let message = || format!("`{}` is no name of a type", printable(&name));
    let report = || fault(value.span, message()).help("write a type, or `none`");
    Position::Type.allows(&name).then_some(()).ok_or_else(report)
}

/// One of these words.
fn one_of(value: &Placed, known: &[&str]) -> Result<(), Diagnostic> {
    let word = text(value)?;
    if known.contains(&word.as_str()) {
        return Ok(());
    }
    Err(unknown(value, &word, known))
}

fn unknown(value: &Placed, word: &str, known: &[&str]) -> Diagnostic {
    let report = fault(value.span, format!("`{}` is none of the words for this", printable(word)));
    match nearest(word, known.iter().copied()) {
        Some(near) => report.help(format!("did you mean `{near}`?")),
        None => report.help(format!("write {}", known.join(", "))),
    }
}

fn presences(now: &Placed, expect: &Placed) -> Result<Change3, Diagnostic> {
    let right = presence(now)?;
    let texts = (presence_text(right.clone()), presence_text(presence(expect)?));
    Ok((Change::Presence(right), placed(now, texts.0), placed(expect, texts.1)))
}

fn presence(value: &Placed) -> Result<Vec<Presence>, Diagnostic> {
    let of = |word: String| {
        let found = Presence::ALL.into_iter().find(|it| it.word() == word);
        found.ok_or_else(|| unknown(value, &word, &Presence::ALL.map(Presence::word)))
    };
    list(value)?.into_iter().map(of).collect()
}

fn operators(now: &Placed, expect: &Placed) -> Result<Change3, Diagnostic> {
    let right = stated_operators(now)?;
    let texts = (operators_text(&right), operators_text(&stated_operators(expect)?));
    Ok((Change::Operators(right), placed(now, texts.0), placed(expect, texts.1)))
}

fn stated_operators(value: &Placed) -> Result<Operators, Diagnostic> {
    let words = list(value)?;
    if words == [UNSTATED] {
        return Ok(Operators::Unstated);
    }
    let known: Vec<&str> = OPERATORS.into_iter().chain(BESIDE_OPERATORS).collect();
    match words.iter().find(|word| !known.contains(&word.as_str())) {
        Some(word) => Err(unknown(value, word, &known)),
        None => Ok(Operators::Stated(words)),
    }
}

fn permissions(now: &Placed, expect: &Placed) -> Result<Change3, Diagnostic> {
    let right = lists(now)?;
    if let Some(name) = right.iter().flatten().find(|name| !Position::Permission.allows(name)) {
        let message = format!("`{}` is no name of a permission", printable(name));
        return Err(fault(now.span, message));
    }
    if right.iter().any(Vec::is_empty) {
        return Err(fault(now.span, "a set of permissions is empty"));
    }
    let texts = (permissions_text(&right), permissions_text(&lists(expect)?));
    Ok((Change::Permissions(right), placed(now, texts.0), placed(expect, texts.1)))
}

fn route(now: &Placed, expect: &Placed, dialect: &Dialect) -> Result<Change3, Diagnostic> {
    let line = |value: &Placed| {
        let line = text(value)?;
        written::request_of(&line, dialect).map_err(|why| {
            let message = format!("`{}` cannot be read: {why}", printable(&line));
            fault(value.span, message).help("write such as `GET /users/{id}`")
        })
    };
    let expected = if text(expect)?.is_empty() { None } else { Some(line(expect)?) };
    let change = Change::Route { expected, line: line(now)? };
    Ok((change, placed(now, text(now)?), placed(expect, text(expect)?)))
}

fn ignore(now: &Placed, expect: &Placed) -> Result<Change3, Diagnostic> {
    if now.value != toml::Value::Boolean(true) {
        return Err(fault(now.span, "`ignore` is `true`, or left out"));
    }
    Ok((Change::Ignore, placed(now, String::new()), placed(expect, text(expect)?)))
}

/// The words for what is no type.
const NO_TYPES: [(&str, Returns); 3] =
    [("nothing", Returns::Nothing), ("stream", Returns::Stream), ("json", Returns::Json)];

fn returned(value: &Placed, dialect: &Dialect) -> Result<Returns, Diagnostic> {
    let words = text(value)?;
    match NO_TYPES.into_iter().find(|(word, _)| *word == words) {
        Some((_, returns)) => Ok(returns),
        None => Ok(Returns::Type(cell(value, dialect)?)),
    }
}
