# `make report` and `make test` need Python 3.11+ and make, nothing else; after installation nothing touches the network.
PYTHON ?= python3
STORY ?= iran-missile-talks
BIN := .venv/bin
# options of JupyterLab: make lab LAB=--no-browser; and the folder that it shows
LAB ?=
ROOT ?= .
# what JupyterLab writes into a notebook and git is not to see
STRIP := --keep-id --extra-keys "metadata.widgets metadata.language_info.codemirror_mode metadata.language_info.file_extension metadata.language_info.mimetype metadata.language_info.nbconvert_exporter metadata.language_info.pygments_lexer metadata.language_info.version"

.PHONY: report test quality lab lint clean
.DEFAULT_GOAL := report

report: .venv/installed
	$(BIN)/onrecord run $(STORY)

test: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest

quality: .venv/installed
	$(BIN)/python benchmarks/quality.py

lab: .venv/installed
	$(BIN)/python -m ipykernel install --prefix .venv --name python3 --display-name "Python 3 (ipykernel)"
	@mkdir -p .venv/share/jupyter/lab/settings
	@echo '{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}, "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"}}' > .venv/share/jupyter/lab/settings/overrides.json
	@git config filter.notebooks.clean '$(BIN)/nbstripout $(STRIP)' 2>/dev/null || true
	$(BIN)/jupyter lab --ServerApp.root_dir=$(ROOT) --LabApp.default_url=/lab/tree/notebooks $(LAB)

lint: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .onrecord .mypy_cache .pytest_cache .ruff_cache

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "On the Record needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "Python has no venv module: on Debian or Ubuntu install it with 'apt-get install python3-venv'"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@
