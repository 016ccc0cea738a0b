//! Which known word was meant by one that is not known.

use strsim::damerau_levenshtein;

/// The known word that `written` probably was meant to be, where no others than the known ones can stand: one letter
/// swapped, lost, doubled or replaced, in long words two. `None` if `written` is known itself, whatever the case.
pub(crate) fn near<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(written, known, |_, _| false)
}

/// The known word that differs from `written` only in case, unless `written` is known as it stands.
pub(crate) fn in_other_case<'a>(
    written: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let is_known = known.clone().any(|word| word == written);
    let mut others = known.filter(|word| word.eq_ignore_ascii_case(written));
    others.next().filter(|_| !is_known)
}

/// As [`near`], where others can stand too: `None` also if `written` differs as words rightly do, by a plural or a
/// number.
pub(crate) fn near_name<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest(written, known, is_form_of)
}

fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
    is_other: impl Fn(&str, &str) -> bool,
) -> Option<&'a str> {
    let folded = written.to_lowercase();
    let allowed = allowed(&folded)?;
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        // Most words are told apart by their length and letters alone.
        if !shares_letters(written, word, allowed) {
            continue;
        }
        let other = word.to_lowercase();
        if other == folded {
            return None;
        }
        if is_other(&folded, &other) {
            continue;
        }
        let distance = damerau_levenshtein(&folded, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Whether so few letters are in only one of the words that they can be within `allowed` slips of one another.
fn shares_letters(one: &str, other: &str, allowed: usize) -> bool {
    // A letter beyond ASCII has up to four bytes.
    if one.len().abs_diff(other.len()) > 4 * allowed {
        return false;
    }
    let is_ascii = one.is_ascii() && other.is_ascii();
    let bytes = if is_ascii { 2 } else { 8 };
    // Most have more letters than that of which the other has none.
    if (letters(one) ^ letters(other)).count_ones() as usize > bytes * allowed {
        return false;
    }
    let mut surplus = [0_i32; 128];
    let at = |byte: u8| usize::from(byte.to_ascii_lowercase() & 127);
    one.bytes().for_each(|byte| surplus[at(byte)] += 1);
    other.bytes().for_each(|byte| surplus[at(byte)] -= 1);
    surplus.iter().map(|count| count.unsigned_abs() as usize).sum::<usize>() <= bytes * allowed
}

/// Which letters a word has, a bit for each; letters may share one.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |all, byte| all | 1 << (byte.to_ascii_lowercase() & 63))
}

/// Many known words, of which those that are one letter away from another are found at once: the two have a form in
/// common from which one letter is lost.
pub(crate) struct Known<'a> {
    /// Sorted. Forms stand for themselves by a number each; the few that share one are told apart by their words.
    by_form: Vec<(u64, &'a str)>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut by_form = Vec::new();
        for word in words {
            by_form.extend(forms(&word.to_lowercase()).map(|form| (form, word)));
        }
        by_form.sort_unstable();
        Self { by_form }
    }

    /// As [`near_name`], one letter away.
    pub(crate) fn near(&self, written: &str) -> Option<&'a str> {
        let folded = written.to_lowercase();
        allowed(&folded)?;
        let candidates = || forms(&folded).flat_map(|form| self.of_form(form));
        if candidates().any(|word| word.to_lowercase() == folded) {
            return None;
        }
        let is_near = |word: &&str| {
            let other = word.to_lowercase();
            // The first letter of a name is seldom wrong, and `weight` is no `height`.
            let is_alike = folded.chars().next() == other.chars().next();
            is_alike && !is_form_of(&folded, &other) && damerau_levenshtein(&folded, &other) == 1
        };
        candidates().filter(is_near).min()
    }

    fn of_form(&self, form: u64) -> impl Iterator<Item = &'a str> {
        let start = self.by_form.partition_point(|(known, _)| *known < form);
        let from = self.by_form[start..].iter();
        from.take_while(move |(known, _)| *known == form).map(|(_, word)| *word)
    }
}

/// The numbers of the word, and of the word without each of its letters.
fn forms(word: &str) -> impl Iterator<Item = u64> {
    let without = word.char_indices().map(|(at, letter)| {
        let (before, after) = (&word[..at], &word[at + letter.len_utf8()..]);
        number(before.bytes().chain(after.bytes()))
    });
    std::iter::once(number(word.bytes())).chain(without)
}

/// A number for a word, by the method of Fowler, Noll and Vo.
fn number(word: impl Iterator<Item = u8>) -> u64 {
    word.fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How many letters may be wrong; in short words any letter makes another word.
fn allowed(word: &str) -> Option<usize> {
    match word.chars().count() {
        0..=2 => None,
        3..=9 => Some(1),
        _ => Some(2),
    }
}

/// Whether the words differ as words of a language or names of an API do.
fn is_form_of(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let ending = long.strip_prefix(short);
    let is_ending = ending.is_some_and(|it| it.len() > 1 || ["s", "d", "r"].contains(&it));
    let letters = |word: &str| word.replace(|c: char| c.is_ascii_digit(), "");
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    // Of four letters, only a letter that is swapped or doubled makes no other word: `team` and `term` are both right.
    let once = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        letters
    };
    let is_slip = sorted(one) == sorted(other) || once(one) == once(other);
    let is_short = short.chars().count() < 5 && !is_slip;
    is_ending || is_short || letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::near_name;

    #[test]
    fn a_word_is_near_if_a_slip_makes_it() {
        let known = ["Properties", "Response", "user", "users", "tls12"];
        let cases = [
            ("Propertis", Some("Properties")),
            ("Proprties", Some("Properties")),
            ("Respnose", Some("Response")),
            ("response", None),
            ("usr", None),
            ("usrs", None),
            ("usres", Some("users")),
            ("tls13", None),
            ("Something", None),
        ];
        for (written, meant) in cases {
            assert_eq!(near_name(written, known), meant, "{written}");
        }
    }
}
