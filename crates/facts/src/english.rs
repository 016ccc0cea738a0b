//! English as the docs write it: classes of words, patterns over them, and what sentences give.
//!
//! All words and patterns stand in `english.toml` of the dialects with samples of what they must and must not
//! understand; a dialect may add to them. The code here compiles and applies them. Knows no page and no table.

use std::ops::Range;
use std::sync::LazyLock;

use dialects::{EnglishFile, Usual};

use crate::plural::Plurals;
use crate::token::{Token, WordId};

mod lexicon;
mod pattern;
mod phrases;
mod placed;
#[cfg(test)]
mod tests;
mod wrong;

pub(crate) use lexicon::Lexicon;
pub(crate) use phrases::Stated;
pub(crate) use wrong::Wrong;

use lexicon::WordSet;
use pattern::Classes;
use phrases::Phrases;
use placed::{Placed, Scope};

/// The language of the docs.
#[derive(Clone, Debug)]
pub(crate) struct English {
    source: EnglishFile,
    lexicon: Lexicon,
    phrases: Phrases,
    /// By the question's place in [`Says::ALL`].
    says: Vec<Vec<Placed>>,
    /// By the class's place in [`Class::ALL`].
    classes: Vec<WordSet>,
    plurals: Plurals,
}

impl PartialEq for English {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name {
            $($(#[$each])* $variant,)*
        }

        impl $name {
            const ALL: &[(&'static str, Self)] = &[$(($text, Self::$variant),)*];
        }
    };
}

named! {
    /// What a rule asks of a sentence.
    Says {
        DefaultIs = "default-is",
        DefaultBare = "default-bare",
        DefaultMark = "default-mark",
        DefaultAround = "default-around",
        NotGiven = "not-given",
        IfNotGiven = "if-not-given",
        MaxLength = "max-length",
        MaxLengthBehind = "max-length-behind",
        InheritedFrom = "inherited-from",
        Supports = "supports",
        DeniesFilter = "denies-filter",
        FilterTakes = "filter-takes",
        TakenByFilter = "taken-by-filter",
        IsFilterable = "is-filterable",
        IsSortable = "is-sortable",
        Base = "base",
        Derived = "derived",
        InheritedRows = "inherited-rows",
        // What operations are said to send, take and give.
        Answers = "answers",
        DeniesAnswer = "denies-answer",
        Pointer = "pointer",
        Collection = "collection",
        Status = "status",
        AsideOfResponse = "aside-of-response",
        BesideAnswer = "beside-answer",
        OfTheResponse = "of-the-response",
        AboutAnswer = "about-answer",
        List = "list",
        Nothing = "nothing",
        Stream = "stream",
        NoBody = "no-body",
        MannerOfBody = "manner-of-body",
        BinaryBody = "binary-body",
        LeftOutOfBody = "left-out-of-body",
        AboutBody = "about-body",
        RepresentationOfType = "representation-of-type",
        BodyIdentifies = "body-identifies",
        BodyParameters = "body-parameters",
        BodyFields = "body-fields",
        BodyHolds = "body-holds",
        BodySupplied = "body-supplied",
        NoQueryOptions = "no-query-options",
        ForExample = "for-example",
        DeniesOptions = "denies-options",
        OffersOptions = "offers-options",
        RequiredWhenUsing = "required-when-using",
        Cast = "cast",
        Demands = "demands",
        OfOneRequest = "of-one-request",
        SubjectToChange = "subject-to-change",
        Production = "production",
        OffersBody = "offers-body",
        DeprecatesOther = "deprecates-other",
        RecommendsThis = "recommends-this",
        MarkedWith = "marked-with",
        NeedsAll = "needs-all",
        TitleDeletes = "title-deletes",
        TitleReads = "title-reads",
        TitleDeprecated = "title-deprecated",
        OfAll = "of-all",
        OfOthers = "of-others",
        PromisesOne = "promises-one",
        Allows = "allows",
        OnNull = "on-null",
        OnThis = "on-this",
        BeforeOperators = "before-operators",
        // How tables of permissions are laid out.
        NamesCallers = "names-callers",
        NamesPermissions = "names-permissions",
        ForPeople = "for-people",
        LeastPrivileged = "least-privileged",
        LeastFirst = "least-first",
        MostFirst = "most-first",
        CallerIsUser = "caller-is-user",
        CallerIsPersonal = "caller-is-personal",
        CallerIsAtWork = "caller-is-at-work",
        CallerIsApplication = "caller-is-application",
        NoPermission = "no-permission",
        PermissionAnd = "permission-and",
        PermissionAndOneOf = "permission-and-one-of",
        Abstract = "abstract",
        OfAnother = "of-another",
        Open = "open",
        PropertiesOf = "properties-of",
        Aside = "aside",
        AppliesTo = "applies-to",
    }
}

named! {
    /// Words that rules look for one by one.
    Class {
        Condition = "condition",
        Restriction = "restriction",
        NoValue = "no-value",
        BeforeLimit = "before-limit",
        BeforeType = "before-type",
        QueryWord = "query-word",
        QueryParameter = "query-parameter",
        Or = "or",
        KeyOr = "key-or",
        Contrast = "contrast",
        Case = "case",
        Body = "body",
        Kind = "kind",
        JoinsTypes = "joins-types",
        BeforeContent = "before-content",
        BeforeName = "before-name",
        NoContent = "no-content",
        NoType = "no-type",
        Primitive = "primitive",
        Inside = "inside",
        Determiner = "determiner",
        Starter = "starter",
        NoStarter = "no-starter",
        Abbreviation = "abbreviation",
        MayEnd = "may-end",
        JoinsNotes = "joins-notes",
        Verb = "verb",
        Lists = "lists",
        Article = "article",
        Promise = "promise",
        Includes = "includes",
        BeforeValues = "before-values",
        Values = "values",
        ValuesOf = "values-of",
        TitledKinds = "titled-kinds",
        TitleArticle = "title-article",
        SeveralValues = "several-values",
        Either = "either",
        NamesOperators = "names-operators",
        FiltersBy = "filters-by",
        LimitsSupport = "limits-support",
        Counting = "counting",
        LimitsDefault = "limits-default",
        GoesOn = "goes-on",
        Identifies = "identifies",
        ReadingVerb = "reading-verb",
        NoDefault = "no-default",
        Length = "length",
        Characters = "characters",
        Yes = "yes",
        No = "no",
        Available = "available",
        Unavailable = "unavailable",
        BehindName = "behind-name",
        Deprecated = "deprecated",
    }
}

impl Says {
    /// The question of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|it| it.0 == name).map(|it| it.1)
    }
}

static STANDARD: LazyLock<English> = LazyLock::new(|| {
    English::new(dialects::english()).expect("the tests of this crate compile the file")
});

impl English {
    /// The language that comes with the program.
    pub(crate) fn standard() -> &'static Self {
        &STANDARD
    }

    /// The language with what `more` adds.
    pub(crate) fn extended(&self, more: &EnglishFile) -> Result<Self, Wrong> {
        let mut source = self.source.clone();
        source.extend(more);
        let mut english = Self::new(source)?;
        // Classes that no pattern names yet.
        for name in more.words.keys() {
            let classes = Classes::of(&english.source);
            let compiled = classes.node(name, &mut english.lexicon);
            compiled.map_err(|wrong| wrong.inside("words", name))?;
        }
        Ok(english)
    }

    fn new(source: EnglishFile) -> Result<Self, Wrong> {
        let mut lexicon = Lexicon::default();
        let phrases = Phrases::new(&source, &mut lexicon)?;
        let classes = Classes::of(&source);
        if let Some((name, phrases)) = source.words.iter().find(|it| pattern::is_reserved(it.0)) {
            let wrong = Wrong::new("this is no name of a class".to_owned()).inside("words", name);
            return Err(phrases.first().map_or(wrong.clone(), |text| wrong.at(text)));
        }
        for (name, says) in &source.says {
            if Says::named(name).is_none() {
                let wrong = Wrong::new("no rule asks this".to_owned()).inside("says", name);
                return Err(says.first().map_or(wrong.clone(), |text| wrong.at(text)));
            }
        }
        let mut says = Vec::new();
        for (name, _) in Says::ALL {
            let written = source.says.get(*name);
            let written = written.ok_or_else(|| Wrong::new(format!("says.{name} is missing")))?;
            let scopes = [
                (&written.anywhere, Scope::Anywhere),
                (&written.beginning, Scope::Beginning),
                (&written.sentence, Scope::Sentence),
            ];
            let mut question = Vec::new();
            for (pattern, scope) in scopes.iter().flat_map(|it| it.0.iter().map(|p| (p, it.1))) {
                let unless = &written.unless;
                let placed = Placed::new(pattern.as_ref(), scope, unless, &classes, &mut lexicon);
                let wrong = |wrong: Wrong| wrong.at(pattern).inside("says", name);
                question.push(placed.map_err(wrong)?);
            }
            says.push(question);
        }
        let words = Class::ALL.iter().map(|(name, _)| classes.words(name, &mut lexicon));
        let classes = words.collect::<Result<_, _>>()?;
        let plurals = Plurals::new(source.plurals.clone());
        Ok(Self { source, lexicon, phrases, says, classes, plurals })
    }

    /// What short sentences say, as people write them.
    pub(crate) fn usual(&self) -> &Usual {
        &self.source.usual
    }

    /// How nouns form the plural.
    pub(crate) fn plurals(&self) -> &Plurals {
        &self.plurals
    }

    /// The words that patterns name.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Whether a word outside of prose is of the class.
    pub(crate) fn is_word(&self, word: &str, class: Class) -> bool {
        self.is(self.lexicon.word(word), class)
    }

    /// Whether the word is of the class.
    pub(crate) fn is(&self, word: WordId, class: Class) -> bool {
        self.classes[class as usize].has(word)
    }

    /// What a sentence gives.
    pub(crate) fn stated(&self, sentence: &[Token<'_>]) -> Vec<Stated> {
        self.phrases.stated(sentence)
    }

    /// The first tokens that say it, as many as do.
    pub(crate) fn find(&self, says: Says, tokens: &[Token<'_>]) -> Option<Range<usize>> {
        let patterns = self.says[says as usize].iter().filter(|it| it.may_be_in(tokens));
        let found = patterns.filter_map(|it| it.find(tokens));
        found.min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
    }

    /// All tokens that say it, without those in between.
    pub(crate) fn find_all(&self, says: Says, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
        let (mut found, mut start) = (Vec::new(), 0);
        while let Some(next) = self.find(says, &tokens[start..]) {
            found.push(start + next.start..start + next.end);
            start += next.end;
        }
        found
    }

    /// Whether the tokens say it.
    pub(crate) fn says(&self, says: Says, tokens: &[Token<'_>]) -> bool {
        self.says[says as usize].iter().any(|it| it.may_be_in(tokens) && it.find(tokens).is_some())
    }
}
