//! One letter wrong.

use fastrand::Rng;

/// `word` with two letters swapped, one dropped, doubled or replaced, but not the first. `None` for a word too
/// short to be recognised afterwards.
pub fn typo(word: &str, rng: &mut Rng) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let places: Vec<usize> =
        (1..letters.len()).filter(|at| letters[*at].is_ascii_alphabetic()).collect();
    if places.len() < 3 {
        return None;
    }
    let at = places[rng.usize(..places.len())];
    let mut wrong = letters.clone();
    match rng.u8(..4) {
        0 if at + 1 < letters.len() && letters[at + 1].is_ascii_alphabetic() => {
            wrong.swap(at, at + 1);
        }
        1 => {
            wrong.remove(at);
        }
        2 => wrong.insert(at, letters[at]),
        _ => wrong[at] = replaced(letters[at], rng),
    }
    // Names that differ in case alone are one name to most readers.
    let wrong: String = wrong.into_iter().collect();
    (!wrong.eq_ignore_ascii_case(word)).then_some(wrong)
}

fn replaced(letter: char, rng: &mut Rng) -> char {
    let other = char::from(b'a' + rng.u8(..26));
    if letter.is_ascii_uppercase() { other.to_ascii_uppercase() } else { other }
}

#[cfg(test)]
mod tests {
    use super::typo;

    #[test]
    fn a_typo_is_one_letter_away() {
        let mut rng = fastrand::Rng::with_seed(1);
        for _ in 0..1_000 {
            if let Some(wrong) = typo("Properties", &mut rng) {
                assert!(wrong.starts_with('P') && wrong != "Properties", "{wrong}");
                assert!(wrong.len().abs_diff("Properties".len()) <= 1, "{wrong}");
            }
        }
        assert_eq!(typo("eq", &mut rng), None);
    }
}
