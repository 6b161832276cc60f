# Two commands matter: `make run` and `make test`. The rest serves those who work on dash_intel.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
GOLD ?= ../shared/gold

.DEFAULT_GOAL := help
.PHONY: bench-dashboard screenshots pictures help run test check unit process browser chromium format bench quality lock clean

help: ## Say what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: $(VENV)/installed ## Start the app; REPORTS=folder loads that folder first, PORT=8501
ifdef REPORTS
	@$(BIN)/dash-intel load "$(REPORTS)" || test $$? -eq 2
else
	@test -e "$${DASH_INTEL_DB:-data/build}/current" || $(BIN)/dash-intel load data/sample
endif
	@$(BIN)/dash-intel serve --port $(PORT)

test: check unit process browser ## Run every check and every test

check: $(VENV)/tested ## Format, lint, types, import contracts, SQL
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --processes 1 src

unit: $(VENV)/tested ## Run the tests that need neither a browser nor whole processes
	$(BIN)/pytest -n $(JOBS) -m "not browser and not process"

process: $(VENV)/tested ## Run the tests that start, stop and kill whole processes
	$(BIN)/pytest -n $(JOBS) -m process

browser: $(VENV)/tested chromium ## Run the tests in a real Chromium
	$(BIN)/pytest -m browser tests/browser

chromium: $(VENV)/tested
	@PATH="$(abspath $(BIN)):$$PATH" tests/browser/install_chromium.sh

format: $(VENV)/tested ## Format code and SQL
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix --processes 1 src

bench: $(VENV)/tested ## Measure speed and size (half an hour); results in bench/README.md
	$(BIN)/python -m bench

bench-dashboard: $(VENV)/tested chromium ## Measure how fast pages answer; DB=folder of a database; results in bench/dashboard/README.md
	$(BIN)/python -m bench.dashboard $(DB)

screenshots: $(VENV)/tested chromium ## Take a picture of every page on the sample, into screenshots/
	$(BIN)/python -m tests.browser.screenshots screenshots

pictures: $(VENV)/tested chromium ## Take the pictures of the guide and the README anew
	$(BIN)/python -m tests.browser.guide_pictures

quality: $(VENV)/tested ## Measure how true the readings are; GOLD=folder of labelled news; results in docs/quality.md
	$(BIN)/python -m bench.quality $(wildcard $(GOLD))

lock: ## Renew the lock and what is exported from it (needs uv)
	uv lock
	@{ echo "# Exported from uv.lock by 'make lock'; do not edit."; \
	   uv export --frozen --quiet --no-hashes --no-annotate --no-header --no-emit-project --no-dev; \
	   echo "-e ."; } > requirements.txt
	@{ echo "# Exported from uv.lock by 'make lock'; do not edit."; echo "-r requirements.txt"; \
	   uv export --frozen --quiet --no-hashes --no-annotate --no-header --no-emit-project \
	     --only-group dev; } > requirements-dev.txt

clean: ## Remove what was installed; databases stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "dash_intel needs Python 3.11 or newer; name one with make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/tested: requirements-dev.txt $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
