//! A docs set with every weapon in every position.

mod positions;
mod weapons;

use std::collections::BTreeMap;

use positions::{PAGES, PARTS, PEACEFUL, Page, Part};

/// The longest name of a file or folder that file systems keep, in bytes.
const LONGEST: usize = 255;

/// The pages by path. What no file system can call a page is left out.
pub(crate) fn pages() -> BTreeMap<String, String> {
    let weapons = weapons::weapons();
    let mut pages: BTreeMap<String, String> =
        PEACEFUL.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for (at, page) in PAGES.iter().enumerate() {
        for (with, (name, weapon)) in weapons.iter().enumerate() {
            let combination = Combination { id: format!("p{at}w{with}"), weapon };
            add_page(&mut pages, page, name, &combination);
        }
    }
    for (at, part) in PARTS.iter().enumerate() {
        let combinations = weapons.iter().enumerate().map(|(with, (name, weapon))| {
            (*name, Combination { id: format!("q{at}w{with}"), weapon })
        });
        let is_short = |(_, it): &(&str, Combination<'_>)| !it.weapon.contains(['\n', '\r']);
        let (rows, others): (Vec<_>, Vec<_>) = combinations.partition(is_short);
        add_part(&mut pages, part, &format!("q{at}"), &rows);
        for (at, other) in others.iter().enumerate() {
            add_part(&mut pages, part, &other.1.id, &others[at..=at]);
        }
    }
    pages
}

/// For each position the names of its types and paths, which stand in what is generated.
#[allow(dead_code, reason = "the program that writes the docs does not look at the crate")]
pub(crate) fn markers() -> Vec<(&'static str, Vec<String>)> {
    let with = 0..weapons::weapons().len();
    let marked = |kind: char, at: usize| -> Vec<String> {
        with.clone().map(|with| format!("{kind}{at}w{with}")).collect()
    };
    let pages = PAGES.iter().enumerate().map(|(at, page)| (page.name, marked('p', at)));
    let parts = PARTS.iter().enumerate().map(|(at, part)| (part.name, marked('q', at)));
    pages.chain(parts).collect()
}

struct Combination<'a> {
    id: String,
    weapon: &'a str,
}

impl Combination<'_> {
    fn fill(&self, template: &str) -> String {
        template
            .replace("@I", &self.id)
            .replace("@J", &quoted(self.weapon))
            .replace("@W", self.weapon)
    }
}

/// What stands between the quotes. A lone surrogate is one only where its backslash is single.
fn quoted(text: &str) -> String {
    if text.contains("\\ud83d") {
        return text.to_owned();
    }
    let json = serde_json::Value::from(text).to_string();
    json[1..json.len() - 1].to_owned()
}

fn add_page(pages: &mut BTreeMap<String, String>, page: &Page, weapon: &str, it: &Combination<'_>) {
    let path = it.fill(page.path);
    if is_possible(&path) {
        let remark = format!("\n<!-- {}: {weapon} -->\n", page.name);
        pages.insert(path, it.fill(page.text) + &remark);
    }
}

fn add_part(
    pages: &mut BTreeMap<String, String>,
    part: &Part,
    id: &str,
    rows: &[(&str, Combination<'_>)],
) {
    let rows: String = rows.iter().map(|(_, it)| it.fill(part.part)).collect();
    let around = |template: &str| template.replace("@I", id);
    let text = around(part.before) + &rows + &around(part.after);
    let remark = format!("\n<!-- {} -->\n", part.name);
    pages.insert(around(part.path), text + &remark);
}

fn is_possible(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && part.len() <= LONGEST;
    !path.contains('\0') && path.split('/').all(is_name)
}
