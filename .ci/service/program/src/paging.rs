//! More rows than a page holds, and a service that ends in the middle of them.

use anyhow::{Context, Result, ensure};
use apimark_runtime::client::Client;
use library_client::v1::{api, models::Row};

use crate::service::Service;

/// Returns how many rows were read.
pub async fn read(service: &mut Service, client: &Client) -> Result<usize> {
    let mut pages = api().rows().list().select((Row::ID, Row::LABEL)).count().pages(client);
    let (mut rows, mut count) = (Vec::new(), None);
    let mut at = 0;
    while let Some(page) = pages.try_next().await? {
        count = count.or(page.count);
        rows.extend(page.value);
        at += 1;
        if at == 20 {
            service.restart().await?;
        }
    }
    let ids: Vec<_> = rows.iter().filter_map(|row| row.id.map(i64::from)).collect();
    ensure!(
        ids == service.numbers("select id from Library_Rows order by id").await?,
        "{} rows",
        ids.len()
    );
    ensure!(count == Some(i64::try_from(ids.len())?), "the service counts {count:?}");
    let last = rows.last().context("no rows")?;
    ensure!(last.label.as_deref() == Some("row 10049"), "{last:?}");
    Ok(rows.len())
}
