//! Lists the members of a group, which are users, groups and other things of the directory.

use azure_identity::DeveloperToolsCredential;
use generated::v1_0::api;
use generated::v1_0::models::{AnyDirectoryObject, DirectoryObject, Group, User};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for member in run(&client).await? {
        println!("{}", describe(&member));
    }
    Ok(())
}

/// Properties of derived types can be selected where the base type is queried.
pub async fn run(client: &Client) -> Result<Vec<AnyDirectoryObject>, Error> {
    let mut members = api()
        .groups()
        .by_id("02bd9fd6")
        .members()
        .list()
        .select((DirectoryObject::ID, User::DISPLAY_NAME, User::MAIL, Group::VISIBILITY))
        .items(client);
    let mut found = Vec::new();
    while let Some(member) = members.try_next().await? {
        found.push(member);
    }
    Ok(found)
}

/// Each member is of its own type. One that the documentation does not know is a plain directory object,
/// with everything the service has sent in `additional`.
pub fn describe(member: &AnyDirectoryObject) -> String {
    match member {
        AnyDirectoryObject::User(user) => {
            format!("user {}", user.display_name.as_deref().unwrap_or_default())
        }
        AnyDirectoryObject::Group(group) => {
            format!("{} group", group.visibility.as_deref().unwrap_or("public"))
        }
        AnyDirectoryObject::DirectoryObject(other) => {
            let of = other.additional.get("@odata.type").and_then(|it| it.as_str());
            format!("something of type {}", of.unwrap_or("unknown"))
        }
        // What all of them share is read alike.
        any => format!("object {}", DirectoryObject::ID.of(any).unwrap_or_default()),
    }
}
