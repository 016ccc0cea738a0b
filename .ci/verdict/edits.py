"""Edits of docs, of every kind of which a review must judge: each changes one thing at a place that a seed chooses."""

import random
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = "api-reference/v1.0"
SEPARATOR = re.compile(r"\|[\s:|]*-[\s:|-]*$")

# A place, and the pages after an edit there, by path; None for a page that is gone.
Edited = tuple[str, dict[str, str | None]]


@dataclass
class Edit:
    """A kind of edit at one place, and the pages after it."""

    kind: str
    place: str
    pages: dict[str, str | None]


@dataclass
class Row:
    """A row of a table: its page, the number of its line, its cells, and the headings of its columns in lower case."""

    page: str
    line: int
    cells: list[str]
    head: list[str]

    @property
    def place(self) -> str:
        return f"{self.page}: {self.cells[0]}"


class Docs:
    """The pages of a version, and the rows of their tables by section."""

    def __init__(self, root: Path):
        paths = sorted((root / FOLDER).glob("*/*.md"))
        self.pages = {str(it.relative_to(root)): it.read_text() for it in paths}

    def rows(self, sections: tuple[str, ...], kind: str = "resources") -> list[Row]:
        found = []
        for page, text in self.pages.items():
            if f"/{kind}/" not in page:
                continue
            section, head = "", []
            lines = text.split("\n")
            for number, line in enumerate(lines):
                if line.startswith("#"):
                    section = line.strip("# ").lower()
                if not line.startswith("|") or SEPARATOR.match(line):
                    continue
                cells = re.split(r"\s*\|\s*", line.strip().strip("|").strip())
                if number + 1 < len(lines) and SEPARATOR.match(lines[number + 1]):
                    head = [it.lower() for it in cells]
                elif any(section.startswith(it) for it in sections):
                    found.append(Row(page, number, cells, head))
        return found

    def with_line(self, row: Row, *new: list[str]) -> dict[str, str | None]:
        lines = self.pages[row.page].split("\n")
        lines[row.line : row.line + 1] = ["| " + " | ".join(cells) + " |" for cells in new]
        return {row.page: "\n".join(lines)}


def table(docs: Docs, rows: list[Row], change) -> list[Edited]:
    changed = [(row, change(row.cells)) for row in rows]
    return [(row.place, docs.with_line(row, *new)) for row, new in changed if new is not None]


def member_added(docs: Docs, rows: list[Row]) -> list[Edited]:
    cells = {"member": "broughtAnew", "value": "90"}
    new = lambda row: [cells.get(it, "What was brought anew.") for it in row.head]
    return [(it.place, docs.with_line(it, new(it), it.cells)) for it in rows]


def replaced(cells: list[str], at: int, old: str, new: str) -> list[list[str]] | None:
    if old not in cells[at]:
        return None
    return [[*cells[:at], cells[at].replace(old, new), *cells[at + 1 :]]]


def said(cells: list[str], sentence: str) -> list[list[str]] | None:
    return None if sentence in cells[-1] else [[*cells[:-1], f"{cells[-1]} {sentence}"]]


def text(docs: Docs, folder: str, change) -> list[Edited]:
    changed = [(page, old, change(old)) for page, old in docs.pages.items() if f"/{folder}/" in page]
    return [(page, {page: new}) for page, old, new in changed if new not in (None, old)]


def once(pattern: str, new: str):
    return lambda old: re.sub(pattern, new, old, count=1, flags=re.M) if re.search(pattern, old, re.M) else None


def gone(docs: Docs, folder: str) -> list[Edited]:
    return [(page, {page: None}) for page in docs.pages if f"/{folder}/" in page]


def moved(docs: Docs) -> list[Edited]:
    name = lambda page: page.replace(".md", "-anew.md")
    return [(it, {it: None, name(it): text}) for it, text in docs.pages.items() if "/api/" in it]


def swapped(docs: Docs, rows: list[Row]) -> list[Edited]:
    edits = []
    for one, other in zip(rows, rows[1:]):
        if one.page == other.page and one.line + 1 == other.line:
            lines = docs.pages[one.page].split("\n")
            lines[one.line], lines[other.line] = lines[other.line], lines[one.line]
            edits.append((one.place, {one.page: "\n".join(lines)}))
    return edits


def all_edits(docs: Docs) -> dict[str, list[Edit]]:
    """Every place at which each kind of edit can be made."""
    own = [it for it in docs.rows(("properties",)) if len(it.cells) == 3 and it.cells[0] != "id"]
    links = [it for it in docs.rows(("relationships",)) if len(it.cells) == 3]
    members = [it for it in docs.rows(("",)) if it.head[:1] == ["member"] and len(it.cells) == len(it.head)]
    bodies = [it for it in docs.rows(("request body",), "api") if len(it.cells) == 3]
    allowed = [it for it in docs.rows(("permissions",), "api") if len(it.cells) == 2]
    rename = lambda cells: [[f"{cells[0]}Anew", *cells[1:]]]
    add = lambda cells: [["broughtBy", "String", "Who or what has brought it here."][: len(cells)], cells]
    remove = lambda cells: []
    is_named = lambda cells: "," in cells[1] and "upported" not in cells[1]
    kinds = {
        "property removed": table(docs, own, remove),
        "property added": table(docs, own, add),
        "property added, required": table(docs, own, lambda it: [["broughtBy", "String", "Who has brought it here. Required."], it]),
        "property renamed": table(docs, own, rename),
        "property: another type": table(docs, own, lambda it: replaced(it, 1, "String", "Int32") if it[1] == "String" else None),
        "property: a collection": table(docs, own, lambda it: replaced(it, 1, "String", "String collection") if it[1] == "String" else None),
        "property: read-only": table(docs, own, lambda it: said(it, "Read-only.")),
        "property: not read-only": table(docs, own, lambda it: replaced(it, 2, " Read-only.", "")),
        "property: required": table(docs, own, lambda it: said(it, "Required.")),
        "property: not required": table(docs, own, lambda it: replaced(it, 2, " Required.", "")),
        "property: nullable": table(docs, own, lambda it: said(it, "Nullable.")),
        "property: deprecated": table(docs, own, lambda it: [[it[0], it[1], f"(Deprecated) {it[2]}"]]),
        "property: on select": table(docs, own, lambda it: replaced(it, 2, "Returned by default.", "Returned only on `$select`.")),
        "property: an operator less": table(docs, own, lambda it: replaced(it, 2, "`ne`, ", "")),
        "property: an operator more": table(docs, own, lambda it: replaced(it, 2, "(`eq`, ", "(`eq`, `endsWith`, ")),
        "property: operators for the first time": table(docs, own, lambda it: None if "$filter" in it[2] else said(it, "Supports `$filter` (`eq`).")),
        "property: operators no longer": table(docs, own, lambda it: [[it[0], it[1], re.sub(r" Supports `\$filter`[^.]*\.", "", it[2])]] if "Supports `$filter`" in it[2] else None),
        "property: other words": table(docs, own, lambda it: said(it, "It was always so.")),
        "properties change places": swapped(docs, own),
        "relationship removed": table(docs, links, remove),
        "relationship added": table(docs, links, lambda it: [["keepers", "[user](user.md) collection", "Who keeps it. Nullable."], it]),
        "relationship elsewhere": table(docs, links, lambda it: [[it[0], "[calendar](calendar.md) collection", it[2]]]),
        "relationship: one": table(docs, links, lambda it: replaced(it, 1, " collection", "")),
        "member removed": table(docs, members, remove),
        "member added": member_added(docs, members),
        "member renamed": table(docs, members, rename),
        "body parameter removed": table(docs, bodies, remove),
        "body parameter added": table(docs, bodies, add),
        "body parameter: another type": table(docs, bodies, lambda it: replaced(it, 1, "String", "Int32") if it[1] == "String" else None),
        "permissions: fewer": table(docs, allowed, lambda it: [[it[0], re.split(r",\s*", it[1], maxsplit=1)[1]]] if is_named(it) else None),
        "permissions: more": table(docs, allowed, lambda it: [[it[0], f"{it[1]}, Extra.Read.All"]] if "upported" not in it[1] else None),
        "operation removed": gone(docs, "api"),
        "operation: another page": moved(docs),
        "operation: a path more": text(docs, "api", once(r"^(GET|POST|PATCH|DELETE) /(users/\{[^}]*\}|me)/(.*)$", r"\g<0>\n\1 /groups/{id}/\3")),
        "operation: a path less": text(docs, "api", once(r"^((?:GET|POST|PATCH|DELETE) /.*)\n(?:GET|POST|PATCH|DELETE) /.*$", r"\1")),
        "operation: another method": text(docs, "api", once(r"^PATCH /", "PUT /")),
        "operation: another status": text(docs, "api", once("`200 OK`", "`202 Accepted`")),
        "operation: a header required": text(docs, "api", once(r"^(\| Authorization .*)$", r"\1\n| X-Reason | Why it is done. Required. |")),
        "operation: another response": text(docs, "api", once(r"\[(user|group|message|event)\]\(\.\./resources/\w+\.md\)( objects?)? in the response body", "[calendar](../resources/calendar.md)\\2 in the response body")),
        "operation: other words": text(docs, "api", once(r"^(Namespace: .*\n\n.+)$", r"\1 It was always so.")),
        "type removed": gone(docs, "resources"),
        "type: another namespace": text(docs, "resources", once("^Namespace: microsoft.graph$", "Namespace: microsoft.graph.anew")),
        "type: another area": text(docs, "resources", once('^ms.prod: ".*"$', 'ms.prod: "outlook"')),
        "type: deprecated": text(docs, "resources", once(r"^(Namespace: .*\n\n)", r"\1**The type is deprecated.** ")),
    }
    return {kind: [Edit(kind, place, pages) for place, pages in edited] for kind, edited in kinds.items()}


def sample(docs: Docs, seed: int, of_each: int) -> list[Edit]:
    """Some edits of each kind."""
    rng = random.Random(seed)
    chosen = []
    for edits in all_edits(docs).values():
        chosen += rng.sample(edits, min(of_each, len(edits)))
    return chosen
