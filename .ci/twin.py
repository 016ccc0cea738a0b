#!/usr/bin/env python3
"""Turns the models of a generated crate into twins with serde's derives, to compare what they cost to compile.

    twin.py CRATE TABLED DERIVED

writes two crates with the models of CRATE alone: as they are, and with derived traits in place of field tables.
"""
import pathlib
import re
import shutil
import sys

DERIVES = "#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]\n"


def models_only(crate, target):
    shutil.copytree(crate, target)
    manifest = target / "Cargo.toml"
    text = re.sub(r'^name = ".*"', f'name = "{target.name}"', manifest.read_text(), count=1, flags=re.M)
    manifest.write_text(text.replace("[dependencies]\n", '[dependencies]\nserde = { version = "1", features = ["derive"] }\n'))
    for version in (target / "src").iterdir():
        if version.is_dir():
            for name in ("operations", "paths"):
                shutil.rmtree(version / name, ignore_errors=True)
            (version / "api.rs").unlink(missing_ok=True)
            module = version / "mod.rs"
            module.write_text("".join(line for line in module.read_text().splitlines(True)
                                      if not re.search(r"\b(operations|paths|api)\b", line) or line.startswith("//")))


def without_constants(path):
    """Queries and changes are not what the two ways to read and write JSON differ in."""
    text = re.sub(r"^impl \w+ \{\n    (?:pub (?:const|fn)|#|//).*?^\}\n", "", path.read_text(), flags=re.M | re.S)
    path.write_text(re.sub(r"^(?:#\[cfg\(.*\)\]\n)?impl rt::IsA<.*\n", "", text, flags=re.M))


def derive(path):
    text = path.read_text()
    wire = {}
    for table in re.finditer(r"^rt::model! \{\n    (\w+): .*?\{\n(.*?)    \}\n\}\n", text, re.M | re.S):
        wire[table[1]] = dict(re.findall(r'^        (\S+): "(.*)",$', table[2], re.M))
    text = re.sub(r"^rt::(model|any_of)! \{\n.*?^\}\n", "", text, flags=re.M | re.S)
    text = re.sub(r"^    \w+::Any\w+,\n", "", text, flags=re.M)
    text = re.sub(r"Option<((?:\w+::)*)Any(\w+)>", r"Option<Box<\1\2>>", text)
    text = re.sub(r"((?:\w+::)+)Any(\w+)", r"\1\2", text)

    def structure(match):
        names = wire[match[1]]

        def field(member):
            name = names.get(member[1])
            if name is None:
                return "    #[serde(skip)]\n    pub additional: (),\n"
            return f'    #[serde(rename = "{name}", skip_serializing_if = "Option::is_none")]\n{member[0]}'

        return f"{DERIVES}pub struct {match[1]} {{\n" + re.sub(r"^    pub (\S+): .*\n", field, match[2], flags=re.M) + "}\n"

    path.write_text(re.sub(r"^pub struct (\w+) \{\n(.*?)^\}\n", structure, text, flags=re.M | re.S))


def main():
    crate, tabled, derived = map(pathlib.Path, sys.argv[1:])
    models_only(crate, tabled)
    models_only(crate, derived)
    for path in [*tabled.rglob("*.rs"), *derived.rglob("*.rs")]:
        without_constants(path)
    for path in derived.rglob("*.rs"):
        derive(path)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main()
