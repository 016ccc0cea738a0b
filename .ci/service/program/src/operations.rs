//! Functions and actions, bound and unbound.

use anyhow::{Context, Result, ensure};
use apimark_runtime::client::Client;
use library_client::v1::api;
use library_client::v1::models::Book;
use library_client::v1::operations::{BookLendBody, BookRestockBody};

/// Returns how many were called.
pub async fn call(client: &Client) -> Result<usize> {
    let sum = api().sum(20, 22).get().send(client).await?;
    ensure!(sum.value == 42, "{sum:?}");

    let longest = api().longest(3).get().send(client).await?;
    let pages: Vec<_> = longest.value.iter().filter_map(|book| book.pages).collect();
    ensure!(pages.len() == 3 && pages.is_sorted_by(|a, b| a >= b), "{pages:?}");

    let book = api().books().by_id("7").get().select(Book::TITLE).send(client).await?;
    let excerpt = api().books().by_id("7").excerpt(4).get().send(client).await?;
    let title = book.title.context("no title")?;
    ensure!(
        title.starts_with(&*excerpt.value) && excerpt.value.chars().count() == 4,
        "{title}: {excerpt:?}"
    );

    // The service wants to know which version of the book is meant.
    let who =
        BookLendBody { borrower: Some("O'Neil & Co".into()), days: Some(14), ..Default::default() };
    let loan =
        api().books().by_id("7").lend().post(&who).if_match("*").send(client).await?.body()?;
    ensure!(loan.borrower.as_deref() == Some("O'Neil & Co") && loan.book == Some(7), "{loan:?}");

    let more = BookRestockBody { title: Some("New".into()), copies: Some(3), ..Default::default() };
    let added = api().restock().post(&more).send(client).await?.body()?;
    ensure!(
        added.value.len() == 3
            && added.value.iter().all(|book| book.title.as_deref() == Some("New")),
        "{added:?}"
    );
    Ok(5)
}
