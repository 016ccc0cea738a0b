//! Where the service runs.

/// A deployment of the service, each with its own host, accounts and data.
///
/// Not every operation is available in every one of them; its reference page says so. A credential
/// belongs to a cloud as well: give it the authority of the same one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Cloud {
    /// The global service.
    #[default]
    Global,
    /// US Government L4 (GCC High).
    UsGovernmentL4,
    /// US Government L5 (DOD).
    UsGovernmentL5,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// The service's root, without version and trailing slash.
    #[must_use]
    pub const fn base_url(self) -> &'static str {
        match self {
            Self::Global => "https://graph.microsoft.com",
            Self::UsGovernmentL4 => "https://graph.microsoft.us",
            Self::UsGovernmentL5 => "https://dod-graph.microsoft.us",
            Self::China => "https://microsoftgraph.chinacloudapi.cn",
        }
    }

    /// What a token is asked for: everything that was granted beforehand.
    #[must_use]
    pub(super) fn default_scope(self) -> String {
        format!("{}/.default", self.base_url())
    }
}
