//! Lists the users whose name begins with an A and who can sign in, each with the id of the manager.

use azure_identity::DeveloperToolsCredential;
use generated::v1_0::{
    api,
    models::{DirectoryObject, User},
};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for user in run(&client).await? {
        println!("{}", user.display_name.unwrap_or_default());
    }
    Ok(())
}

/// All of them, however many pages that are.
pub async fn run(client: &Client) -> Result<Vec<User>, Error> {
    let mut found = Vec::new();
    let mut users = api()
        .users()
        .list()
        .filter(User::DISPLAY_NAME.starts_with("A").and(User::ACCOUNT_ENABLED.eq(true)))
        .select((User::ID, User::DISPLAY_NAME, User::MAIL))
        .expand(User::MANAGER.select(DirectoryObject::ID))
        .order_by(User::DISPLAY_NAME)
        .top(3)
        .items(client);
    while let Some(user) = users.try_next().await? {
        found.push(user);
    }
    Ok(found)
}
