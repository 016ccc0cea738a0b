//! Whether sentences that a file gives as samples are understood as it says.

use diag::{PageId, SourceFile};
use dialects::{EnglishFile, Gives, Spanned};
use page::{BlockKind, Text};

use crate::english::{English, Says, Wrong};
use crate::prose::Prose;

/// The first sample of `file` that does not hold.
pub(crate) fn check(file: &EnglishFile, english: &English) -> Result<(), Wrong> {
    for (name, phrase) in &file.phrases {
        let wanted = phrase.said.iter().map(|(gives, samples)| (Some(*gives), samples));
        for (wanted, samples) in wanted.chain([(None, &phrase.unsaid)]) {
            for sample in samples {
                let given = given(sample.as_ref(), english);
                let holds = wanted.map_or(given.is_empty(), |wanted| given.contains(&wanted));
                let wrong = || told(sample, &given).inside("phrases", name);
                holds.then_some(()).ok_or_else(wrong)?;
            }
        }
    }
    for (name, question) in &file.says {
        let Some(says) = Says::named(name) else { continue };
        for (wanted, samples) in [(true, &question.said), (false, &question.unsaid)] {
            for sample in samples {
                let holds = is_said(says, sample.as_ref(), english) == wanted;
                let message = if wanted { "this does not say it" } else { "this says it" };
                let wrong = || Wrong::new(message.to_owned()).at(sample).inside("says", name);
                holds.then_some(()).ok_or_else(wrong)?;
            }
        }
    }
    Ok(())
}

fn told(sample: &Spanned<String>, given: &[Gives]) -> Wrong {
    let given: Vec<String> = given.iter().filter_map(|it| serde_json::to_string(it).ok()).collect();
    let given = if given.is_empty() { "nothing".to_owned() } else { given.join(", ") };
    Wrong::new(format!("this sentence gives {}", given.replace('"', "`"))).at(sample)
}

/// What the sentences of a Markdown text give, each once.
pub(crate) fn given(markdown: &str, english: &English) -> Vec<Gives> {
    let mut given: Vec<Gives> = Vec::new();
    for text in texts(markdown) {
        let prose = Prose::new(&text, english);
        for stated in prose.ranges().iter().flat_map(|sentence| prose.stated(sentence)) {
            if !given.contains(&stated.gives) && stated.gives != Gives::SetOnCreate {
                given.push(stated.gives);
            }
        }
    }
    given
}

fn is_said(says: Says, markdown: &str, english: &English) -> bool {
    texts(markdown).iter().any(|text| {
        let prose = Prose::new(text, english);
        prose.sentences().any(|sentence| english.says(says, sentence))
    })
}

fn texts(markdown: &str) -> Vec<Text> {
    let file = SourceFile { path: String::new(), text: markdown.to_owned() };
    let (page, _) = page::parse(PageId(0), &file);
    let texts = page.blocks.into_iter().filter_map(|block| match block.kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Some(text),
        _ => None,
    });
    texts.collect()
}
