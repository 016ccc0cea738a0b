//! "Possible values are: `a`, `b`, or `c`."
//!
//! Finds a lead-in and takes the list after it: lines with one item each, else code spans, quotations,
//! bold or italic words, or a bare list of single words. Ranges ("Valid values 1 to 24") and prose are
//! no lists.

use crate::english::{Class, English, Says};
use crate::prose::{Kind, Prose, Token};
use crate::{Fact, Rule};

const RULE: Rule = "values";

/// How sure a lead-in is that a list follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// "can be", "either", "can be set to": a list if at least two marked words follow.
    Weak,
    /// "values are:", "one of": a list if marked words follow.
    Plain,
    /// "possible values are": a list of any kind.
    Strong,
}

/// The values that a description lists, in order, each once.
pub(crate) fn values(prose: &Prose<'_>) -> Vec<Fact<String>> {
    let tokens = &prose.tokens;
    let leads: Vec<(usize, Strength)> =
        (0..tokens.len()).filter_map(|at| lead_in_at(prose.english, tokens, at)).collect();
    for wanted in [Strength::Strong, Strength::Plain, Strength::Weak] {
        for (start, strength) in leads.iter().filter(|(_, strength)| *strength == wanted) {
            let found = list_at(prose.english, &tokens[*start..], *strength);
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

/// The index after the lead-in at `at`, if one stands there.
fn lead_in_at(english: &English, tokens: &[Token<'_>], at: usize) -> Option<(usize, Strength)> {
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    if is(&tokens[at], Class::Values) {
        let promised = tokens[at.saturating_sub(3)..at].iter().any(|word| is(word, Class::Promise));
        let after = after_subject(english, tokens, at + 1);
        let next = tokens.get(at + 1);
        let stated = after > at + 1
            || next.is_some_and(|token| is(token, Class::Includes) || token.is_mark(":"));
        let strength = match (promised, stated && is(&tokens[at], Class::SeveralValues)) {
            (true, _) => Strength::Strong,
            (false, true) => Strength::Plain,
            (false, false) => return None,
        };
        return Some((after, strength));
    }
    let near = &tokens[at..tokens.len().min(at + LONGEST_LEAD)];
    let leads = [(Says::PromisesOne, Strength::Plain), (Says::Allows, Strength::Weak)];
    let mut found =
        leads.into_iter().filter_map(|(says, it)| Some((english.find(says, near)?, it)));
    found.next().map(|(lead, strength)| (at + lead.end, strength))
}

/// How many words of a text are looked at for a lead-in that begins with the first of them: "can be set to".
const LONGEST_LEAD: usize = 4;

/// "values for **x** are …": what stands before the verb is no item.
fn after_subject(english: &English, tokens: &[Token<'_>], at: usize) -> usize {
    let restricts = tokens.get(at).is_some_and(|it| english.is(it.word, Class::ValuesOf));
    if !restricts {
        return at;
    }
    let verb = tokens[at..].iter().take(10).position(|token| is_before_values(english, token));
    verb.map_or(at, |offset| at + offset + 1)
}

/// "values **are** `a` and `b`", "values: `a`"
fn is_before_values(english: &English, token: &Token<'_>) -> bool {
    english.is(token.word, Class::BeforeValues) || token.is_mark(":")
}

fn list_at(english: &English, tokens: &[Token<'_>], strength: Strength) -> Vec<Fact<String>> {
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    if strength != Strength::Weak {
        let lines = line_items(tokens);
        if !lines.is_empty() {
            return lines;
        }
    }
    let sentence = sentence(tokens);
    let found = marked_items(sentence);
    match strength {
        // "can be `a` or `b`" begins with its first item; otherwise the sentence says something else.
        Strength::Weak => {
            let direct = sentence.first().is_some_and(|first| {
                is_item(first) || first.is_mark(":") || is(first, Class::Either)
            });
            if direct && found.len() > 1 { found } else { Vec::new() }
        }
        _ if !found.is_empty() => found,
        Strength::Strong => bare(english, sentence),
        Strength::Plain => {
            if sentence
                .first()
                .is_some_and(|first| is(first, Class::Includes) || first.is_mark(":"))
            {
                bare(english, sentence)
            } else {
                Vec::new()
            }
        }
    }
}

fn is_item(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Code | Kind::Quoted) || (token.kind == Kind::Word && token.marked)
}

/// One item at the start of each line after the lead-in: `<li>`, `- a`, "`a`: …".
fn line_items(tokens: &[Token<'_>]) -> Vec<Fact<String>> {
    let Some(first_break) = tokens.iter().take(8).position(|token| token.kind == Kind::Break)
    else {
        return Vec::new();
    };
    if tokens[..first_break].iter().any(is_item) {
        return Vec::new();
    }
    let lines = || {
        let lines = tokens[first_break..].split(|token| token.kind == Kind::Break);
        lines.filter(|line| !line.is_empty())
    };
    if let Some(groups) = labelled_groups(lines()) {
        return groups;
    }
    let mut items = Vec::new();
    for line in lines() {
        let start = line
            .iter()
            .position(|token| !(token.kind == Kind::Mark && matches!(token.text, "-" | "*" | "•")));
        match start.map(|at| &line[at..]) {
            Some(rest) if rest.first().is_some_and(is_item) => items.push(first_item(rest)),
            _ => break,
        }
    }
    collect(&items)
}

/// The items of lines that each begin with what theirs have in common, if some of that is no value itself, but words:
/// "**Wrong alarms**: `Not malicious` (Clean), `Other`".
fn labelled_groups<'t, 'a: 't>(
    lines: impl Iterator<Item = &'t [Token<'a>]>,
) -> Option<Vec<Fact<String>>> {
    let groups: Vec<_> = lines.map(labelled_group).collect::<Option<_>>()?;
    let words = |label: &[Token<'_>]| label.iter().filter(|it| it.kind == Kind::Word).count();
    let has_words = groups.iter().any(|(label, _)| words(label) > 1);
    let items: Vec<_> = groups.into_iter().flat_map(|(_, items)| items).collect();
    let values = collect(&items);
    (has_words && values.len() > 1).then_some(values)
}

/// The words that a line begins with in bold, and the items behind them.
type Group<'t, 'a> = (&'t [Token<'a>], Vec<&'t [Token<'a>]>);

/// What a line has in common, and its items. Where an item is several words, the name in
/// parentheses behind it is the value.
fn labelled_group<'t, 'a>(line: &'t [Token<'a>]) -> Option<Group<'t, 'a>> {
    let start = line.iter().position(|token| token.marked)?;
    let length = line[start..].iter().take_while(|it| it.marked && it.kind != Kind::Code).count();
    let (label, rest) = line[start..].split_at(length);
    let is_colon = |token: &Token<'_>| token.is_mark(":");
    let list = if is_colon(rest.first()?) { &rest[1..] } else { rest };
    let is_label = list.len() < rest.len() || label.last().is_some_and(is_colon);
    let is_first = line[..start].iter().all(|token| token.kind == Kind::Mark);
    if !is_label || !is_first || list.first()?.kind != Kind::Code {
        return None;
    }
    let mut depth = 0_usize;
    let mut items = Vec::new();
    for (at, token) in list.iter().enumerate() {
        match token.text {
            "(" if token.kind == Kind::Mark => depth += 1,
            ")" if token.kind == Kind::Mark => depth = depth.saturating_sub(1),
            text if depth == 0 && token.kind == Kind::Code => {
                let behind = name_behind(&list[at + 1..]).filter(|_| text.contains(' '));
                items.push(behind.unwrap_or(std::slice::from_ref(token)));
            }
            _ => {}
        }
    }
    Some((label, items))
}

/// The one word in parentheses that `tokens` begin with.
fn name_behind<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
    let [open, name, close, ..] = tokens else { return None };
    let is_name = open.is_mark("(") && name.kind == Kind::Word && close.is_mark(")");
    is_name.then(|| std::slice::from_ref(name))
}

/// The first item of a line: marked words that stand together are one.
fn first_item<'t, 'a>(line: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let first = line[0];
    let words = line.iter().take_while(|token| same_words(&first, token)).count().max(1);
    &line[..words]
}

fn same_words(first: &Token<'_>, other: &Token<'_>) -> bool {
    first.kind == Kind::Word && other.kind == Kind::Word && other.span == first.span
}

/// The tokens up to the end of the sentence; full stops in parentheses do not end it.
fn sentence<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut depth = 0_usize;
    let end = tokens.iter().position(|token| {
        match token.text {
            "(" if token.kind == Kind::Mark => depth += 1,
            ")" if token.kind == Kind::Mark => depth = depth.saturating_sub(1),
            _ => {}
        }
        token.kind == Kind::Break || (depth == 0 && token.is_mark("."))
    });
    let leading = tokens.iter().take_while(|token| token.kind == Kind::Break).count();
    match end {
        Some(0) if leading > 0 && leading < tokens.len() => sentence(&tokens[leading..]),
        end => &tokens[..end.unwrap_or(tokens.len())],
    }
}

/// Code spans, else quotations, else bold and italic words; those in parentheses explain, unless there
/// are no others.
fn marked_items(list: &[Token<'_>]) -> Vec<Fact<String>> {
    let open = outside_parentheses(list);
    for tokens in [open.as_slice(), list] {
        for kind in [Kind::Code, Kind::Quoted] {
            let chosen: Vec<_> = tokens.iter().filter(|token| token.kind == kind).collect();
            let found = collect(
                &chosen.iter().map(|token| std::slice::from_ref(*token)).collect::<Vec<_>>(),
            );
            if !found.is_empty() {
                return found;
            }
        }
        let words = tokens.chunk_by(same_words).filter(|words| is_item(&words[0]));
        let found = collect(&words.collect::<Vec<_>>());
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn outside_parentheses<'a>(list: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut depth = 0_usize;
    let mut out = Vec::new();
    for token in list {
        match token.text {
            "(" if token.kind == Kind::Mark => depth += 1,
            ")" if token.kind == Kind::Mark => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(*token),
            _ => {}
        }
    }
    out
}

/// A list without marks: every item is one word, maybe with "= 3" after it, and there are at least two.
fn bare(english: &English, list: &[Token<'_>]) -> Vec<Fact<String>> {
    let list = outside_parentheses(list);
    let verb = list.iter().take(4).position(|token| is_before_values(english, token));
    let start = verb.map_or(0, |at| at + 1);
    let start = start + usize::from(list.get(start).is_some_and(|token| token.is_mark(":")));
    let separator = |token: &Token<'_>| {
        english.is(token.word, Class::Or)
            || (token.kind == Kind::Mark && matches!(token.text, "," | "|" | "/"))
    };
    let mut words: Vec<&[Token<'_>]> = Vec::new();
    for item in list[start..].split(separator).filter(|item| !item.is_empty()) {
        match item {
            [only] if only.kind == Kind::Word => words.push(item),
            [value, sign, _]
                if value.kind == Kind::Word && matches!(sign.text, "=" | "-" | ":" | "–") =>
            {
                words.push(&item[..1]);
            }
            _ => return Vec::new(),
        }
    }
    let found = collect(&words);
    if found.len() < 2 || found.len() < words.len() { Vec::new() } else { found }
}

fn collect(items: &[&[Token<'_>]]) -> Vec<Fact<String>> {
    let mut values: Vec<Fact<String>> = Vec::new();
    for tokens in items {
        let words: Vec<&str> = tokens.iter().map(|token| token.text).collect();
        let words = words.join(" ");
        // A comma may be part of a value of several words: `Informational, expected activity`.
        let parts: Vec<&str> = words.split([',', '|']).map(str::trim).collect();
        let is_list = !parts.iter().any(|part| part.contains(' '));
        let parts = if is_list { parts } else { vec![words.as_str()] };
        for part in parts {
            let value = part.trim().trim_matches(['\'', '"', '.']);
            if is_value(value) && !values.iter().any(|known| known.value == value) {
                values.push(Fact::new(value.to_owned(), tokens[0].span, RULE));
            }
        }
    }
    values
}

/// A name, not a number, a literal, a path or an expression.
fn is_value(value: &str) -> bool {
    let starts = value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let plain = value
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '+' | '/' | '&' | ','));
    let literal = ["null", "true", "false"].iter().any(|word| value.eq_ignore_ascii_case(word));
    starts && plain && !literal && value.len() <= 80
}
