//! Reads many users in few requests.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::client::Batch;
use generated::v1_0::{api, models::User};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let ids: Vec<_> = (0..45).map(|number| format!("user{number}@contoso.com")).collect();
    for user in run(&client, &ids).await? {
        println!("{}", user.and_then(|user| user.display_name).unwrap_or_default());
    }
    Ok(())
}

/// The users with these ids, in their order; `None` where there is none.
pub async fn run(client: &Client, ids: &[String]) -> Result<Vec<Option<User>>, Error> {
    let mut batch = Batch::new();
    let handles: Vec<_> = ids
        .iter()
        .map(|id| batch.add(api().users().by_id(id).get().select((User::ID, User::DISPLAY_NAME))))
        .collect();
    let answers = batch.send(client).await;
    handles
        .into_iter()
        .map(|handle| match answers.get(handle) {
            Ok(user) => Ok(Some(user.into_body())),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        })
        .collect()
}
