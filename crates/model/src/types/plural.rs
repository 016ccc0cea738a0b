//! Whether one name is the plural of another, as names of sets are of their types: `salesInvoiceLines` of
//! `salesInvoiceLine`, `unitsOfMeasure` of `unitOfMeasure`, `currencies` of `currency`.
//!
//! Knows words, no types.

/// Whether `name` differs from `singular` in nothing but that one of its words is in the plural.
pub(crate) fn is_plural_of(name: &str, singular: &str) -> bool {
    let name = name.as_bytes();
    let mut ends = 0..=singular.len();
    ends.any(|end| {
        let (Some(word), Some(rest)) = (singular.get(..end), singular.get(end..)) else {
            return false;
        };
        // A word ends before a capital letter and at the end.
        let whole = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_uppercase());
        whole && plurals(word).iter().any(|plural| same(name, plural, rest))
    })
}

/// The forms that the plural of the last word may have.
fn plurals(word: &str) -> Vec<String> {
    let mut forms = vec![format!("{word}s"), format!("{word}es")];
    forms.extend(word.strip_suffix(['y', 'Y']).map(|stem| format!("{stem}ies")));
    forms
}

fn same(name: &[u8], start: &str, rest: &str) -> bool {
    name.len() == start.len() + rest.len()
        && name[..start.len()].eq_ignore_ascii_case(start.as_bytes())
        && name[start.len()..].eq_ignore_ascii_case(rest.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::is_plural_of;

    #[test]
    fn one_word_of_a_plural_differs() {
        let cases = [
            ("boats", "boat", true),
            ("Boats", "boat", true),
            ("boat", "boat", false),
            ("ferries", "ferry", true),
            ("hatches", "hatch", true),
            ("unitsOfMeasure", "unitOfMeasure", true),
            ("contactsInformation", "contactInformation", true),
            ("boatLines", "boat", false),
            ("crewBoats", "boat", false),
            ("boats", "boats", false),
            ("s", "", true),
        ];
        for (name, singular, expected) in cases {
            assert_eq!(is_plural_of(name, singular), expected, "{name} {singular}");
        }
    }
}
