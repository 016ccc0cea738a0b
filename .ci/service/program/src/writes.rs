//! Creating, changing, clearing and deleting, media, ETags and batches.

use anyhow::{Context, Result, ensure};
use apimark_runtime::client::{Batch, Client};
use apimark_runtime::{Create, Update};
use library_client::v1::api;
use library_client::v1::models::{Book, Thing};
use serde_json::{Value, json};

use crate::service::Service;

/// Returns how many writes there were.
pub async fn write(service: &Service, client: &Client) -> Result<usize> {
    Ok(scalars(service, client).await?
        + books(service, client).await?
        + batch(service, client).await?)
}

/// A value of each type there and back.
async fn scalars(service: &Service, client: &Client) -> Result<usize> {
    let created = Thing::create()
        .set(Thing::ID, 5000)
        .set(Thing::TEXT, "O'Brien & \"Söhne\" 🦀")
        .set(Thing::FLAG, true)
        .set(Thing::SMALL, -7)
        .set(Thing::WHOLE, i32::MIN)
        .set(Thing::LARGE, 9_007_199_254_740_991)
        .set(Thing::EXACT, "12345.6789".parse::<apimark_runtime::Decimal>()?)
        .set(Thing::INEXACT, -0.125)
        .set(Thing::DAY, "2024-02-29".parse::<apimark_runtime::Date>()?)
        .set(Thing::CLOCK, "23:59:59".parse::<apimark_runtime::Time>()?)
        .set(Thing::MOMENT, "2024-02-29T23:59:59Z".parse::<apimark_runtime::Timestamp>()?)
        .set(Thing::INSTANT, "9999-12-31T23:59:59.999Z".parse::<apimark_runtime::Timestamp>()?)
        .set(Thing::GUID, "48d31887-5fad-4d73-a9f5-3c356e68a038".parse::<apimark_runtime::Uuid>()?);
    let thing = api().things().create(&created).send(client).await?.body()?;
    ensure!(thing.text.as_deref() == Some("O'Brien & \"Söhne\" 🦀"), "{thing:?}");
    let row = row(service, "Things", 5000).await?.context("nothing was created")?;
    let expected = json!({
        "id": 5000, "text": "O'Brien & \"Söhne\" 🦀", "flag": 1, "small": -7, "whole": i32::MIN,
        "large": 9_007_199_254_740_991_i64, "exact": 12345.6789, "inexact": -0.125, "day": "2024-02-29",
        "clock": "23:59:59", "moment": "2024-02-29T23:59:59.000Z", "instant": "9999-12-31T23:59:59.999Z",
        "guid": "48d31887-5fad-4d73-a9f5-3c356e68a038",
    });
    ensure!(row == expected, "{row} is not {expected}");
    let again = api().things().by_id("5000").get().send(client).await?;
    ensure!(
        again.guid == thing.guid && again.instant == thing.instant && again.instant.is_some(),
        "{again:?}"
    );

    let cleared = Update::new().set(Thing::SMALL, 8).clear(Thing::TEXT).clear(Thing::INSTANT);
    api().things().by_id("5000").update(&cleared).send(client).await?;
    let row = self::row(service, "Things", 5000).await?.context("it is gone")?;
    ensure!(row["small"] == 8 && row["text"].is_null() && row["instant"].is_null(), "{row}");
    ensure!(row["whole"] == i32::MIN, "what was not named has changed: {row}");

    api().things().by_id("5000").delete().send(client).await?;
    ensure!(self::row(service, "Things", 5000).await?.is_none(), "it is still there");
    let gone = api().things().by_id("5000").get().send(client).await;
    ensure!(gone.as_ref().is_err_and(|error| error.is_not_found()), "{gone:?}");
    Ok(3)
}

/// Media, and changes that ask for the version that was read.
async fn books(service: &Service, client: &Client) -> Result<usize> {
    let bytes: Vec<u8> = (0..70_000_u32).map(|at| (at % 251) as u8).collect();
    let book = || api().books().by_id("3");
    book().cover().put(bytes.clone()).if_match("*").send(client).await?;
    let read = book().cover().get().send(client).await?;
    ensure!(read.0 == bytes, "another picture");

    let before = book().get().send(client).await?;
    let etag =
        before.additional.get("@odata.etag").and_then(Value::as_str).context("no ETag")?.to_owned();
    let change = Update::new().set(Book::AUTHOR, "Dora");
    book().update(&change).if_match(&etag).send(client).await?;
    let stale =
        book().update(&Update::new().set(Book::AUTHOR, "Eve")).if_match(&etag).send(client).await;
    ensure!(
        stale
            .as_ref()
            .is_err_and(|error| error.status().is_some_and(|status| u16::from(status) == 412)),
        "{stale:?}"
    );
    let row = row(service, "Books", 3).await?.context("it is gone")?;
    ensure!(row["author"] == "Dora", "{row}");
    Ok(3)
}

/// Many requests in few.
async fn batch(service: &Service, client: &Client) -> Result<usize> {
    let mut batch = Batch::new();
    let creations: Vec<Create<Thing>> = (6000..6025)
        .map(|id| Thing::create().set(Thing::ID, id).set(Thing::TEXT, format!("batch {id}")))
        .collect();
    let created: Vec<_> =
        creations.iter().map(|body| batch.add(api().things().create(body))).collect();
    let missing = batch.add(api().things().by_id("123456").get());
    let answers = batch.send(client).await;
    for handle in created {
        answers.get(handle)?;
    }
    ensure!(
        answers.get(missing).is_err_and(|error| error.is_not_found()),
        "found what is not there"
    );
    let rows =
        service.numbers("select id from Library_Things where id >= 6000 order by id").await?;
    ensure!(rows == (6000..6025).collect::<Vec<i64>>(), "{rows:?}");
    Ok(25)
}

async fn row(service: &Service, table: &str, id: i64) -> Result<Option<Value>> {
    let rows = service.sql(&format!("select * from Library_{table} where id = {id}")).await?;
    Ok(rows.into_iter().next())
}
