"""Do the pages say what the code does? Every command, option, problem code and field of the record stands in docs/."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from whoseword import cli
from whoseword.dossier.export import record_to_json
from whoseword.model import (
    Commitment,
    Due,
    Entity,
    Event,
    Figure,
    Link,
    Modal,
    Number,
    Part,
    Problem,
    Published,
    Quantity,
    Reading,
    Record,
    Report,
    Statement,
    Time,
)

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("changelog.d/*.md")])
MODULES = sorted((ROOT / "src" / "whoseword").rglob("*.py"))
PROGRAM = typer.main.get_command(cli.app)


def commands_of(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that does something, by all the words that are typed: `evaluate polnear` is one."""
    for name, command in vars(group)["commands"].items():
        if "commands" in vars(command):
            yield from commands_of(command, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


COMMANDS: dict[str, Any] = dict(commands_of(PROGRAM))
HELP = {"--help", "-h"}  # asked for in the program, not a parameter of any command
FRAGMENT = re.compile(r"[a-z0-9-]+\.(added|changed|fixed|removed)\.md")


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def page_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# Problem codes


class NotWrittenOutError(Exception):
    """A problem code that is put together at run time cannot be checked against the docs."""


def constants(tree: ast.Module) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def column(name: str, tree: ast.Module) -> Iterator[ast.expr]:
    """What a loop variable takes on, in loops such as `for code, pattern in TABLE` over a table of the module."""
    tables = constants(tree)
    for loop in ast.walk(tree):
        match loop:
            case ast.For(target=ast.Tuple(elts=targets), iter=ast.Name(id=table)) if table in tables:
                places = [place for place, target in enumerate(targets) if getattr(target, "id", None) == name]
                rows = getattr(tables[table], "elts", [])
                yield from (row.elts[place] for row in rows for place in places)


def written_out(value: ast.expr | None, tree: ast.Module) -> set[str]:
    """The strings that an expression can be, as far as the module writes them out."""
    match value:
        case ast.Constant(value=str(code)):
            return {code}
        case ast.IfExp(body=body, orelse=orelse):
            return written_out(body, tree) | written_out(orelse, tree)
        case ast.Name(id=name) if name in constants(tree):
            return written_out(constants(tree)[name], tree)
        case ast.Name(id=name) if found := list(column(name, tree)):
            return set().union(*(written_out(item, tree) for item in found))
        case ast.Attribute(attr="code"):
            # Carried in another object: then its codes are the named arguments of this module.
            named = [word.value for word in ast.walk(tree) if isinstance(word, ast.keyword) and word.arg == "code"]
            return set().union(*(written_out(item, tree) for item in named if not isinstance(item, ast.Attribute)))
    raise NotWrittenOutError(ast.unparse(value) if value else "no code")


def problem_codes(source: str) -> set[str]:
    """Every code of a Problem that the source can make; a NotWrittenOutError where that cannot be told."""
    tree = ast.parse(source)
    codes: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Problem":
            named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            codes |= written_out(next(iter(named or node.args), None), tree)
    return codes


def first_column(name: str) -> list[str]:
    """What stands in code marks at the start of the rows of a page's tables."""
    return re.findall(r"^\| `([^`]+)` \|", page(name), re.MULTILINE)


@pytest.mark.parametrize(
    "source",
    [
        'Problem("a-b", "message")',
        'model.Problem(code="a-b", message="")',
        'CODE = "a-b"\nProblem(CODE, "message")',
        'TABLE = (("x", "a-b"),)\nfor mark, code in TABLE:\n    Problem(code, mark)',
        'parsed = Parsed(code="a-b")\nProblem(parsed.code, "message")',
    ],
)
def test_codes_are_found_however_they_are_written(source):
    """A code is found as a constant, by name, in a table that is looped over, and carried in another object."""
    assert problem_codes(source) == {"a-b"}


def test_a_code_put_together_at_run_time_is_refused():
    """A code that the docs cannot be held to fails the build."""
    with pytest.raises(NotWrittenOutError):
        problem_codes("Problem(f'{kind}-guessed', message)")


def test_every_problem_code_is_documented_and_every_documented_code_is_used():
    """docs/problems.md lists the codes of src/, each once and no others."""
    used = set().union(*(problem_codes(path.read_text("utf-8")) for path in MODULES))
    assert first_column("problems.md") == sorted(used)


# Rules and word lists


def rules(source: str) -> set[str]:
    """Every rule that the source writes out: `rule = "…"`, `rule="…"`, or the third value of a Link."""
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Assign(targets=[ast.Name(id="rule")], value=value) | ast.keyword(arg="rule", value=value):
                found.append(value)
            case ast.Call(func=ast.Name(id="Link"), args=[_, _, value, *_]):
                found.append(value)
    return {value.value for value in found if isinstance(value, ast.Constant) and isinstance(value.value, str)}


def test_every_rule_is_documented_and_every_documented_rule_is_used():
    """docs/rules.md lists the rules that src/ names, each once and no others."""
    used = set().union(*(rules(path.read_text("utf-8")) for path in MODULES))
    assert first_column("rules.md") == sorted(used)


def test_every_word_list_is_documented():
    """docs/lexicons.md lists the files of word lists, each once and no others."""
    folder = ROOT / "src" / "whoseword" / "lexicons"
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert first_column("lexicons.md") == sorted(files)


# Commands


def section(title: str) -> str:
    """The part of docs/commands.md under a heading."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", page("commands.md"), re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no heading '## {title}'"
    return found[1]


def options_of(command: Any) -> set[str]:
    names = (name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts))
    return {name for name in names if name.startswith("-")}


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", " ".join(re.findall(r"`([^`\n]+)`", text))))


def test_every_command_is_documented_and_every_documented_command_is_there():
    """docs/commands.md has a heading for every command of the program, and no other."""
    headings = re.findall(r"^## whoseword (.+)", page("commands.md"), re.MULTILINE)
    assert sorted(headings) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented_and_every_documented_option_is_there(name):
    """The section of a command names exactly its options, short forms as well."""
    assert options_in(section(f"whoseword {name}")) == options_of(COMMANDS[name]) | HELP


def test_the_options_of_the_program_are_documented():
    """What whoseword takes without a command is documented as well."""
    assert options_in(section("Of the program itself")) == options_of(PROGRAM) | HELP


@pytest.mark.parametrize("path", PAGES, ids=page_id)
def test_command_lines_on_the_pages_can_be_typed(path):
    """A line that begins with whoseword or make names a command and options that are there."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for line in re.findall(r"^    (?:whoseword|make) .*$", path.read_text("utf-8"), re.MULTILINE):
        program, *words = line.split("#")[0].split()
        if program == "make":
            assert words[0] in targets, line
        else:
            command = next((name for name in COMMANDS if words[: len(name.split())] == name.split()), None)
            assert command, line
            assert {word for word in words if word[0] == "-" and word != "-"} <= options_of(COMMANDS[command]) | HELP, (
                line
            )


# The record


def full_record() -> Record:
    published, parts = Published("2023", "given"), (Part("body", (0, 11)),)
    report = Report("r", "a.txt", 1, "He said no.", "t", "d", ("b",), "o", "u", "en", published, parts)
    entity = Entity("e1", "He", "person", True, None, ((0, 2),), number=Number(1, many=False))
    statement = Statement(
        id="s1",
        source=(0, 2),
        entity="e1",
        cue=((3, 7),),
        content=((8, 10),),
        quote="indirect",
        told_to=("e1",),
        within=None,
        chain=(Link("e1", "stated", "cue"),),
        act="denial",
        modality=(Modal((8, 10), "negated"),),
        confidence=0.9,
        rule="reader",
    )
    commitment = Commitment("c1", ("e1",), (), (3, 7), Due("unstated"), None, ("s1",), "denied")
    return Record(
        report,
        Reading((), (), (), ()),
        (entity,),
        (statement,),
        (Problem("a-b", "m", (0, 1)),),
        times=(Time((8, 10), "DATE", "2023"),),
        quantities=(Quantity((8, 10), 2.0),),
        events=(Event("v1", (3, 7), None, "actual"),),
        commitments=(commitment,),
        figures=(Figure((8, 10), None, None, None, "s1"),),
    )


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys(item) for item in value.values()))
    if isinstance(value, (list, tuple)):
        return set().union(*(keys(item) for item in value))
    return set()


def test_every_field_of_the_record_is_documented():
    """docs/record.md names every field that a record can have."""
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", page("record.md")))))
    assert keys(record_to_json(full_record())) - named == set()


# Pages


@pytest.mark.parametrize("path", PAGES, ids=page_id)
def test_links_lead_somewhere(path):
    """Every link to another file of the project leads to a file."""
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not (path.parent / link).exists()] == []


def test_pages_that_the_code_sends_people_to_are_there():
    """Where a message, a comment or a word list names a page of docs/, the page is there."""
    files = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".toml", ".css", ".j2", ".md"}]
    named = {page for path in files for page in re.findall(r"docs/[\w/-]+\.md", path.read_text("utf-8"))}
    assert {page for page in named if not (ROOT / page).exists()} == set()


def test_the_index_leads_to_every_page():
    """No page in docs/ stands alone: the index links to it."""
    linked = {(DOCS / link).resolve() for link in re.findall(r"\]\(([^)#\s]+)", page("index.md"))}
    assert {path for path in DOCS.rglob("*.md") if path.name != "index.md"} <= linked


def test_changelog_fragments_follow_the_convention():
    """A changelog fragment is called NAME.KIND.md, and says something."""
    fragments = [path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    assert [path.name for path in fragments if not FRAGMENT.fullmatch(path.name)] == []
    assert [path.name for path in fragments if not path.read_text("utf-8").strip()] == []
