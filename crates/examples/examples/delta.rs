//! Keeps a copy of all users up to date: reads everything once and later only what has changed.

use std::collections::BTreeMap;
use std::path::Path;

use azure_identity::DeveloperToolsCredential;
use generated::runtime::client::{Change, DeltaLink};
use generated::v1_0::{api, models::User};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let file = Path::new("users.delta");
    let stored = std::fs::read_to_string(file).ok();
    let mut users = BTreeMap::new();
    let link = run(&client, stored.as_deref(), &mut users).await?;
    if let Some(link) = link {
        std::fs::write(file, link)?;
    }
    println!("{} users", users.len());
    Ok(())
}

/// Applies what has changed since `stored`, or everything there is, and returns where to go on the next
/// time.
pub async fn run(
    client: &Client,
    stored: Option<&str>,
    users: &mut BTreeMap<Box<str>, User>,
) -> Result<Option<String>, Error> {
    match follow(client, stored, users).await {
        // The service no longer knows what has changed since then.
        Err(Error::Resync(_)) => {
            users.clear();
            follow(client, None, users).await
        }
        outcome => outcome,
    }
}

async fn follow(
    client: &Client,
    stored: Option<&str>,
    users: &mut BTreeMap<Box<str>, User>,
) -> Result<Option<String>, Error> {
    let request = api().users().delta().get().select((User::ID, User::DISPLAY_NAME));
    let mut delta = match stored {
        Some(link) => request.delta_from(client, &link.parse::<DeltaLink>()?),
        None => request.delta(client),
    };
    while let Some(change) = delta.try_next().await? {
        match change {
            Change::Updated(user) => {
                users.insert(user.id.clone().unwrap_or_default(), user);
            }
            Change::Removed(user) => {
                users.remove(user.id.as_str());
            }
        }
    }
    Ok(delta.link().map(String::from))
}
