//! Every operator of `$filter` on every scalar type, with the values that are there: what the service answers to the
//! typed condition is what SQL gives for the same condition.

use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use apimark_runtime::client::Client;
use apimark_runtime::filter::{Filter, Negatable};
use library_client::v1::{api, models::Thing};

use crate::service::Service;

/// More values of a column say no more.
const MOST_VALUES: usize = 14;

/// A condition and the same in SQL.
struct Case {
    column: &'static str,
    operator: &'static str,
    filter: Filter<Thing, Negatable>,
    sql: String,
}

/// Compares and returns how many conditions there were.
pub async fn compare(service: &Service, client: &Client) -> Result<usize> {
    let cases = cases(service).await?;
    let mut wrong = Vec::new();
    for Case { column, operator, filter, sql } in &cases {
        let statement = format!("select id from Library_Things where {sql} order by id");
        let expected = service.numbers(&statement).await?;
        match found(client, filter.clone()).await {
            Ok(found) if found == expected => {}
            Ok(found) => wrong
                .push(format!("{column} {operator}: `{filter}` gives {found:?}, SQL {expected:?}")),
            Err(error) => wrong.push(format!("{column} {operator}: `{filter}`: {error:#}")),
        }
    }
    ensure!(
        wrong.is_empty(),
        "{} of {} conditions\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    Ok(cases.len())
}

async fn found(client: &Client, filter: Filter<Thing, Negatable>) -> Result<Vec<i64>> {
    let list = api().things().list().filter(filter).select(Thing::ID).order_by(Thing::ID.asc());
    let mut things = list.items(client);
    let mut ids = Vec::new();
    while let Some(thing) = things.try_next().await? {
        ids.push(i64::from(thing.id.context("no id")?));
    }
    Ok(ids)
}

/// The conditions on one column. `$literal` spells a value in SQL.
macro_rules! column {
    ($cases:ident, $service:ident, $property:ident: $type:ty, $column:literal, $literal:expr) => {{
        let values = values($service, $column).await?;
        let parse = |text: &str| -> Result<$type> { parsed(text) };
        let case = |operator, filter, sql| Case { column: $column, operator, filter, sql };
        let literal: fn(&str) -> String = $literal;
        for text in &values {
            let (value, sql) = (|| parse(text), literal(text));
            $cases.push(case("eq", Thing::$property.eq(value()?), format!("{} = {sql}", $column)));
            $cases.push(case(
                "ne",
                Thing::$property.ne(value()?),
                format!("{} is not {sql}", $column),
            ));
            $cases.push(case("gt", Thing::$property.gt(value()?), format!("{} > {sql}", $column)));
            $cases.push(case("ge", Thing::$property.ge(value()?), format!("{} >= {sql}", $column)));
            $cases.push(case("lt", Thing::$property.lt(value()?), format!("{} < {sql}", $column)));
            $cases.push(case("le", Thing::$property.le(value()?), format!("{} <= {sql}", $column)));
            let not = Thing::$property.is_not_null().and(!Thing::$property.eq(value()?));
            $cases.push(case("not", not, format!("{} <> {sql}", $column)));
        }
        let all = values.iter().map(|text| parse(text)).collect::<Result<Vec<_>>>()?;
        let list: Vec<String> = values.iter().map(|text| literal(text)).collect();
        $cases.push(case(
            "in",
            Thing::$property.is_in(all),
            format!("{} in ({})", $column, list.join(", ")),
        ));
        $cases.push(case("null", Thing::$property.is_null(), format!("{} is null", $column)));
        $cases.push(case(
            "not null",
            Thing::$property.is_not_null(),
            format!("{} is not null", $column),
        ));
    }};
}

fn bare(text: &str) -> String {
    text.to_owned()
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

async fn cases(service: &Service) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    column!(cases, service, ID: i32, "id", bare);
    column!(cases, service, TEXT: Box<str>, "text", quoted);
    column!(cases, service, SMALL: i16, "small", bare);
    column!(cases, service, WHOLE: i32, "whole", bare);
    column!(cases, service, LARGE: i64, "large", bare);
    column!(cases, service, EXACT: apimark_runtime::Decimal, "exact", bare);
    column!(cases, service, INEXACT: f64, "inexact", bare);
    column!(cases, service, DAY: apimark_runtime::Date, "day", quoted);
    column!(cases, service, CLOCK: apimark_runtime::Time, "clock", quoted);
    column!(cases, service, MOMENT: apimark_runtime::Timestamp, "moment", quoted);
    column!(cases, service, INSTANT: apimark_runtime::Timestamp, "instant", quoted);
    column!(cases, service, GUID: apimark_runtime::Uuid, "guid", quoted);
    for (value, sql) in [(true, "1"), (false, "0")] {
        let case = |operator, filter, sql| Case { column: "flag", operator, filter, sql };
        cases.push(case("eq", Thing::FLAG.eq(value), format!("flag = {sql}")));
        cases.push(case("ne", Thing::FLAG.ne(value), format!("flag is not {sql}")));
    }
    for part in ["A", "a", "'", "''", "&", "%", "_", "東", "🦀", "\\", "+", " ", "/?#"] {
        let case = |operator, filter, sql| Case { column: "text", operator, filter, sql };
        let (sql, length) = (quoted(part), part.chars().count());
        cases.push(case("contains", Thing::TEXT.contains(part), format!("instr(text, {sql}) > 0")));
        cases.push(case(
            "startsWith",
            Thing::TEXT.starts_with(part),
            format!("substr(text, 1, {length}) = {sql}"),
        ));
        cases.push(case(
            "endsWith",
            Thing::TEXT.ends_with(part),
            format!("substr(text, -{length}) = {sql}"),
        ));
    }
    let case = |operator, filter, sql: &str| Case {
        column: "several",
        operator,
        filter,
        sql: sql.to_owned(),
    };
    let (flag, small) = (|| Thing::FLAG.eq(true), || Thing::SMALL.gt(3));
    let either = || flag().or(small());
    cases.push(case("and", flag().and(small()), "flag = 1 and small > 3"));
    cases.push(case("or", either(), "flag = 1 or small > 3"));
    cases.push(case(
        "or in and",
        Thing::ID.lt(50).and(either()),
        "id < 50 and (flag = 1 or small > 3)",
    ));
    cases.push(case(
        "and in or",
        Thing::ID.lt(50).or(flag().and(small())),
        "id < 50 or (flag = 1 and small > 3)",
    ));
    let both = Thing::FLAG.is_not_null().and(Thing::SMALL.is_not_null()).and(!either());
    cases.push(case("not or", both, "flag = 0 and small <= 3"));
    Ok(cases)
}

/// Some values of a column as text, the least and the greatest among them.
async fn values(service: &Service, column: &str) -> Result<Vec<String>> {
    let statement = format!(
        "select distinct cast({column} as text) as it from Library_Things where {column} is not null order by {column}"
    );
    let rows = service.sql(&statement).await?;
    let texts: Vec<String> =
        rows.iter().filter_map(|row| row["it"].as_str().map(str::to_owned)).collect();
    let step = texts.len().div_ceil(MOST_VALUES).max(1);
    let last = texts.last().cloned();
    let mut some: Vec<String> = texts.into_iter().step_by(step).collect();
    some.extend(last);
    some.dedup();
    Ok(some)
}

fn parsed<T: FromText>(text: &str) -> Result<T> {
    T::from_text(text).with_context(|| format!("not a value: {text}"))
}

/// A value from what SQLite prints of it.
trait FromText: Sized {
    fn from_text(text: &str) -> Option<Self>;
}

macro_rules! by_parsing {
    ($($type:ty),*) => { $(
        impl FromText for $type {
            fn from_text(text: &str) -> Option<Self> {
                Self::from_str(text).ok()
            }
        }
    )* };
}

by_parsing!(
    i16,
    i32,
    i64,
    f64,
    apimark_runtime::Decimal,
    apimark_runtime::Date,
    apimark_runtime::Time,
    apimark_runtime::Timestamp,
    apimark_runtime::Uuid
);

impl FromText for Box<str> {
    fn from_text(text: &str) -> Option<Self> {
        Some(text.into())
    }
}
