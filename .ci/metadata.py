#!/usr/bin/env python3
"""Compares an exported CSDL document with official metadata: containers, actions, functions, containment.

    metadata.py TRUTH SCOPE CSDL [--misses]

SCOPE tells which paths and types the docs have: of what the truth declares, only what some path names can be read, at
its beginning where it is a part of the container, and a singleton only where its type has a page. An action or function is found where it is exported for the very type that the truth binds it to, or for types derived from it, when
only these are documented; it is right where the truth has it for the type or a base of it. Types that the truth lacks
are not judged. Prints a table and checks that the document's references lead somewhere and its names are unique; exits
1 when something is missed.
"""
import json
import sys
import xml.etree.ElementTree as ET

# Figure and bar in percent. Bars are a little below what is reached.
BARS = {
    "entity set recall": 99,
    "entity set precision": 99,
    "singleton recall": 99,
    "singleton precision": 92,
    "singleton recall, also without a page": 59,
    "action recall": 92,
    "action precision": 97,
    "function recall": 91,
    "function precision": 98,
    "parameter recall": 90,
    "parameter precision": 94,
    "parameter type": 95.5,
    "return type": 74,
    "return type, but of reports": 95,
    "IsComposable precision": 99,
    "ContainsTarget recall": 70,
    "ContainsTarget precision": 96,
    "binding recall": 69,
    "binding precision": 84,
    "HasStream recall": 42,
    "HasStream precision": 60,
    "IsFlags recall": 50,
    "IsFlags precision": 99,
}
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


class Operation:
    def __init__(self, model, namespace, element):
        self.sort, self.name = element.tag.removeprefix(EDM), element.get("Name")
        self.qualified = f"{namespace}.{self.name}"
        parameters = [(p.get("Name").lower(), model.type(p)) for p in element.findall(EDM + "Parameter")]
        self.binding = parameters.pop(0)[1] if element.get("IsBound") == "true" else None
        self.parameters = dict(parameters)
        returns = element.find(EDM + "ReturnType")
        self.returns = None if returns is None else model.type(returns)
        self.composable = element.get("IsComposable") == "true"
        self.identity = (self.sort, self.qualified, self.binding) + ((frozenset(self.parameters),) if self.sort == "Function" else ())

    def __str__(self):
        return f"{self.sort} {self.name} on {self.binding}"


class Model:
    """A document's declarations. Type names are lower case; `Collection(…)` stays around them."""

    def __init__(self, path):
        schemas = ET.parse(path).getroot().findall(f".//{EDM}Schema")
        self.aliases = {s.get("Alias").lower(): s.get("Namespace").lower() for s in schemas if s.get("Alias")}
        self.types, self.bases, self.navigation, self.streams, self.flags = {}, {}, {}, set(), set()
        self.operations, self.sets, self.singletons, self.bindings, self.imports, self.problems = [], {}, {}, set(), [], []
        self.mentions, self.container_names = [], []
        for schema in schemas:
            for element in schema:
                self.declare(schema.get("Namespace"), element)

    def type(self, element, attribute="Type"):
        text = element.get(attribute).lower()
        item = text.removeprefix("collection(").rstrip(")")
        namespace, _, name = item.rpartition(".")
        item = f"{self.aliases.get(namespace, namespace)}.{name}"
        self.mentions.append(item)
        if item == "edm.decimal" and element.tag != EDM + "TypeDefinition" and element.get("Scale") is None:
            self.problems.append(f"a decimal has no scale: {element.get('Name')}")
        return f"collection({item})" if text.startswith("collection(") else item

    def declare(self, namespace, element):
        kind, name = element.tag.removeprefix(EDM), f"{namespace}.{element.get('Name')}".lower()
        if kind in ("EntityType", "ComplexType", "EnumType", "TypeDefinition"):
            if name in self.types:
                self.problems.append(f"two types are called {name}")
            self.types[name] = element
            self.structured(name, element)
        elif kind in ("Action", "Function"):
            self.operations.append(Operation(self, namespace, element))
        elif kind == "EntityContainer":
            for child in element:
                self.contain(child)

    def structured(self, name, element):
        if element.get("BaseType"):
            self.bases[name] = self.type(element, "BaseType")
        if element.get("HasStream") == "true":
            self.streams.add(name)
        if element.get("IsFlags") == "true":
            self.flags.add(name)
        properties = [p for p in element if p.tag in (EDM + "Property", EDM + "NavigationProperty")]
        for found in properties:
            self.type(found)
            if found.tag == EDM + "NavigationProperty":
                self.navigation[name, found.get("Name").lower()] = found.get("ContainsTarget") == "true"
        names = [p.get("Name") for p in properties]
        self.problems += [f"two properties of {name} are called {p}" for p in set(names) if names.count(p) > 1]

    def contain(self, child):
        kind, name = child.tag.removeprefix(EDM), child.get("Name", "")
        if kind == "Annotation":
            return
        self.container_names.append(name)
        if kind == "EntitySet":
            self.sets[name.lower()] = self.type(child, "EntityType")
        elif kind == "Singleton":
            self.singletons[name.lower()] = self.type(child)
        else:
            self.imports.append((kind.removesuffix("Import"), child.get("Action") or child.get("Function")))
        for binding in child.findall(EDM + "NavigationPropertyBinding"):
            self.bindings.add((name.lower(), binding.get("Path").lower(), binding.get("Target").rsplit("/", 1)[-1].lower()))

    def chain(self, item):
        """The type and its bases; of a collection, collections of them."""
        if item is None:
            return [None]
        form = "collection({})" if item.startswith("collection(") else "{}"
        item, found = item.removeprefix("collection(").rstrip(")"), []
        while item and item not in found:
            found.append(item)
            item = self.bases.get(item)
        return [form.format(item) for item in found]

    def check(self):
        """What the schema language of XML cannot say: references lead somewhere, names are unique."""
        known = set(self.types)
        self.problems += [f"no type {item}" for item in sorted(set(self.mentions)) if not item.startswith("edm.") and item not in known]
        names = self.container_names
        self.problems += [f"two parts of the container are called {name}" for name in sorted(set(names)) if names.count(name) > 1]
        self.problems += [f"the binding of {one}/{path} names no set" for one, path, target in sorted(self.bindings) if target not in self.sets]
        identities = [o.identity for o in self.operations]
        self.problems += [f"two overloads are the same: {one}" for one in set(identities) if identities.count(one) > 1]
        unbound = {(o.sort, o.qualified) for o in self.operations if o.binding is None}
        self.problems += [f"nothing is imported by {one}" for one in self.imports if one not in unbound]
        for kind, roots in (("set", self.sets), ("singleton", self.singletons)):
            is_entity = lambda item: item in self.types and self.types[item].tag == EDM + "EntityType"
            self.problems += [f"the {kind} {name} holds no entities" for name, item in roots.items() if not is_entity(item)]
        return self.problems


class Figures:
    def __init__(self):
        self.counts, self.misses = {}, {}

    def add(self, label, ok, what):
        right, of = self.counts.get(label, (0, 0))
        self.counts[label] = (right + bool(ok), of + 1)
        if not ok:
            self.misses.setdefault(label, []).append(what)

    def both(self, label, truth, found, readable=lambda item: True):
        for item in sorted(filter(readable, truth)):
            self.add(f"{label} recall", item in found, item)
        for item in sorted(found):
            self.add(f"{label} precision", item in truth, item)


def documented_paths(scope):
    """The names in each documented path, without qualifier and arguments."""
    listed = [o["path"] for o in scope["operations"] if o["where"] != "example"]
    return [[part.split("(")[0] for part in path.lower().strip("/").split("/")] for path in listed]


def roots(figures, truth, found, names, types):
    wanted, given = set(truth.singletons.items()), set(found.singletons.items())
    figures.both("entity set", set(truth.sets.items()), set(found.sets.items()), lambda item: item[0] in names)
    figures.both("singleton", wanted, given, lambda item: item[0] in names and item[1] in types)
    for item in sorted(item for item in wanted if item[0] in names):
        figures.add("singleton recall, also without a page", item in given, item)
    given = {row[0] for row in found.bindings} | set(found.sets) | set(found.singletons)
    figures.both("binding", truth.bindings, found.bindings, lambda row: row[0] in given)


def counterpart(truth_operations, chain, operation):
    """The truth's overload for the nearest base, with the most parameters in common."""
    for binding in chain:
        fitting = [o for o in truth_operations if o.binding == binding]
        if fitting:
            shared = lambda o: (len(o.parameters.keys() & operation.parameters.keys()), -len(o.parameters.keys() ^ operation.parameters.keys()))
            return max(fitting, key=shared)
    return None


def operations(figures, truth, found, names):
    by_name = {}
    for operation in truth.operations:
        by_name.setdefault((operation.sort, operation.name.lower()), []).append(operation)
    covered = set()
    for operation in found.operations:
        alike = by_name.get((operation.sort, operation.name.lower()), [])
        right = counterpart(alike, truth.chain(operation.binding), operation)
        item = (operation.binding or "").removeprefix("collection(").rstrip(")")
        if right or not item or item in truth.types:
            figures.add(f"{operation.sort.lower()} precision", right, str(operation))
        if right:
            covered.add((right.sort, right.name, right.binding))
            compare(figures, operation, right)
    wanted = {(o.sort, o.name, o.binding) for o in truth.operations if o.name.lower() in names}
    for one in sorted(wanted, key=str):
        figures.add(f"{one[0].lower()} recall", one in covered, str(one))


def compare(figures, operation, right):
    for name in right.parameters:
        figures.add("parameter recall", name in operation.parameters, f"{operation}: {name}")
    for name, item in operation.parameters.items():
        figures.add("parameter precision", name in right.parameters, f"{operation}: {name}")
        if name in right.parameters:
            wanted = right.parameters[name]
            figures.add("parameter type", item == wanted, f"{operation}: {name} is {wanted}, not {item}")
    figures.add("return type", operation.returns == right.returns, f"{operation}: {right.returns}, not {operation.returns}")
    # The docs say that reports are files; the truth has a type of its own for them.
    if right.returns != "microsoft.graph.report":
        figures.add("return type, but of reports", operation.returns == right.returns, str(operation))
    if operation.composable:
        figures.add("IsComposable precision", right.composable, str(operation))


def marks(figures, truth, found):
    shared = truth.navigation.keys() & found.navigation.keys()
    contained = lambda model: {key for key in shared if model.navigation[key]}
    figures.both("ContainsTarget", contained(truth), contained(found))
    for label, wanted, given in (("HasStream", truth.streams, found.streams), ("IsFlags", truth.flags, found.flags)):
        in_both = truth.types.keys() & found.types.keys()
        figures.both(label, wanted & in_both, given & in_both)


def main(truth_path, scope_path, found_path, *options):
    truth, found, figures = Model(truth_path), Model(found_path), Figures()
    scope = json.load(open(scope_path, encoding="utf-8"))
    paths = documented_paths(scope)
    names = {name for path in paths for name in path}
    types = {f"{it['namespace']}.{it['name']}".lower() for it in scope["types"]}
    roots(figures, truth, found, {path[0] for path in paths}, types)
    operations(figures, truth, found, names)
    marks(figures, truth, found)
    missed = 0
    print(f"  {'figure':<40}{'measured':>10}{'bar':>8}")
    for label, bar in BARS.items():
        right, of = figures.counts.get(label, (0, 0))
        share = 100 * right / of if of else 0.0
        missed += share < bar
        print(f"  {label:<40}{share:>9.2f}%{bar:>7.1f}%  {'MISSED' if share < bar else '':<7}{right}/{of}")
        if "--misses" in options:
            for what in figures.misses.get(label, []):
                print(f"      {what}")
    counts = {sort: sum(o.sort == sort for o in found.operations) for sort in ("Action", "Function")}
    print(f"  exported: {counts['Action']} actions, {counts['Function']} functions, {len(found.sets)} entity sets, {len(found.singletons)} singletons")
    problems = found.check()
    for problem in problems:
        print(f"  PROBLEM: {problem}")
    return 1 if missed or problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
