//! Options in brackets, as of an expansion, in one order.

/// The text with the options in each pair of brackets sorted: `a($top=1;$select=b)` as `a($select=b;$top=1)`.
pub(super) fn sorted(text: &str) -> String {
    let (mut outer, mut here, mut is_quoted) = (Vec::<Options>::new(), Options::default(), false);
    for character in text.chars() {
        is_quoted ^= character == '\'';
        match character {
            '(' if !is_quoted => {
                here.last.push('(');
                outer.push(std::mem::take(&mut here));
            }
            ')' if !is_quoted && !outer.is_empty() => {
                let inner = here.sorted();
                here = outer.pop().unwrap_or_default();
                here.last.push_str(&inner);
                here.last.push(')');
            }
            ';' if !is_quoted && !outer.is_empty() => {
                let option = std::mem::take(&mut here.last);
                here.others.push(option);
            }
            _ => here.last.push(character),
        }
    }
    // Brackets that are not closed.
    outer.push(here);
    outer.into_iter().map(Options::written).collect()
}

/// The options in one pair of brackets so far.
#[derive(Default)]
struct Options {
    others: Vec<String>,
    last: String,
}

impl Options {
    fn written(mut self) -> String {
        self.others.push(self.last);
        self.others.join(";")
    }

    fn sorted(mut self) -> String {
        self.others.push(self.last);
        self.others.sort_by_key(|it| it.trim().trim_start_matches('$').to_ascii_lowercase());
        self.others.join(";")
    }
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn only_options_in_brackets_are_sorted() {
        for (text, expected) in [
            ("a($top=1;$select=b)", "a($select=b;$top=1)"),
            (
                "a(top=1;$expand=c(levels=2;$select=b);Select=d),e",
                "a($expand=c(levels=2;$select=b);Select=d;top=1),e",
            ),
            ("a eq 'x;(b' and c eq 'it''s;)'", "a eq 'x;(b' and c eq 'it''s;)'"),
            ("b;a", "b;a"),
            ("a)b;c", "a)b;c"),
            ("a(c;b(e;d", "a(c;b(e;d"),
            ("", ""),
        ] {
            assert_eq!(sorted(text), expected);
        }
    }
}
