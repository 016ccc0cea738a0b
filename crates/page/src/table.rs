//! Pipe tables as people write them: which lines belong to one, and where its cells are.
//!
//! Reads lines, returns a [`Table`] whose cells lie where the source has them. Surplus cells, lost pipes
//! and broken rows are repaired here; what a column means is not known here.

use std::ops::Range;

use diag::{Diagnostic, Span, codes};

use crate::inline::Inline;
use crate::lines::{Line, is_blank, is_rule, trim};
use crate::row::{Bars, bars, cells, cells_outside_code};
use crate::{Row, Table, Text};

/// How many empty cells a table may have: a wide header and many short rows would fill the memory.
const MAX_PADDING: usize = 1 << 18;

/// A row of dashes, colons and pipes, e.g. `|:---|---|`.
pub(crate) fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t' | '\u{a0}'))
}

/// Whether a line above a delimiter row can be a header: it has a pipe and starts no list item or quote.
pub(crate) fn is_header(line: &str) -> bool {
    line.contains('|') && !line.trim_start().starts_with('>')
}

/// One past the last line of the table whose header is line `header`.
pub(crate) fn end(text: &str, lines: &[Line], header: usize) -> usize {
    let line = |index: usize| &text[lines[index].range()];
    let columns = bars(line(header)).cells();
    let leading = bars(line(header)).leading;
    let closed = bars(line(header)).trailing;
    let mut index = header + 2;
    let mut previous = Bars { leading, trailing: true, inner: columns.saturating_sub(1) };
    while index < lines.len() {
        let next = line(index);
        if is_commented_row(text, &lines[index..]) {
            index += 1;
            continue;
        }
        if is_blank(next) || (!next.trim_start().starts_with('|') && starts_block(next)) {
            break;
        }
        let row = bars(next);
        if row.leading || row.inner > 0 || (!leading && row.trailing) {
            previous = row;
        } else if leading
            && !previous.trailing
            && (closed || row.trailing || previous.cells() < columns)
        {
            previous.trailing = row.trailing;
        } else {
            break;
        }
        index += 1;
    }
    index
}

/// Whether the first line is a row in a comment with more rows of the same table below it.
fn is_commented_row(text: &str, lines: &[Line]) -> bool {
    let line = |index: usize| lines.get(index).map_or("", |line| text[line.range()].trim());
    is_comment(line(0))
        && line(0).contains('|')
        && line(1).starts_with('|')
        && !is_delimiter(line(2))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("<!--") && line.find("-->") == line.len().checked_sub(3)
}

fn starts_block(line: &str) -> bool {
    let body = line.trim_start();
    body.starts_with(['>', '#'])
        || body.starts_with("<!--")
        || body.starts_with("[!")
        || is_rule(line)
        || crate::marks::list_content(line).is_some()
        || crate::fence::fence_line(line).is_some()
        || (body.starts_with('[') && body.contains("]: "))
}

/// Reads a table from its lines: header, delimiter row, body.
pub(crate) fn read(
    inline: &Inline,
    lines: &[Range<usize>],
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Table {
    let text = inline.text;
    let mut header_cells = cells(text, lines[0].clone());
    if header_cells.is_empty() {
        header_cells.push(lines[0].end..lines[0].end);
    }
    let columns = header_cells.len();
    let delimiters = cells(text, lines[1].clone()).len();
    if delimiters != columns {
        let place = trim(text, lines[1].clone());
        let message = format!("the header has {columns} cells and this row has {delimiters}");
        diagnostics.push(
            Diagnostic::new(codes::TABLE_DELIMITER, inline.span(place), message)
                .help("it was read as a table with the header's columns"),
        );
    }
    let header = header_cells.into_iter().map(|cell| inline.cell(cell, diagnostics)).collect();
    let leading = bars(&text[lines[0].clone()]).leading;
    let mut rows = Vec::with_capacity(lines.len() - 2);
    let mut padding = 0;
    for row in group_rows(text, &lines[2..], leading) {
        if padding > MAX_PADDING {
            let message = "this table has too many empty cells";
            let help = "the rows from here on were left out";
            let place = inline.span(trim(text, row));
            diagnostics.push(Diagnostic::new(codes::TABLE_SIZE, place, message).help(help));
            break;
        }
        if let Some(row) = read_row(inline, row, columns, diagnostics) {
            padding += row.cells.iter().filter(|cell| cell.runs.is_empty()).count();
            rows.push(row);
        }
    }
    Table { header, rows, span }
}

/// Joins each line that continues the row above with it.
fn group_rows(text: &str, lines: &[Range<usize>], leading: bool) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for line in lines.iter().filter(|line| !is_comment(&text[(*line).clone()])) {
        let bars = bars(&text[line.clone()]);
        match rows.last_mut() {
            Some(last) if leading && !bars.leading && bars.inner == 0 => last.end = line.end,
            _ => rows.push(line.clone()),
        }
    }
    rows
}

fn read_row(
    inline: &Inline,
    row: Range<usize>,
    columns: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Row> {
    let text = inline.text;
    let place = trim(text, row.clone());
    let mut cells = cells(text, row.clone());
    if cells.iter().all(Range::is_empty) {
        return None;
    }
    if cells.len() > columns {
        cells = fit(text, row, columns, cells, inline.span(place.clone()), diagnostics);
    }
    let end = place.end;
    let stated = cells.len();
    cells.resize(columns, end..end);
    let label = columns > 1 && !cells[0].is_empty() && cells[1..].iter().all(Range::is_empty);
    if stated < columns && !label {
        let message = format!("this row has {stated} cells and the header has {columns}");
        let report = Diagnostic::new(codes::SHORT_ROW, inline.span(place.clone()), message);
        diagnostics.push(report.help("the missing cells count as empty"));
    }
    let cells: Vec<Text> = cells.into_iter().map(|cell| inline.cell(cell, diagnostics)).collect();
    Some(Row { cells, label, span: inline.span(place) })
}

/// Brings a row with too many cells down to the header's number.
fn fit(
    text: &str,
    row: Range<usize>,
    columns: usize,
    mut cells: Vec<Range<usize>>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Range<usize>> {
    for braces in [false, true] {
        let careful = cells_outside_code(text, row.clone(), braces);
        if let Some(careful) = careful.filter(|cells| cells.len() == columns) {
            return careful;
        }
    }
    while cells.len() > columns && cells.last().is_some_and(Range::is_empty) {
        cells.pop();
    }
    if cells.len() > columns {
        let message = format!("this row has {} cells and the header has {columns}", cells.len());
        diagnostics
            .push(Diagnostic::new(codes::TABLE_ROW, span, message).help(
                "the surplus cells were joined into the last column; write `\\|` for a pipe",
            ));
        let end = cells[cells.len() - 1].end;
        cells.truncate(columns);
        cells[columns - 1].end = end;
    }
    cells
}
