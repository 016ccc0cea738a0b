//! Changes until when a QR code works, which is an operation of the beta version.

use azure_identity::DeveloperToolsCredential;
use generated::beta::{api, models::QrCode};
use generated::runtime::{Timestamp, Update};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{:?}", run(&client).await?);
    Ok(())
}

/// The code of the user that a hardware token is assigned to.
pub async fn run(client: &Client) -> Result<QrCode, Error> {
    let expires: Timestamp = "2027-01-01T00:00:00Z".parse().expect("a date");
    let changed = api()
        .authentication_method_devices()
        .by_id("devices")
        .hardware_oath_devices()
        .by_id("3b1f")
        .assign_to()
        .authentication()
        .qr_code_pin_method()
        .standard_qr_code()
        .update(&Update::new().set(QrCode::EXPIRE_DATE_TIME, expires))
        .send(client)
        .await?;
    // The change is made even if the service returns nothing; then the error says so.
    Ok(changed.body()?)
}
