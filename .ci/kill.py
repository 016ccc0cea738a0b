#!/usr/bin/env python3
"""Kills the generator at random moments and looks at what is left. Prints a table; exits 1 on a violation.

    kill.py XTASK CONFIG DOCS [--kills 300] [--seed 1]

Half of the kills hit a first run, half a regeneration that alternates between DOCS and a copy in which pages were
edited, added and removed. Most of a run only reads, so two kills of three wait until the run shows in the output
folder; of these, half wait until it moves files. After each kill the output must be as it was, or as it should
become, or `--check` must say "interrupted run"; the next run must give what it should become; files of other people,
one of which the manifest names, must be untouched; Git must see nothing of the run's own. (It may see the file that
hides the others while that is still empty: nothing is in the folder then.)
"""
import argparse
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

FOREIGN = {"src/by_hand.rs": "// Written by hand.\n", "notes/by_hand.md": "# Written by hand\n"}
WORK = ".apimark"
# Which moment a kill waits for: any of the run, that the run shows, that it moves files.
MOMENTS = ("any", "writing", "moving")


def tree(folder):
    """The contents of all files that are not the run's own and not of other people."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name.split("/")[0] not in (WORK, ".git") and name not in FOREIGN:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def variant(docs, target):
    """A copy of the docs in which every seventh page is edited, every fiftieth gone, and some are there twice."""
    shutil.copytree(docs, target)
    for index, page in enumerate(sorted(target.rglob("*.md"))):
        if page.parent.name != "resources":
            continue
        if index % 50 == 0:
            page.unlink()
        elif index % 7 == 0:
            page.write_text(page.read_text(encoding="utf-8").replace("|String|", "|Int32|"), encoding="utf-8")
        elif index % 51 == 0:
            text = page.read_text(encoding="utf-8").replace(f"microsoft.graph.{page.stem}", f"microsoft.graph.{page.stem}Copy")
            page.with_name(f"{page.stem}copy.md").write_text(text, encoding="utf-8")


class Generator:
    def __init__(self, xtask, config):
        self.command = [xtask, "generate", "--config", config]

    def arguments(self, docs, out, *more):
        return [*self.command, "--docs", str(docs), "--out", str(out), *more]

    def run(self, docs, out, *more):
        return subprocess.run(self.arguments(docs, out, *more), capture_output=True, text=True, check=False)

    def must_run(self, docs, out):
        done = self.run(docs, out)
        if done.returncode != 0:
            sys.exit(f"a run that nobody killed failed: {done.stderr}")


def stage_of(out):
    """How far a run is, from what it shows."""
    work = out / WORK
    for stage in ("moving", "done", "staging"):
        if (work / stage).is_dir():
            return stage
    return "lock" if work.exists() else None


def kill(process, out, moment, seconds, random_):
    """Kills the run at its moment; returns the stage that it left, or None if it ended before."""
    started = time.monotonic()
    if moment == "any":
        until = started + random_.uniform(0, seconds)
        while time.monotonic() < until and process.poll() is None:
            time.sleep(0.001)
    else:
        wanted = ("moving", "done") if moment == "moving" else ("lock", "staging", "moving", "done")
        while stage_of(out) not in wanted and process.poll() is None:
            # Moving takes thousandths of a second; until it is near, the run has need of the processor.
            if not (out / WORK).exists():
                time.sleep(0.002)
        time.sleep(random_.uniform(0, 0.004 if moment == "moving" else 0.5))
    ended = process.poll() is not None
    process.kill()
    process.wait()
    return "ended" if ended else stage_of(out) or "before"


class Trial:
    """One output folder in a Git repository of its own."""

    def __init__(self, folder, generator):
        self.out = folder / "out"
        self.folder = folder
        self.generator = generator
        self.violations = []
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)

    def reset(self, template):
        shutil.rmtree(self.out, ignore_errors=True)
        if template is not None:
            shutil.copytree(template, self.out)
        for name, text in FOREIGN.items():
            path = self.out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        manifest = self.out / "apimark.manifest"
        if template is not None:
            # What the manifest says of it must not matter.
            manifest.write_text(manifest.read_text() + "src/by_hand.rs\n")

    def expect(self, holds, what):
        if not holds:
            self.violations.append(what)

    def look(self, docs, old, new):
        """Returns what was found, and whether it was announced."""
        found = tree(self.out)
        state = "old" if found == old else "new" if found == new else "mixed"
        announced = False
        # A tree that is whole needs no word, and asking takes as long as a run.
        if state == "mixed" or stage_of(self.out) == "moving":
            check = self.generator.run(docs, self.out, "--check")
            announced = "interrupted run" in check.stderr
            self.expect(announced and check.returncode == 1, f"no word of an interrupted run: {check.stderr}")
            self.expect(tree(self.out) == found, "--check has changed the tree")
        git = ["git", "-C", str(self.folder), "status", "--porcelain", "--untracked-files=all"]
        seen = subprocess.run(git, capture_output=True, text=True, check=True).stdout
        own = [line for line in seen.splitlines() if f"/{WORK}" in line]
        still_empty = (self.out / WORK / ".gitignore").is_file() and os.listdir(self.out / WORK) == [".gitignore"]
        self.expect(not own or still_empty, f"Git sees {own}")
        self.expect_foreign()
        return f"{state}, announced" if announced else state

    def heal(self, docs, new):
        done = self.generator.run(docs, self.out)
        self.expect(done.returncode == 0, f"the next run fails: {done.stderr}")
        self.expect(tree(self.out) == new, "the next run does not give the new tree")
        self.expect(not (self.out / WORK).exists(), "the next run leaves something behind")
        self.expect_foreign()

    def expect_foreign(self):
        for name, text in FOREIGN.items():
            path = self.out / name
            self.expect(path.is_file() and path.read_text() == text, f"{name} is not as it was")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("xtask")
    parser.add_argument("config")
    parser.add_argument("docs", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random_ = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        sys.exit(trials(arguments, random_, work))


def trials(arguments, random_, work):
    generator = Generator(arguments.xtask, arguments.config)
    docs = [arguments.docs, work / "docs"]
    variant(*docs)
    templates = [work / "a", work / "b"]
    for source, template in zip(docs, templates):
        started = time.monotonic()
        generator.must_run(source, template)
        seconds = time.monotonic() - started
    trees = [tree(template) for template in templates]
    differ = sum(trees[0].get(name) != trees[1].get(name) for name in trees[0].keys() | trees[1].keys())
    print(f"  a run takes {seconds:.1f} s; {len(trees[0])} files, of which {differ} differ between the two docs", flush=True)
    trial = Trial(work / "trial", generator)
    tally, violations = {}, []
    for number in range(arguments.kills):
        kind = ("first run", "regeneration")[number % 2]
        moment = MOMENTS[number // 2 % 3]
        target = number // 2 % 2
        first = kind == "first run"
        trial.reset(None if first else templates[1 - target])
        old = {} if first else tree(trial.out)
        command = generator.arguments(docs[target], trial.out)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stage = kill(process, trial.out, moment, seconds, random_)
        state = trial.look(docs[target], old, trees[target])
        trial.heal(docs[target], trees[target])
        key = (kind, stage, state)
        tally[key] = tally.get(key, 0) + 1
        violations += [f"kill {number}, {kind}, {stage}: {what}" for what in trial.violations]
        trial.violations = []
        if (number + 1) % 25 == 0:
            print(f"  {number + 1} of {arguments.kills}: {len(violations)} violations", flush=True)
    print(f"  {'run':<14}{'killed in stage':<18}{'tree':<20}{'kills':>6}")
    for (kind, stage, state), count in sorted(tally.items()):
        print(f"  {kind:<14}{stage:<18}{state:<20}{count:>6}")
    for violation in violations:
        print(f"  VIOLATED: {violation}")
    print(f"  {arguments.kills} kills, {len(violations)} violations")
    return int(bool(violations))


if __name__ == "__main__":
    main()
