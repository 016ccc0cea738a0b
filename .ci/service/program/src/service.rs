//! The service in a process of its own, which can be killed and started again.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use apimark_runtime::client::{BearerToken, Client, ClientBuilder};
use serde_json::Value;
use tokio::process::{Child, Command};

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Service {
    folder: PathBuf,
    port: u16,
    process: Child,
    http: reqwest::Client,
}

impl Service {
    /// Fills the database anew and starts the service.
    pub async fn start(folder: &Path) -> Result<Self> {
        let filled = Command::new("node").arg("deploy.js").current_dir(folder).output().await?;
        ensure!(filled.status.success(), "deploy.js: {}", String::from_utf8_lossy(&filled.stderr));
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = spawn(folder, port)?;
        let service =
            Self { folder: folder.to_owned(), port, process, http: reqwest::Client::new() };
        service.wait().await?;
        Ok(service)
    }

    /// Ends the process at once and starts another one at the same address.
    pub async fn restart(&mut self) -> Result<()> {
        self.process.kill().await?;
        self.process = spawn(&self.folder, self.port)?;
        self.wait().await
    }

    pub fn builder(&self) -> ClientBuilder {
        let credential = BearerToken::new("token");
        Client::builder(Arc::new(credential)).base_url(self.root())
    }

    /// The rows that a statement gives.
    pub async fn sql(&self, statement: &str) -> Result<Vec<Value>> {
        let request = self.http.post(format!("{}/sql", self.root()));
        let request = request.header("content-type", "text/plain").body(statement.to_owned());
        let answer = request.send().await?;
        let status = answer.status();
        let text = answer.text().await?;
        ensure!(status.is_success(), "{statement}: {text}");
        Ok(serde_json::from_str(&text)?)
    }

    /// The numbers in the first column that a statement gives.
    pub async fn numbers(&self, statement: &str) -> Result<Vec<i64>> {
        let number = |row: &Value| row.as_object()?.values().next()?.as_i64();
        let rows = self.sql(statement).await?;
        rows.iter().map(|row| number(row).context("no number")).collect()
    }

    fn root(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn wait(&self) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.sql("select 1 as one").await {
                Ok(_) => return Ok(()),
                Err(error) if Instant::now() > end => {
                    return Err(error.context("it does not answer"));
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }
}

fn spawn(folder: &Path, port: u16) -> Result<Child> {
    let mut command = Command::new("node");
    command.args(["node_modules/@sap/cds/bin/serve.js"]).current_dir(folder);
    command
        .env("PORT", port.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    command.spawn().context("node does not start")
}
