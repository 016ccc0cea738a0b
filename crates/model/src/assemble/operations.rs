//! Operations.

use std::collections::BTreeSet;

use facts::Fact;

use super::Assembly;
use crate::layout::{Form, change_of_object};
use crate::names::{distinct_by, field_name};
use crate::operations::{
    Alternative as Said, Draft, Further, Offer, Parameters, Sent, StatedParameter, eventual,
    examples, permissions,
};
use crate::types::Type;
use crate::{
    Alternative, Body, BodyContent, Change, Docs, FurtherPage, Method, Operation, Parameter,
    Response, Route, corrections, docs, writing,
};

impl Assembly<'_> {
    /// All operations that are kept, in order.
    pub(super) fn operations(self) -> Vec<Operation> {
        let drafts = self.answers.kept.drafts(&self.answers.operations);
        drafts.map(|(index, draft)| self.operation(index, draft)).collect()
    }

    fn operation(self, index: usize, draft: &Draft<'_>) -> Operation {
        let (page, facts) = (draft.page(), draft.facts());
        let routes = self.answers.kept.offers(index, draft).map(|offer| self.route(offer));
        let body_name = self.answers.operations.body_names[index].as_deref();
        Operation {
            method: draft.method(),
            kind: draft.kind(),
            rust_name: draft.rust_name().to_owned(),
            constant: self.answers.operations.constants[index].clone(),
            routes: routes.collect(),
            title: page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            query_options: draft.query_options.clone(),
            query: self.parameters(draft, &draft.query),
            headers: self.parameters(draft, &draft.headers),
            body: draft.body().map(|sent| self.body(draft, sent, body_name)),
            response: self.response(draft),
            permissions: permissions(&facts.permissions),
            examples: examples(page, &facts.examples),
            docs: self.operation_docs(draft),
            deprecated: page.deprecated.as_ref().map(docs::notice),
            area: docs::area(page),
            gate: self.answers.gates.operations[index].clone(),
            clouds: facts.clouds.iter().map(|cloud| cloud.value.clone()).collect(),
            eventual: eventual(facts),
            preview: facts.preview.is_some(),
            file: draft.file.clone(),
            page: page.path.clone(),
            pages: draft.pages().map(|page| page.path.clone()).collect(),
            span: draft.span(),
        }
    }

    /// What pages say that speak for none of the operations which they document.
    pub(super) fn further(self) -> Vec<FurtherPage> {
        let operations = &self.answers.operations;
        let kept: BTreeSet<usize> =
            self.answers.kept.drafts(operations).map(|(index, _)| index).collect();
        let of_kept = operations.further.iter().filter_map(|it| {
            let mut drafts = it.drafts.iter().copied().filter(|index| kept.contains(index));
            Some(self.further_page(it, drafts.next()?, drafts.collect()))
        });
        of_kept.collect()
    }

    fn further_page(self, it: &Further<'_>, first: usize, rest: Vec<usize>) -> FurtherPage {
        let Further { page, facts, .. } = it;
        let operations = &self.answers.operations;
        let constant = |index: usize| operations.constants[index].clone();
        let line = facts.requests.first().map(|line| line.span);
        let span = line.unwrap_or(operations.drafts[first].span());
        let summary = page.summary.as_ref().map(|text| &text.value);
        let mut docs = docs::of_item(summary, span, page, self.options);
        corrections::tell(&mut docs, page.corrections_of(facts::whole(page.page)));
        FurtherPage {
            page: page.path.clone(),
            title: page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            constant: it.constant.clone(),
            operations: std::iter::once(first).chain(rest).map(constant).collect(),
            statuses: it.statuses.clone(),
            permissions: permissions(&facts.permissions),
            examples: examples(page, &facts.examples),
            docs,
            deprecated: page.deprecated.as_ref().map(docs::notice),
            clouds: facts.clouds.iter().map(|cloud| cloud.value.clone()).collect(),
            eventual: eventual(facts),
            preview: facts.preview.is_some(),
            gate: self.answers.gates.operations[first].clone(),
            file: operations.drafts[first].file.clone(),
            span,
        }
    }

    /// What the page says, then what somebody corrected of this operation.
    fn operation_docs(self, draft: &Draft<'_>) -> Docs {
        let page = draft.page();
        let summary = page.summary.as_ref().map(|text| &text.value);
        let mut docs = docs::of_item(summary, draft.on_page(), page, self.options);
        let of_page = page.corrections.iter().filter(|it| draft.is_corrected_by(it));
        // What must be given is an argument, and has no docs of its own.
        let facts = draft.facts();
        let is_optional = |at| {
            draft
                .query
                .iter()
                .chain(&draft.headers)
                .any(|it| it.span == at && !it.required && it.constant.is_none())
        };
        let rows = facts.headers.iter().chain(&facts.parameters).map(|row| row.name.span);
        let arguments = rows.filter(|at| !is_optional(*at));
        let of_arguments = arguments.flat_map(|at| self.answers.corrections.of(&page.path, at));
        corrections::tell(&mut docs, of_page.chain(of_arguments));
        docs
    }

    fn route(self, offer: &Offer<'_>) -> Route {
        let line = offer.line();
        Route {
            node: self.answers.kept.node(offer.node()),
            template: self.answers.operations.paths.nodes[offer.node().0].template.clone(),
            query: line.value.query.clone(),
            further_queries: offer.further_queries(),
            span: line.span,
            rule: line.rule,
        }
    }

    /// Parameters with their names; two that Rust spells alike get a number.
    fn parameters(self, draft: &Draft<'_>, stated: &[StatedParameter<'_>]) -> Vec<Parameter> {
        let wire = stated.iter().map(|it| (it.wire_name.as_str(), it.span));
        let names = distinct_by(wire, field_name, &mut Vec::new());
        let page = draft.page().path.as_str();
        let parameters = stated.iter().zip(names).map(|(it, rust_name)| Parameter {
            wire_name: it.wire_name.clone(),
            rust_name,
            ty: self.value(it.ty),
            required: it.required,
            constant: it.constant.map(str::to_owned),
            docs: it.row.map_or_else(Docs::default, |row| {
                let text = row.description.map(|words| words.value.text());
                let mut docs = docs::docs(text.as_ref(), it.span, page, self.options);
                corrections::tell(&mut docs, self.answers.corrections.of(page, it.span));
                docs
            }),
            span: it.span,
            rule: it.rule,
        });
        parameters.collect()
    }

    fn body(self, draft: &Draft<'_>, sent: &Fact<Sent<'_>>, name: Option<&str>) -> Body {
        let content = match &sent.value {
            Sent::Value(ty) => BodyContent::Value(self.value(*ty)),
            Sent::Parameters(it) => self.struct_of_parameters(it, name.unwrap_or_default()),
            Sent::Reference => BodyContent::Reference,
            Sent::Binary(media_type) => BodyContent::Binary((*media_type).to_owned()),
            Sent::Untyped => BodyContent::Untyped,
        };
        let change = match &sent.value {
            Sent::Parameters(_) => (draft.method() == Method::Patch).then_some(Change::Update),
            Sent::Value(ty) if self.is_object(*ty) => {
                change_of_object(draft.method(), draft.kind())
            }
            _ => None,
        };
        Body { content, change, span: sent.span, rule: sent.rule }
    }

    fn is_object(self, ty: Type) -> bool {
        !ty.collection && self.form(ty.item) != Form::Other
    }

    fn struct_of_parameters(self, parameters: &Parameters<'_>, name: &str) -> BodyContent {
        let fields = parameters.fields.iter().zip(&parameters.names);
        let property = |(field, name): (_, &String)| {
            self.property(field, name, &writing::parameter(field), None)
        };
        BodyContent::Parameters {
            rust_name: name.to_owned(),
            fields: fields.map(property).collect(),
        }
    }

    fn response(self, draft: &Draft<'_>) -> Response {
        let Fact { value, span, rule } = *draft.response();
        let statuses = draft.statuses().to_vec();
        let alternative = |it: &Said| Alternative {
            statuses: it.statuses.clone(),
            content: self.content(it.content.value),
            span: it.content.span,
            rule: it.content.rule,
        };
        let alternatives = draft.alternatives.iter().map(alternative).collect();
        Response { statuses, content: self.content(value), alternatives, span, rule }
    }
}
