//! The table as people read it.

use super::{Code, all};
use crate::{Severity, nearest};

impl Code {
    /// All that the table says of the code, as Markdown.
    pub fn explain(self) -> String {
        let severity = match self.severity() {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Note => "Note",
        };
        let mut text = format!("{severity}. {}\n\n{}\n", self.explanation(), self.remedy());
        for file in self.example() {
            let (ticks, language) =
                if file.path.ends_with(".toml") { ("```", "toml") } else { ("~~~~", "markdown") };
            let times = match file.times {
                1 => String::new(),
                times if file.is_several() => format!(", for each `n` below {times}"),
                times => format!(", the last line {times} times"),
            };
            let body = file.text.trim_end();
            text += &format!("\n`{}`{times}:\n\n{ticks}{language}\n{body}\n{ticks}\n", file.path);
        }
        text
    }
}

/// The whole table as a page.
pub fn page() -> String {
    let mut text = String::from(
        "# Reports on the docs\n\n\
         What apimark reports, by number. The numbers stay. An error says that a table, a type, an operation or a page\n\
         is lost; a warning that something is odd, repaired or left out; a note that the reading is not in doubt.\n\
         `cargo xtask explain CODE` prints an entry, `cargo xtask explain --page` this page.\n\n\
         | code | name | severity | what |\n|:--|:--|:--|:--|\n",
    );
    for code in all() {
        let (number, name) = (code.number(), code.name());
        let severity = format!("{:?}", code.severity()).to_lowercase();
        text += &format!(
            "| [{number}](#{}-{name}) | {name} | {severity} | {} |\n",
            number.to_lowercase(),
            code.title()
        );
    }
    for code in all() {
        text += &format!("\n## {}\n\n**{}.** {}", code.label(), code.title(), code.explain());
    }
    text
}

/// What to say of a text that is no code.
pub fn unknown(text: &str) -> String {
    let known: Vec<String> = all().flat_map(|it| [it.number(), it.name().to_owned()]).collect();
    let meant = nearest(text, known.iter().map(String::as_str));
    let meant = meant.map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
    format!("no report has the code `{}`{meant}", crate::printable(text))
}
