# The two commands to begin with: `make demo` and `make test`. `make help` lists the rest.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
DOSSIER := build/dossier.html
STORE := build/demo.db

# What the demo reads: the examples, or with SEEDS=FOLDER every text file of that folder.
INPUT := $(if $(SEEDS),$(sort $(wildcard $(SEEDS)/*.txt)),examples)

.PHONY: help setup demo test browser check bench pictures lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with the locked versions (once; again when they change)

# The stamp holds the sum of what was installed, so that a checkout which only touches the files installs nothing.
$(READY): requirements/dev.txt pyproject.toml scripts/setup
	@sum="$$(cat $^ | cksum)"; \
	if [ ! -f $@ ] || [ "$$(cat $@)" != "$$sum" ]; then scripts/setup $(VENV); fi; \
	printf '%s\n' "$$sum" > $@

demo: $(READY) ## follow the examples' story and make build/dossier.html (SEEDS=FOLDER: from its .txt files)
	@if [ -z "$(INPUT)" ]; then echo "There is no .txt file in $(SEEDS)." >&2; exit 1; fi
	@mkdir -p $(dir $(DOSSIER))
	@rm -f $(STORE) $(STORE)-wal $(STORE)-shm
	@$(BIN)/whoseword add $(INPUT) --store $(STORE) | tail -n 1
	@$(BIN)/whoseword changes --store $(STORE)
	@$(BIN)/whoseword dossier $(INPUT) -o $(DOSSIER)

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest

browser: $(READY) ## run only the tests in a real browser (needs Chromium); pictures of all pages: build/screenshots
	@$(BIN)/python -m pytest tests/browser

check: $(READY) ## run all that CI runs: ruff, mypy, lint-imports, docs check, quality gate, tests
	@$(call heading,ruff: style)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(call heading,mypy: types)
	@$(BIN)/mypy
	@$(call heading,lint-imports: who may import whom)
	@$(BIN)/lint-imports --no-logo
	@$(call heading,docs check: do the pages say what the code does?)
	@$(BIN)/python -m pytest -q tests/test_docs.py
	@$(call heading,quality gate: is the reading still as good as measured?)
	@$(BIN)/python -m benchmarks.gate
	@$(call heading,tests)
	@$(BIN)/python -m pytest

bench: $(READY) ## measure the reading: scores and speed
	@$(BIN)/python -m benchmarks

pictures: ## make the pictures in the README anew from the examples (needs Chromium)
	@scripts/picture

lock: ## pin the newest allowed versions anew (needs uv)
	@scripts/lock

clean: ## remove .venv and all that was built
	@rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests training benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

define heading
printf '\n== %s\n' '$(1)'
endef
