//! Creates a user, and changes it afterwards.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::Update;
use generated::v1_0::api;
use generated::v1_0::models::{PasswordProfile, User};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{:?}", run(&client).await?);
    Ok(())
}

/// `create` asks for what the documentation requires of a new user; the rest is set as it is wanted. The answer
/// is the user as the service has made it.
pub async fn run(client: &Client) -> Result<Option<User>, Error> {
    let password = PasswordProfile {
        password: Some("correct horse battery staple".into()),
        force_change_password_next_sign_in: Some(true),
        ..Default::default()
    };
    let new = User::create(true, "Ben", "ben", password, "ben@contoso.com")
        .set(User::JOB_TITLE, "Miller");
    let created = api().users().create(&new).send(client).await?;
    let change = Update::new().set(User::JOB_TITLE, "Baker");
    api().users().by_id("ben@contoso.com").update(&change).send(client).await?;
    Ok(created.returned())
}
