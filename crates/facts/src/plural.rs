//! The plural of English nouns, by which docs call sets after what is in them.
//!
//! Knows words, no types.

/// `messages` to `message`, `policies` to `policy`, `mailboxes` to `mailbox`; `status`, `analysis` and `access` as they are.
#[must_use]
pub fn singular(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let sibilant = ["sses", "xes", "ches", "shes"].iter().any(|end| noun.ends_with(end));
    if sibilant {
        return noun[..noun.len() - 2].to_owned();
    }
    match noun.strip_suffix(['s', 'S']) {
        Some(stem) if !stem.is_empty() && !stem.ends_with(['s', 'u', 'i', 'S', 'U', 'I']) => {
            stem.to_owned()
        }
        _ => noun.to_owned(),
    }
}

/// Whether `name` differs from `singular` in nothing but that one of its words is in the plural: `salesInvoiceLines` of
/// `salesInvoiceLine`, `unitsOfMeasure` of `unitOfMeasure`, `currencies` of `currency`.
#[must_use]
pub fn is_plural_of(name: &str, singular: &str) -> bool {
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

/// The plurals of a name in lower case, and what it may be the plural of.
#[must_use]
pub fn other_number(name: &str) -> Vec<String> {
    let mut forms = plurals(name);
    forms.extend(name.strip_suffix("ies").map(|stem| format!("{stem}y")));
    forms.extend(name.strip_suffix("es").map(str::to_owned));
    forms.extend(name.strip_suffix('s').map(str::to_owned));
    forms.retain(|form| form.len() >= SHORTEST);
    forms
}

/// Shorter words are plurals of one another by chance.
const SHORTEST: usize = 4;

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
    use super::{is_plural_of, singular};

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

    #[test]
    fn singulars() {
        let cases = [
            ("messages", "message"),
            ("policies", "policy"),
            ("mailboxes", "mailbox"),
            ("addresses", "address"),
            ("status", "status"),
            ("analysis", "analysis"),
            ("news", "new"),
            ("people", "people"),
            ("access", "access"),
            ("s", "s"),
        ];
        for (noun, one) in cases {
            assert_eq!(singular(noun), one, "{noun}");
        }
    }
}
