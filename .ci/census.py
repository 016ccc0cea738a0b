#!/usr/bin/env python3
"""Counts the source: lines, functions, names, clones and circles of files, by crate.

Usage: .ci/census.py [CRATE...]; default those that generate. Tests do not count. With --check, which looks at all crates
unless some are named, ends with 1 where files of a crate use each other in a circle (such files can only be read
together) or where a manifest names a crate that no source does.
"""
import collections
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent / "crates"
GENERATOR = ["text", "page", "facts", "model", "emit", "export", "apimark"]
ITEM = re.compile(r"^\s*(?:pub(?:\([^)]*\))? )?(?:const |async |unsafe )*(?:fn|struct|enum|trait|type|const|static|union|macro_rules!) (\w+)", re.M)
FUNCTION = re.compile(r"\bfn (\w+)(?:<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>)?\(")
PATH = re.compile(r"(?<![\w:.])((?:crate|super|self|[a-z_]\w*)(?:::\w+)+)")


def without_tests(text):
    """The source without comments, texts and the modules that only tests have."""
    text = re.sub(r"//[^\n]*", "", text)
    out, skipping, depth = [], False, 0
    lines = iter(text.split("\n"))
    for line in lines:
        if line.strip() == "#[cfg(test)]":
            line = next(lines, "")
            if line.rstrip().endswith(";"):
                continue
            depth = line.count("{") - line.count("}")
            while depth > 0:
                inner = next(lines, None)
                if inner is None:
                    break
                depth += inner.count("{") - inner.count("}")
            continue
        out.append(line)
    return "\n".join(out)


def is_test(path):
    return any(part in ("tests", "tests.rs", "testing.rs", "testing") for part in path.parts)


def module(root, path):
    parts = list(path.relative_to(root).with_suffix("").parts)
    if parts[-1] in ("mod", "lib", "main"):
        parts.pop()
    return tuple(parts)


def uses(text):
    """All paths of `use` declarations, braces expanded, and which of them are passed on."""
    for found in re.finditer(r"\b(pub(?:\([^)]*\))? )?use ([^;]+);", text):
        for path in expand(re.sub(r"\s+", "", re.sub(r"\bas\s+\w+", "", found[2]))):
            yield bool(found[1]), path


def expand(path):
    brace = path.find("{")
    if brace < 0:
        return [path]
    out, depth, start = [], 0, brace + 1
    for at in range(brace, len(path)):
        if path[at] == "{":
            depth += 1
        elif path[at] == "}":
            depth -= 1
        if (path[at] == "," and depth == 1) or (path[at] == "}" and depth == 0):
            if path[start:at]:
                out += expand(path[:brace] + path[start:at])
            start = at + 1
    return out


class Crate:
    def __init__(self, name):
        root = ROOT / name / "src"
        self.name = name
        self.files = {}
        for path in sorted(root.rglob("*.rs")):
            if not is_test(path.relative_to(root)):
                self.files[module(root, path)] = without_tests(path.read_text())
        self.items = {at: set(ITEM.findall(text)) for at, text in self.files.items()}
        self.passed_on = {at: [p for public, p in uses(text) if public] for at, text in self.files.items()}

    def absolute(self, at, path):
        parts = path.split("::")
        if parts[0] == "crate":
            return tuple(parts[1:])
        base = at
        if parts[0] == "self":
            parts = parts[1:]
        while parts and parts[0] == "super":
            base, parts = base[:-1], parts[1:]
        return base + tuple(parts)

    def definition(self, path, seen=()):
        """The file in which what a path names is written."""
        for length in range(len(path), -1, -1):
            at, rest = path[:length], path[length:]
            if at not in self.files:
                continue
            if not rest or rest[0] in self.items[at]:
                return at
            for other in self.passed_on[at]:
                target = self.absolute(at, other)
                if target == path or target in seen:
                    continue
                if target[-1] == rest[0]:
                    return self.definition(target + rest[1:], (*seen, target))
                if target[-1] == "*":
                    found = self.definition(target[:-1] + rest, (*seen, target))
                    if found is not None and rest[0] in self.items[found]:
                        return found
            # A type that is not written here is another crate's.
            return None if rest[0][0].isupper() else at
        return None

    def edges(self, at):
        text = self.files[at]
        names = {}
        out = set()
        for _, path in uses(text):
            target = self.absolute(at, path)
            local = path.split("::")[0] in ("crate", "super", "self") or target[: len(at) + 1] in self.files
            if local:
                names[target[-1]] = target
                out.add(self.definition(target))
        body = re.sub(r"\buse [^;]+;|\bpub\(in [^)]+\)", "", text)
        for path in PATH.findall(body):
            first, _, rest = path.partition("::")
            if first in ("crate", "super", "self") or (*at, first) in self.files:
                out.add(self.definition(self.absolute(at, path)))
            elif first in names:
                out.add(self.definition(names[first] + tuple(rest.split("::"))))
        # A folder's files and the file of the folder are read together anyway.
        return out - {None, at} - {at[:length] for length in range(len(at))}

    def circles(self):
        graph = {at: sorted(self.edges(at)) for at in self.files}
        index, low, stack, found = {}, {}, [], []

        def visit(node):
            index[node] = low[node] = len(index)
            stack.append(node)
            for other in graph[node]:
                if other not in index:
                    visit(other)
                    low[node] = min(low[node], low[other])
                elif other in stack:
                    low[node] = min(low[node], index[other])
            if low[node] == index[node]:
                part = []
                while True:
                    part.append(stack.pop())
                    if part[-1] == node:
                        break
                if len(part) > 1:
                    found.append(sorted(part))

        sys.setrecursionlimit(10_000)
        for node in graph:
            if node not in index:
                visit(node)
        return sorted(found)


def parameters(text):
    """The number of parameters of each function."""
    for found in FUNCTION.finditer(text):
        depth, count, last, at = 1, 0, "", found.end()
        while at < len(text) and depth:
            char = text[at]
            if char in "([{<":
                depth += 1
            elif char in ")]}" or (char == ">" and text[at - 1] != "-"):
                depth -= 1
            elif char == "," and depth == 1:
                count += 1
                last = ""
            if depth and char != "," and not char.isspace():
                last += char
            at += 1
        yield found[1], count + bool(last)


def unused():
    """Dependencies that no source of their crate names."""
    for manifest in sorted([*ROOT.glob("*/Cargo.toml"), ROOT.parent / "xtask/Cargo.toml"]):
        source = "".join(path.read_text() for path in manifest.parent.rglob("*.rs"))
        tables = tomllib.loads(manifest.read_text())
        for kind in ("dependencies", "dev-dependencies", "build-dependencies"):
            for name in tables.get(kind, {}):
                if not re.search(rf"\b{name.replace('-', '_')}\b", source):
                    yield f"{manifest.relative_to(ROOT.parent)}: {name}"


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    every = sorted(path.parent.name for path in ROOT.glob("*/src"))
    names = [name for name in arguments if name != "--check"] or (every if check else GENERATOR)
    total, spoken, circles = collections.Counter(), collections.Counter(), []
    print(f"{'crate':10} {'files':>5} {'lines':>6} {'functions':>9} {'>5 param.':>9} {'clones':>6} {'words':>6} {'circles':>7}")
    for name in names:
        crate = Crate(name)
        text = "\n".join(crate.files.values())
        functions = list(parameters(text))
        spoken.update(function for function, _ in functions)
        row = collections.Counter(
            files=len(crate.files),
            lines=sum(1 for line in text.split("\n") if line.strip()),
            functions=len(functions),
            many=sum(1 for _, count in functions if count > 5),
            clones=len(re.findall(r"\.clone\(\)|\bClone::clone\b|\.cloned\(\)", text)),
            # Literals of small letters and blanks: words of the docs that are in code.
            words=len(re.findall(r'"[a-z][a-z \'’-]*"', text)),
            circles=len(found := crate.circles()),
        )
        circles += [(name, circle) for circle in found]
        total += row
        print(f"{name:10} {row['files']:5} {row['lines']:6} {row['functions']:9} {row['many']:9} {row['clones']:6} {row['words']:6} {row['circles']:7}")
    print(f"{'all':10} {total['files']:5} {total['lines']:6} {total['functions']:9} {total['many']:9} {total['clones']:6} {total['words']:6} {total['circles']:7}")
    print(f"{len(spoken)} names of functions; most often: " + ", ".join(f"{name} {count}" for name, count in spoken.most_common(8)))
    for name, circle in circles:
        print(f"circle in {name}: " + ", ".join("::".join(at) or "lib" for at in circle))
    for dependency in (idle := list(unused())):
        print(f"unused: {dependency}")
    sys.exit(1 if check and (circles or idle) else 0)


main()
