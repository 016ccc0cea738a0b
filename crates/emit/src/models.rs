//! The files of structured types and enumerations: one per page.

use std::collections::BTreeMap;

use model::{Api, Docs, Enum, Gate, RustItem, Struct};

use crate::before::Before;
use crate::entries::Entries;
use crate::file::{Export, SourceFile, Text};
use crate::names::Names;
use crate::{Options, enums, structs};

/// The types that one page describes.
#[derive(Default, PartialEq, Eq)]
struct Page<'a> {
    structs: Vec<&'a Struct>,
    enums: Vec<&'a Enum>,
}

/// All that files are made from beside their own page and the options.
#[derive(PartialEq, Eq)]
struct Around<'a> {
    names: Names<'a>,
    entries: Entries<'a>,
}

impl<'a> Around<'a> {
    fn new(api: &'a Api) -> Self {
        Self { names: Names::new(api), entries: Entries::new(api) }
    }
}

/// All model files of an API version.
pub(crate) fn files(api: &Api, options: &Options, before: Option<Before<'_>>) -> Vec<SourceFile> {
    let around = Around::new(api);
    let before = before.filter(|before| Around::new(before.api) == around);
    let pages_before = before.map(|before| pages(before.api)).unwrap_or_default();
    let text = |path: &[String], page: &Page<'_>| {
        let is_same = pages_before.get(path) == Some(page);
        let known = before.filter(|_| is_same).and_then(|before| before.text(path));
        known.unwrap_or_else(|| text(page, &around, options))
    };
    pages(api)
        .into_iter()
        .map(|(path, page)| SourceFile {
            path: path.to_vec(),
            text: text(path, &page),
            exports: page.exports(),
            gate: page.gate(),
        })
        .collect()
}

fn pages(api: &Api) -> BTreeMap<&[String], Page<'_>> {
    let mut pages: BTreeMap<&[String], Page<'_>> = BTreeMap::new();
    for item in api.structs.iter().filter(|item| !item.is_json) {
        pages.entry(&item.rust.file).or_default().structs.push(item);
    }
    for item in &api.enums {
        pages.entry(&item.rust.file).or_default().enums.push(item);
    }
    pages
}

fn text(page: &Page<'_>, Around { names, entries }: &Around<'_>, options: &Options) -> String {
    let mut text = Text::new(options, page.source());
    for item in &page.structs {
        structs::push(&mut text, item, names, entries);
    }
    for item in &page.enums {
        text.push(&enums::declaration(item));
    }
    text.finish(names.version(), &page.gate())
}

impl Page<'_> {
    /// The page in the documentation.
    fn source(&self) -> Option<&str> {
        let docs = self.docs().next()?;
        let section = docs.section.as_deref()?;
        Some(section.split_once('#').map_or(section, |(page, _)| page))
    }

    /// Types of one page share a gate.
    fn gate(&self) -> Gate {
        let structs = self.structs.iter().map(|item| &item.gate);
        structs.chain(self.enums.iter().map(|item| &item.gate)).next().cloned().unwrap_or_default()
    }

    fn docs(&self) -> impl Iterator<Item = &Docs> {
        let structs = self.structs.iter().map(|item| &item.docs);
        structs.chain(self.enums.iter().map(|item| &item.docs))
    }

    fn exports(&self) -> Vec<Export> {
        let structs = self.structs.iter().flat_map(|item| {
            let any = item.polymorphic.as_ref().map(|family| family.rust_name.as_str());
            let own = std::iter::once(item.rust.name.as_str());
            own.chain(any).map(|name| export(&item.rust, name))
        });
        structs.chain(self.enums.iter().map(|item| export(&item.rust, &item.rust.name))).collect()
    }
}

fn export(item: &RustItem, name: &str) -> Export {
    Export { module: item.module.clone(), name: name.to_owned() }
}
