//! Keeps a copy of all users up to date: reads everything once and later only what has changed.

use std::collections::BTreeMap;
use std::path::Path;

use azure_identity::DeveloperToolsCredential;
use generated::runtime::client::{Change, DeltaLink};
use generated::v1_0::{api, models::User};
use generated::{Client, Error};

/// The users, and where the service says what has changed of them since. Both are stored together: a copy
/// that is older or newer than its link would miss a change.
#[derive(Debug, Default)]
pub struct Copy {
    pub users: BTreeMap<Box<str>, User>,
    pub link: Option<DeltaLink>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let file = Path::new("users.json");
    let mut copy = match std::fs::read_to_string(file) {
        Ok(text) => Copy::from_json(&text)?,
        Err(_) => Copy::default(),
    };
    run(&client, &mut copy).await?;
    std::fs::write(file, copy.to_json()?)?;
    println!("{} users", copy.users.len());
    Ok(())
}

impl Copy {
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        let (users, link) = serde_json::from_str(text)?;
        Ok(Self { users, link })
    }

    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&(&self.users, &self.link))
    }
}

/// Applies what has changed since the last time, or everything there is.
pub async fn run(client: &Client, copy: &mut Copy) -> Result<(), Error> {
    match follow(client, copy).await {
        // The service no longer knows what has changed since then.
        Err(Error::Resync(_)) => {
            *copy = Copy::default();
            follow(client, copy).await
        }
        outcome => outcome,
    }
}

async fn follow(client: &Client, copy: &mut Copy) -> Result<(), Error> {
    let columns = (User::ID, User::DISPLAY_NAME, User::JOB_TITLE);
    let request = api().users().delta().get().select(columns);
    let mut delta = match &copy.link {
        Some(link) => request.delta_from(client, link),
        None => request.delta(client),
    };
    while let Some(change) = delta.try_next().await? {
        match change {
            // Only what has changed comes; what was cleared comes as null. The rest must stay.
            Change::Updated(user) => {
                let id = user.object.id.clone().unwrap_or_default();
                user.apply_to(copy.users.entry(id).or_default());
            }
            Change::Removed(user) => {
                copy.users.remove(user.id.as_str());
            }
            // No relationship was asked for.
            Change::Link(_) => {}
        }
        // If the next page fails, the next run begins with it.
        copy.link = delta.link();
    }
    copy.link = delta.link();
    Ok(())
}
