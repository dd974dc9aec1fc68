"""Types: everything is strict but a list of modules, which only gets shorter."""

import subprocess
import sys
import tomllib

from conftest import REPOSITORY

SETTINGS = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf8"))["tool"]["mypy"]
EXCUSED = {module for override in SETTINGS["overrides"] for module in override["module"]}


def test_types_hold_and_no_module_is_excused_for_nothing(tmp_path):
    plain = {key: value for key, value in SETTINGS.items() if key not in ("overrides", "files")}
    config = tmp_path / "mypy.ini"
    config.write_text("[mypy]\n" + "".join(f"{key} = {value}\n" for key, value in plain.items()))
    command = [sys.executable, "-m", "mypy", "--config-file", str(config), "--cache-dir", str(tmp_path), "src/onrecord"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    named = {line.split(":")[0].removeprefix("src/").removesuffix(".py").replace("/", ".") for line in errors}
    named = {name.removesuffix(".__init__") for name in named}
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert [line for line in errors if not any(f"src/{m.replace('.', '/')}.py" in line for m in EXCUSED)] == []
    assert EXCUSED - named == set(), "these are clean now: take them out of the list in pyproject.toml"
