//! Changes some properties of a user, clears others, and leaves the rest as it is.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::Update;
use generated::v1_0::{api, models::User};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{:?}", run(&client).await?);
    Ok(())
}

/// Only what is named here is sent. A change of `User::ID` or clearing `User::DISPLAY_NAME` does not
/// compile: the documentation says that the one is read-only, and that the other must have a value.
pub async fn run(client: &Client) -> Result<User, Error> {
    let ana = || api().users().by_id("ana@contoso.com");
    let change = Update::new()
        .set(User::JOB_TITLE, "Baker")
        .clear(User::DEPARTMENT)
        .clear(User::BUSINESS_PHONES);
    ana().update(&change).send(client).await?;
    ana().get().select((User::ID, User::JOB_TITLE, User::DEPARTMENT)).send(client).await
}
