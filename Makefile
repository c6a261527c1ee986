# Two commands do everything on a machine with Python 3.11 or newer, git and make:
#   make demo    opens a sample draft in the app (prints its check where there is no terminal)
#   make test    lint and all tests
# Also: make lint, make bench, make bench-mutation, make bench-readers, make catalog, make docs, make samples, make clean.
# Both install into .venv first, again only when pyproject.toml changes.

VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SAMPLE ?= samples/laporan-kinerja.docx

PY := $(VENV)/bin/python
RUNTIME := $(VENV)/.reviewer-installed
DEV := $(VENV)/.reviewer-installed-dev
PIP := PYTHONWARNINGS=ignore $(PY) -m pip --disable-pip-version-check --quiet

# Real drafts with their answer keys, where they lie beside the project. Tests that want them skip elsewhere.
export REVIEWER_CORPUS ?= $(if $(and $(wildcard ../shared/drafts),$(wildcard ../shared/gold)),$(abspath ../shared))

.PHONY: demo test lint lint-now lint-style lint-types lint-rooms bench bench-mutation bench-readers catalog docs samples clean FORCE

demo: $(RUNTIME)
	@if [ -t 0 ] && [ -t 1 ]; then $(VENV)/bin/reviewer $(SAMPLE); \
	else $(VENV)/bin/reviewer check --fail-on never $(SAMPLE); fi

test: lint
	$(PY) -m pytest -n 2 --dist worksteal

lint: $(DEV)
	@$(MAKE) --no-print-directory lint-now

lint-now: lint-style lint-types lint-rooms

lint-style:
	@$(VENV)/bin/ruff check --quiet --output-format full .; checked=$$?; \
	$(VENV)/bin/ruff format --quiet --check . && exit $$checked

lint-types: build/tree
	cd build/tree && $(abspath $(VENV))/bin/mypy --config-file ../../pyproject.toml --cache-dir ../mypy -p reviewer

lint-rooms: build/tree
	cd build/tree && $(abspath $(VENV))/bin/lint-imports --config ../../pyproject.toml --no-cache --no-logo

# mypy and import-linter do not follow setuptools' package-dir, so they are shown the package as it is imported.
build/tree: FORCE
	@rm -rf $@ && mkdir -p $@/reviewer
	@for path in reviewer/*; do ln -s ../../../$$path $@/reviewer/; done
	@for path in checks samples schemas; do ln -s ../../../$$path $@/reviewer/$$path; done

# Broken files of each format; 2000 are what is promised, and take half an hour on two cores.
FILES ?= 100

bench: $(DEV)
	@$(PY) benchmarks/run.py
	@$(PY) benchmarks/mutation.py --samples --sample 3
	@$(PY) benchmarks/libraries.py
	@$(PY) benchmarks/pdf.py
	@$(PY) benchmarks/readers.py --files $(FILES)

# Slips planted in right tables: how many are found, and named.
bench-mutation: $(DEV)
	@$(PY) benchmarks/mutation.py

# The broken files alone, in their full number.
bench-readers: $(DEV)
	@$(PY) benchmarks/readers.py --files 2000

# New texts of the faces join the English catalogue, untranslated; translate them in the .po and run this again.
CATALOG := reviewer/locale/en/LC_MESSAGES/reviewer
BABEL := $(VENV)/bin/pybabel --quiet
catalog: $(DEV)
	@mkdir -p build
	PYTHONPATH=. $(BABEL) extract --mapping tests/project/babel.cfg --no-default-keywords --keywords tr --no-wrap \
		--sort-output --add-location never --project reviewer --msgid-bugs-address "the issues of the project" \
		--output build/reviewer.pot reviewer
	$(BABEL) update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap --locale en \
		--input-file build/reviewer.pot --output-file $(CATALOG).po
	$(BABEL) compile --locale en --input-file $(CATALOG).po --output-file $(CATALOG).mo

# The manual's pages about checks, from the checks themselves, in both languages.
docs: $(DEV)
	@$(PY) -m reviewer.reporting.check_pages docs/checks

# The samples in every format. LibreOffice prints the .pdf ones; fonts-liberation has the letters.
samples: $(DEV)
	$(PY) -m reviewer.samples.build
	$(PY) -m reviewer.samples.write_pdf

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(PY):
	@if [ -z "$(PYTHON)" ]; then \
		echo "reviewer needs Python 3.11 or newer; none was found. Name one: make PYTHON=/path/to/python3" >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$(PYTHON) cannot make a virtual environment (no ensurepip). On Debian and Ubuntu: apt install python3-venv" >&2; \
		exit 1; fi
	@$(PYTHON) -m venv --clear $(VENV)

$(RUNTIME): pyproject.toml | $(PY)
	@echo "Installing reviewer into $(VENV) ..."
	@$(PIP) install --editable .
	@touch $@

$(DEV): pyproject.toml | $(PY)
	@echo "Installing reviewer and what its tests need into $(VENV) ..."
	@$(PIP) install --editable '.[dev]'
	@touch $(RUNTIME) $@
