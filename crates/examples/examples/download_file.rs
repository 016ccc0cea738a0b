//! Downloads a file without holding it in memory.

use std::fs::File;
use std::io::Write;

use azure_identity::DeveloperToolsCredential;
use generated::Client;
use generated::v1_0::api;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{} bytes", run(&client, &mut File::create("film.mp4")?).await?);
    Ok(())
}

/// The service answers with a redirect to where the bytes are. The token does not go there.
pub async fn run(
    client: &Client,
    file: &mut impl Write,
) -> Result<usize, Box<dyn std::error::Error>> {
    let content = api().me().drive().root().by_path("Films/film.mp4").content().get();
    let mut download = content.download(client).await?;
    let mut length = 0;
    while let Some(bytes) = download.chunk().await? {
        file.write_all(&bytes)?;
        length += bytes.len();
    }
    Ok(length)
}
