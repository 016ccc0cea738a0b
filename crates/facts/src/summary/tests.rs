use insta::assert_snapshot;

use crate::testing::about;

fn summary(markdown: &str) -> String {
    about(markdown).summary.map(|fact| fact.value.to_string()).unwrap_or_default()
}

#[test]
fn paragraphs_below_the_title_without_boilerplate() {
    assert_snapshot!(summary(
        "# pen resource type\n\nNamespace: microsoft.graph\n\n> [!IMPORTANT]\n> May change.\n\n\
         Writes with **ink** or [lead](lead.md).\n\nKinds:\n\n- *thin*\n- thick `nib`\n\n\
         **Note:** Keep the cap.\n\n## Properties\n\nNot this.\n"
    ), @"
    Writes with **ink** or [lead](v1.0/resources/lead.md).

    Kinds:
    - *thin*
    - thick `nib`
    ");
}

#[test]
fn markup_in_words_is_escaped() {
    assert_snapshot!(summary("# pen resource type\n\nUse \\<id> and a\\_b \\*not bold\\* [x].\n"), @r"Use \<id\> and a_b \*not bold\* \[x\].");
}

#[test]
fn a_page_without_introduction_has_none() {
    assert_eq!(summary("# pen resource type\n\nNamespace: microsoft.graph\n\n## Properties\n"), "");
}

#[test]
fn products_that_a_page_applies_to_are_no_introduction() {
    let text = "# pen resource type\n\n**Applies to:**\n\n- [Desk 1](desk.md)\n- Desk 2\n\nWrites.\n\n- thin\n";
    assert_snapshot!(summary(text), @"
    Writes.
    - thin
    ");
    assert_snapshot!(summary("# Get pen\n\nApplies to: desks\n\n## API description\n\nGets a pen.\n"), @"Gets a pen.");
}

#[test]
fn a_sentence_that_leads_to_code_says_nothing_without_it() {
    let text = "# Get pen\n\nWrites.\n\n```http\nGET /pens/{id}\n```\n\nWith optional parameters:\n\n<!-- { \"blockType\": \
                \"ignored\" } -->\n```http\nGET /pens/{id}?ink={ink}\n```\n\nIts inks. They are:\n\n```http\nGET /pens/{id}/inks\n```\n";
    assert_snapshot!(summary(text), @"
    Writes.

    Its inks. They are:
    ");
}
