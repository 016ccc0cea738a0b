//! Changes a task only if nobody else has changed it meanwhile.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::Update;
use generated::runtime::client::StatusCode;
use generated::v1_0::{api, models::PlannerTask};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    match run(&client).await? {
        Some(before) => println!("half done, and {before} % before"),
        None => println!("it was so already"),
    }
    Ok(())
}

/// Says that a task is half done, unless it is further already. The ETag says which version was read; with
/// 412 the service says that it is no longer the current one, and the decision is made anew.
pub async fn run(client: &Client) -> Result<Option<i32>, Error> {
    let task = || api().planner().tasks().by_id("48d31887");
    loop {
        let read = task().get().send(client).await?;
        let before = read.percent_complete.unwrap_or(0);
        if before >= 50 {
            return Ok(None);
        }
        let etag = read.additional.get("@odata.etag").and_then(|it| it.as_str()).unwrap_or("*");
        let change = Update::new().set(PlannerTask::PERCENT_COMPLETE, 50);
        match task().update(etag, &change).send(client).await {
            Err(error) if error.status() == Some(StatusCode::PreconditionFailed) => {}
            outcome => return outcome.map(|_| Some(before)),
        }
    }
}
