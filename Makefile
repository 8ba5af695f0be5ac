# make prints its targets; every one makes the virtual environment it needs.
PYTHON ?= python3
VENV := .venv-dev
RUN := $(VENV)/bin
READY := $(VENV)/.ready
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)

.PHONY: help setup tools check test bench golden clean
help:  ## print the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(READY)  ## make the virtual environment with all that checks and tests need

$(READY): pyproject.toml
	test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(RUN)/python -m pip install --quiet --editable . --group dev
	touch $(READY)

tools:  ## install what the tests need of Debian: LibreOffice opens the Word files
	command -v soffice >/dev/null || { $(SUDO) apt-get update -qq; \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui fonts-noto-cjk; }

check: $(READY)  ## format, lint, types, layers and sizes, generated files fresh
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/python -m tests.generated --check
	$(RUN)/python -m pytest -q tests/test_layers.py tests/test_house.py

test: $(READY) tools  ## all tests
	$(RUN)/python -m pytest -q

bench: $(READY)  ## time against the bare tools, as ratios
	$(RUN)/python -m tests.bench

golden: $(READY)  ## write the golden files anew, to be read before they are committed
	$(RUN)/python -m pytest -q --update-golden
	$(RUN)/python -m tests.generated

clean:  ## remove what was built
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
