//! Uploads a large file in pieces, and goes on with an upload that was broken off.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::client::Bytes;
use generated::v1_0::models::{DriveItem, DriveItemUploadableProperties};
use generated::v1_0::{api, operations::DriveItemCreateUploadSessionBody};
use generated::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let content = Bytes::from(std::fs::read("film.mp4")?);
    let mut session = std::fs::read_to_string("film.mp4.session").ok();
    let progress = |sent, of| println!("{sent} of {of} bytes");
    let outcome = run(&client, content, &mut session, progress).await;
    match session {
        Some(url) => std::fs::write("film.mp4.session", url)?,
        None => std::fs::remove_file("film.mp4.session").unwrap_or_default(),
    }
    println!("{}", outcome?.id.unwrap_or_default());
    Ok(())
}

/// `stored` is the URL of a session to go on with, and afterwards that of one that is not finished.
pub async fn run(
    client: &Client,
    content: Bytes,
    stored: &mut Option<String>,
    progress: impl FnMut(u64, u64) + Clone + Send + Sync + 'static,
) -> Result<DriveItem, Error> {
    let name = Some("film.mp4".into());
    let item = DriveItemUploadableProperties { name, ..Default::default() };
    let body = DriveItemCreateUploadSessionBody { item: Some(item.into()), ..Default::default() };
    let file = || api().me().drive().root().by_path("Films/film.mp4");
    loop {
        let create = file().create_upload_session().post(&body);
        let mut session = match stored.take() {
            Some(url) => create.resume_upload(client, &url)?,
            None => create.start_upload(client).await?,
        };
        let url = session.url().to_owned();
        session.piece_size(4 * 320 * 1024).on_progress(progress.clone());
        match session.upload(content.clone()).await {
            Ok(item) => return Ok(item.into_body().body()?),
            // The service has forgotten the session, because it has expired or is finished.
            Err(error) if error.is_not_found() => {}
            Err(error) => {
                *stored = Some(url);
                return Err(error);
            }
        }
    }
}
