//! What writers rightly change, of which nothing may be reported.

use diag::SourceFile;
use fastrand::Rng;

use crate::outline::{Line, Place, lines};
use crate::{Docs, Edit};

/// Makes an edit at a random place: what changes, and which files are new.
pub type Make = fn(&Docs, &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)>;

/// All kinds.
pub const KINDS: &[(&str, Make)] = &[
    ("a new property", new_property),
    ("another wording", other_wording),
    ("a new header", new_header),
    ("another operator", other_operator),
    ("a new member in all its places", new_member),
    ("another type, in the representation too", other_type),
    ("a new page with its link", new_page),
    ("a note", new_note),
    ("a property becomes read-only", read_only),
    ("a section of links", see_also),
];

fn any_file(docs: &Docs, folder: &str, rng: &mut Rng) -> Option<usize> {
    let all: Vec<usize> = docs.texts().filter(|at| docs.files[*at].path.contains(folder)).collect();
    (!all.is_empty()).then(|| all[rng.usize(..all.len())])
}

fn any<'a, T>(all: &'a [T], rng: &mut Rng) -> Option<&'a T> {
    (!all.is_empty()).then(|| &all[rng.usize(..all.len())])
}

fn is_body(line: &Line<'_>, section: &str) -> bool {
    matches!(line.place, Place::Row(2..)) && line.section == section && line.heading == section
}

/// After which line of the representation a member can follow: a string member at its top level with a comma.
fn member_line<'a>(all: &'a [Line<'a>]) -> Option<&'a Line<'a>> {
    all.iter().find(|it| {
        it.section == "JSON representation"
            && matches!(it.place, Place::Fence(_, 1..))
            && it.text.trim_end().ends_with("\"String\",")
            && it.text.len() - it.text.trim_start().len() <= 4
    })
}

fn new_property(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let all = lines(&docs.files[file].text);
    let rows: Vec<_> = all.iter().filter(|it| is_body(it, "Properties")).collect();
    let row = any(&rows, rng).filter(|it| it.cells().len() == 3)?;
    let member = member_line(&all)?;
    let at = row.range().end;
    let mut edits =
        vec![Edit::new(file, at..at, "\n|lighthouseName|String|The name of the lighthouse.|")];
    let at = member.range().end;
    edits.push(Edit::new(file, at..at, "\n  \"lighthouseName\": \"String\","));
    Some((edits, Vec::new()))
}

fn other_wording(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let all = lines(&docs.files[file].text);
    let rows: Vec<_> = all.iter().filter(|it| is_body(it, "Properties")).collect();
    let cell = any(&rows, rng)?.cells().get(2).cloned()?;
    Some((
        vec![Edit::new(
            file,
            cell.start..cell.start,
            "In other words, this is what it is called. ",
        )],
        Vec::new(),
    ))
}

fn new_header(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/api/", rng)?;
    let all = lines(&docs.files[file].text);
    let rows: Vec<_> = all.iter().filter(|it| is_body(it, "Request headers")).collect();
    let row = any(&rows, rng)?;
    let cells = row.cells().len();
    let text = match cells {
        2 => "\n|client-request-id|A GUID that finds the request in logs. Optional.|",
        3 => "\n|client-request-id|string|A GUID that finds the request in logs. Optional.|",
        _ => return None,
    };
    let at = row.range().end;
    Some((vec![Edit::new(file, at..at, text)], Vec::new()))
}

fn other_operator(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let text = &docs.files[file].text;
    let places: Vec<usize> =
        text.match_indices("`$filter` (`eq`").map(|(at, it)| at + it.len()).collect();
    let at = *any(&places, rng)?;
    (!text[at..].starts_with(", `ge`"))
        .then(|| (vec![Edit::new(file, at..at, ", `ge`, `le`")], Vec::new()))
}

/// A member more, wherever the same list stands.
fn new_member(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let all = lines(&docs.files[file].text);
    let rows: Vec<_> = all
        .iter()
        .filter(|it| is_body(it, "Properties") && it.text.contains("ossible values are: `"))
        .collect();
    let row = any(&rows, rng)?;
    let from = row.text.find("ossible values are: `")?;
    let list = row.text[from..].split('.').next()?;
    if list.matches('`').count() < 4 || !list.ends_with('`') {
        return None;
    }
    let last = list.rfind("`, `").or_else(|| list.rfind("`,`"))?;
    let list = &list[last..];
    let mut edits = Vec::new();
    for at in docs.texts() {
        let found = docs.files[at].text.match_indices(list).map(|(start, it)| start + it.len());
        edits.extend(found.map(|end| Edit::new(at, end..end, ", `lighthouse`")));
    }
    Some((edits, Vec::new()))
}

/// A string that becomes a number, where nothing else tells of its type.
fn other_type(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let text = &docs.files[file].text;
    let all = lines(text);
    let rows: Vec<_> = all.iter().filter(|it| is_body(it, "Properties")).collect();
    let row = any(&rows, rng)?;
    let cells = row.cells();
    let [name, ty, description] = cells.as_slice() else { return None };
    let (name, word) = (&text[name.clone()], &text[ty.clone()]);
    let member = format!("\"{name}\": \"String\"");
    let is_plain = text[description.clone()].len() < 80 && !text[description.clone()].contains('`');
    let elsewhere = |at: usize| at != file && docs.files[at].text.contains(name);
    if word != "String"
        || !is_plain
        || text.matches(&member).count() != 1
        || docs.texts().any(elsewhere)
    {
        return None;
    }
    let at = text.find(&member)?;
    let value = at + member.len() - "\"String\"".len()..at + member.len();
    Some((vec![Edit::new(file, ty.clone(), "Int32"), Edit::new(file, value, "1024")], Vec::new()))
}

fn new_page(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let path = &docs.files[file].path;
    let text = &docs.files[file].text;
    let all = lines(text);
    let rows: Vec<_> = all
        .iter()
        .filter(|it| is_body(it, "Methods") && it.cells().len() == 3 && it.text.contains("/api/"))
        .collect();
    let row = any(&rows, rng)?;
    let linked = row.between("/api/", ".md").first().cloned()?;
    let copied = format!("{}/api/{}.md", path.split("/resources/").next()?, &text[linked.clone()]);
    let page = docs.files.iter().find(|it| it.path == copied)?;
    // A copy of a page that reads: with another last segment, it is a function beside it.
    let line = lines(&page.text)
        .into_iter()
        .find(|it| it.section == "HTTP request" && it.text.starts_with("GET /"))
        .map(|it| it.text.to_owned())?;
    let at = row.range().end;
    let name = format!("{}-lighthouse", copied.rsplit('/').next()?.trim_end_matches(".md"));
    let request = line.split(['?', ' ']).nth(1)?.trim_end_matches('/');
    let added = SourceFile {
        path: format!("{}/{name}.md", copied.rsplit_once('/')?.0),
        text: page_text(request),
    };
    let row = format!("\n|[Count lights](../api/{name}.md)|Int32|How many lights there are.|");
    Some((vec![Edit::new(file, at..at, row)], vec![added]))
}

fn page_text(request: &str) -> String {
    format!(
        "---\ntitle: \"Count lights\"\ndescription: \"How many lights there are.\"\ndoc_type: apiPageType\n---\n\n\
         # Count lights\n\nNamespace: microsoft.graph\n\nHow many lights there are.\n\n## Permissions\n\n\
         |Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n\
         |Delegated (work or school account)|User.Read.All|\n|Delegated (personal Microsoft account)|Not supported.|\n\
         |Application|User.Read.All|\n\n## HTTP request\n\n<!-- {{ \"blockType\": \"ignored\" }} -->\n```http\n\
         GET {request}/countLights\n```\n\n## Request headers\n\n|Name|Description|\n|:---|:---|\n\
         |Authorization|Bearer {{token}}. Required.|\n\n## Request body\n\nDo not supply a request body for this method.\n\n\
         ## Response\n\nIf successful, this method returns a `200 OK` response code and an Int32 in the response body.\n"
    )
}

fn new_note(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/api/", rng)?;
    let all = lines(&docs.files[file].text);
    let at =
        all.iter().find(|it| it.place == Place::Heading(2) && it.section == "Permissions")?.start;
    let note = "> [!NOTE]\n> The light is on at night only.\n\n";
    Some((vec![Edit::new(file, at..at, note)], Vec::new()))
}

fn read_only(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/resources/", rng)?;
    let text = &docs.files[file].text;
    let all = lines(text);
    let rows: Vec<_> = all.iter().filter(|it| is_body(it, "Properties")).collect();
    let cells = any(&rows, rng)?.cells();
    let [name, _, description] = cells.as_slice() else { return None };
    let (name, told) = (&text[name.clone()], &text[description.clone()]);
    let is_told = ["ead-only", "equired", "ead only"].iter().any(|it| told.contains(it));
    // A page that sets it would contradict.
    let elsewhere = |at: usize| at != file && docs.files[at].text.contains(name);
    if !told.ends_with('.') || is_told || docs.texts().any(elsewhere) {
        return None;
    }
    let at = description.end;
    Some((vec![Edit::new(file, at..at, " Read-only.")], Vec::new()))
}

fn see_also(docs: &Docs, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
    let file = any_file(docs, "/api/", rng)?;
    let text = &docs.files[file].text;
    let end = text.len();
    let more = "\n\n## See also\n\n- [Best practices](/graph/best-practices-concept)\n";
    // Pages often end with a comment that belongs to what stands above it.
    (!text.trim_end().ends_with("-->")).then(|| (vec![Edit::new(file, end..end, more)], Vec::new()))
}
