#!/usr/bin/env python3
"""Compares what was measured on the real docs with what must hold. Prints a table; exits 1 when something is missed.

    bars.py fidelity FIDELITY.json PATHS.json DOCS   figures against their bars
    bars.py traps TRAPS.json MODEL.json REPORT.md    hard pages against what must be read from them
    bars.py examples TESTS                           documented requests, bodies and answers that tests hold
    bars.py claims LINT.json                         what became of every claim of every page, and blocks that nobody read
    bars.py cost MB COMMAND...                       a command's processor time, and its memory against a limit
"""
import json
import os
import re
import resource
import subprocess
import sys

# Label, file, figure, bar in percent, and the ceiling that the docs themselves set.
BARS = [
    ("type recall", "fidelity", "types.recall", 99.0, "99.4"),
    ("type precision", "fidelity", "types.precision", 94.0, "94.5"),
    ("property recall", "fidelity", "props.recall", 99.9, "100"),
    ("property precision", "fidelity", "props.precision", 99.0, "99.2"),
    ("property type", "fidelity", "props.type", 98.6, "98.8"),
    ("property type, enumerations", "fidelity", "props.type.enum", 95.0, "95.4"),
    ("navigation or structural", "fidelity", "props.navigation", 99.8, "99.9"),
    ("base type, exact", "fidelity", "base.strict", 95.9, "95.9"),
    ("key", "fidelity", "key", 99.9, "100"),
    ("enum recall", "fidelity", "enums.recall", 99.5, "100"),
    ("enum member recall", "fidelity", "enums.members.recall", 99.5, "100"),
    ("operation recall", "paths", "ops.recall", 99.8, "100"),
    ("operation precision", "paths", "ops.precision", 99.8, "100"),
    ("return type", "paths", "return", 94.0, "94.8"),
    ("success response typed", "paths", "response.typed", 73.0, "74"),
    ("request body as the docs say", "paths", "body.presence", 98.0, "100"),
]


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def misread_bodies(misses, docs):
    """Update pages ask not to include values that have not changed. The tool takes that for "no body"."""
    pages = [re.search(r"docs say none, candidate typed +\[(.+)\]$", miss) for miss in misses]
    texts = [open(os.path.join(docs, page[1]), encoding="utf-8").read() for page in pages if page]
    return sum("include existing values" in text for text in texts)


def fidelity(fidelity_path, paths_path, docs):
    paths = load(paths_path)
    figures = {"fidelity": load(fidelity_path)["figures"], "paths": paths["figures"]}
    body = figures["paths"]["body.presence"]
    misread = misread_bodies(paths["misses"].get("request body presence", []), docs)
    print(f"  body presence as the tool counts it: {body['ok']}/{body['of']}; {misread} pages are misread by it")
    body["ok"] += misread
    body["share"] = body["ok"] / body["of"]
    missed = 0
    print(f"  {'figure':<32}{'measured':>10}{'bar':>8}{'ceiling':>9}")
    for label, source, key, bar, ceiling in BARS:
        figure = figures[source].get(key, {"ok": 0, "of": 0, "share": None})
        share = 100 * (figure["share"] or 0.0)
        ok = share >= bar
        missed += not ok
        detail = f"{figure['ok']}/{figure['of']}"
        print(f"  {label:<32}{share:>9.2f}%{bar:>7.1f}%{ceiling:>8}%  {'' if ok else 'MISSED':<7}{detail}")
    return missed


def cost(mb_limit, *command):
    """Runs the command. Processor time is that of all its processes; it moves with the load of the machine, so
    it is told and not judged. Memory is that of the largest process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    status = subprocess.run(command, check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, megabytes = used.ru_utime - before, used.ru_maxrss / 1024
    over = megabytes > float(mb_limit)
    print(f"  {user:.2f} user s, {megabytes:.0f} MB of {mb_limit}  {'MISSED' if over else ''}")
    return int(over or status != 0)


class Model:
    """The exported model, indexed for looking facts up."""

    def __init__(self, path):
        document = load(path)
        self.types = {item["name"]: item for item in document["types"]}
        self.nodes = document["nodes"]
        self.enums = {item["name"]: item for item in document["enums"]}
        self.by_page = {}
        for operation in document["operations"]:
            for page in operation["pages"]:
                self.by_page.setdefault(page, []).append(operation)


def raw_kinds(test):
    """How a test says what has no typed form: members by name, `null`, or only annotations such as `@odata.type`."""
    raw = re.findall(r'\.set_raw\(\s*"([^"]*)",\s*(\(\))?', test)
    for more in re.findall(r"additional: rt::Additional::from_iter\(\[(.*?)\]\),", test, re.S):
        raw += re.findall(r'\(\s*"([^"]*)",\s*(rt::Value::Null)?', more)
    kinds = {"annotation" if "@" in name else "null" if null else "member" for name, null in raw}
    return next((kind for kind in ("member", "null", "annotation") if kind in kinds), None)


def share(label, bar, ok, failures):
    percent = 100 * ok / (ok + failures)
    missed = percent < bar
    print(f"  {label:<44}{percent:>8.2f} %  (bar {bar})  {'MISSED' if missed else '':<7}{ok}/{ok + failures}")
    return missed


def built_with(test):
    """What a test builds its body with."""
    body = test.split("let body = ", 1)[1].split("let request", 1)[0]
    kinds = [("rt::Update::", "changes"), ("rt::Reference::", "references"), ("operations::", "parameters")]
    found = [kind for start, kind in kinds if body.startswith(start)]
    is_created = re.match(r"[\w:]+::create\(|rt::Create::", body)
    return found[0] if found else "new objects" if is_created else "other values"


def examples(tests):
    """Reads the generated tests: one per example that has a call, and a comment for each part that none holds."""
    texts = [open(os.path.join(tests, name), encoding="utf-8").read() for name in sorted(os.listdir(tests))]
    called = [test for text in texts for test in text.split("#[test]\n")[1:]]
    lines = [line for text in texts for line in text.splitlines()]
    why = [line.split(": ", 1)[1] for line in lines if line.startswith("// ") and ".md: " in line]
    part = lambda name: [reason for reason in why if reason.startswith(name + ": ")]
    bodies, answers = part("body"), part("answer")
    elsewhere = [reason for reason in why if "another service" in reason]
    requests = [reason for reason in why if reason not in bodies + answers + elsewhere]
    built = [test for test in called if "rt::assert_body(" in test]
    read = [test for test in called if "rt::assert_response(" in test]
    kinds = [raw_kinds(test.split("let request", 1)[0]) for test in built]
    missed = share("requests that the typed methods can say", 97, len(called), len(requests))
    missed += share("bodies that are built and come out the same", 95, len(built), len(bodies))
    typed = sum(kind != "member" for kind in kinds)
    missed += share("  without a member by its name", 75, typed, len(built) + len(bodies) - typed)
    missed += share("answers that are read and come back the same", 94, len(read), len(answers))
    for kind in ("changes", "new objects", "parameters", "references", "other values"):
        of_kind = [raw for test, raw in zip(built, kinds) if built_with(test) == kind]
        raw = ", ".join(f"{of_kind.count(it)} with a raw {it}" for it in ("member", "null", "annotation"))
        print(f"  {len(of_kind)} bodies are {kind}: {of_kind.count(None)} wholly typed, {raw}")
    report = open(os.path.join(tests, "../../REPORT.md"), encoding="utf-8").read()
    for kind, count in re.findall(r"^\| (example[\w-]*) \| \w+ \| (\d+) \|", report, re.M):
        print(f"  {count} reports of {kind}")
    print(f"  {len(elsewhere)} more go to another service; without a test:")
    for reason in why:
        if reason not in elsewhere and "the request has no test" not in reason:
            print(f"    {reason}")
    return missed


# Reports of parts of a page that nobody read, by what lint calls the part.
MOST_UNREAD = 55
UNREAD = {"fence": "unread-fence", "section": "unknown-section", "table": "unread-table"}


def page_problems(page, reports):
    """What a page states that is neither used nor told of. Claims at one place share a report."""
    told = page["used"] + page["outweighed"] + sum(page["leftOut"].values())
    if told != page["claims"]:
        yield f"{page['claims']} claims, {told} of them accounted for"
    places = {(report["line"], report["column"]) for report in reports}
    if page["outweighed"] > len(places):
        yield f"{page['outweighed']} claims are outweighed, {len(places)} places are reported"
    for what, count in page["unread"].items():
        reported = sum(report["name"] == UNREAD[what] for report in reports)
        if reported != count:
            yield f"{count} times a {what} is not read, {reported} times reported"


def claims(lint_path):
    lint = load(lint_path)
    reports = {}
    for report in lint["reports"]:
        reports.setdefault(report["page"], []).append(report)
    problems = [
        f"{page['page']}: {problem}"
        for page in lint["pages"]
        for problem in page_problems(page, reports.get(page["page"], []))
    ]
    coverage = lint["coverage"]
    left_out = sum(coverage["leftOut"].values())
    print(f"  {coverage['claims']} claims of {len(lint['pages'])} pages: {coverage['used']} used, "
          f"{coverage['outweighed']} outweighed, {left_out} left out by {len(coverage['leftOut'])} rules")
    print(f"  not read (bar {MOST_UNREAD}): {', '.join(f'{count} {what}s' for what, count in coverage['unread'].items()) or 'nothing'}")
    for problem in problems:
        print(f"  MISSED {problem}")
    unread = sum(coverage["unread"].values())
    missed = share("claims used", 77, coverage["used"], coverage["claims"] - coverage["used"])
    return missed + len(problems) + (unread > MOST_UNREAD)


def type_text(fact):
    name = fact.get("name", "Edm.Untyped")
    return f"Collection({name})" if fact["collection"] else name


def expect(problems, what, wanted, found):
    if wanted != found:
        problems.append(f"{what}: wanted {wanted!r}, found {found!r}")


def expect_docs(problems, name, docs, wanted):
    text = docs.get("docs", {}).get("text", "")
    problems += [f"docs of {name or 'the type'} lack {part!r}" for part in wanted.get("has", []) if part not in text]
    problems += [f"docs of {name or 'the type'} have {part!r}" for part in wanted.get("lacks", []) if part in text]


def check_type(model, row, problems):
    item = model.types.get(row["type"])
    if item is None:
        problems.append(f"no type {row['type']}")
        return
    properties = {fact["name"]: fact for fact in item["properties"] if fact["declaredIn"] == item["name"]}
    if "own" in row:
        expect(problems, "own properties", sorted(row["own"]), sorted(set(properties) - {"id"}))
    if "base" in row:
        expect(problems, "base", row["base"], item.get("base", {}).get("value"))
    for flag in ("abstract", "open"):
        if flag in row:
            expect(problems, flag, row[flag], item.get(flag, False))
    for name, wanted in row.get("properties", {}).items():
        found = type_text(properties[name]["type"]["value"]) if name in properties else None
        expect(problems, name, wanted, found)
    for kind in ("navigation", "structural"):
        for name in row.get(kind, []):
            expect(problems, name, kind, properties.get(name, {}).get("kind"))
    for name, wanted in row.get("mutability", {}).items():
        expect(problems, name, wanted, properties.get(name, {}).get("mutability", {}).get("value"))
    problems += [f"has property {name}" for name in row.get("lacks", []) if name in properties]
    problems += [f"has type {name}" for name in row.get("absent", []) if name in model.types]
    for name, wanted in row.get("docs", {}).items():
        expect_docs(problems, name, properties.get(name, {}) if name else item, wanted)


def check_enum(model, row, problems):
    item = model.enums.get(row["enum"])
    if item is None:
        problems.append(f"no enumeration {row['enum']}")
        return
    expect(problems, "members", sorted(row["members"]), sorted(member["name"] for member in item["members"]))


def route_text(operation, route):
    return operation["method"].upper() + " " + re.sub(r"\{[^}]*\}", "{}", route["template"])


def parameters_of(segment):
    """Of a segment such as `{"key": {…}}` or `{"function": {"name": …, "parameters": […]}}`."""
    kind, held = next(iter(segment.items()))
    held = held["parameters"] if kind == "function" else held
    return [] if kind == "literal" else held if isinstance(held, list) else [held]


def path_parameters(model, operations):
    """Alternatives of each parameter in any path of the operations."""
    found = {}
    for operation in operations:
        for route in operation["routes"]:
            at = route["node"]
            while at is not None:
                node = model.nodes[at]
                for parameter in parameters_of(node["segment"]):
                    found.setdefault(parameter["name"], set()).update(parameter["alternatives"])
                at = node.get("parent")
    return found


def check_permissions(problems, operations, wanted):
    cases = [case for operation in operations for case in operation.get("permissions", [])]
    def fits(case):
        granted = {key: case.get(key) for key in ("delegatedWork", "delegatedPersonal", "application")}
        same = all([[name] for name in names] == granted[key] for key, names in wanted.items() if key != "scope")
        return same and wanted.get("scope", "").lower() in (case.get("scope") or "").lower()
    if not any(fits(case) for case in cases):
        found = [case.get("scope") or case["at"]["page"] for case in cases]
        problems.append(f"no permissions {wanted} among the cases {found}")


def check_operations(model, row, page, problems):
    operations = model.by_page.get(page, [])
    if not operations:
        problems.append("no operation")
        return
    routes = sorted({route_text(operation, route) for operation in operations for route in operation["routes"]})
    if "routes" in row:
        expect(problems, "routes", sorted(row["routes"]), routes)
    problems += [f"no route {route}" for route in row.get("hasRoutes", []) if route not in routes]
    routes_in_full = [route for operation in operations for route in operation["routes"]]
    queries = [query for route in routes_in_full for query in [route.get("query", ""), *route.get("furtherQueries", [])]]
    problems += [f"no query {part}" for part in row.get("queries", []) if not any(part in query for query in queries)]
    parameters = path_parameters(model, operations)
    problems += [f"no path parameter {name}" for name in row.get("pathParameters", []) if name not in parameters]
    # Pages spell the same alternative in several ways, and the model keeps one.
    letters = lambda name: re.sub("[^a-z0-9]", "", name.lower())
    offered = {letters(name) for names in parameters.values() for name in names}
    problems += [f"no alternative {name}" for name in row.get("alternatives", []) if letters(name) not in offered]
    for wanted in row.get("permissions", []):
        check_permissions(problems, operations, wanted)
    for operation in operations:
        check_exchange(row, operation, problems)


def check_exchange(row, operation, problems):
    response, body = operation["response"], operation.get("body")
    if "statuses" in row:
        expect(problems, "statuses", row["statuses"], response["statuses"])
    if "holds" in row:
        expect(problems, "response", row["holds"], response["holds"])
    if "returns" in row:
        expect(problems, "response type", row["returns"], response.get("type", {}).get("name"))
    if "body" in row:
        expect(problems, "has a body", row["body"], body is not None)
    parameters = body["type"]["parameters"] if body and body["holds"] == "parameters" else []
    given = {fact["name"]: type_text(fact["type"]["value"]) for fact in parameters}
    for name, wanted in row.get("parameters", {}).items():
        expect(problems, f"parameter {name}", wanted, given.get(name))
    headers = {header["name"].lower() for header in operation.get("headers", [])}
    problems += [f"no header {name}" for name in row.get("headers", []) if name.lower() not in headers]


def reported_lines(report_path):
    """Lines that the report names, per page."""
    lines, page = {}, None
    for line in open(report_path, encoding="utf-8"):
        heading, place = re.match(r"#### (\S+)", line), re.match(r"- (\d+):\d+ ", line)
        if heading:
            page = heading[1]
        elif place:
            lines.setdefault(page, set()).add(int(place[1]))
    return lines


def traps(traps_path, model_path, report_path):
    table, model, reported = load(traps_path), Model(model_path), reported_lines(report_path)
    missed = 0
    for row in table["rows"]:
        page, problems = table["root"] + row["page"], []
        if "type" in row:
            check_type(model, row, problems)
        elif "enum" in row:
            check_enum(model, row, problems)
        else:
            check_operations(model, row, page, problems)
        problems += [f"line {line} is not reported" for line in row.get("reported", []) if line not in reported.get(page, set())]
        missed += bool(problems)
        print(f"  {'MISSED' if problems else 'ok':<8}{row['trap']:>2}  {row['page']}: {row['why']}")
        for problem in problems:
            print(f"              {problem}")
    return missed


COMMANDS = {"fidelity": fidelity, "traps": traps, "examples": examples, "claims": claims, "cost": cost}

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(1 if COMMANDS[sys.argv[1]](*sys.argv[2:]) else 0)
