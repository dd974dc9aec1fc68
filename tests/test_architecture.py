"""The house: imports go one way, modules stay small and have one noun, notebooks keep their contract."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest
from conftest import REPOSITORY

PACKAGE = REPOSITORY / "src" / "onrecord"
MODULES = sorted(
    str(p.relative_to(PACKAGE).with_suffix("")).replace("/", ".").removesuffix(".__init__")
    for p in PACKAGE.rglob("*.py")
    if p != PACKAGE / "__init__.py"
)
# The house: each package imports only from those above it; siblings of one row not from each other.
ORDER = [
    ["errors"],
    ["lexicon", "models"],
    ["tables"],
    ["story"],
    ["language"],
    ["intake"],
    ["claims", "actors", "figures"],
    ["extraction"],
    ["comparison"],
    ["processed"],
    ["charts"],
    ["report"],
    ["run"],
    ["lab"],
]
# Packages whose modules are a library of their own: others name the module. Of all others they name the face only.
OPEN = {"errors", "lexicon", "language", "tables"}
# Which third-party package may be imported where: by package of the house.
THIRD_PARTY = {
    "IPython": {"story"},
    "anywidget": {"lab"},
    "babel": {"language"},
    "charset_normalizer": {"tables"},
    "distributed": {"run"},
    "duckdb": {"processed"},
    "docx": {"intake"},
    "ftfy": {"intake"},
    "htmldate": {"intake"},
    "itables": {"lab"},
    "jinja2": {"report"},
    "lxml": {"intake"},
    "markdown_it": {"intake"},
    "markupsafe": {"report"},
    "matplotlib": {"charts"},
    "nbconvert": {"report"},
    "nbformat": {"report"},
    "nltk": {"language"},
    "numpy": {"claims", "comparison", "language"},
    "onnxruntime": {"claims"},
    "filelock": {"run"},
    "jupyter_client": {"run"},
    "pandas": {"tables", "story", "intake", "extraction", "comparison", "processed", "charts", "report", "run", "lab"},
    "pandera": {"tables"},
    "papermill": {"run"},
    "py3langid": {"intake"},
    "pyarrow": {"intake"},
    "pydantic": {"story", "extraction"},
    "rich": {"run"},
    "pypdf": {"intake"},
    "spacy": {"language", "claims", "actors"},
    "textstat": {"language"},
    "thinc": {"language"},
    "threadpoolctl": {"language"},
    "tokenizers": {"claims"},
    "trafilatura": {"intake"},
    "typer": {"run"},
    "yaml": {"story", "intake"},
}
LONGEST = 300
NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "misc"}


def path_of(module: str) -> Path:
    path = PACKAGE / module.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(path_of(module).read_text(encoding="utf8"))


@cache
def imports_of(module: str) -> frozenset[str]:
    """Modules of the package that a module imports anywhere, also inside functions."""
    found = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "onrecord":
            base = node.module.removeprefix("onrecord").removeprefix(".")
            names = [f"{base}.{a.name}".strip(".") for a in node.names]
            found |= {name if name in MODULES else base for name in names}
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("onrecord.") for a in node.names if a.name.startswith("onrecord.")}
    return frozenset(found & set(MODULES)) - {module}


def package_of(module: str) -> str:
    return module.split(".")[0]


def row_of(module: str) -> int:
    return next(i for i, row in enumerate(ORDER) if package_of(module) in row)


def test_the_modules_are_found():
    assert {"errors", "lexicon", "report.page", "run.cli"} <= set(MODULES)
    assert "errors" in imports_of("tables.files")
    assert "report.findings" in imports_of("report.page")


def test_every_package_stands_in_the_order():
    there = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.name[0] not in "._"} - {"py.typed"}
    assert there == {name for row in ORDER for name in row}


def reach(module: str) -> set[str]:
    """All modules that a module leads to; a face leads to the modules that it names."""
    seen, todo = set(), [module]
    while todo:
        for other in imports_of(todo.pop()) - seen:
            seen.add(other)
            todo.append(other)
    return seen


@pytest.mark.parametrize("module", MODULES)
def test_no_cycle(module):
    assert module not in reach(module)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module):
    for other in imports_of(module):
        if package_of(other) != package_of(module):
            assert row_of(other) < row_of(module), f"{module} imports {other}"


def test_no_relative_imports():
    for module in MODULES:
        assert not [n for n in ast.walk(tree_of(module)) if isinstance(n, ast.ImportFrom) and n.level], module


def face_of(package: str) -> set[str]:
    """The names in ``__all__`` of a package's ``__init__``."""
    found = [n for n in tree_of(package).body if isinstance(n, ast.Assign) and n.targets[0].id == "__all__"]
    return set(ast.literal_eval(found[0].value)) if found else set()


@pytest.mark.parametrize("module", MODULES)
def test_other_packages_are_entered_by_their_face(module):
    for node in ast.walk(tree_of(module)):
        parts = node.module.split(".") if isinstance(node, ast.ImportFrom) and node.module else []
        if parts[:1] != ["onrecord"] or len(parts) < 2 or parts[1] in OPEN | {package_of(module)}:
            continue
        assert len(parts) == 2, f"{module} imports from {node.module}"
        assert {a.name for a in node.names} <= face_of(parts[1]), f"{module} imports {ast.unparse(node)}"


@pytest.mark.parametrize("module", MODULES)
def test_third_party_packages_stay_where_they_belong(module):
    used = {name.split(".")[0] for name in runtime_imports(module)} & THIRD_PARTY.keys()
    assert {name for name in used if package_of(module) not in THIRD_PARTY[name]} == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_by_a_noun_of_the_house(module):
    assert not NAMELESS & set(module.split("."))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_short(module):
    assert len(path_of(module).read_text(encoding="utf8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for(module):
    assert ast.get_docstring(tree_of(module))


@pytest.mark.parametrize("module", MODULES)
def test_public_functions_are_described(module):
    """Public: what another module could import; short ones in one line may say it by name and type alone."""
    for node in tree_of(module).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and len(node.body) > 2:
            assert ast.get_docstring(node), f"{module}.{node.name}"


def has_behaviour(module: str) -> bool:
    return any(isinstance(n, ast.FunctionDef) for n in ast.walk(tree_of(module)))


@pytest.mark.parametrize("module", [m for m in MODULES if has_behaviour(m)])
def test_a_module_with_behaviour_has_its_test(module):
    *packages, name = module.split(".")
    assert (REPOSITORY / "tests" / Path(*packages) / f"test_{name}.py").is_file()


def calls_of(module: str) -> set[str]:
    return {n.attr for n in ast.walk(tree_of(module)) if isinstance(n, ast.Attribute)}


FORMATS = re.compile(r"(read|to)_(parquet|csv|excel|feather|json|pickle)")
# Not tables of the dictionary: public statistics as received, and the numbers of one chart.
RAW_TABLES = {"comparison.references": {"read_csv"}, "report.package": {"to_csv"}}


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"tables.files"}))
def test_only_tables_knows_the_formats_of_tables(module):
    used = {name for name in calls_of(module) if FORMATS.fullmatch(name)}
    assert used <= RAW_TABLES.get(module, set())


def runtime_imports(module: str) -> set[str]:
    """Names of packages that a module imports, as written; those for type checkers only are left out."""
    found = set()
    checked = [n for n in tree_of(module).body if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test)]
    skipped = {inner for n in checked for inner in ast.walk(n)}
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import) and node not in skipped:
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node not in skipped:
            found.add(node.module)
    return found


# Types and names of annotations: importing them loads no pipeline.
SPACY_NAMES = {"spacy.tokens", "spacy.attrs", "spacy.symbols"}


# The module that loads spaCy, and the part of its pipeline that is ours.
PIPELINES = {"language.parsing", "language.attribute_ruler"}


@pytest.mark.parametrize("module", sorted(set(MODULES) - PIPELINES))
def test_only_language_loads_spacy(module):
    used = {name for name in runtime_imports(module) if name.split(".")[0] == "spacy"}
    assert used <= SPACY_NAMES


NETWORK = {"requests", "urllib", "http", "socket", "httpx", "aiohttp", "ftplib"}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_touches_the_network_or_chance(module):
    assert not {name.split(".")[0] for name in runtime_imports(module)} & (NETWORK | {"random", "uuid"})


def test_importing_the_package_costs_nothing():
    loaded = {n for n in ast.walk(ast.parse((PACKAGE / "__init__.py").read_text())) if isinstance(n, ast.Import)}
    assert not loaded


NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
HELD = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def cells(path: Path, kind: str | None = None) -> list[dict]:
    found = json.loads(path.read_text(encoding="utf8"))["cells"]
    return [c for c in found if kind in (None, c["cell_type"])]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def test_the_notebooks_of_the_design_are_there():
    assert {"01-clean", "02-extract", "03-compare", "04-report", "explore", "review", "corpus"} <= {
        p.stem for p in NOTEBOOKS
    }


@HELD
def test_a_notebook_is_committed_clean(path):
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
    assert not any(c["metadata"].keys() - {"tags"} for c in cells(path))


@HELD
def test_a_notebook_s_ids_are_stable(path):
    ids = [c["id"] for c in cells(path)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(rf"{re.escape(path.stem.split('-')[0])}-\d\d", i) for i in ids)


@HELD
def test_one_cell_is_tagged_parameters_and_the_check_follows(path):
    code = cells(path, "code")
    tagged = [i for i, c in enumerate(code) if "parameters" in c["metadata"].get("tags", [])]
    assert tagged == [0]
    assert f'parameters.check_parameters("{path.stem}")' in source(code[1])
    every = cells(path)
    assert every.index(code[1]) == every.index(code[0]) + 1


@HELD
def test_parameters_are_annotated_literals_with_help(path):
    lines = source(cells(path, "code")[0]).splitlines()
    assert lines[0] == "# Parameters"
    for line in lines[1:]:
        assert re.fullmatch(r'\w+: (str|int|float|bool) = ("[^"]*"|[\d.]+|True|False)  # .{10,}', line)


@HELD
def test_a_notebook_is_short(path):
    code = cells(path, "code")
    assert len(code) <= 15
    assert max(len(source(c).splitlines()) for c in code) <= 10


PROGRAMMING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.For, ast.While, ast.Try, ast.With)
PROGRAMMING = (*PROGRAMMING, ast.If, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)


@HELD
def test_a_notebook_holds_no_program(path):
    for cell in cells(path, "code"):
        tree = ast.parse(source(cell).rstrip(";\n "))
        assert not [n for n in ast.walk(tree) if isinstance(n, PROGRAMMING)]
        assert "../" not in source(cell)
        assert not re.search(r"^\s*(import re\b|from re\b|%|!)|\bre\.\w+\(", source(cell), re.MULTILINE)


@HELD
def test_a_notebook_asks_and_says_what_it_reads_and_writes(path):
    first = source(cells(path)[0])
    assert cells(path)[0]["cell_type"] == "markdown"
    assert re.match(r"# .*\?\n", first)
    assert "Reads" in first
    assert "Writes" in first
    assert "## Limits" in "".join(source(c) for c in cells(path, "markdown"))


@HELD
def test_a_notebook_names_the_kernel_that_every_installation_has(path):
    metadata = json.loads(path.read_text(encoding="utf8"))["metadata"]
    assert metadata["kernelspec"]["name"] == "python3"
    assert metadata["kernelspec"]["language"] == "python"  # papermill wants it
    assert "papermill" not in metadata
