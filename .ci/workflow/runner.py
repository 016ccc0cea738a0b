"""Runs a workflow of GitHub Actions step by step: exactly its `run:` lines, and stand-ins for the actions that it uses.

What is not known here (a key, an expression, an action) fails, so that nothing of a workflow is passed over.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

import actions

JOB = {"runs-on", "timeout-minutes", "permissions", "outputs", "needs", "steps"}
STEP = {"name", "id", "run", "uses", "with", "env", "continue-on-error"}
GITHUB = {"server_url": "https://github.example", "repository": "ours/client", "run_id": "7"}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


class Failed(Exception):
    """A step failed that may not, or the workflow says what no runner here understands."""


@dataclass
class Job:
    """A job under way: where it works, what it may do, and what its expressions can name."""

    name: str
    remote: Path
    workspace: Path
    temp: Path
    artifacts: Path
    permissions: dict[str, str]
    context: dict
    log: list[str] = field(default_factory=list)
    pull_request: dict | None = None

    def evaluated(self, text) -> str:
        return EXPRESSION.sub(lambda found: self.value(found[1]), str(text))

    def value(self, path: str) -> str:
        it = self.context
        for part in path.split("."):
            if not isinstance(it, dict) or part not in it:
                raise Failed(f"{self.name}: nothing is known of the expression `{path}`")
            it = it[part]
        return str(it)


@dataclass
class Run:
    """What came of a workflow."""

    artifacts: Path
    pull_request: dict | None
    log: str


class Runner:
    """Runs workflows of one repository, `remote`, in the folder `work`.

    `between` is called with the folder of the artifacts before a job begins that needs another.
    """

    def __init__(self, remote: Path, work: Path, env: dict[str, str]):
        self.remote, self.work, self.env = remote, work, env

    def run(self, file: Path, between=lambda _: None) -> Run:
        workflow = yaml.safe_load(file.read_text())
        # YAML 1.1 takes the key `on` for a truth.
        only(workflow, {"name", True, "permissions", "jobs"}, str(file))
        shutil.rmtree(self.work, ignore_errors=True)
        artifacts = self.work / "artifacts"
        artifacts.mkdir(parents=True)
        done: dict[str, dict] = {}
        log, pull_request = [], None
        for name, spec in workflow["jobs"].items():
            only(spec, JOB, name)
            needed = spec.get("needs", [])
            needed = [needed] if isinstance(needed, str) else needed
            if needed:
                between(artifacts)
            job = self.job(name, spec, workflow.get("permissions", {}), artifacts)
            # A job sees the outputs of those that it names alone, and they come before it.
            job.context["needs"] = {it: {"outputs": done[it]} for it in needed}
            try:
                for step in spec["steps"]:
                    self.step(job, step)
            except Failed as error:
                raise Failed(f"{error}\n" + "\n".join(job.log)) from None
            done[name] = {key: job.evaluated(it) for key, it in spec.get("outputs", {}).items()}
            log += job.log
            pull_request = job.pull_request or pull_request
        return Run(artifacts, pull_request, "\n".join(log))

    def job(self, name: str, spec: dict, permissions: dict, artifacts: Path) -> Job:
        """Each job begins on a machine of its own: with an empty folder, and nothing of other jobs."""
        # At the same place each time, as on a hosted runner, so that what is built there need not be built again.
        workspace, temp = self.work / name / "work", self.work / name / "temp"
        workspace.mkdir(parents=True)
        temp.mkdir()
        context = {"steps": {}, "runner": {"temp": temp}, "github": GITHUB}
        allowed = spec.get("permissions", permissions)
        return Job(name, self.remote, workspace, temp, artifacts, allowed, context)

    def step(self, job: Job, step: dict):
        only(step, STEP, f"a step of {job.name}")
        if "uses" in step:
            given = {key: job.evaluated(it) for key, it in step.get("with", {}).items()}
            job.log.append(f"uses {step['uses']}")
            try:
                actions.use(step["uses"], job, given)
            except actions.Refused as error:
                raise Failed(f"{job.name}: {step['uses']}: {error}") from None
            return
        command = job.evaluated(step["run"])
        env = self.env | {"CI": "true", "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(job.temp), "GITHUB_WORKSPACE": str(job.workspace)}
        env |= {key: job.evaluated(it) for key, it in step.get("env", {}).items()}
        for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
            env[name] = str(job.temp / name.lower())
            Path(env[name]).touch()
        script = job.temp / "step.sh"
        script.write_text(command)
        # As a runner calls the shell where a step names none.
        done = subprocess.run(["bash", "-e", script], cwd=job.workspace, env=env, capture_output=True, text=True)
        script.unlink()
        job.log += ["$ " + command.strip().replace("\n", "\n  "), done.stdout + done.stderr]
        outcome = "success" if done.returncode == 0 else "failure"
        if "id" in step:
            outputs = (job.temp / "github_output").read_text().splitlines()
            job.context["steps"][step["id"]] = {"outcome": outcome, "outputs": dict(it.split("=", 1) for it in outputs)}
        if outcome == "failure" and step.get("continue-on-error") is not True:
            raise Failed(f"{job.name}: a step failed with {done.returncode}:\n{command}")


def only(it: dict, known: set, what: str):
    unknown = set(it) - known
    if unknown:
        raise Failed(f"{what}: nothing is known of {sorted(map(str, unknown))}")


def environment(tools: Path, target: Path) -> dict[str, str]:
    """What steps find in their environment: the tools that stand in for some, and nothing of the user's settings of Git."""
    return {
        **os.environ,
        "PATH": f"{tools}:{tools.parent}/installed/bin:{os.environ['PATH']}",
        "CARGO_INSTALL_ROOT": str(tools.parent / "installed"),
        "CARGO_TARGET_DIR": str(target),
        "CARGO_INCREMENTAL": "0",
        "CARGO_PROFILE_DEV_DEBUG": "0",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
    }
