//! Talks to a real OData service by the generated client, and compares every answer with what SQL says.
//!
//! The one argument is the folder of the service. Prints what was compared; fails at the first difference.

mod filters;
mod operations;
mod paging;
mod queries;
mod service;
mod writes;

use std::path::PathBuf;

use anyhow::{Context, Result};

use service::Service;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("which service?")?);
    let mut service = Service::start(&folder).await?;
    let client = service.builder().build()?;
    println!(
        "  {} conditions of $filter select what SQL selects",
        filters::compare(&service, &client).await?
    );
    println!("  {} queries with the other options", queries::compare(&service, &client).await?);
    println!(
        "  {} rows in pages, with a restart of the service among them",
        paging::read(&mut service, &client).await?
    );
    println!("  {} calls of functions and actions", operations::call(&client).await?);
    println!(
        "  {} writes, each compared with the row that came of it",
        writes::write(&service, &client).await?
    );
    Ok(())
}
