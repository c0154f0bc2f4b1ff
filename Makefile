# make run     try it: sets everything up and serves http://localhost:8000/ with a demo town
# make test    the whole suite, on SQLite and, where it is installed or reachable, on PostgreSQL
# make lint    style, types, walls of the house, templates, German texts
# make bench   figures beside their limits

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
UV := $(BIN)/uv pip install --quiet --require-hashes --link-mode copy
SOURCES := src tests bench

.PHONY: run setup develop lint test bench lock clean

run: setup
	@$(BIN)/ratslinde demo --if-empty
	@$(BIN)/ratslinde serve --port $(PORT)

setup: build/setup.done
develop: build/develop.done

$(BIN)/uv: requirements/tools.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.lock
	@touch $@

build/python.done: $(BIN)/uv requirements/base.lock pyproject.toml
	$(UV) -r requirements/base.lock -r requirements/tools.lock
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p build && touch $@

build/setup.done: build/python.done package-lock.json $(shell find src/ratslinde/ui $$(find src/ratslinde -type d -name static) -type f -not -name '*.pyc')
	./requirements/browser_packages --omit=dev
	$(BIN)/python -m ratslinde.ui.assets
	$(BIN)/python -m ratslinde.ui.catalogues
	$(BIN)/ratslinde collect
	@touch $@

build/develop.done: build/setup.done requirements/dev.lock
	$(UV) -r requirements/dev.lock -r requirements/tools.lock
	./requirements/browser_packages
	@touch $@

lint: develop
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint src
	$(BIN)/python -m tests.house.german

test: develop
	./tests/on_both_databases

bench: develop
	@set -e; for bench in bench/*.py; do echo "== $$bench"; $(BIN)/python $$bench; done

lock: $(BIN)/uv
	@for name in tools base node dev; do \
	  $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	    requirements/$$name.in -o requirements/$$name.lock; done

clean:
	rm -rf .venv build node_modules
