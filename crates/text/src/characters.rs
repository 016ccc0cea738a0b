//! Which characters text may hold.

/// Whether a character is left out of all text: it says nothing, and could end a line, steer a terminal, or
/// make text look like what it is not.
///
/// - Control characters. Those that are white space become a blank.
/// - Marks of the direction of writing: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069. rustc
///   refuses most of them in comments.
/// - Characters without width or look: soft hyphens, fillers, selectors of Mongolian, U+200B, U+2060 to U+206F,
///   U+FEFF, marks of shorthand and music. Joiners (U+200C, U+200D) stay, as some scripts need them.
/// - Tags (U+E0000 to U+E007F) and annotation marks (U+FFF9 to U+FFFB), which are never shown.
pub fn is_hidden(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' => true,
        '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

/// White space that may break a line: all that is ASCII, and what ends a line or paragraph. Other blanks,
/// such as the one that does not break, are characters like others.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The character as text holds it; `None` for a hidden one.
pub(crate) fn shown(c: char) -> Option<char> {
    match c {
        c if is_space(c) => Some(' '),
        c if is_hidden(c) => None,
        c => Some(c),
    }
}

/// Whether a character is a letter or digit, beside which Markdown reads marks otherwise than beside
/// punctuation. Letters in circles and squares are symbols there, although Unicode has them in its alphabet.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
}
