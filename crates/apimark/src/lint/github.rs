//! Findings as commands of GitHub Actions, which are shown at the lines of a pull request.

use diag::{Severity, printable};

use super::Findings;

pub(super) fn render(findings: &Findings<'_>) -> String {
    let mut text = String::new();
    for report in &findings.reports {
        let position = findings.sources().position(report.span);
        let level = match report.severity {
            Severity::Note => "notice",
            severity => severity.word(),
        };
        let title = report.code.label();
        let help = report.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        text += &format!(
            "::{level} file={},line={},col={},title={}::{}\n",
            property(&findings.file(report)),
            position.line,
            position.column,
            property(&title),
            data(&format!("{}{help}", report.message))
        );
    }
    text
}

/// The text after `::`. A line feed in it is one, whatever else is not seen is spelled.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    lines.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_command_or_a_property_is_escaped() {
        assert_eq!(data("50 %: a,\nb\r::error::"), "50 %25: a,%0Ab\\r::error::");
        assert_eq!(property("a:b,c%d\n"), "a%3Ab%2Cc%25d%0A");
    }
}
