//! What the table says of a kind of report.

use std::fmt;

use crate::Severity;

/// One kind of report. There are those of the table [`codes`](crate::codes) and no others.
#[derive(Clone, Copy)]
pub struct Code(pub(super) &'static Entry);

/// An entry of the table.
pub(super) struct Entry {
    pub(super) number: u16,
    pub(super) name: &'static str,
    pub(super) severity: Severity,
    pub(super) title: &'static str,
    pub(super) explanation: &'static str,
    pub(super) remedy: &'static str,
    pub(super) example: &'static [ExampleFile],
}

/// A file that shows what is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// Its path in the folder of an API version (`api/pen-list.md`), or that of a TOML file beside the docs. With
    /// `{n}` in it, it stands for several files: `{n}` counts them, also in the text, and `{n+1}` is the next one.
    pub path: &'static str,
    /// Its text. U+FFFD stands for a byte that is no UTF-8.
    pub text: &'static str,
    /// How often its last line stands there, or how many files there are.
    pub times: usize,
}

impl ExampleFile {
    /// The paths and whole texts of the files.
    pub fn files(&self) -> Vec<(String, String)> {
        if !self.is_several() {
            return vec![(self.path.to_owned(), self.whole())];
        }
        let numbered = |text: &str, n: usize| {
            text.replace("{n}", &n.to_string()).replace("{n+1}", &(n + 1).to_string())
        };
        (0..self.times).map(|n| (numbered(self.path, n), numbered(self.text, n))).collect()
    }

    /// Whether it stands for several files.
    pub fn is_several(&self) -> bool {
        self.path.contains("{n}")
    }

    fn whole(&self) -> String {
        let last = self.text.trim_end_matches('\n').rfind('\n').map_or(0, |newline| newline + 1);
        let (before, last) = self.text.split_at(last);
        before.to_owned() + &last.repeat(self.times)
    }
}

impl Code {
    /// The stable number, such as `AM0106`.
    pub fn number(self) -> String {
        format!("AM{:04}", self.0.number)
    }

    /// The stable name in kebab case, such as `missing-include`.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Both, as printed reports have them: `AM0106 missing-include`.
    pub fn label(self) -> String {
        format!("{} {}", self.number(), self.name())
    }

    /// How much a report of this kind matters.
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// What is odd, in a few words.
    pub fn title(self) -> &'static str {
        self.0.title
    }

    /// What is odd, why it matters, and what is done about it.
    pub fn explanation(self) -> &'static str {
        self.0.explanation
    }

    /// What to write instead.
    pub fn remedy(self) -> &'static str {
        self.0.remedy
    }

    /// Files for which it is reported.
    pub fn example(self) -> &'static [ExampleFile] {
        self.0.example
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.0.number == other.0.number
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.number.cmp(&other.0.number)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.name)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label())
    }
}

/// Declares the codes of a range, and `ALL` of them.
macro_rules! codes {
    ($($constant:ident = $number:literal, $name:literal, $severity:ident, $title:literal {
        explanation: $explanation:literal,
        remedy: $remedy:literal,
        example: [$($path:literal: $text:literal $(x $times:literal)?),+ $(,)?] $(,)?
    })*) => {
        $(
            #[doc = concat!($title, ".")]
            pub const $constant: $crate::codes::Code =
                $crate::codes::Code(&$crate::codes::entry::Entry {
                    number: $number,
                    name: $name,
                    severity: $crate::Severity::$severity,
                    title: $title,
                    explanation: $explanation,
                    remedy: $remedy,
                    example: &[$($crate::codes::ExampleFile {
                        path: $path,
                        text: $text,
                        times: 1 $(* $times)?,
                    }),+],
                });
        )*
        pub(super) const ALL: &[$crate::codes::Code] = &[$($constant),*];
    };
}
