"""Programs that use every public item of a generated crate, from what rustdoc knows of it.

The ordinary one uses items as programs do. The strict one also does what only few do: it writes out all fields and matches
all variants, and it spells out the types of constants.
"""

import re


class Crate:
    """The items of a crate in the JSON of rustdoc."""

    def __init__(self, json: dict):
        self.index = json["index"]
        self.paths = json["paths"]
        self.root = json["root"]
        self.name = self.index[str(json["root"])]["name"]

    def item(self, key):
        return self.index.get(str(key))

    def public(self):
        """Every type, static and function with its public path."""
        return sorted(self.public_by_id().values(), key=lambda it: it[0])

    def _walk(self, key, path, found):
        item = self.item(key)
        if item is None or item["crate_id"] != 0 or item["visibility"] != "public":
            return
        kind, inner = next(iter(item["inner"].items()))
        if kind == "use":
            if not inner["is_glob"] and inner["id"] is not None:
                target = self.item(inner["id"])
                if target is not None and target["crate_id"] == 0:
                    self._walk(inner["id"], path, found)
        elif kind == "module":
            here = path if key == self.root else f"{path}::{name(item)}"
            for child in inner["items"]:
                self._walk(child, here, found)
        elif kind in ("struct", "enum", "static", "function"):
            found.setdefault(key, (f"{path}::{name(item)}", item))

    def public_by_id(self):
        if not hasattr(self, "_by_id"):
            found = {}
            self._walk(self.root, self.name, found)
            self._by_id = {str(key): value for key, value in found.items()}
        return self._by_id

    def ty(self, ty) -> str:
        kind, inner = next(iter(ty.items())) if isinstance(ty, dict) else (ty, None)
        if kind == "primitive":
            return inner
        if kind == "generic":
            return inner
        if kind == "borrowed_ref":
            life = "'static " if inner["lifetime"] == "'static" else ""
            return f"&{life}{'mut ' if inner['is_mutable'] else ''}{self.ty(inner['type'])}"
        if kind == "slice":
            return f"[{self.ty(inner)}]"
        if kind == "tuple":
            return f"({', '.join(self.ty(it) for it in inner)})"
        if kind == "impl_trait":
            return "Vec<u8>"
        if kind == "resolved_path":
            key = str(inner["id"])
            if key in self.public_by_id():
                path = self.public_by_id()[key][0]
            else:
                path = rt(self.paths.get(key, {}).get("path", [inner["path"]]))
            args = (inner.get("args") or {}).get("angle_bracketed", {}).get("args", [])
            types = [self.ty(it["type"]) for it in args if "type" in it]
            return f"{path}<{', '.join(types)}>" if types else path
        raise ValueError(f"a type of kind {kind}")


def name(item):
    """With what makes a keyword a name."""
    text = item["name"]
    return f"r#{text}" if text in KEYWORDS else text


KEYWORDS = set(
    "abstract as async await become box break const continue do dyn else enum extern final fn for gen if impl in let loop macro "
    "match mod move mut override priv pub ref return static struct trait true try type typeof unsafe unsized use virtual where "
    "while yield".split()
)

PRELUDE = {"Option", "Box", "Vec", "String", "Into"}

# Where the runtime makes public what it defines elsewhere.
MODULES = {
    "Eq": "filter", "Ne": "filter", "Unstated": "", "ReadOnly": "", "NotNull": "", "CreateOnly": "", "TypeNames": "filter",
}


def rt(path):
    last = path[-1]
    if last in PRELUDE:
        return last
    if path[0] == "apimark_runtime":
        module = MODULES.get(last, "")
        return "::".join(["rt", *([module] if module else []), last])
    # Types of other crates that the runtime makes public: dates, decimals, JSON.
    return f"rt::{last}" if path[0] not in ("std", "core", "alloc") else "::".join(path)


HEAD = """#![allow(warnings)]
use %(crate)s::runtime as rt;
fn any<T>() -> T { unimplemented!() }
fn plain<T: Default + Clone + PartialEq + std::fmt::Debug>() {}
fn fresh<T: Default>() {}
fn is_a<T: rt::IsA<B>, B: rt::model::Model + Default>() {}
fn value<T, V, O, W>(_: rt::Property<T, V, O, W>) -> (T, V) { any() }
fn sets_new<T, V, O, W: rt::change::SetOnCreate>(_: rt::Property<T, V, O, W>) {}
fn sets<T, V, O, W: rt::change::SetOnUpdate>(_: rt::Property<T, V, O, W>) {}
fn clears<T, V, O, W: rt::change::Clear>(_: rt::Property<T, V, O, W>) {}
%(operators)s
"""

OPERATORS = "Eq Ne Gt Ge Lt Le In StartsWith EndsWith Contains Has Any All Null Not".split()


def programs(json: dict) -> tuple[str, str]:
    """The ordinary program, and the strict one."""
    crate = Crate(json)
    traits = operator_traits(crate)
    operators = "\n".join(
        f"fn op_{it.lower()}<T, V, O: rt::filter::{it}, W>(_: rt::Property<T, V, O, W>) {{}}" for it in OPERATORS
    )
    usual = [HEAD % {"crate": crate.name, "operators": operators}]
    strict = [usual[0]]
    for number, (path, item) in enumerate(crate.public()):
        kind, inner = next(iter(item["inner"].items()))
        if kind == "struct":
            one, two = structure(crate, path, inner, traits)
        elif kind == "enum":
            one, two = enumeration(crate, path, inner)
        elif kind == "static":
            one, two = [f"let _: &'static {crate.ty(inner['type'])} = &{path};"], []
        else:
            one, two = [pointer(crate, path, inner, None)], []
        usual.append(function(number, one))
        strict.append(function(number, one + two))
    return "\n".join(usual), "\n".join(strict)


def function(number, statements):
    body = "\n    ".join(statements)
    return f"fn item_{number}() {{\n    {body}\n}}\n"


def operator_traits(crate):
    """The operators that a set has, by its public path."""
    found = {}
    for path, item in crate.public():
        if "::operators::" in path and "enum" in item["inner"]:
            names = set()
            for key in item["inner"]["enum"]["impls"]:
                impl = crate.item(key)["inner"]["impl"]
                if impl["trait"] is not None and not impl["is_synthetic"] and impl["blanket_impl"] is None:
                    names.add(impl["trait"]["path"].rsplit("::", 1)[-1])
            found[path] = names & set(OPERATORS)
    return found


def own_impls(crate, inner):
    for key in inner["impls"]:
        impl = crate.item(key)["inner"]["impl"]
        if not impl["is_synthetic"] and impl["blanket_impl"] is None:
            yield impl


def structure(crate, path, inner, traits):
    usual, strict = [], []
    names = {it["trait"]["path"].rsplit("::", 1)[-1] for it in own_impls(crate, inner) if it["trait"]}
    if {"Default", "Clone", "PartialEq", "Debug"} <= names:
        usual.append(f"plain::<{path}>();")
    elif "Default" in names:
        usual.append(f"fresh::<{path}>();")
    plain = inner["kind"].get("plain") if isinstance(inner["kind"], dict) else None
    fields = [crate.item(it) for it in (plain or {}).get("fields", [])]
    for field in fields:
        if field["visibility"] == "public":
            usual.append(f"let _: {crate.ty(field['inner']['struct_field'])} = any::<{path}>().{name(field)};")
    if plain and fields and not plain["has_stripped_fields"]:
        strict.append(f"let _ = {path} {{ {', '.join(f'{name(it)}: any()' for it in fields)} }};")
    for impl in own_impls(crate, inner):
        if impl["trait"] is not None:
            if impl["trait"]["path"].endswith("IsA"):
                base = crate.ty(impl["trait"]["args"]["angle_bracketed"]["args"][0]["type"])
                usual.append(f"is_a::<{path}, {base}>();")
            continue
        for key in impl["items"]:
            item = crate.item(key)
            if item is None or item["visibility"] != "public":
                continue
            kind, about = next(iter(item["inner"].items()))
            if kind == "assoc_const":
                one, two = constant(crate, path, item, about, traits)
                usual += one
                strict += two
            elif kind == "function":
                usual.append(pointer(crate, f"{path}::{name(item)}", about, path))
    return usual, strict


def named(ty, owner):
    """A type where `Self` has no meaning."""
    return re.sub(r"\bSelf\b", owner, ty)


def constant(crate, path, item, about, traits):
    ty = named(crate.ty(about["type"]), path)
    place = f"{path}::{item['name']}"
    args = (about["type"].get("resolved_path", {}).get("args") or {}).get("angle_bracketed", {}).get("args", [])
    if not ty.startswith("rt::Property<") or len(args) < 2:
        return [f"let _: {ty} = {place};"], []
    types = [named(crate.ty(it["type"]), path) for it in args if "type" in it]
    usual = [f"let _: ({types[0]}, {types[1]}) = value({place});"]
    operators = types[2] if len(types) > 2 else "rt::Unstated"
    stated = traits.get(operators, set(OPERATORS))
    usual += [f"op_{it.lower()}({place});" for it in OPERATORS if it in stated]
    access = types[3].rsplit("::", 1)[-1] if len(types) > 3 else "Writable"
    rights = {"Writable": 3, "NotNull": 2, "CreateOnly": 1, "ReadOnly": 0}[access]
    usual += [f"{it}({place});" for it in ("sets_new", "sets", "clears")[:rights]]
    return usual, [f"let _: {ty} = {place};"]


def enumeration(crate, path, inner):
    if not inner["variants"]:
        return [], [f"let _: Option<{path}> = None;"]
    variants = [crate.item(it) for it in inner["variants"]]
    is_plain = lambda it: it["inner"]["variant"]["kind"] == "plain"
    pattern = lambda it: f"{path}::{name(it)}" + ("" if is_plain(it) else "(..)")
    usual = [f"match any::<{path}>() {{ {pattern(it)} => (), _ => () }}" for it in variants]
    for variant in variants:
        kind = variant["inner"]["variant"]["kind"]
        if isinstance(kind, dict) and "tuple" in kind:
            held = crate.ty(crate.item(kind["tuple"][0])["inner"]["struct_field"])
            usual.append(f"let _: fn({held}) -> {path} = {path}::{name(variant)};")
    arms = ", ".join(f"{pattern(it)} => ()" for it in variants)
    return usual, [f"match any::<{path}>() {{ {arms} }}"]


def pointer(crate, path, about, owner):
    """A function whose parameters and result are spelled out."""
    here = lambda ty: named(crate.ty(ty), owner or "Self")
    inputs = ", ".join(here(ty) for _, ty in about["sig"]["inputs"])
    generics = [it for it in about["generics"]["params"] if "type" in it["kind"] and not it["kind"]["type"]["is_synthetic"]]
    if generics:
        return ""
    output = about["sig"]["output"]
    returns = here(output) if output is not None else "()"
    return f"let _: fn({inputs}) -> {returns} = {path};"
