//! How a client is set up.

use std::sync::Arc;

use azure_core::credentials::TokenCredential;
use azure_core::http::{
    ClientOptions, ExponentialRetryOptions, HttpClient, RetryOptions, Transport, Url,
};
use azure_core::time::Duration;

use super::format::{Format, ODataVersion};
use super::pipelines::Pipelines;
use super::places::{Places, parse_place, parse_protected};
use super::policy::Authorize;
use super::{ClaimsCredential, Client, Cloud, Error, Limits};

/// How long a request is retried. The library's minute is over after one delay of the length that throttled
/// clients are told to keep.
const PATIENCE: Duration = Duration::minutes(10);
/// How often. With the delays between them that is about 13 s, in which a service is restarted or its work taken
/// over by another machine; what still fails then fails for longer than a caller may be kept waiting.
const RETRIES: u32 = 5;

/// Sets up a [`Client`]; see [`Client::builder`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    credential: Arc<dyn TokenCredential>,
    claims: Option<Arc<dyn ClaimsCredential>>,
    cloud: Cloud,
    base_url: Option<String>,
    names: Vec<String>,
    allowed: Vec<String>,
    limits: Limits,
    scopes: Option<Vec<String>>,
    format: Format,
    options: ClientOptions,
}

impl ClientBuilder {
    pub(super) fn new(credential: Arc<dyn TokenCredential>) -> Self {
        let retry = RetryOptions::exponential(ExponentialRetryOptions {
            max_retries: RETRIES,
            max_total_elapsed: PATIENCE,
            ..ExponentialRetryOptions::default()
        });
        let options = ClientOptions { retry, ..ClientOptions::default() };
        Self {
            credential,
            claims: None,
            cloud: Cloud::default(),
            base_url: None,
            names: Vec::new(),
            allowed: Vec::new(),
            limits: Limits::default(),
            scopes: None,
            format: Format::default(),
            options,
        }
    }

    /// The national cloud to talk to. The credential must be one of the same cloud.
    pub fn cloud(mut self, cloud: Cloud) -> Self {
        self.cloud = cloud;
        self
    }

    /// Talks to another address, such as a gateway or a fake of the service, instead of the cloud's own.
    /// Tokens are still those for the cloud. Without TLS the address must be one of this machine.
    ///
    /// The version (`/v1.0`) is not part of it: each request says its own.
    ///
    /// A service behind a gateway may not know of it, and write links to its own address. Links to further pages
    /// that begin with the documented root, or with the cloud's own, are taken for ones to this place; other
    /// addresses are made [known](Self::known_as).
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Another address by which the service calls itself, such as `http://internal.example:8080/graph`: where links
    /// to further pages begin with it, the client's own place is meant. Nothing is ever sent to the address itself.
    pub fn known_as(mut self, url: impl Into<String>) -> Self {
        self.names.push(url.into());
        self
    }

    /// Other origins to which links to further pages may lead, such as `https://pages.example`. By default there are
    /// none. Neither the token nor the request's own headers go there, but `Accept` and the conditions do; links
    /// that have to carry a token lead to a place that is [the service's own](Self::known_as).
    pub fn allowed_origins(mut self, urls: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.allowed.extend(urls.into_iter().map(Into::into));
        self
    }

    /// How much is taken of a server, and how long it is waited for.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// A credential that answers claims challenges too, in place of the one before. A request that the service refuses
    /// with one is sent once more with the new token. Without this a challenge is an error, whose
    /// [`claims`](super::ServiceError::claims) the caller may act upon.
    ///
    /// Services send most challenges only to programs whose tokens say that they understand them: that is up to the
    /// credential, which asks for the capability `cp1`.
    pub fn claims_credential<C: ClaimsCredential + 'static>(mut self, credential: Arc<C>) -> Self {
        self.credential = credential.clone();
        self.claims = Some(credential);
        self
    }

    /// What tokens are asked for. The default is what was consented to beforehand, for example
    /// `https://graph.microsoft.com/.default`.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// The newest version of OData that answers may be in (`OData-MaxVersion`), which is also that of the JSON in
    /// requests (`OData-Version`). Answers of either version are read.
    ///
    /// By default neither header is sent, as in the documentation of Microsoft Graph: without them it answers with
    /// the annotations of 4.0, `@odata.nextLink`, but spells removals in deltas as 4.01 does, `@removed`. Services
    /// that are told 4.0 may spell those as the deleted entities of 4.0, and such that are told 4.01 leave `odata.`
    /// out of all annotations. A service that knows 4.01 and takes a request without the header for one of that
    /// version is told what is wanted here.
    pub fn odata_version(mut self, version: ODataVersion) -> Self {
        self.format.version = Some(version);
        self
    }

    /// Whether 64-bit integers and decimals are strings in JSON, in answers (`Accept: application/json;
    /// IEEE754Compatible=true`) and bodies alike. It is for gateways and services that pass numbers through
    /// floating point, which has no room for all of them. By default they are numbers; both are read.
    pub fn ieee754_compatible(mut self, strings: bool) -> Self {
        self.format.ieee754 = strings;
        self
    }

    /// What sends requests: a fake, a recorder, or an HTTP client with other settings. A
    /// `reqwest::Client` of the version that `azure_core` uses can be given as it is; it must not follow
    /// redirects by itself.
    pub fn transport(mut self, http_client: Arc<dyn HttpClient>) -> Self {
        self.options.transport = Some(Transport::new(http_client));
        self
    }

    /// How often and after which delays a request is sent again; by default five times within ten minutes,
    /// after 0.4 s at first and twice as long each time. That makes about 13 s until a failure that stays is
    /// reported. A `Retry-After` of the service counts if it is longer, up to
    /// [the limit](Limits::retry_after). Which requests may be repeated at all is not changed by this, unless the
    /// options hold a policy of your own, which then decides by itself about answers with an error status.
    pub fn retry(mut self, options: RetryOptions) -> Self {
        self.options.retry = options;
        self
    }

    /// A name for your application in the header `User-Agent`: at most 24 characters of those that
    /// HTTP allows in a token.
    pub fn application_id(mut self, id: impl Into<String>) -> Self {
        self.options.user_agent.application_id = Some(id.into());
        self
    }

    /// All options of the pipeline: policies per call and per try, logging, tracing, and what the other
    /// methods set one by one. It replaces what they have set.
    pub fn options(mut self, options: ClientOptions) -> Self {
        self.options = options;
        self
    }

    /// The client.
    ///
    /// # Errors
    /// [`Error::Configuration`] if the base URL or the application id is not usable, or if there is no
    /// [transport](Self::transport) and the cargo feature `client`, which has one, is not enabled.
    pub fn build(self) -> Result<Client, Error> {
        if cfg!(not(feature = "client")) && self.options.transport.is_none() {
            return Err(Error::Configuration("there is no transport".into()));
        }
        check_application_id(self.options.user_agent.application_id.as_deref())?;
        let base = self.base_url.as_deref().unwrap_or(self.cloud.base_url());
        let places = Places {
            base: parse_protected("base URL", base)?,
            names: parse_each("name of the service", &self.names, parse_place)?,
            allowed: parse_each("allowed origin", &self.allowed, parse_protected)?,
        };
        let places = places.and_known_as(self.cloud.base_url());
        let scopes = self.scopes.unwrap_or_else(|| vec![self.cloud.default_scope()]);
        let authorize = Authorize::new(places.base.clone(), self.credential, self.claims, scopes);
        let pipelines = Pipelines::new(self.options, &self.limits, authorize)?;
        Ok(Client::from_parts(places, self.limits, self.format, pipelines))
    }
}

fn parse_each(
    what: &str,
    texts: &[String],
    parse: fn(&str, &str) -> Result<Url, Error>,
) -> Result<Vec<Url>, Error> {
    texts.iter().map(|text| parse(what, text)).collect()
}

/// The library panics on these.
fn check_application_id(id: Option<&str>) -> Result<(), Error> {
    let token = |it: u8| it.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&it);
    match id {
        Some(id) if id.len() > 24 || !id.bytes().all(token) => Err(Error::Configuration(format!(
            "application id `{id}`: not a token of 24 characters"
        ))),
        _ => Ok(()),
    }
}
