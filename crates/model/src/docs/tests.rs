use diag::{PageId, Span};
use insta::assert_snapshot;
use text::{DocText, Link, Words};

use super::link::Targets;
use super::resolved;
use crate::Links;

fn links() -> Links {
    Links {
        site: "https://docs.example.com".to_owned(),
        reference: "https://docs.example.com/api/{page}?view=1.0".to_owned(),
        concept: "https://docs.example.com/{page}".to_owned(),
        folders: [("api/", ""), ("resources/", "resources/")]
            .map(|(folder, on_site)| (folder.to_owned(), on_site.to_owned()))
            .into(),
    }
}

fn linked(targets: &[&str], links: &Links) -> String {
    let words = targets.iter().map(|target| Words::new().link("x", Link::to(target)));
    let text = DocText::from(Words::new().join(words, ", "));
    let targets = Targets { page: "v1.0/resources/team.md", links };
    resolved(&text, targets).to_string().replace(", ", "\n")
}

#[test]
fn links_lead_to_published_pages() {
    let targets = [
        "v1.0/resources/user.md",
        "v1.0/resources/user.md#kind-values",
        "v1.0/api/user-get.md",
        "concepts/Paging.md",
        "#members",
        "/graph/overview",
        "https://example.com/a_(b)",
        "mailto:a@b.c",
        "images/a.png",
        "javascript:alert(1)",
    ];
    assert_snapshot!(linked(&targets, &links()), @"
    [x](https://docs.example.com/api/resources/user?view=1.0)
    [x](https://docs.example.com/api/resources/user?view=1.0#kind-values)
    [x](https://docs.example.com/api/user-get?view=1.0)
    [x](https://docs.example.com/paging)
    [x](https://docs.example.com/api/resources/team?view=1.0#members)
    [x](https://docs.example.com/graph/overview)
    [x](https://example.com/a_%28b%29)
    [x](mailto:a@b.c)
    x
    x
    ");
    assert_snapshot!(linked(&targets[..7], &Links::default()), @"
    x
    x
    x
    x
    x
    x
    [x](https://example.com/a_%28b%29)
    ");
}

#[test]
fn notices_are_words() {
    let words = Words::new().text("Use ").link("this one", Link::to("v1.0/resources/user.md"));
    let text = words.text(" instead, see https://example.com/a_b.").into();
    let notice = super::notice(&facts::Fact::new(text, Span::new(PageId(0), 0, 0), "by-hand"));
    assert_eq!(notice.as_str(), "Use this one instead, see `https://example.com/a_b`.");
}
