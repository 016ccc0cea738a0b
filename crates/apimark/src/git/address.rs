//! Addresses of repositories: which are handed to git, and as what.

use std::path::Path;

/// The ways that git may take, as `GIT_ALLOW_PROTOCOL` lists them.
pub(super) const PROTOCOLS: &str = "file:http:https:ssh";
const SCHEMES: [&str; 4] = ["file", "http", "https", "ssh"];

/// Fails on what is no address, or one that makes git run something, with what to write.
pub(crate) fn check(address: &str) -> Result<(), (String, &'static str)> {
    let shown = diag::printable(address);
    let refused = |what: &str, help| Err((format!("`{shown}` {what}"), help));
    if address.trim().is_empty() {
        return refused("is no address", USUAL);
    }
    if address.contains(diag::is_unseen) || address.trim() != address {
        return refused("is no address: it has characters that are not seen", USUAL);
    }
    if address.starts_with('-') {
        return refused("is an option, and no address", USUAL);
    }
    let start = address.split('/').next().unwrap_or_default();
    if start.contains("::") {
        return refused("names a program that git would run", USUAL);
    }
    if let Some((scheme, rest)) = address.split_once("://") {
        return with_scheme(scheme, rest).or_else(|(what, help)| refused(what, help));
    }
    match start.split_once(':') {
        Some((drive, _)) if cfg!(windows) && drive.len() == 1 => Ok(()),
        Some((login, path)) => {
            let is_right = is_login(login) && !path.starts_with('-') && !address.contains(' ');
            if is_right { Ok(()) } else { refused("is no address", USUAL) }
        }
        None => Ok(()),
    }
}

const USUAL: &str = "write such as \"https://github.com/owner/docs\", or the path of a repository";

fn with_scheme(scheme: &str, rest: &str) -> Result<(), (&'static str, &'static str)> {
    if !SCHEMES.contains(&scheme) {
        return Err(("has a scheme that is not known here", "there are https, http, ssh and file"));
    }
    if rest.contains(' ') && scheme != "file" {
        return Err(("is no address: it has a blank", "write `%20` for it"));
    }
    let login = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if scheme == "file" {
        return if login.is_empty() {
            Ok(())
        } else {
            Err(("is no path", "write `file:///` and a path"))
        };
    }
    if login.rsplit_once('@').is_some_and(|(user, _)| user.contains(':')) {
        return Err((
            "holds a password",
            "leave it to a credential helper of git, which keeps it out of this file",
        ));
    }
    let host = login
        .rsplit_once(':')
        .filter(|(_, port)| !port.contains(']'))
        .map_or(login, |(host, _)| host);
    if is_login(host) { Ok(()) } else { Err(("names no server", USUAL)) }
}

/// `host` or `user@host`, neither of which could be an option.
fn is_login(text: &str) -> bool {
    let (user, host) = text.split_once('@').unwrap_or(("git", text));
    let name = |name: &str, more: &[char]| {
        !name.is_empty()
            && !name.starts_with('-')
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_') || more.contains(&c))
    };
    name(user, &['+', '%']) && name(host, &['[', ']', ':'])
}

/// The address as git gets it: paths are relative to `base`.
pub(crate) fn resolved(address: &str, base: &Path) -> String {
    let start = address.split('/').next().unwrap_or_default();
    let is_drive = cfg!(windows) && start.len() == 2;
    if start.contains(':') && !is_drive {
        return address.to_owned();
    }
    let path = base.join(address);
    let path = std::path::absolute(&path).unwrap_or(path);
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_git_knows_and_runs_nothing_for() {
        let right = [
            "https://github.com/owner/docs",
            "https://ana@example.com:8443/docs.git",
            "http://localhost:3000/docs",
            "ssh://git@example.com:22/~ana/docs",
            "ssh://[::1]/docs",
            "git@github.com:owner/docs.git",
            "file:///srv/my docs.git",
            "../docs",
            "/srv/my docs",
            "docs.git",
        ];
        let said: Vec<_> = right.iter().filter_map(|it| check(it).err()).collect();
        assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn what_is_an_option_a_program_or_no_address_is_refused() {
        let wrong = [
            "",
            " https://example.com/docs",
            "--upload-pack=touch x",
            "-oProxyCommand=x:docs",
            "ext::sh -c touch% x",
            "fd::17",
            "https::https://example.com",
            "git://example.com/docs",
            "ftp://example.com/docs",
            "HTTPS://example.com/docs",
            "https://ana:secret@example.com/docs",
            "https:///docs",
            "https://exa mple.com/docs",
            "ssh://-oProxyCommand=x/docs",
            "ssh://ana@-oProxyCommand=x/docs",
            "-oProxyCommand=x@example.com:docs",
            "ana@-oProxyCommand=x:docs",
            "example.com:-docs",
            "file://server/docs",
            "https://example.com/docs\n[core]",
            "docs\u{202e}",
        ];
        let said = wrong.map(|it| {
            check(it).map_or_else(|(what, help)| format!("{what}; {help}"), |()| "TAKEN".into())
        });
        insta::assert_snapshot!(said.join("\n"), @r#"
        `` is no address; write such as "https://github.com/owner/docs", or the path of a repository
        ` https://example.com/docs` is no address: it has characters that are not seen; write such as "https://github.com/owner/docs", or the path of a repository
        `--upload-pack=touch x` is an option, and no address; write such as "https://github.com/owner/docs", or the path of a repository
        `-oProxyCommand=x:docs` is an option, and no address; write such as "https://github.com/owner/docs", or the path of a repository
        `ext::sh -c touch% x` names a program that git would run; write such as "https://github.com/owner/docs", or the path of a repository
        `fd::17` names a program that git would run; write such as "https://github.com/owner/docs", or the path of a repository
        `https::https://example.com` names a program that git would run; write such as "https://github.com/owner/docs", or the path of a repository
        `git://example.com/docs` has a scheme that is not known here; there are https, http, ssh and file
        `ftp://example.com/docs` has a scheme that is not known here; there are https, http, ssh and file
        `HTTPS://example.com/docs` has a scheme that is not known here; there are https, http, ssh and file
        `https://ana:secret@example.com/docs` holds a password; leave it to a credential helper of git, which keeps it out of this file
        `https:///docs` names no server; write such as "https://github.com/owner/docs", or the path of a repository
        `https://exa mple.com/docs` is no address: it has a blank; write `%20` for it
        `ssh://-oProxyCommand=x/docs` names no server; write such as "https://github.com/owner/docs", or the path of a repository
        `ssh://ana@-oProxyCommand=x/docs` names no server; write such as "https://github.com/owner/docs", or the path of a repository
        `-oProxyCommand=x@example.com:docs` is an option, and no address; write such as "https://github.com/owner/docs", or the path of a repository
        `ana@-oProxyCommand=x:docs` is no address; write such as "https://github.com/owner/docs", or the path of a repository
        `example.com:-docs` is no address; write such as "https://github.com/owner/docs", or the path of a repository
        `file://server/docs` is no path; write `file:///` and a path
        `https://example.com/docs\n[core]` is no address: it has characters that are not seen; write such as "https://github.com/owner/docs", or the path of a repository
        `docs\u{202e}` is no address: it has characters that are not seen; write such as "https://github.com/owner/docs", or the path of a repository
        "#);
    }

    #[test]
    fn paths_are_relative_to_the_configuration() {
        let base = Path::new("/srv/client");
        let resolved = ["../docs", "/srv/docs", "git@example.com:docs", "https://example.com/docs"]
            .map(|it| resolved(it, base));
        assert_eq!(
            resolved,
            [
                "/srv/client/../docs",
                "/srv/docs",
                "git@example.com:docs",
                "https://example.com/docs"
            ]
        );
    }
}
