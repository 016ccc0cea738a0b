//! Markdown to a plain form of the tree, with rustdoc's parser and options.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::block::{Block, Kind, Marker};
use crate::{Link, Look, Words};

/// A block in the form in which both sides are compared: breaks are blanks, and smart punctuation plain.
#[derive(Debug, PartialEq)]
pub(super) enum Plain {
    Paragraph(Vec<Stretch>),
    Heading(Vec<Stretch>),
    List(Option<u64>, Vec<Vec<Plain>>),
    Code(String),
    Table(Vec<Vec<Vec<Stretch>>>),
}

/// Text, look and link.
pub(super) type Stretch = (String, Look, Option<String>);

/// What rustdoc enables for documentation.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// The blocks of a comment. Anything that the tree cannot hold stops the test.
pub(super) fn parse(markdown: &str) -> Vec<Plain> {
    // References to items are links in rustdoc, whatever they lead to.
    let resolve = |link: pulldown_cmark::BrokenLink<'_>| {
        Some((link.reference.trim_matches('`').to_owned().into(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(resolve));
    let mut reader = Reader { markdown, events: parser.collect::<Vec<_>>().into_iter() };
    reader.blocks()
}

struct Reader<'a> {
    markdown: &'a str,
    events: std::vec::IntoIter<Event<'a>>,
}

impl Reader<'_> {
    fn blocks(&mut self) -> Vec<Plain> {
        let mut out: Vec<Plain> = Vec::new();
        let mut loose: Vec<Stretch> = Vec::new();
        let mut state = (Look::default(), None);
        while let Some(event) = self.events.next() {
            let block = match event {
                Event::Start(Tag::Paragraph) => Plain::Paragraph(self.inlines()),
                Event::Start(Tag::Heading { .. }) => Plain::Heading(self.inlines()),
                Event::Start(Tag::List(start)) => Plain::List(start, self.items()),
                Event::Start(Tag::CodeBlock(kind)) => self.code(&kind),
                Event::Start(Tag::Table(_)) => Plain::Table(self.table()),
                Event::End(
                    TagEnd::Item | TagEnd::List(_) | TagEnd::TableCell | TagEnd::TableHead,
                ) => break,
                // The text of a tight item.
                other => {
                    self.inline(&other, &mut state, &mut loose);
                    continue;
                }
            };
            flush(&mut loose, &mut out);
            out.push(block);
        }
        flush(&mut loose, &mut out);
        out
    }

    fn items(&mut self) -> Vec<Vec<Plain>> {
        let mut items = Vec::new();
        loop {
            match self.events.next() {
                Some(Event::Start(Tag::Item)) => items.push(self.blocks()),
                Some(Event::End(TagEnd::List(_))) | None => return items,
                other => panic!("{other:?} in a list\n{}", self.markdown),
            }
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Plain {
        let CodeBlockKind::Fenced(language) = kind else {
            panic!("indented code\n{}", self.markdown);
        };
        assert_eq!(&**language, "text", "{}", self.markdown);
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::End(TagEnd::CodeBlock) => return Plain::Code(text),
                other => panic!("{other:?} in code\n{}", self.markdown),
            }
        }
        panic!("code without end\n{}", self.markdown)
    }

    fn table(&mut self) -> Vec<Vec<Vec<Stretch>>> {
        let mut rows = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines();
                    rows.last_mut().expect("a cell stands in a row").push(cell);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        rows
    }

    fn inlines(&mut self) -> Vec<Stretch> {
        let mut out = Vec::new();
        let mut state = (Look::default(), None);
        while let Some(event) = self.events.next() {
            if let Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) = event {
                break;
            }
            self.inline(&event, &mut state, &mut out);
        }
        joined(out)
    }

    fn inline(
        &self,
        event: &Event<'_>,
        state: &mut (Look, Option<String>),
        out: &mut Vec<Stretch>,
    ) {
        let (look, link) = state;
        match event {
            Event::Text(text) => out.push((straight(text), *look, link.clone())),
            Event::Code(text) => {
                out.push((text.to_string(), Look { code: true, ..*look }, link.clone()));
            }
            Event::SoftBreak => out.push((" ".to_owned(), *look, link.clone())),
            Event::Start(Tag::Strong) => look.strong = true,
            Event::End(TagEnd::Strong) => look.strong = false,
            Event::Start(Tag::Emphasis) => look.emphasis = true,
            Event::End(TagEnd::Emphasis) => look.emphasis = false,
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                assert!(
                    matches!(
                        link_type,
                        LinkType::Inline | LinkType::Autolink | LinkType::ShortcutUnknown
                    ),
                    "{link_type:?}\n{}",
                    self.markdown
                );
                *link = Some(dest_url.to_string());
            }
            Event::End(TagEnd::Link) => *link = None,
            other => panic!("{other:?}\n{}", self.markdown),
        }
    }
}

fn flush(loose: &mut Vec<Stretch>, out: &mut Vec<Plain>) {
    if !loose.is_empty() {
        out.push(Plain::Paragraph(joined(std::mem::take(loose))));
    }
}

/// Without what smart punctuation makes of quotation marks, dots and dashes.
fn straight(text: &str) -> String {
    text.replace(['‘', '’'], "'")
        .replace(['“', '”'], "\"")
        .replace('…', "...")
        .replace('–', "--")
        .replace('—', "---")
}

fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match out.last_mut() {
            Some(last) if last.1 == stretch.1 && last.2 == stretch.2 && !last.1.code => {
                last.0.push_str(&stretch.0);
            }
            _ => out.push(stretch),
        }
    }
    out
}

/// The same form of a tree.
pub(super) fn plain(blocks: &[Block]) -> Vec<Plain> {
    let mut out: Vec<Plain> = Vec::new();
    for block in blocks {
        let plain = match &block.kind {
            Kind::Paragraph(words) => Plain::Paragraph(stretches(words)),
            Kind::Heading(words) => Plain::Heading(stretches(words)),
            Kind::Code(lines) => {
                Plain::Code(lines.iter().map(|line| format!("{line}\n")).collect())
            }
            Kind::Table { head, rows } => {
                let row = |cells: &Vec<Words>| cells.iter().map(stretches).collect();
                Plain::Table(std::iter::once(head).chain(rows).map(row).collect())
            }
            Kind::Item { marker, words, children } => {
                let mut item = vec![Plain::Paragraph(stretches(words))];
                item.extend(self::plain(children));
                let start = match marker {
                    Marker::Bullet => None,
                    Marker::Number(number) => Some(u64::from(*number)),
                };
                match out.last_mut() {
                    Some(Plain::List(before, items)) if before.is_some() == start.is_some() => {
                        items.push(item);
                    }
                    _ => out.push(Plain::List(start, vec![item])),
                }
                continue;
            }
        };
        out.push(plain);
    }
    out
}

fn stretches(words: &Words) -> Vec<Stretch> {
    let stretch = |run: &crate::Run| {
        let link = run.link.as_ref().map(|link| match link {
            Link::Address(address) | Link::Documented(address, _) => address.as_str().to_owned(),
            Link::Item(path) => path.as_str().to_owned(),
            Link::Docs(path) => path.to_string(),
        });
        let text = if run.look.code { run.text.clone() } else { straight(&run.text) };
        (text.replace('\n', " "), run.look, link)
    };
    joined(words.runs.iter().map(stretch).collect())
}
