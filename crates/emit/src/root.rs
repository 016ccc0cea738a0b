//! The crate's root: its front page, its versions, and the runtime.

use model::{Api, Features, Gate, Showcase};
use proc_macro2::Literal;
use text::{Address, Block, DocText, Link, Marker, Words};

use crate::Options;
use crate::code::{Code, code};
use crate::docs::{Comment, Example};
use crate::file::{OutputFile, Text};
use crate::gates;
use crate::tokens::ident;

/// `src/lib.rs`.
pub(crate) fn file(apis: &[Api], options: &Options) -> OutputFile {
    let mut text = Text::new(options, None);
    text.describe(&front_page(apis, options));
    text.push(&apis.iter().map(module).collect());
    text.push(&Code::fixed("pub use apimark_runtime as runtime;"));
    text.push(&Code::fixed(
        "#[cfg(feature = \"client\")]\npub use apimark_runtime::client::{Client, Error};",
    ));
    OutputFile { path: "src/lib.rs".to_owned(), text: text.finish_alone() }
}

fn module(api: &Api) -> Code {
    let gate = Gate::from([model::version_feature(api).as_str()]);
    code!("{}pub mod {};\n", gates::lines(&gate, 0), ident(&api.module))
}

fn front_page(apis: &[Api], options: &Options) -> Comment {
    let mut comment = Comment::new(0);
    describe_versions(&mut comment, apis, options);
    let words = "Every field of a model is optional: services send what was selected, and what they \
         send is what is read. What the documentation does not describe is kept in the field ";
    comment.paragraph(Words::new().text(words).code("additional").text("."));
    if let Some(showcase) = model::showcase(apis) {
        comment.paragraph(before_the_program());
        comment.example(example(&showcase, options));
    }
    describe_features(&mut comment, &model::features(apis));
    comment
}

/// What the crate is made of, and which versions it has.
pub(crate) fn describe_versions(comment: &mut Comment, apis: &[Api], options: &Options) {
    let words = Words::new().text("A typed client, generated from reference documentation");
    let words = match &options.revision {
        Some(revision) => words.text(" at revision ").code(revision),
        None => words,
    };
    comment.paragraph(words.text("."));
    comment.text(&apis.iter().filter_map(version_line).collect());
}

/// What the program behind it needs.
pub(crate) fn before_the_program() -> Words {
    let words = Words::new().text("A first program. It needs the feature ").code("identity");
    let words = words.text(", the crate ").code("tokio");
    words.text(", and that you are signed in to the Azure CLI:")
}

fn version_line(api: &Api) -> Option<Block> {
    let words = Words::new().code(&api.module).text(": version ").text(&api.version).text(" at ");
    let words = match Address::new(&api.base_url) {
        Some(address) => words.link(&api.base_url, Link::Address(address)),
        None => words.code(&api.base_url),
    };
    Block::item(Marker::Bullet, words.text("."), DocText::default())
}

/// The program that the front page shows.
pub(crate) fn example(showcase: &Showcase<'_>, options: &Options) -> Example {
    let Showcase { api, path, operation, item, key } = showcase;
    let version = model::version_feature(api);
    let features = [version.as_str(), "client", "identity"];
    let features = features.into_iter().chain(operation.gate.features());
    Example {
        features: features.map(Literal::string).collect(),
        library: ident(&options.crate_name.replace('-', "_")),
        version: ident(&api.module),
        models: item.rust.module.iter().map(|name| ident(name)).collect(),
        ty: ident(&item.rust.name),
        path: path.iter().map(|node| ident(&node.accessor)).collect(),
        list: ident(&operation.rust_name),
        property: ident(&key.constant()),
    }
}

fn describe_features(comment: &mut Comment, features: &Features) {
    comment.heading("Features");
    comment.paragraph(about_features(features));
    if !features.areas.is_empty() {
        let words = Words::new().text("Areas: ");
        comment.paragraph(words.join([names(&features.areas)], "").text("."));
    }
}

fn names(names: &[String]) -> Words {
    Words::new().join(names.iter().map(|name| Words::new().code(name)), ", ")
}

/// What features there are, but for the names of areas.
pub(crate) fn about_features(features: &Features) -> Words {
    let words = Words::new().text(
        "Each version is a feature, and so is each area of the documentation. Operations, and the \
         paths that lead to them, need the feature of their area; so do types that no other area \
         mentions. A field whose type is not there is not there either: what the service sends of it \
         is kept in ",
    );
    let words = words.code("additional").text(". By default there are ");
    let words = words.join([names(&features.default_versions)], "").text(", all areas (");
    let words = words.code("areas").text("), and what sends requests (").code("client").text("); ");
    words.code("identity").text(" adds credentials.")
}
