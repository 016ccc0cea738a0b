"""What stands in for the actions that the workflows use: a repository on disk is where they check out and push to."""

import shutil
import subprocess
from pathlib import Path

# More characters than that are refused by GitHub.
MOST_TEXT = 65_536
AUTHOR = ["-c", "user.name=workflow", "-c", "user.email=workflow@example.com"]


class Refused(Exception):
    """What the action or the service behind it would not do."""


def use(action: str, job, given: dict[str, str]):
    name = action.split("@")[0]
    if name not in ACTIONS:
        raise Refused("there is no stand-in for this action")
    does, known = ACTIONS[name]
    if set(given) - known:
        raise Refused(f"nothing is known of its inputs {sorted(set(given) - known)}")
    does(job, given)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise Refused(f"git {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def checkout(job, given):
    may(job, "contents", {"read", "write"})
    depth = given.get("fetch-depth", "1")
    depth = [] if depth == "0" else [f"--depth={depth}"]
    git(job.workspace, "clone", "--quiet", "--branch=main", *depth, f"file://{job.remote}", ".")
    # What is checked out without credentials cannot push.
    if given.get("persist-credentials") == "False":
        git(job.workspace, "remote", "set-url", "--push", "origin", "/nowhere")


def upload_artifact(job, given):
    """One artifact has the files of all paths, without the folders that all of them stand in."""
    files = [Path(it) for it in given["path"].split()]
    if len({it.parent for it in files}) != 1 or not all(it.is_file() for it in files):
        raise Refused(f"not all of these are files of one folder: {files}")
    into = job.artifacts / given["name"]
    into.mkdir()
    for file in files:
        shutil.copy(file, into)


def download_artifact(job, given):
    if not (job.artifacts / given["name"]).is_dir():
        raise Refused(f"there is no artifact {given['name']}")
    shutil.copytree(job.artifacts / given["name"], given["path"], dirs_exist_ok=True)


def create_pull_request(job, given):
    """Commits what differs below some paths to a branch; where nothing does, there is no pull request."""
    may(job, "contents", {"write"})
    may(job, "pull-requests", {"write"})
    text = Path(given["body-path"]).read_text()
    if len(text) > MOST_TEXT:
        raise Refused(f"the text of the pull request has {len(text)} characters")
    branch, paths = given["branch"], [it.strip() for it in given["add-paths"].split(",")]
    git(job.workspace, "add", "--all", "--", *paths)
    if not git(job.workspace, "diff", "--cached", "--name-only"):
        return
    git(job.workspace, "checkout", "--quiet", "-B", branch)
    git(job.workspace, *AUTHOR, "commit", "--quiet", "--message", given["commit-message"])
    git(job.workspace, "push", "--quiet", "--force", "origin", branch)
    job.pull_request = {"branch": branch, "title": given["title"], "text": text}


def may(job, what: str, allowed: set[str]):
    if job.permissions.get(what) not in allowed:
        raise Refused(f"the job has no permission `{what}: {min(allowed)}`")


# What each does, and what can be given to it.
ACTIONS = {
    "actions/checkout": (checkout, {"persist-credentials", "fetch-depth"}),
    "actions/upload-artifact": (upload_artifact, {"name", "path", "retention-days"}),
    "actions/download-artifact": (download_artifact, {"name", "path"}),
    "peter-evans/create-pull-request": (
        create_pull_request,
        {"add-paths", "branch", "title", "body-path", "commit-message"},
    ),
}
