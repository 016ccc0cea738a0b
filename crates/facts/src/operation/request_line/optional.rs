//! Parts of a query that brackets mark as optional: `?version={v}[&name={n}]`.

/// The query without such brackets, and the names of the parameters in them. A name may have brackets of its own:
/// `filter[state]={s}`.
pub(super) fn read(query: &str) -> (String, Vec<String>) {
    let mut plain = String::with_capacity(query.len());
    let mut names = Vec::new();
    // For each bracket that is open, whether it marks what is optional.
    let mut open = Vec::new();
    let mut name_at = 0;
    let mut closed_before = false;
    for (at, c) in query.char_indices() {
        let is_behind_another = std::mem::take(&mut closed_before);
        match c {
            '[' if is_behind_another => {
                open.push(true);
                if !plain.is_empty() && !query[at + 1..].starts_with('&') {
                    plain.push('&');
                    name_at = plain.len();
                }
                continue;
            }
            '[' => {
                let begins =
                    plain.is_empty() || plain.ends_with('&') || query[at + 1..].starts_with('&');
                open.push(begins);
                if begins {
                    continue;
                }
            }
            ']' if open.pop() == Some(true) => {
                closed_before = true;
                continue;
            }
            '&' => name_at = plain.len() + 1,
            '=' if open.contains(&true) && plain.len() > name_at => {
                names.extend(plain.get(name_at..).map(|name| name.trim().to_owned()));
            }
            _ => {}
        }
        plain.push(c);
    }
    (plain, names)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn brackets_mark_what_may_be_left_out() {
        for (query, plain, names) in [
            ("a={x}", "a={x}", ""),
            ("v=7.1[&name={n}][&type={t}]", "v=7.1&name={n}&type={t}", "name type"),
            ("[a={x}&b={y}]&c=1", "a={x}&b={y}&c=1", "a b"),
            ("a=1&[b={y}[&c={z}]]", "a=1&b={y}&c={z}", "b c"),
            ("[a={x}][b={y}]", "a={x}&b={y}", "a b"),
            ("filter[state]={s}&ids[]=1", "filter[state]={s}&ids[]=1", ""),
            ("a=1[&filter[state]={s}]", "a=1&filter[state]={s}", "filter[state]"),
            ("a=1[&b={y}", "a=1&b={y}", "b"),
            ("a=1]&b=[1,2]", "a=1]&b=[1,2]", ""),
        ] {
            let (found, found_names) = read(query);
            assert_eq!((found.as_str(), found_names.join(" ").as_str()), (plain, names), "{query}");
        }
    }
}
