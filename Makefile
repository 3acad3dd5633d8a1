# The one front door. `make` alone says what there is.
# Every target does its own set-up; stamps in .venv keep the second time quick.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PORT ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix bench reference film lock

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: .venv/ready borough/design/static/built/stamp ## make .venv (with .venv/bin/borough) and the styles

run: setup ## start a borough: database, demonstration, web and worker
	@PORT=$(PORT) exec $(BIN)/borough run

test: setup .venv/test-ready ## every test, a real browser included
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: setup .venv/test-ready ## style, import rules, migrations, service definitions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/borough makemigrations --check --dry-run
	@$(BIN)/borough services check

fix: .venv/test-ready ## put the style right
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup ## journeys per second and CPU per request, beside a bare view
	@$(BIN)/borough bench journeys

reference: setup .venv/test-ready ## docs/reference/questions anew: its pages, and its pictures in a real browser
	@$(BIN)/borough services reference
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest -q tests/browser/question_pictures.py

film: setup .venv/test-ready ## the film of the strategy anew, of a demonstration that runs at PORT
	@$(BIN)/python -m tests.browser.film http://localhost:$(PORT)

lock: .venv/test-ready ## write the hash-pinned locks anew from the .in files
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.txt requirements.in
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-test.txt requirements-test.in

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Borough needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@echo "Making the environment in .venv"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/ready: requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing what Borough runs on (about a minute the first time)"
	@$(BIN)/pip install -q --require-hashes -r requirements.txt
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/test-ready: requirements-test.txt .venv/ready
	@echo "Installing what the tests need"
	@$(BIN)/pip install -q --require-hashes -r requirements-test.txt
	@touch $@

node_modules/stamp: package.json package-lock.json .venv/ready
	@echo "Fetching GOV.UK Frontend"
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --silent --no-audit --no-fund
	@touch $@

borough/design/static/built/stamp: node_modules/stamp Makefile $(wildcard borough/design/styles/*.scss)
	@echo "Building the styles"
	@mkdir -p borough/design/static/built
	@$(BIN)/node node_modules/sass/sass.js --quiet-deps --silence-deprecation=import --no-source-map --style=compressed --load-path=node_modules borough/design/styles/borough.scss borough/design/static/built/borough.css
	@cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js borough/design/static/built/
	@cp -r node_modules/leaflet/dist/images borough/design/static/built/
	@for file in leaflet/dist/leaflet.js leaflet/dist/leaflet.css accessible-autocomplete/dist/accessible-autocomplete.min.js \
		accessible-autocomplete/dist/accessible-autocomplete.min.css; do \
		sed '/sourceMappingURL=/d' node_modules/$$file > borough/design/static/built/$${file##*/}; done
	@$(BIN)/python -m whitenoise.compress --quiet borough/design/static/built
	@touch $@
