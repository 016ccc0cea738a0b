#!/usr/bin/env python3
"""Measures what of a docs set reached the client. Prints a line for each figure; exits 1 when one is below its bar.

usage: dialects.py DOCS VERSION MODEL REPORT REQUESTS CRATE

REQUESTS is what `count.py -v` lists. The samples of the pages become a test of CRATE, `tests/samples_VERSION.rs`: it
decodes each, and fails for those of which a documented member is not in its field.
"""
import json
import os
import re
import sys

docs, version, model_path, report_path, requests_path, crate = sys.argv[1:]
BAR = 0.99
# What says that an example shows several where the path, and with it the client, has one.
SEVERAL = {"conflicting-answer", "conflicting-response", "example-member"}
KEY = r"\w\s*\([^)=]"
with open(model_path, encoding="utf-8") as file:
    model = json.load(file)
report = open(report_path, encoding="utf-8").read()
types = {it["name"]: it for it in model["types"]}
missed = []


def figure(label, good, of, misses=(), bar=BAR):
    share = good / of if of else 1.0
    below = share < bar
    if below:
        missed.append(label)
    print(f"  {label:<34}{good:>5} of {of:<5}{100 * share:>7.2f} %  {'MISSED' if below else ''}")
    for miss in list(misses)[: int(os.environ.get("MISSES", "0"))]:
        print(f"      {miss}")


def shape(path):
    """The path as a list of segments, with `()` for any key and placeholder; without host and query."""
    path = re.split(r"\?|\$\w+=", re.sub(r"^https?://[^/]*", "", path.strip()))[0]
    path = re.sub(r"=\((\{[^}]*\})\)", r"=\1", path)
    path = re.sub(r"\{[^}]*\}", lambda it: re.sub(r"[/\s:]", "", it[0]), re.sub(r"\s+(?=\()", "", path))
    found = []
    for part in re.split(r"/|:/|:$", path):
        key = re.fullmatch(r"([\w.-]+)\(([^=]*)\)", part)
        if key and key[2]:
            found += [key[1].lower(), "()"]
        elif re.fullmatch(r"\{.*\}", part):
            found.append("()")
        elif part.strip(":"):
            found.append(re.sub(r"=[^,)]*", "", part.strip(":").lower()))
    return found


def reported_lines(page):
    """What the report says of a page, by line: the kinds."""
    sections = re.findall(rf"^#### {re.escape(page)}$(.*?)(?=^###|\Z)", report, re.M | re.S)
    lines = {}
    for line, kind in re.findall(r"^- (\d+):\d+ \w+\[(?:\w+ )?([\w-]+)\]", "".join(sections), re.M):
        lines.setdefault(int(line), []).append(kind)
    return lines


def requests():
    routes = {}
    for operation in model["operations"]:
        for route in operation["routes"]:
            routes.setdefault(operation["method"].upper(), []).append((shape(route["template"]), route["template"]))
    seen, good, misses, keyed, keys = set(), 0, [], 0, 0
    for row in open(requests_path, encoding="utf-8").read().splitlines()[1:]:
        page, method, text = re.fullmatch(r"(.*?\.md) (\w+) (.*)", row).groups()
        if (method, text) in seen:
            continue
        seen.add((method, text))
        asked = shape(text)
        hit = [it for it in routes.get(method, []) if it[0] and asked[-len(it[0]):] == it[0]]
        lines = reported_lines(f"{version}/{page}")
        source = open(os.path.join(docs, version, page), encoding="utf-8").read().splitlines()
        place = [number for number, line in enumerate(source, 1) if text in line]
        named = any({"request-line", "no-request"} & set(lines.get(it, [])) for it in place)
        good += bool(hit) or named
        if not hit and not named:
            misses.append(f"{page}: {method} {text}")
        if hit:
            keys += 1
            wanted = len(re.findall(KEY, re.split(r"\?|\$filter", text)[0]))
            best = max(hit, key=lambda it: len(it[0]))
            keyed += wanted == len(re.findall(KEY, best[1]))
    figure("requests", good, len(seen), misses)
    figure("keys as documented", keyed, keys)


def actions():
    """Actions that resource pages show in prose: a verb in capitals and a URL whose path ends with a qualified name."""
    posted = {shape(route["template"])[-1] for operation in model["operations"] if operation["method"] == "post"
              for route in operation["routes"]}
    folder, good, misses = os.path.join(docs, version, "resources"), 0, []
    for name in sorted(os.listdir(folder)):
        text = open(os.path.join(folder, name), encoding="utf-8").read()
        for path in re.findall(r"`[A-Z]{3,} https?://[^`]*/(\w+\.[\w.]+)`", text):
            found = path.lower() in posted
            good += found
            misses += [] if found else [f"{name}: {path}"]
    if good or misses:
        figure("bound actions of prose", good, good + len(misses), misses)


def table_rows(text):
    """Cells of pipe tables by their header, with the line."""
    header = None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if "|" not in line:
            header = None
            continue
        cells = [it.strip() for it in line.strip("|").split("|")]
        if header is None:
            header = [it.lower() for it in cells]
        elif not set("".join(cells)) <= set("-: "):
            yield number, header, cells


def properties():
    at, held = {}, {}
    for it in types.values():
        for property_ in it["properties"]:
            if property_["declaredIn"] == it["name"]:
                at[(property_["at"]["page"], property_["at"]["line"])] = property_
        # Rows may describe once more what a base type has, or what a row above described.
        held.setdefault(it["at"]["page"], set()).update(property_["name"].lower() for property_ in it["properties"])
    counts = {key: [0, 0, []] for key in ("properties of types", "exact money", "facets in docs", "navigation")}

    def count(key, good, miss):
        counts[key][0] += good
        counts[key][1] += 1
        if not good:
            counts[key][2].append(miss)

    folder = os.path.join(docs, version, "resources")
    texts = {name: open(os.path.join(folder, name), encoding="utf-8").read() for name in sorted(os.listdir(folder))}
    titles = {re.sub(r"\W", "", it.split(" resource")[0]).lower()
              for text in texts.values() for it in re.findall(r"^#+ (.*)", text, re.M)}
    # Titles of one set are in the plural, of another in the singular.
    singular = titles | {re.sub(r"ies$", "y", it) for it in titles} | {re.sub(r"s$", "", it) for it in titles}
    for name, text in texts.items():
        page = f"{version}/resources/{name}"
        for number, header, cells in table_rows(text):
            if len(header) < 2 or "type" not in header[1] or len(cells) < 2 or not cells[1]:
                continue
            found = at.get((page, number))
            row = re.sub(r"[*`\s]|\(.*\)", "", cells[0]).lower()
            where = f"{page}:{number} {cells[0]} {cells[1]}"
            if header[0] in ("property", "property name"):
                # `@microsoft.graph.downloadUrl` is an annotation of values, and no property.
                if not row.startswith("@"):
                    count("properties of types", found is not None or row in held.get(page, ()), where)
                kind = re.match(r"(numeric|decimal)\b", cells[1].lower())
                if kind:
                    # What all examples show as texts is no money: the report says so at the row.
                    is_text = "conflicting-type" in reported_lines(page).get(number, [])
                    is_exact = bool(found) and found["type"]["value"].get("name") == "Edm.Decimal"
                    count("exact money", is_exact or is_text, where)
                size = re.search(r"maximum (?:size|length) (\d+)", cells[1])
                if size:
                    count("facets in docs", bool(found) and found.get("maxLength", {}).get("value") == int(size[1]), where)
            elif header[0] == "navigation":
                target = re.sub(r"\W", "", cells[1]).lower()
                # `unitsOfMeasure` is a set, `salesInvoice` the name of a type, `paymentMeth0d` a slip.
                words = target not in singular and re.search(r"[a-z]s[A-Z]", cells[1])
                plural = bool(words or re.search(r"[^su]s$", target))
                good = bool(found) and bool(found["type"]["value"].get("collection")) == plural
                # Nothing documents the type of what a link to an operation's page reads.
                if "/api/" not in cells[0]:
                    count("navigation", good and found["type"]["value"]["of"] == "struct", where)
    for label, (good, of, misses) in counts.items():
        if of:
            figure(label, good, of, misses)


def fences(text):
    """Fences of the page that hold JSON: its text, whether they answer, the status, and the request before."""
    answering, inside, lines, asked = False, False, [], None
    for line in text.splitlines():
        plain = line.strip().strip("#* ").lower()
        if line.lstrip().startswith("```"):
            body = "\n".join(lines).strip()
            if inside and re.match(r"(HTTP/|\{|\[|[A-Za-z-]+:)", body):
                status = re.match(r"HTTP/[\d.]+ (\d+)", body)
                start = re.search(r"^[{\[]", body, re.M)
                if start:
                    yield body[start.start():], answering or bool(status), status and status[1], asked
            elif inside and re.match(r"(GET|POST|PUT|PATCH|DELETE)\s", body):
                answering, asked = False, body.splitlines()[0].split()[:2]
                start = re.search(r"^\{", body, re.M)
                if start:
                    yield body[start.start():], False, None, asked
            inside, lines = not inside, []
        elif inside:
            lines.append(line)
        elif re.match(r"(example )?(request|http request)s?\b", plain):
            answering = False
        elif re.match(r"(example )?responses?\b", plain):
            answering = True


def checks(value, type_, place, rust, out):
    """Statements that say which member of `value` is not in its field."""
    fields = {it["name"]: it for it in type_["properties"]}
    for name, member in value.items():
        property_ = fields.get(name)
        if property_ is None or member is None or property_.get("onlyWritten"):
            continue
        held = property_["type"]["value"]
        if not fits(member, held):
            continue
        field = f"{rust}.{property_['rustName']}"
        if held["of"] == "untyped":
            out.append(f"present(&{field}, {json.dumps(place + '/' + name)});")
            continue
        out.append(f"present(&{field}, {json.dumps(place + '/' + name)});")
        inner = types.get(held["name"])
        if inner is None or is_family(inner):
            continue
        if isinstance(member, dict) and not held.get("collection"):
            body = []
            checks(member, inner, f"{place}/{name}", "it", body)
            if body:
                out.append(f"if let Some(it) = &{field} {{ {' '.join(body)} }}")
        elif isinstance(member, list) and held.get("collection"):
            for index, item in enumerate(member):
                body = []
                if isinstance(item, dict):
                    checks(item, inner, f"{place}/{name}[{index}]", "it", body)
                if body:
                    out.append(f"if let Some(it) = {field}.as_ref().and_then(|it| it.get({index})) {{ {' '.join(body)} }}")


FORMS = {
    "Edm.Guid": r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "Edm.Date": r"\d{4}-\d\d-\d\d",
    "Edm.DateTimeOffset": r"\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)",
}
CLASSES = {"Edm.String": str, "Edm.Boolean": bool, "Edm.Stream": type(None)}


def fits(value, held):
    """Whether a sample shows what the table says: many show `"id": "id-value"` where a GUID is stated."""
    if held["of"] == "struct" and not held.get("collection"):
        return isinstance(value, dict)
    if held.get("collection"):
        return isinstance(value, list)
    form = FORMS.get(held.get("name"))
    if form:
        return isinstance(value, str) and bool(re.fullmatch(form, value))
    return isinstance(value, CLASSES.get(held.get("name"), object))


def is_family(type_):
    name = type_["name"]
    return any((it.get("base") or {}).get("value") == name
               for it in types.values())


def samples():
    """Writes the test that decodes the samples of the operations' pages."""
    by_page = {}
    for operation in model["operations"]:
        for page in operation["pages"]:
            by_page.setdefault(page, []).append(operation)
    tests, count, untyped, broken, single, several, unstated = [], 0, [], [], 0, [], []
    for folder, _, names in sorted(os.walk(os.path.join(docs, version, "api"))):
        for name in sorted(names):
            page = f"{version}/{os.path.relpath(os.path.join(folder, name), os.path.join(docs, version))}"
            text = open(os.path.join(folder, name), encoding="utf-8", errors="replace").read()
            for sample, answers, status, asked in fences(text):
                if status and not status.startswith("2"):
                    continue
                try:
                    value = json.loads(sample)
                except ValueError:
                    broken.append(page)
                    continue
                count += 1
                operations = by_page.get(page, [])
                sides = [it.get("response" if answers else "body") or {} for it in operations]
                # A page may have several operations: one that can hold the sample is enough.
                fit = [code for code in (decode(side, value, sample, f"{page} {count}") for side in sides) if code]
                if not fit:
                    items = [dict(side, holds="value") for side in sides if side.get("holds") in ("collection", "page")]
                    fit = [code for code in (decode(side, value, sample, f"{page} {count}") for side in items) if code]
                    single += bool(fit)
                if not fit and answers and SEVERAL & {kind for kinds in reported_lines(page).values() for kind in kinds}:
                    many = [dict(side, holds="collection") for side in sides if side.get("holds") == "value"]
                    fit = [code for code in (decode(side, value, sample, f"{page} {count}") for side in many) if code]
                    several += [page] if fit else []
                if not fit and answers and asked and by_page.get(page):
                    # The answer to a request that another page documents.
                    others = [it.get("response") or {} for it in asked_for(*asked)]
                    fit = [code for code in (decode(side, value, sample, f"{page} {count}") for side in others) if code]
                if not fit and answers and not is_stated(operations, value):
                    count -= 1
                    unstated.append(page)
                    continue
                if fit:
                    tests.append(max(fit, key=len))
                else:
                    untyped.append(f"{page} {'answer' if answers else 'body'}: " +
                                   ", ".join(sorted({json.dumps({k: v for k, v in it.items() if k not in ('at', 'rule')})[:80] for it in sides})))
    module = model["rustModule"]
    with open(os.path.join(crate, "tests", f"samples_{module}.rs"), "w", encoding="utf-8") as file:
        name = re.search(r'^name = "(.*)"', open(os.path.join(crate, "Cargo.toml"), encoding="utf-8").read(), re.M)[1]
        file.write(TEST.replace("CRATE", name.replace("-", "_")).replace("MODULE", module)
                   .replace("UNTYPED", str(len(untyped))).replace("TESTS", "\n".join(tests)))
    manifest = os.path.join(crate, "Cargo.toml")
    text = open(manifest, encoding="utf-8").read()
    if "[dev-dependencies]" not in text:
        text = text.replace("[lints.rust]", '[dev-dependencies]\nserde = "*"\nserde_json = "*"\n\n[lints.rust]')
        open(manifest, "w", encoding="utf-8").write(text)
    print(f"  {len(broken)} samples are no JSON: {', '.join(broken[:4])} …")
    if single:
        print(f"  {single} samples show one item where the path has several")
    for pages, why in ((several, "show several where path and method give one, which is reported"),
                       (unstated, "are of a type that no page states, under the name of the path or with these members")):
        if pages:
            print(f"  {len(pages)} samples {why}: {', '.join(pages[:4])}")
    figure("samples whose type is known", count - len(untyped), count, untyped)


def asked_for(method, target):
    """The operations that a request goes to."""
    path = shape(re.sub(r"/\?", "?", target))
    routes = lambda it: [shape(route["template"]) for route in it["routes"]]
    return [it for it in model["operations"] if it["method"].upper() == method and any(
        route and path and (path[-len(route):] == route or route[-len(path):] == path) for route in routes(it))]


def simple(name):
    return name.rsplit(".", 1)[-1].lower()


def is_stated(operations, value):
    """Whether the docs state a type for this answer in any way: one goes by the name of what the path ends with, or has
    all members that are shown, if these are three or more. Answers that have a type in the client are stated."""
    if any((it.get("response") or {}).get("type", {}).get("name") for it in operations):
        return True
    names = {simple(it) for it in types}
    for operation in operations:
        for route in operation["routes"]:
            last = [it for it in shape(route["template"]) if it != "()"][-1:]
            if any({it, re.sub("s$", "", it), re.sub("ies$", "y", it)} & names for it in last):
                return True
    items = value.get("value") if isinstance(value, dict) and isinstance(value.get("value"), list) else [value]
    shown = {key.split("@")[0].lower() for it in items if isinstance(it, dict) for key in it} - {""}
    return len(shown) > 2 and any(shown <= {it["name"].lower() for it in type_["properties"]} for type_ in types.values())


def decode(side, value, sample, place):
    """The code of a test that decodes the sample; `None` if the side holds nothing that could be it."""
    holds, held = side.get("holds"), side.get("type") or {}
    if side.get("holds") == "parameters":
        # The body of an action is written only: its members must be among the parameters.
        known = {it["name"].lower() for it in held["parameters"]}
        return "{ }" if all("@" in it or it.lower() in known for it in value) else None
    if holds not in ("value", "collection", "page") or not isinstance(value, dict):
        return None
    type_ = types.get(held.get("name"))
    if type_ is None:
        return None
    items = value.get("value") if isinstance(value.get("value"), list) else None
    if holds == "value" and items is not None and not held.get("collection"):
        return None
    if items is None and (holds != "value" or held.get("collection")):
        return None
    path = "::".join(type_["rust"]["module"]) + "::" + type_["rust"]["name"]
    out = []
    if items is not None:
        for index, item in enumerate(items):
            if isinstance(item, dict):
                body = []
                checks(item, type_, f"{place}[{index}]", "it", body)
                code = f"if let Some(it) = read::<{path}>(r##\"{json.dumps(item)}\"##, {json.dumps(place)}) {{ {' '.join(body)} }}"
                out.append(code)
        return "{ sample(); " + "\n".join(out) + " }"
    checks(value, type_, place, "it", out)
    return f"{{ sample(); if let Some(it) = read::<{path}>(r##\"{sample}\"##, {json.dumps(place)}) {{ {' '.join(out)} }} }}"


TEST = r'''//! Decodes the samples of the pages.
use std::collections::BTreeSet;
use std::sync::Mutex;

use CRATE::MODULE::models;

static MISSED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
static SAMPLES: Mutex<usize> = Mutex::new(0);

fn sample() {
    *SAMPLES.lock().unwrap() += 1;
}

fn read<T: serde::de::DeserializeOwned>(text: &str, place: &str) -> Option<T> {
    match serde_json::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            MISSED.lock().unwrap().insert(format!("{place}: {error}"));
            None
        }
    }
}

trait Field { fn is_there(&self) -> bool; }
impl<T> Field for Option<T> { fn is_there(&self) -> bool { self.is_some() } }

fn present(field: &impl Field, place: &str) {
    if !field.is_there() {
        MISSED.lock().unwrap().insert(place.to_owned());
    }
}

#[test]
fn every_documented_member_of_a_sample_is_in_its_field() {
    TESTS
    let missed = MISSED.lock().unwrap();
    let samples = *SAMPLES.lock().unwrap();
    let bad: BTreeSet<&str> = missed.iter().filter_map(|it| it.split(['/', ':', '[']).nth(2)).collect();
    for it in missed.iter() { println!("MISSED {it}"); }
    println!("  MODULE: {} samples decoded, {} not wholly, UNTYPED without a type", samples, bad.len());
    assert!(bad.len() + UNTYPED <= (samples + UNTYPED) / 100, "{} samples", bad.len());
}
'''

requests()
actions()
properties()
samples()
sys.exit(bool(missed))
