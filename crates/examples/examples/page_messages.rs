//! Reads the unread messages of the last days, page by page, and can stop and go on between two pages.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Page, Timestamp};
use generated::v1_0::api;
use generated::v1_0::models::{EmailAddress, Message, Recipient};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    for message in run(&client).await? {
        println!("{}: {}", sender(&message), message.subject.unwrap_or_default());
    }
    Ok(())
}

/// The first page is read in one go and the others in another, as after a restart of the program.
pub async fn run(client: &Client) -> Result<Vec<Message>, Error> {
    let since: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a date");
    let list = api()
        .me()
        .messages()
        .list()
        .filter(Message::RECEIVED_DATE_TIME.ge(since).and(Message::IS_READ.eq(false)))
        .select((Message::SUBJECT, Message::FROM, Message::RECEIVED_DATE_TIME))
        .order_by(Message::RECEIVED_DATE_TIME.desc())
        .top(10)
        .prefer("outlook.body-content-type=\"text\"")
        // Invitations are messages too: here all are read as what they have in common.
        .decode_as::<Page<Message>>();

    let mut pages = list.clone().pages(client);
    let mut messages = Vec::new();
    if let Some(page) = pages.try_next().await? {
        messages.extend(page.value);
    }
    let Some(stored) = pages.next_link() else { return Ok(messages) };

    let mut pages = list.pages_from(client, stored);
    while let Some(page) = pages.try_next().await? {
        messages.extend(page.value);
    }
    Ok(messages)
}

/// A path of properties leads through objects that may not be there.
pub fn sender(message: &Message) -> String {
    let address = Message::FROM.then(Recipient::EMAIL_ADDRESS).then(EmailAddress::ADDRESS);
    address.of(message).map_or("nobody".to_owned(), String::from)
}
