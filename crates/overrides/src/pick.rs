//! Which of the claims of a page an entry means: the one of its name, below its heading, that says what it expects.

use diag::{Diagnostic, Sources, Span, codes, printable};

use crate::entry::{Change, Entry};

/// An entry, and the texts that spans point into.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub entry: &'a Entry,
    pub sources: &'a Sources,
}

/// A claim that an entry may mean.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub name: String,
    /// Where it is named.
    pub at: Span,
    /// What it says of what the entry corrects.
    pub said: String,
    /// Another entry has corrected it.
    pub is_corrected: bool,
}

impl Place<'_> {
    /// The index of the claim that the entry means, among all that the page has of this kind.
    pub(crate) fn pick(self, all: &[Candidate]) -> Result<usize, Diagnostic> {
        let name = self.entry.subject.name.as_ref().map_or("", |it| it.value.as_str());
        let named = all.iter().enumerate().filter(|(_, it)| it.name == name);
        let named: Vec<(usize, &Candidate)> = named.collect();
        if named.is_empty() {
            return Err(self.absent(all));
        }
        let below: Vec<(usize, &Candidate)> =
            named.iter().copied().filter(|(_, it)| self.is_below(it.at)).collect();
        if below.is_empty() {
            return Err(self.elsewhere(&named));
        }
        self.expected(&below)
    }

    /// The one of these that says what is expected.
    pub(crate) fn expected(self, found: &[(usize, &Candidate)]) -> Result<usize, Diagnostic> {
        let expect = squeezed(&self.entry.expect.value);
        // A Rust name is no statement of the docs; `model` compares it.
        let is_name = matches!(self.entry.change, Change::RustName);
        let says: Vec<_> =
            found.iter().filter(|(_, it)| is_name || squeezed(&it.said) == expect).collect();
        match says.as_slice() {
            [] => Err(self.says_otherwise(found[0].1)),
            [(_, first), ..] if first.is_corrected && !is_name => {
                Err(self
                    .stale(self.entry.now.span, "another entry has corrected this already".into()))
            }
            [(_, first), (_, second), ..]
                if self.entry.heading.is_none()
                    && self.heading(first.at) != self.heading(second.at) =>
            {
                Err(self.ambiguous(first, second))
            }
            [(index, _), ..] => Ok(*index),
        }
    }

    /// Whether a place lies below the entry's heading, if it names one.
    pub(crate) fn is_below(self, at: Span) -> bool {
        let wanted = self.entry.heading.as_ref();
        wanted.is_none_or(|it| self.heading(at).eq_ignore_ascii_case(it.value.trim()))
    }

    fn heading(self, at: Span) -> String {
        let text = self.sources.get(at.page).map_or("", |file| &file.text);
        page::heading_above(text, at.start as usize)
    }

    /// The report that the docs say something else, or what is right by now.
    pub(crate) fn says_otherwise(self, found: &Candidate) -> Diagnostic {
        let Entry { now, expect, .. } = self.entry;
        let what = self.entry.what();
        let of = match found.name.as_str() {
            "" => String::new(),
            name => format!(" of `{}`", printable(name)),
        };
        if squeezed(&found.said) == squeezed(&now.value) {
            let message = format!("the docs state the {what}{of} as {}", quoted(&now.value));
            return Diagnostic::new(codes::USELESS_OVERRIDE, now.span, message)
                .label("this is what they say themselves")
                .help("they have been mended: remove the correction");
        }
        let message = format!(
            "the docs state the {what}{of} as {}, not as {}",
            quoted(&found.said),
            quoted(&expect.value)
        );
        self.stale(expect.span, message)
    }

    /// The report of an entry whose subject is not what it was.
    pub(crate) fn stale(self, at: Span, message: String) -> Diagnostic {
        let page = printable(&self.entry.page.value);
        Diagnostic::new(codes::STALE_OVERRIDE, at, message)
            .help(format!("look at `{page}` again; then correct the entry, or remove it"))
    }

    /// The report that nothing on the page has the name.
    fn absent(self, all: &[Candidate]) -> Diagnostic {
        let Entry { subject, now, page, change, .. } = self.entry;
        let what = subject.table.word();
        let is_now = |it: &&Candidate| it.name == now.value;
        if matches!(change, Change::Name) && all.iter().any(|it| is_now(&it)) {
            let message = format!("the docs call this {what} {}", quoted(&now.value));
            return Diagnostic::new(codes::USELESS_OVERRIDE, now.span, message)
                .label("this is what they say themselves")
                .help("they have been mended: remove the correction");
        }
        let Some(name) = &subject.name else {
            return self.stale(page.span, "this page states no operation".to_owned());
        };
        let message =
            format!("`{}` states no {what} {}", printable(&page.value), quoted(&name.value));
        let near = diag::nearest(&name.value, all.iter().map(|it| it.name.as_str()));
        let report = Diagnostic::new(codes::STALE_OVERRIDE, name.span, message);
        match near {
            Some(near) => report.help(format!("did you mean `{}`?", printable(near))),
            None => report.help("the docs may have dropped it: remove the correction"),
        }
    }

    /// The report that the name stands below other headings only.
    fn elsewhere(self, named: &[(usize, &Candidate)]) -> Diagnostic {
        let headings: Vec<String> =
            named.iter().map(|(_, it)| quoted(&self.heading(it.at))).collect();
        let wanted = self.entry.heading.as_ref();
        let (span, text) =
            wanted.map_or((self.entry.page.span, ""), |it| (it.span, it.value.as_str()));
        let name = &named[0].1.name;
        let message = format!("{} does not stand below the heading {}", quoted(name), quoted(text));
        Diagnostic::new(codes::STALE_OVERRIDE, span, message)
            .help(format!("it stands below {}", headings.join(" and ")))
    }

    fn ambiguous(self, first: &Candidate, second: &Candidate) -> Diagnostic {
        let span = self.entry.subject.name.as_ref().map_or(self.entry.page.span, |it| it.span);
        let message = format!("the page states {} more than once", quoted(&first.name));
        Diagnostic::new(codes::STALE_OVERRIDE, span, message).help(format!(
            "write which one is meant: `heading = \"…\"` with {} or {}",
            quoted(&self.heading(first.at)),
            quoted(&self.heading(second.at))
        ))
    }
}

/// Whether each of the claims stays, asked of one after the other, when that of this index is left out.
pub(crate) fn all_but(index: usize) -> impl FnMut() -> bool {
    let mut number = 0..;
    move || number.next() != Some(index)
}

/// A text as messages show it.
pub(crate) fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".to_owned() } else { format!("`{}`", printable(text)) }
}

/// The words of a text: how much white space is between them says nothing.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
