//! How nouns form their plural, by which docs call sets after what is in them.
//!
//! The endings stand in `english.toml`, and a dialect may add to them. Knows words, no types.

use dialects::PluralsFile;

#[cfg(test)]
mod tests;

/// The plural of nouns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plurals(PluralsFile);

/// Shorter words are plurals of one another by chance.
const SHORTEST: usize = 4;

impl Plurals {
    pub(crate) fn new(written: PluralsFile) -> Self {
        Self(written)
    }

    /// `messages` to `message`, `policies` to `policy`, `people` to `person`; `status`, `analysis` and `access` as they
    /// are.
    #[must_use]
    pub fn singular(&self, noun: &str) -> String {
        if self.0.singulars.iter().any(|end| stem(noun, end).is_some()) {
            return noun.to_owned();
        }
        let mut ones = self.0.endings.iter().filter_map(|(many, one)| replaced(noun, many, one));
        ones.find(|one| !one.is_empty()).unwrap_or_else(|| noun.to_owned())
    }

    /// Whether `name` differs from `singular` in nothing but that one of its words is in the plural: `salesInvoiceLines`
    /// of `salesInvoiceLine`, `unitsOfMeasure` of `unitOfMeasure`, `currencies` of `currency`.
    #[must_use]
    pub fn is_plural_of(&self, name: &str, singular: &str) -> bool {
        let name = name.as_bytes();
        let mut ends = 0..=singular.len();
        ends.any(|end| {
            let (Some(word), Some(rest)) = (singular.get(..end), singular.get(end..)) else {
                return false;
            };
            // A word ends before a capital letter and at the end.
            let whole = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_uppercase());
            whole && self.plurals(word).iter().any(|plural| same(name, plural, rest))
        })
    }

    /// The plurals of a name in lower case, and what it may be the plural of.
    #[must_use]
    pub fn other_number(&self, name: &str) -> Vec<String> {
        let mut forms = self.plurals(name);
        forms.extend(self.0.endings.iter().filter_map(|(many, one)| replaced(name, many, one)));
        forms.retain(|form| form.len() >= SHORTEST);
        forms
    }

    /// The name in lower case with each of its words in the singular, by which names are the same that differ in the
    /// number of words alone: `unitofmeasure` of `unitsOfMeasure` and of "units of measure".
    #[must_use]
    pub fn without_number(&self, name: &str) -> String {
        words(name).map(|word| self.singular(&word.to_ascii_lowercase())).collect()
    }

    /// The forms that the plural of the last word may have.
    fn plurals(&self, word: &str) -> Vec<String> {
        self.0.endings.iter().filter_map(|(many, one)| replaced(word, one, many)).collect()
    }
}

/// The word with another ending, if it has this one. A capital stays one: `salesPeople`, `salesPerson`.
fn replaced(word: &str, ending: &str, by: &str) -> Option<String> {
    let stem = stem(word, ending)?;
    let is_capital = word[stem.len()..].starts_with(|c: char| c.is_ascii_uppercase());
    match by.split_at_checked(1) {
        Some((first, rest)) if is_capital => Some(format!("{stem}{}{rest}", first.to_uppercase())),
        _ => Some(format!("{stem}{by}")),
    }
}

/// What stands before an ending, whatever its case.
fn stem<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let (stem, end) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(stem)
}

/// The words of a name: they begin behind a blank or hyphen, and with a capital letter behind a small one.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split([' ', '-', '_']);
    parts.flat_map(|part| {
        let bytes = part.as_bytes();
        let begins =
            |at: &usize| bytes[*at].is_ascii_uppercase() && !bytes[*at - 1].is_ascii_uppercase();
        let starts: Vec<usize> = (1..bytes.len()).filter(begins).collect();
        let mut start = 0;
        let ends = starts.into_iter().chain([part.len()]);
        ends.map(move |end| &part[std::mem::replace(&mut start, end)..end]).collect::<Vec<_>>()
    })
}

fn same(name: &[u8], start: &str, rest: &str) -> bool {
    name.len() == start.len() + rest.len()
        && name[..start.len()].eq_ignore_ascii_case(start.as_bytes())
        && name[start.len()..].eq_ignore_ascii_case(rest.as_bytes())
}
