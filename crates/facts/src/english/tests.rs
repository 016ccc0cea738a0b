use super::{English, Gives, Says, source::Source};
use crate::prose::Prose;
use crate::testing::text;

mod table;

/// What the sentences of a text give, each once.
fn given(markdown: &str) -> Vec<Gives> {
    let text = text(markdown);
    let prose = Prose::new(&text);
    let mut given: Vec<Gives> = Vec::new();
    for stated in prose.ranges().iter().flat_map(|sentence| prose.stated(sentence)) {
        if !given.contains(&stated.gives) && stated.gives != Gives::SetOnCreate {
            given.push(stated.gives);
        }
    }
    given
}

fn source() -> Source {
    toml::from_str(include_str!("../../dialects/english.toml")).expect("a file in form")
}

#[test]
fn samples_of_phrases() {
    for (name, phrase) in source().phrases {
        for (wanted, samples) in phrase.said {
            for sample in samples {
                assert!(given(&sample).contains(&wanted), "{name}: {sample}: {:?}", given(&sample));
            }
        }
        for sample in phrase.unsaid {
            assert_eq!(given(&sample), [], "{name}: {sample}");
        }
    }
}

#[test]
fn samples_of_questions() {
    let source = source();
    for (name, says) in Says::ALL {
        let asked = |sample: &str| {
            let text = text(sample);
            let prose = Prose::new(&text);
            let mut sentences = prose.sentences();
            sentences.any(|sentence| prose.english.find(*says, sentence).is_some())
        };
        for sample in &source.says[*name].said {
            assert!(asked(sample), "{name}: {sample}");
        }
        for sample in &source.says[*name].unsaid {
            assert!(!asked(sample), "{name}: {sample}");
        }
    }
}

#[test]
fn a_file_that_is_wrong_is_refused() {
    let standard = include_str!("../../dialects/english.toml");
    let with =
        |more: &str| English::parse(&format!("{standard}\n{more}")).err().unwrap_or_default();
    let phrase = |clause: &str| {
        with(&format!(
            "[phrases.x]\ngives = \"key\"\nclause = [\"{clause}\"]\nsaid = {{}}\nunsaid = []"
        ))
    };
    insta::assert_snapshot!(phrase("<clolor> key"), @"phrases.x: there is no class `clolor`");
    insta::assert_snapshot!(phrase("(key"), @"phrases.x: `(key`: a bracket is not closed");
    insta::assert_snapshot!(phrase("<any> key"), @"phrases.x: `<any> key` can begin with anything");
    insta::assert_snapshot!(phrase("key{2}"), @"phrases.x: `key{2}`: repeat as in `{1,3}`");
    insta::assert_snapshot!(with("[says.unheard]\npatterns = [\"key\"]\nsaid = []\nunsaid = []"), @"says.unheard: no rule asks this");
}
