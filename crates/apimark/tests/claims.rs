//! Holds the sum of claims: what the pages of the embedded docs state is in the model, or reported.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use diag::{Diagnostic, SourceFile, Sources, Span};
use facts::{Dialect, PageFacts};
use model::{Api, BodyContent, Example, ItemType, Links, Operation, Options, Select};

/// The pages of one version, and what became of them.
struct Read {
    pages: Vec<PageFacts>,
    api: Api,
    reported: BTreeSet<Span>,
}

fn read(version: &str) -> Read {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    let mut files = Vec::new();
    markdown(&docs.join("api-reference"), &mut files);
    let mut sources = Sources::default();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(&docs).unwrap().to_str().unwrap().replace('\\', "/");
        sources.add(SourceFile { path, text });
    }
    let library = sources.iter().map(|(id, file)| page::parse(id, file).0).collect();
    let mut reports: Vec<Diagnostic> = Vec::new();
    let mut pages = Vec::new();
    let folder = format!("api-reference/{version}/");
    let is_page = |path: &str| path.starts_with(&folder) && !path.contains("/includes/");
    for (_, file) in sources.iter().filter(|(_, file)| is_page(&file.path)) {
        let (page, _) = page::expand(page::Library::get(&library, &file.path).unwrap(), &library);
        let (facts, more) = facts::read(&page, Dialect::graph());
        reports.extend(more);
        reports.extend(proof::page(&page, &facts, Dialect::graph()));
        pages.push(facts);
    }
    reports.extend(proof::docs(&pages, Dialect::graph()));
    let options = Options {
        version: version.to_owned(),
        module: "v".to_owned(),
        base_url: "https://service.example/v".to_owned(),
        default_namespace: "microsoft.graph".to_owned(),
        primitives: Dialect::graph().primitives().clone(),
        plurals: Dialect::graph().plurals().clone(),
        links: Links::default(),
        sources: &sources,
        parallel: false,
    };
    let built = model::build(&pages, &options, &Select::default());
    reports.extend(built.diagnostics);
    let reported = reports.iter().map(|it| it.span).collect();
    Read { pages, api: built.api, reported }
}

fn markdown(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            markdown(&path, files);
        } else if path.extension().is_some_and(|it| it == "md") {
            files.push(path);
        }
    }
}

impl Read {
    /// What no item of the model holds and no report is about, as `page: claim`.
    fn unaccounted(&self) -> Vec<String> {
        let mut lost = Vec::new();
        for page in &self.pages {
            let mut missing = |what: &str, name: &str, span: Span, is_used: bool| {
                if !is_used && !self.reported.contains(&span) {
                    lost.push(format!("{}: {what} {name}", page.path));
                }
            };
            self.operation(page, &mut missing);
            self.types(page, &mut missing);
        }
        lost
    }

    fn operation(&self, page: &PageFacts, missing: &mut impl FnMut(&str, &str, Span, bool)) {
        let Some(facts) = &page.operation else { return };
        let of_page: Vec<&Operation> =
            self.api.operations.iter().filter(|it| it.pages.contains(&page.path)).collect();
        let further = self.api.further.iter().filter(|it| it.page == page.path);
        let examples: BTreeSet<Span> = of_page
            .iter()
            .flat_map(|it| &it.examples)
            .chain(further.clone().flat_map(|it| &it.examples))
            .map(|example: &Example| example.span)
            .collect();
        let permissions: BTreeSet<Span> = of_page
            .iter()
            .flat_map(|it| &it.permissions)
            .chain(further.flat_map(|it| &it.permissions))
            .map(|it| it.span)
            .collect();
        for line in &facts.requests {
            let is_used = of_page.iter().any(|it| it.method == line.value.method);
            missing("request", &line.value.raw, line.span, is_used);
        }
        for statement in &facts.permissions {
            let Some(first) = statement.rows.first() else { continue };
            let scope = statement.scope.as_deref().unwrap_or_default();
            missing("permissions", scope, first.span, permissions.contains(&first.span));
        }
        for request in facts.examples.iter().filter_map(|it| it.request.as_ref()) {
            let is_used = examples.contains(&request.span);
            missing("example", &request.value.start, request.span, is_used);
        }
        for row in &facts.body.properties {
            let is_used = of_page.iter().any(|it| self.sends(it, &row.name.value));
            missing("body row", &row.name.value, row.name.span, is_used);
        }
    }

    /// The operation sends a member of this name, in its body or in its query.
    fn sends(&self, operation: &Operation, name: &str) -> bool {
        let is = |other: &str| other.eq_ignore_ascii_case(name);
        let in_query = operation.query.iter().any(|it| is(&it.wire_name));
        let in_path = operation.routes.iter().any(|it| it.template.contains(name));
        let in_body = operation.body.as_ref().is_some_and(|body| match &body.content {
            BodyContent::Parameters { fields, .. } => fields.iter().any(|it| is(&it.wire_name)),
            BodyContent::Value(ty) => match &ty.item {
                ItemType::Struct(of) => self.api.structs.iter().any(|it| {
                    let is_kin =
                        it.name == *of || it.base.as_ref().is_some_and(|base| base.value == *of);
                    is_kin && it.fields.iter().any(|field| is(&field.wire_name))
                }),
                _ => false,
            },
            BodyContent::Reference => name.starts_with('@'),
            BodyContent::Binary(_) | BodyContent::Untyped => true,
        });
        in_query || in_path || in_body
    }

    fn types(&self, page: &PageFacts, missing: &mut impl FnMut(&str, &str, Span, bool)) {
        for facts in &page.types {
            let name = facts.names[0].value.rsplit('.').next().unwrap();
            // Types of several namespaces may have the name; the page that states the type is not told here.
            let has_name = |it: &&model::Struct| it.name.name.eq_ignore_ascii_case(name);
            let of_type: Vec<&model::Struct> = self.api.structs.iter().filter(has_name).collect();
            missing("type", name, facts.names[0].span, !of_type.is_empty());
            for row in &facts.properties {
                let is =
                    |field: &model::Property| field.wire_name.eq_ignore_ascii_case(&row.name.value);
                let is_used = of_type.iter().any(|it| it.fields.iter().any(is));
                missing("property", &row.name.value, row.name.span, is_used);
            }
        }
        for facts in &page.enums {
            let name = facts.name.value.rsplit('.').next().unwrap();
            let members: Vec<&str> = self
                .api
                .enums
                .iter()
                .filter(|it| it.name.name.eq_ignore_ascii_case(name))
                .flat_map(|it| it.members.iter().map(|member| member.wire_name.as_str()))
                .collect();
            let fields = self.api.structs.iter().flat_map(|it| &it.fields);
            let values: Vec<&str> = fields
                .filter(|it| it.wire_name.eq_ignore_ascii_case(name))
                .flat_map(|it| it.values.iter().map(String::as_str))
                .collect();
            for member in &facts.members {
                let is = |other: &&str| **other == member.name.value;
                let is_used = members.iter().any(is) || values.iter().any(is);
                missing("member", &member.name.value, member.name.span, is_used);
            }
        }
    }
}

#[test]
fn every_claim_of_the_embedded_docs_is_used_or_reported() {
    for version in ["v1.0", "beta"] {
        let read = read(version);
        assert!(!read.pages.is_empty());
        assert_eq!(read.unaccounted(), [""; 0], "{version}");
    }
}
