//! Adding to a dialect what a file says.

use std::collections::BTreeMap;
use std::sync::Arc;

use diag::{Diagnostic, PageId};
use dialects::{Caller, DialectFile, Links, Merge as _, Service, Spanned, Types};

use super::{Dialect, invalid, normal};
use crate::english::Wrong;
use crate::samples;

impl Dialect {
    /// The dialect with what `more` adds; the places in it are those of `file`.
    ///
    /// # Errors
    /// The addition contradicts itself; the report says where.
    pub fn extended(&self, file: PageId, more: &DialectFile) -> Result<Self, Diagnostic> {
        let mut dialect = self.clone();
        replace(&mut dialect.name, &more.name);
        replace(&mut dialect.version, &more.version);
        dialect.serve(file, &more.service)?;
        dialect.publish(file, &more.links)?;
        dialect.versions.extend(file, &more.versions)?;
        dialect.kinds.extend(file, &more.pages)?;
        dialect.head(file, more)?;
        dialect.call(file, more)?;
        dialect.front_matter.merge(&more.front_matter);
        dialect.fences.merge(&more.fences);
        dialect.aliases.extend(more.service.aliases.clone());
        dialect.placeholders.extend(file, &more.service.placeholders)?;
        let constants = more.service.constants.iter().map(|name| name.to_lowercase());
        dialect.constants.extend(constants);
        dialect.name_types(&more.types);
        dialect.speak(file, more)?;
        Ok(dialect)
    }

    fn serve(&mut self, file: PageId, more: &Service) -> Result<(), Diagnostic> {
        if let Some(root) = &more.base_url {
            invalid::address(file, root)?;
            self.base_url = Some(root.as_ref().clone());
        }
        if let Some(host) = more.hosts.iter().find(|host| host.as_ref().contains('/')) {
            let message = format!("`{}` is no host", diag::printable(host.as_ref()));
            let help = "write the host alone, without `https://` and path";
            return Err(invalid::at(file, host.span(), message).help(help));
        }
        replace(&mut self.default_namespace, &more.default_namespace);
        self.addresses.extend(more);
        Ok(())
    }

    fn publish(&mut self, file: PageId, more: &Links) -> Result<(), Diagnostic> {
        let all = [
            (&mut self.links.site, &more.site),
            (&mut self.links.reference, &more.reference),
            (&mut self.links.concept, &more.concept),
        ];
        for (old, new) in all {
            if let Some(new) = new.as_ref().filter(|new| !new.as_ref().is_empty()) {
                invalid::address(file, new)?;
            }
            replace(old, new);
        }
        if let Some(reference) = &more.reference {
            self.publish_elsewhere(reference.as_ref(), more);
        }
        self.links.folders.extend(more.folders.clone());
        self.links.pages.extend(more.pages.clone());
        Ok(())
    }

    /// What a file that says where the pages are leaves open is not where those of the dialect that it extends are: without
    /// folders, each page is one of reference, and links begin at the same site.
    fn publish_elsewhere(&mut self, reference: &str, more: &Links) {
        if more.folders.is_empty() {
            self.links.folders = BTreeMap::from([(String::new(), String::new())]);
        }
        if more.concept.is_none() {
            self.links.concept.clear();
        }
        if more.site.is_none() {
            self.links.site = site_of(reference).to_owned();
        }
    }

    /// Headings, titles, columns and parts of requests.
    fn head(&mut self, file: PageId, more: &DialectFile) -> Result<(), Diagnostic> {
        let mut seen = BTreeMap::new();
        for (role, headings) in &more.headings {
            for heading in headings {
                once(file, heading, *role, &mut seen)?;
                self.headings.add(heading.as_ref(), *role);
            }
        }
        self.headings.not_names.extend(normal_words(&more.titles.not_names));
        self.titles.extend(&more.titles);
        let mut seen = BTreeMap::new();
        for (column, titles) in &more.columns {
            for title in titles {
                once(file, title, *column, &mut seen)?;
                self.columns.insert(normal(title.as_ref()), *column);
            }
        }
        let mut seen = BTreeMap::new();
        for (place, words) in &more.places {
            for word in words {
                once(file, word, *place, &mut seen)?;
                self.places.insert(normal(word.as_ref()), *place);
            }
        }
        Ok(())
    }

    /// What callers are called.
    fn call(&mut self, file: PageId, more: &DialectFile) -> Result<(), Diagnostic> {
        let mut seen = BTreeMap::new();
        for (caller, labels) in &more.callers {
            for label in labels {
                // Users of both kinds may have one name.
                once(file, label, *caller == Caller::Application, &mut seen)?;
            }
            for label in normal_words(labels) {
                self.callers.entry(label).or_default().push(*caller);
            }
        }
        Ok(())
    }

    fn name_types(&mut self, more: &Types) {
        let mut grammar = self.grammar().clone();
        grammar.extend(more);
        self.grammar = Some(Arc::new(grammar));
        for (word, meaning) in &more.words {
            self.type_words.insert(word.to_ascii_lowercase(), meaning.clone());
        }
        self.plural_sets = more.plural_sets.unwrap_or(self.plural_sets);
    }

    fn speak(&mut self, file: PageId, more: &DialectFile) -> Result<(), Diagnostic> {
        if more.english.is_empty() {
            return Ok(());
        }
        let extended = self.english().extended(&more.english).and_then(|english| {
            samples::check(&more.english, &english)?;
            Ok(english)
        });
        let report = |it: Wrong| invalid::at(file, it.place, format!("english.{}", it.message));
        self.english = Some(Arc::new(extended.map_err(report)?));
        Ok(())
    }
}

/// `https://docs.example` of `https://docs.example/{page}`.
fn site_of(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + "://".len());
    let end = address[host..].find('/').map_or(address.len(), |at| host + at);
    &address[..end]
}

/// Words as titles are compared with them.
pub(super) fn normal_words(words: &[Spanned<String>]) -> impl Iterator<Item = String> {
    words.iter().map(|word| normal(word.as_ref()))
}

fn replace(old: &mut String, new: &Option<Spanned<String>>) {
    if let Some(new) = new {
        old.clone_from(new.as_ref());
    }
}

/// Reports a text that the same file lists under two names.
fn once<T: Copy + PartialEq>(
    file: PageId,
    text: &Spanned<String>,
    meaning: T,
    seen: &mut BTreeMap<String, T>,
) -> Result<(), Diagnostic> {
    match seen.insert(text.as_ref().to_lowercase(), meaning) {
        Some(other) if other != meaning => {
            let message = format!("`{}` has two meanings", diag::printable(text.as_ref()));
            Err(invalid::at(file, text.span(), message).help("leave it in one of the lists"))
        }
        _ => Ok(()),
    }
}
