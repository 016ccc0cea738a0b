//! `$orderby`, `$select`, `$expand`, `$search`, `$count`, `$top`, `$skip`.

use anyhow::{Context, Result, ensure};
use apimark_runtime::Search;
use apimark_runtime::client::Client;
use library_client::v1::api;
use library_client::v1::models::{Book, Shelf, Thing};

use crate::service::Service;

/// Returns how many queries were compared.
pub async fn compare(service: &Service, client: &Client) -> Result<usize> {
    let mut queries = 0;
    for (descending, order) in [(false, "asc"), (true, "desc")] {
        // The number of a thing tells those apart that are alike otherwise.
        let whole = if descending { Thing::WHOLE.desc() } else { Thing::WHOLE.asc() };
        let list = api().things().list().select((Thing::ID, Thing::WHOLE));
        let list = list
            .filter(Thing::WHOLE.is_not_null())
            .order_by((whole, Thing::ID.asc()))
            .skip(3)
            .top(40);
        let page = list.send(client).await?;
        let found: Vec<_> = page.value.iter().filter_map(|thing| thing.id.map(i64::from)).collect();
        let sql = format!(
            "select id from Library_Things where whole is not null order by whole {order}, id limit 40 offset 3"
        );
        ensure!(found == service.numbers(&sql).await?, "order {order}: {found:?}");
        ensure!(page.value.iter().all(|thing| thing.text.is_none()), "more than was selected");
        queries += 1;
    }

    let page =
        api().things().list().filter(Thing::FLAG.eq(true)).count().top(1).send(client).await?;
    let count = service.numbers("select count(*) from Library_Things where flag = 1").await?[0];
    ensure!(page.count == Some(count), "count {:?}, not {count}", page.count);
    queries += 1;

    let books = Shelf::BOOKS.select((Book::ID, Book::TITLE)).order_by(Book::ID.desc());
    let shelves = api().shelves().list().expand(books).send(client).await?;
    for shelf in &shelves.value {
        let id = shelf.id.context("a shelf without an id")?;
        let found: Vec<_> = shelf
            .books
            .iter()
            .flat_map(|all| all.iter())
            .filter_map(|book| book.id.map(i64::from))
            .collect();
        let sql = format!("select id from Library_Books where shelf_id = '{id}' order by id desc");
        ensure!(found == service.numbers(&sql).await?, "books of {id}: {found:?}");
        queries += 1;
    }

    for word in ["maps", "Ann's", "Cléo", "nothing"] {
        let list = api().books().list().search(Search::<Book>::text(word)).order_by(Book::ID.asc());
        let page = list.send(client).await?;
        let found: Vec<_> = page.value.iter().filter_map(|book| book.id.map(i64::from)).collect();
        let quoted = word.replace('\'', "''").to_lowercase();
        let sql = format!(
            "select id from Library_Books where instr(lower(title), lower('{quoted}')) > 0 or instr(lower(coalesce(author, '')), lower('{quoted}')) > 0 order by id"
        );
        ensure!(found == service.numbers(&sql).await?, "search for {word}: {found:?}");
        queries += 1;
    }
    queries += exact_numbers(service, client).await?;
    Ok(queries)
}

/// The service writes numbers that JavaScript cannot hold as text.
async fn exact_numbers(service: &Service, client: &Client) -> Result<usize> {
    let list = api().things().list().select((Thing::ID, Thing::LARGE)).order_by(Thing::ID.asc());
    let page = list.filter(Thing::LARGE.is_not_null()).send(client).await?;
    let found: Vec<_> =
        page.value.iter().filter_map(|thing| thing.large.map(|it| it.to_string())).collect();
    let sql =
        "select cast(large as text) as it from Library_Things where large is not null order by id";
    let expected: Vec<_> = service
        .sql(sql)
        .await?
        .iter()
        .filter_map(|row| row["it"].as_str().map(str::to_owned))
        .collect();
    ensure!(found == expected, "{found:?} are not {expected:?}");
    ensure!(
        found.iter().any(|it| it == "9007199254740993"),
        "no number is too large for JavaScript"
    );
    Ok(1)
}
