//! Which known word was meant by one that is not known.

/// The one of `known` that is most like `written`, if any is: fewer than half of its letters differ.
pub fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&written, &known.to_lowercase());
    let (distance, nearest) = known.map(|known| (distance(known), known)).min()?;
    (distance * 2 < nearest.len().max(written.len())).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_word_is_meant_if_few_letters_differ() {
        let of = |written| nearest(written, ["GET", "PATCH", "properties"].into_iter());
        assert_eq!(of("PATHC"), Some("PATCH"));
        assert_eq!(of("propertis"), Some("properties"));
        assert_eq!(of("permissions"), None);
        assert_eq!(nearest("x", std::iter::empty()), None);
    }
}
