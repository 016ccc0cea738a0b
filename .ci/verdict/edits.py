"""Edits of docs, of every kind of which a review must judge: each changes one thing at a place that a seed chooses."""

import random
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = "api-reference/v1.0"


@dataclass
class Edit:
    """A kind of edit at one place: the pages after it, by path; None for a page that is gone."""

    kind: str
    place: str
    pages: dict[str, str | None]


@dataclass
class Row:
    """A row of a table: its page, the number of its line, and its cells."""

    page: str
    line: int
    cells: list[str]


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
            section = ""
            lines = text.split("\n")
            for number, line in enumerate(lines):
                if line.startswith("#"):
                    section = line.strip("# ").lower()
                is_row = line.startswith("|") and not line.startswith(("|:", "| :"))
                is_head = number + 1 < len(lines) and lines[number + 1].startswith(("|:", "| :"))
                if is_row and not is_head and any(section.startswith(it) for it in sections):
                    found.append(Row(page, number, re.split(r"\s*\|\s*", line.strip().strip("|").strip())))
        return found

    def with_line(self, row: Row, *new: list[str]) -> dict[str, str | None]:
        lines = self.pages[row.page].split("\n")
        lines[row.line : row.line + 1] = ["| " + " | ".join(cells) + " |" for cells in new]
        return {row.page: "\n".join(lines)}


def table(docs: Docs, kind: str, rows: list[Row], change) -> list[Edit]:
    edits = []
    for row in rows:
        new = change(row.cells)
        if new is not None:
            edits.append(Edit(kind, f"{row.page}: {row.cells[0]}", docs.with_line(row, *new)))
    return edits


def replaced(cells: list[str], at: int, old: str, new: str) -> list[list[str]] | None:
    if old not in cells[at]:
        return None
    return [[*cells[:at], cells[at].replace(old, new), *cells[at + 1 :]]]


def said(cells: list[str], sentence: str) -> list[list[str]] | None:
    return None if sentence in cells[-1] else [[*cells[:-1], f"{cells[-1]} {sentence}"]]


def text(docs: Docs, kind: str, folder: str, change) -> list[Edit]:
    edits = []
    for page, old in docs.pages.items():
        if f"/{folder}/" in page:
            new = change(old)
            if new is not None and new != old:
                edits.append(Edit(kind, page, {page: new}))
    return edits


def once(pattern: str, new: str):
    return lambda old: re.sub(pattern, new, old, count=1, flags=re.M) if re.search(pattern, old, re.M) else None


def gone(docs: Docs, kind: str, folder: str) -> list[Edit]:
    return [Edit(kind, page, {page: None}) for page in docs.pages if f"/{folder}/" in page]


def moved(docs: Docs, kind: str) -> list[Edit]:
    name = lambda page: page.replace(".md", "-anew.md")
    return [Edit(kind, it, {it: None, name(it): text}) for it, text in docs.pages.items() if "/api/" in it]


def swapped(docs: Docs, kind: str, rows: list[Row]) -> list[Edit]:
    edits = []
    for one, other in zip(rows, rows[1:]):
        if one.page == other.page and one.line + 1 == other.line:
            lines = docs.pages[one.page].split("\n")
            lines[one.line], lines[other.line] = lines[other.line], lines[one.line]
            edits.append(Edit(kind, f"{one.page}: {one.cells[0]}", {one.page: "\n".join(lines)}))
    return edits


def all_edits(docs: Docs) -> dict[str, list[Edit]]:
    """Every place at which each kind of edit can be made."""
    own = [it for it in docs.rows(("properties",)) if len(it.cells) == 3 and it.cells[0] != "id"]
    links = [it for it in docs.rows(("relationships",)) if len(it.cells) == 3]
    members = [it for it in docs.rows(("members", "bodytype", "importance", "freebusystatus", "dayofweek")) if len(it.cells) in (1, 3)]
    bodies = [it for it in docs.rows(("request body",), "api") if len(it.cells) == 3]
    allowed = [it for it in docs.rows(("permissions",), "api") if len(it.cells) == 2]
    rename = lambda cells: [[f"{cells[0]}Anew", *cells[1:]]]
    add = lambda cells: [["broughtBy", "String", "Who or what has brought it here."][: len(cells)], cells]
    remove = lambda cells: []
    is_named = lambda cells: "," in cells[1] and "upported" not in cells[1]
    kinds = {
        "property removed": table(docs, "property removed", own, remove),
        "property added": table(docs, "property added", own, add),
        "property added, required": table(docs, "property added, required", own, lambda it: [["broughtBy", "String", "Who has brought it here. Required."], it]),
        "property renamed": table(docs, "property renamed", own, rename),
        "property: another type": table(docs, "property: another type", own, lambda it: replaced(it, 1, "String", "Int32") if it[1] == "String" else None),
        "property: a collection": table(docs, "property: a collection", own, lambda it: replaced(it, 1, "String", "String collection") if it[1] == "String" else None),
        "property: read-only": table(docs, "property: read-only", own, lambda it: said(it, "Read-only.")),
        "property: not read-only": table(docs, "property: not read-only", own, lambda it: replaced(it, 2, " Read-only.", "")),
        "property: required": table(docs, "property: required", own, lambda it: said(it, "Required.")),
        "property: not required": table(docs, "property: not required", own, lambda it: replaced(it, 2, " Required.", "")),
        "property: nullable": table(docs, "property: nullable", own, lambda it: said(it, "Nullable.")),
        "property: deprecated": table(docs, "property: deprecated", own, lambda it: [[it[0], it[1], f"(Deprecated) {it[2]}"]]),
        "property: on select": table(docs, "property: on select", own, lambda it: replaced(it, 2, "Returned by default.", "Returned only on `$select`.")),
        "property: an operator less": table(docs, "property: an operator less", own, lambda it: replaced(it, 2, "`ne`, ", "")),
        "property: an operator more": table(docs, "property: an operator more", own, lambda it: replaced(it, 2, "(`eq`, ", "(`eq`, `endsWith`, ")),
        "property: operators for the first time": table(docs, "property: operators for the first time", own, lambda it: None if "$filter" in it[2] else said(it, "Supports `$filter` (`eq`).")),
        "property: operators no longer": table(docs, "property: operators no longer", own, lambda it: [[it[0], it[1], re.sub(r" Supports `\$filter`[^.]*\.", "", it[2])]] if "Supports `$filter`" in it[2] else None),
        "property: other words": table(docs, "property: other words", own, lambda it: said(it, "It was always so.")),
        "properties change places": swapped(docs, "properties change places", own),
        "relationship removed": table(docs, "relationship removed", links, remove),
        "relationship added": table(docs, "relationship added", links, lambda it: [["keepers", "[user](user.md) collection", "Who keeps it. Nullable."], it]),
        "relationship elsewhere": table(docs, "relationship elsewhere", links, lambda it: [[it[0], "[calendar](calendar.md) collection", it[2]]]),
        "relationship: one": table(docs, "relationship: one", links, lambda it: replaced(it, 1, " collection", "")),
        "member removed": table(docs, "member removed", members, remove),
        "member added": table(docs, "member added", members, lambda it: [["broughtAnew", "90", "What was brought anew."][: len(it)], it]),
        "member renamed": table(docs, "member renamed", members, rename),
        "body parameter removed": table(docs, "body parameter removed", bodies, remove),
        "body parameter added": table(docs, "body parameter added", bodies, add),
        "body parameter: another type": table(docs, "body parameter: another type", bodies, lambda it: replaced(it, 1, "String", "Int32") if it[1] == "String" else None),
        "permissions: fewer": table(docs, "permissions: fewer", allowed, lambda it: [[it[0], re.split(r",\s*", it[1], maxsplit=1)[1]]] if is_named(it) else None),
        "permissions: more": table(docs, "permissions: more", allowed, lambda it: [[it[0], f"{it[1]}, Extra.Read.All"]] if "upported" not in it[1] else None),
        "operation removed": gone(docs, "operation removed", "api"),
        "operation: another page": moved(docs, "operation: another page"),
        "operation: a path more": text(docs, "operation: a path more", "api", once(r"^(GET|POST|PATCH|DELETE) /(users/\{[^}]*\}|me)/(.*)$", r"\g<0>\n\1 /groups/{id}/\3")),
        "operation: a path less": text(docs, "operation: a path less", "api", once(r"^((?:GET|POST|PATCH|DELETE) /.*)\n(?:GET|POST|PATCH|DELETE) /.*$", r"\1")),
        "operation: another method": text(docs, "operation: another method", "api", once(r"^PATCH /", "PUT /")),
        "operation: another status": text(docs, "operation: another status", "api", once("`200 OK`", "`202 Accepted`")),
        "operation: a header required": text(docs, "operation: a header required", "api", once(r"^(\| Authorization .*)$", r"\1\n| X-Reason | Why it is done. Required. |")),
        "operation: another response": text(docs, "operation: another response", "api", once(r"\[(user|group|message|event)\]\(\.\./resources/\w+\.md\)( objects?)? in the response body", "[calendar](../resources/calendar.md)\\2 in the response body")),
        "operation: other words": text(docs, "operation: other words", "api", once(r"^(Namespace: .*\n\n.+)$", r"\1 It was always so.")),
        "type removed": gone(docs, "type removed", "resources"),
        "type: another namespace": text(docs, "type: another namespace", "resources", once("^Namespace: microsoft.graph$", "Namespace: microsoft.graph.anew")),
        "type: another area": text(docs, "type: another area", "resources", once('^ms.prod: ".*"$', 'ms.prod: "outlook"')),
        "type: deprecated": text(docs, "type: deprecated", "resources", once(r"^(Namespace: .*\n\n)", r"\1**The type is deprecated.** ")),
    }
    return kinds


def sample(docs: Docs, seed: int, of_each: int) -> list[Edit]:
    """Some edits of each kind."""
    rng = random.Random(seed)
    chosen = []
    for edits in all_edits(docs).values():
        chosen += rng.sample(edits, min(of_each, len(edits)))
    return chosen
