//! Texts with `*` for anything and `#` for a number such as `1` or `2.0`.

/// Whether the pattern is the whole text.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = after(first, text) else { return false };
    let Some(last) = pieces.next_back() else { return rest.is_empty() };
    // What stands between stars is taken where it first comes; that leaves the most for the others.
    for piece in pieces {
        let Some(found) = tails(rest).find_map(|tail| after(piece, tail)) else { return false };
        rest = found;
    }
    tails(rest).any(|tail| after(last, tail) == Some(""))
}

fn tails(text: &str) -> impl Iterator<Item = &str> {
    (0..=text.len()).filter_map(|at| text.get(at..))
}

/// What follows a pattern without stars at the start of the text. A number is taken whole, so that `v#x`
/// is not in `v1`.
fn after<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    let mut parts = pattern.split('#');
    let mut rest = text.strip_prefix(parts.next()?)?;
    for part in parts {
        let numeral = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        rest = Some(numeral).filter(|_| rest.starts_with(|c: char| c.is_ascii_digit()))?;
        rest = rest.strip_prefix(part)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_anything_and_a_hash_a_number() {
        let cases = [
            ("beta", "beta", true),
            ("beta", "betas", false),
            ("v#", "v1.0", true),
            ("v#", "v10", true),
            ("v#", "v", false),
            ("v#", "versions", false),
            ("v#-x", "v12-x", true),
            ("*.example.com", "api.example.com", true),
            ("*.example.com", "example.com", false),
            ("{*}", "{root}", true),
            ("{*}", "{root", false),
            ("*prefix", "businessprefix", true),
            ("*a*b*", "xaxbx", true),
            ("*a*b*", "xbxax", false),
            ("*", "", true),
        ];
        for (pattern, text, is_match) in cases {
            assert_eq!(matches(pattern, text), is_match, "{pattern} {text}");
        }
    }
}
