#!/usr/bin/env python3
"""Checks that a generated crate compiles without a warning whatever part of it is asked for: none, each version
alone, each area alone, what sends, everything. Prints what each costs; exits 1 when something does not compile.

    features.py MANIFEST    environment and locked packages as for any `cargo check` of it
"""
import resource
import subprocess
import sys
import tomllib


def subsets(manifest):
    with open(manifest, "rb") as file:
        features = tomllib.load(file)["features"]
    areas, senders = features["areas"], ["client", "identity"]
    versions = [name for name in features if name not in ["default", "areas", *senders, *areas]]
    yield "nothing", []
    yield from ((name, [name]) for name in [*versions, *senders])
    yield from ((name, [*versions, name]) for name in areas)
    yield "everything but what sends", [*versions, "areas"]


def used():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(manifest):
    missed = 0
    for label, features in subsets(manifest):
        before = used()
        command = ["cargo", "check", "--quiet", "--offline", "--manifest-path", manifest]
        chosen = ["--no-default-features", "--features", ",".join(features)]
        run = subprocess.run([*command, *chosen], stderr=subprocess.PIPE, text=True, check=False)
        # A quiet check prints nothing but warnings and errors.
        clean = run.returncode == 0 and not run.stderr
        missed += not clean
        print(f"  {label:<40}{used() - before:6.1f} CPU s{'' if clean else '   MISSED'}")
        print(run.stderr, end="", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
