//! The program that the README shows.

use azure_identity::DeveloperToolsCredential;
use generated::v1_0::{api, models::User};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    Ok(run(&client).await?)
}

pub async fn run(client: &Client) -> Result<(), Error> {
    let mut users = api()
        .users()
        .list()
        .filter(User::DISPLAY_NAME.starts_with("A").and(User::ACCOUNT_ENABLED.eq(true)))
        .select((User::DISPLAY_NAME, User::MAIL))
        .items(client);
    while let Some(user) = users.try_next().await? {
        println!("{}", user.display_name.unwrap_or_default());
    }
    Ok(())
}
