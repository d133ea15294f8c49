"""The package as it is built, locked and imported."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import whoseword

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
# What holds nouns and does nothing: one vocabulary under one name, in as many files as it has subjects.
NOUNS = [ROOT / "src" / "whoseword" / name / "__init__.py" for name in ("across", "model")]
STAGES = sorted({*(ROOT / "src" / "whoseword").glob("*/__init__.py")} - {*NOUNS})
MOST_DISTRIBUTIONS = 40
SHIPPED = {".html", ".j2", ".css", ".js", ".svg", ".toml", ".csv", ".json", ".onnx", ".md", ".txt", ".typed"}


def locked(name: str) -> set[str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


def asked_for(requirements: list[str]) -> set[str]:
    return {re.split(r"[^a-z0-9-]", requirement.lower())[0] for requirement in requirements}


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def named(path: Path) -> set[str]:
    """What a module defines."""
    body = ast.parse(path.read_text("utf-8")).body
    made = {node.name for node in body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    return made | {target.id for target in targets if isinstance(target, ast.Name)}


def test_core_install_is_small():
    """whoseword and all that it needs are 40 distributions at most, on any one system."""
    assert len(locked("core") | {"whoseword"}) <= MOST_DISTRIBUTIONS


def test_every_dependency_is_locked():
    """What pyproject.toml asks for is pinned, each in its file."""
    extras = PROJECT["optional-dependencies"]
    assert asked_for(PROJECT["dependencies"]) <= locked("core") <= locked("dev")
    assert asked_for(extras["dev"]) <= locked("dev")
    assert asked_for(extras["training"]) <= locked("training")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_locks_hold_no_address_and_no_path(lock):
    """A lock holds names, versions, markers and hashes, so that it installs from any index."""
    line = re.compile(r"#.*|[a-z0-9-]+==[0-9][^ /]*( ; [^/@]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [text for text in lock.read_text("utf-8").splitlines() if not line.fullmatch(text)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_locked_version_has_a_hash(lock):
    """pip refuses a file with hashes for some packages only."""
    assert re.search(r"==[^\n]*\\\n(?!    --hash)", lock.read_text("utf-8")) is None


def test_version_is_the_same_everywhere():
    """The package and pyproject.toml name one version."""
    assert whoseword.__version__ == PROJECT["version"]


def test_import_loads_no_model_and_no_lexicon():
    """`import whoseword` brings in neither the model runtime nor a lexicon, so that it is fast."""
    code = "import sys, whoseword; print('\\n'.join(sys.modules))"
    loaded = set(run("-c", code).split())
    assert loaded & {"onnxruntime", "tokenizers", "numpy", "jinja2", "rich", "whoseword.lexicon"} == set()


def test_import_is_fast():
    """`import whoseword` takes less than 0.2 seconds of CPU, best of three."""
    code = "import time; start = time.process_time(); import whoseword; print(time.process_time() - start)"
    assert min(float(run("-c", code)) for _ in range(3)) < 0.2


def test_wheel_holds_the_package_and_its_data(tmp_path):
    """The wheel holds every module, word list, template and weight of the package, and nothing else."""
    run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("whoseword/")}
    package = ROOT / "src" / "whoseword"
    files = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert names == {path.relative_to(ROOT / "src").as_posix() for path in files}
    assert {path.suffix for path in files} <= {".py"} | SHIPPED


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem)
def test_every_test_states_its_fact(path):
    """Every test has a docstring of one line: the fact that it proves."""
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    tests = {test.name: ast.get_docstring(test) or "" for test in functions if test.name.startswith("test_")}
    assert [name for name, fact in tests.items() if not fact or "\n" in fact] == []


@pytest.mark.parametrize("stage", STAGES, ids=lambda path: path.parent.name)
def test_a_stage_opens_with_a_docstring_and_nothing_else(stage):
    """Importing one stage loads no other: its __init__ holds a docstring alone."""
    tree = ast.parse(stage.read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


@pytest.mark.parametrize("nouns", NOUNS, ids=lambda path: path.parent.name)
def test_every_noun_is_found_under_one_name(nouns):
    """The __init__ of a vocabulary only gathers it: what its modules make is listed there, and nothing else."""
    made = set().union(*(named(path) for path in nouns.parent.glob("*.py") if path != nouns))
    docstring, *imports, listed = ast.parse(nouns.read_text("utf-8")).body
    assert {type(node) for node in imports} == {ast.ImportFrom}
    assert isinstance(docstring, ast.Expr)
    assert isinstance(listed, ast.Assign)
    assert sorted(ast.literal_eval(listed.value)) == sorted(made)


def test_every_module_says_what_goes_in_and_out():
    """Every module of the package has a docstring."""
    modules = (ROOT / "src").rglob("*.py")
    assert [path.name for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []
