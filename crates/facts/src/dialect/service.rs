//! Which addresses are those of the service, and where the path proper begins in them.

use dialects::Service;

use super::wildcard;

/// How the docs write the addresses of the service.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addresses {
    hosts: Vec<String>,
    prefixes: Vec<Vec<String>>,
    roots: Vec<String>,
    /// Prefixes of other versions.
    foreign: Vec<Vec<String>>,
}

/// What the address of a request turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target<'t> {
    /// One of this service, with the path below its root.
    Ours(&'t str),
    /// One of another version.
    OtherVersion,
    /// One of another service.
    Foreign,
}

impl Addresses {
    /// Adds what a file says.
    pub(super) fn extend(&mut self, more: &Service) {
        self.hosts.extend(more.hosts.iter().map(|host| host.as_ref().to_lowercase()));
        self.prefixes.extend(more.prefixes.iter().map(|prefix| words(prefix)));
        self.roots.extend(more.roots.iter().map(|root| root.to_lowercase()));
        // What is longer is more telling.
        self.prefixes.sort_by_key(|prefix| std::cmp::Reverse(prefix.len()));
    }

    /// Takes the host and the path of a service root for the service's own.
    pub(super) fn add_root(&mut self, base_url: &str) {
        let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if !host.is_empty() {
            self.hosts.push(host.to_lowercase());
        }
        if !path.trim_matches('/').is_empty() {
            self.prefixes.insert(0, words(path));
        }
    }

    /// Takes the version with the prefix `own` for this one, those with the others for other versions.
    pub(super) fn set_versions<'a>(&mut self, own: &str, others: impl Iterator<Item = &'a str>) {
        self.prefixes.insert(0, words(own));
        self.foreign = others.map(words).collect();
    }

    /// The path of an address below the service root.
    pub(crate) fn target<'t>(&self, target: &'t str) -> Target<'t> {
        let path = match below_scheme(target) {
            Some(rest) => {
                let end = rest.find(['/', '?']).unwrap_or(rest.len());
                let (host, path) = rest.split_at(end);
                let host = host.to_lowercase();
                if !self.hosts.iter().any(|known| wildcard::matches(known, &host)) {
                    return Target::Foreign;
                }
                path
            }
            None => self.below_word(target),
        };
        if self.foreign.iter().any(|prefix| below(prefix, path).is_some()) {
            return Target::OtherVersion;
        }
        Target::Ours(self.prefixes.iter().find_map(|prefix| below(prefix, path)).unwrap_or(path))
    }

    /// A relative target may begin with a word or placeholder for the service root.
    fn below_word<'t>(&self, target: &'t str) -> &'t str {
        let (first, rest) = target.split_once('/').unwrap_or((target, ""));
        let first = first.to_lowercase();
        let is_root = self.roots.iter().any(|root| wildcard::matches(root, &first));
        if is_root && !rest.is_empty() { rest } else { target }
    }
}

/// What follows `https://` at the start; addresses in a query are none of the target's own.
fn below_scheme(target: &str) -> Option<&str> {
    let (scheme, rest) = target.split_once("://")?;
    let is_scheme = ["https", "http"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    is_scheme.then_some(rest)
}

fn words(prefix: &str) -> Vec<String> {
    prefix.trim_matches('/').to_lowercase().split('/').map(str::to_owned).collect()
}

/// What follows the prefix; it ends where a query begins, too.
fn below<'t>(prefix: &[String], path: &'t str) -> Option<&'t str> {
    let mut rest = path.trim_start_matches('/');
    for word in prefix {
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (first, after) = rest.split_at(end);
        if !wildcard::matches(word, &first.to_lowercase()) {
            return None;
        }
        rest = after.strip_prefix('/').unwrap_or(after);
    }
    Some(rest)
}
