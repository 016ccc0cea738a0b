//! Facts as a list of lines, short enough to be read in review.

use apimark_facts::{
    Fact, Mention, OperationFacts, Outcome, PageFacts, ParameterFacts, PropertyFacts, Segment,
    TypeCell,
};
use diag::{Diagnostic, Sources, Span};

/// Everything of a page, in the order of the fields.
pub(crate) fn render(facts: &PageFacts, diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut list = List { sources, text: String::new() };
    list.text += &format!("{:?} {}\n", facts.kind, facts.path);
    list.optional("title", facts.title.as_ref());
    list.optional("summary", facts.summary.as_ref());
    list.optional("area", facts.area.as_ref());
    list.optional("namespace", facts.namespace.as_ref());
    list.optional("deprecated", facts.deprecated.as_ref());
    list.types(facts);
    list.enums(facts);
    for row in &facts.methods {
        let returns = row.returns.as_ref().map_or(String::new(), |cell| cell_text(&cell.value));
        list.line(row.link.span, row.link.rule, &format!("method {} -> {returns}", row.link.value));
    }
    if let Some(operation) = &facts.operation {
        list.operation(operation);
    }
    list.coverage(facts);
    if !diagnostics.is_empty() {
        list.text += "\n";
        list.text += &diag::render_all(diagnostics, sources, false);
    }
    list.text
}

struct List<'a> {
    sources: &'a Sources,
    text: String,
}

impl List<'_> {
    fn line(&mut self, span: Span, rule: &str, text: &str) {
        let position = self.sources.position(span);
        let place = format!("{}:{}", position.line, position.column);
        self.text += &format!("{place:>8} {rule:<20} {text}\n");
    }

    fn fact<T: std::fmt::Debug>(&mut self, name: &str, fact: &Fact<T>) {
        self.line(fact.span, fact.rule, &format!("{name} {:?}", fact.value));
    }

    fn optional<T: std::fmt::Debug>(&mut self, name: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.fact(name, fact);
        }
    }

    fn all<T: std::fmt::Debug>(&mut self, name: &str, facts: &[Fact<T>]) {
        for fact in facts {
            self.fact(name, fact);
        }
    }

    fn types(&mut self, facts: &PageFacts) {
        for ty in &facts.types {
            self.text += "type\n";
            self.all("name", &ty.names);
            for base in &ty.bases {
                self.line(base.span, base.rule, &format!("base {}", mention(&base.value)));
            }
            self.all("abstract", &ty.is_abstract);
            self.all("open", &ty.is_open);
            self.all("key", &ty.keys);
            ty.properties.iter().for_each(|property| self.property(property));
            for member in &ty.json {
                let collection = if member.collection { " collection" } else { "" };
                let ty = member.ty.as_deref().unwrap_or("?");
                let text = format!("json {} = {ty}{collection}", member.name.value);
                self.line(member.name.span, member.name.rule, &text);
            }
        }
    }

    fn enums(&mut self, facts: &PageFacts) {
        for it in &facts.enums {
            self.fact("enum", &it.name);
            self.optional("flags", it.flags.as_ref());
            for member in &it.members {
                let value = member.value.map_or(String::new(), |value| format!(" = {value}"));
                let text = format!("member {}{value}", member.name.value);
                self.line(member.name.span, member.name.rule, &text);
            }
        }
    }

    fn property(&mut self, property: &PropertyFacts) {
        let ty = property.ty.as_ref().map_or("?".into(), |cell| cell_text(&cell.value));
        let text = format!("{:?} {}: {ty}", property.role, property.name.value);
        self.line(property.name.span, property.name.rule, &text);
        self.all("  note", &property.notes);
        self.values(&property.values);
    }

    fn values(&mut self, values: &[Fact<String>]) {
        if let Some(first) = values.first() {
            let names: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
            self.line(first.span, first.rule, &format!("  values {}", names.join(", ")));
        }
    }

    fn operation(&mut self, operation: &OperationFacts) {
        self.text += "operation\n";
        for request in &operation.requests {
            let path: Vec<String> = request.value.segments.iter().map(segment).collect();
            let query =
                request.value.query.as_deref().map_or(String::new(), |it| format!(" ?{it}"));
            let text = format!("{:?} {}{query}", request.value.method, path.join(" / "));
            self.line(request.span, request.rule, &text);
        }
        for table in &operation.permissions {
            for row in &table.rows {
                let scope = table.scope.as_deref().unwrap_or("-");
                let text = format!("permission {scope}: {:?}", row.value);
                self.line(row.span, row.rule, &text);
            }
        }
        operation.headers.iter().for_each(|it| self.parameter(it));
        self.all("query option", &operation.query_options);
        self.optional("no query options", operation.no_query_options.as_ref());
        operation.parameters.iter().for_each(|it| self.parameter(it));
        self.optional("body", operation.body.statement.as_ref());
        operation.body.properties.iter().for_each(|it| self.property(it));
        self.all("response", &operation.response.statements);
        self.all("annotated", &operation.response.annotations);
        for example in &operation.examples {
            let name = example.name.as_deref().unwrap_or("-");
            for message in [&example.request, &example.response].into_iter().flatten() {
                let text = format!("example {name}: {}", message.value.start);
                self.line(message.span, message.rule, &text);
            }
        }
        self.all("cloud", &operation.clouds);
    }

    fn parameter(&mut self, parameter: &ParameterFacts) {
        let ty = parameter.ty.as_ref().map_or("?".into(), |cell| cell_text(&cell.value));
        let text = format!("{:?} {}: {ty}", parameter.place, parameter.name.value);
        self.line(parameter.name.span, parameter.name.rule, &text);
        self.all("  note", &parameter.notes);
        self.values(&parameter.values);
    }

    fn coverage(&mut self, facts: &PageFacts) {
        self.text += "coverage\n";
        for block in &facts.coverage {
            let (rule, outcome) = match block.outcome {
                Outcome::Read(rule) => (rule, "read"),
                Outcome::NotOfInterest(rule) => (rule, "left out"),
                Outcome::Unread => ("-", "UNREAD"),
            };
            self.line(block.span, rule, &format!("{} {outcome}", block.what));
        }
    }
}

fn cell_text(cell: &TypeCell) -> String {
    let names: Vec<String> = cell.mentions.iter().map(mention).collect();
    let collection = if cell.collection { " collection" } else { "" };
    format!("{}{collection}", names.join(" or "))
}

fn mention(mention: &Mention) -> String {
    match &mention.link {
        Some(link) => format!("{} <{link}>", mention.name),
        None => mention.name.clone(),
    }
}

fn segment(segment: &Segment) -> String {
    match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Key(alternatives) => format!("{{{}}}", alternatives.join("|")),
        other => format!("{other:?}"),
    }
}
