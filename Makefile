# make prints its targets; every one makes the virtual environment it needs.
PYTHON ?= python3
VENV := .venv-dev
RUN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup check test bench golden clean
help:  ## print the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(READY)  ## make the virtual environment with all that checks and tests need

$(READY): pyproject.toml
	test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(RUN)/python -m pip install --quiet --editable . --group dev
	touch $(READY)

check: $(READY)  ## format, lint, types, layers and sizes, generated files fresh
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/python -m tests.generated --check
	$(RUN)/python -m pytest -q tests/test_layers.py tests/test_house.py

test: $(READY)  ## all tests
	$(RUN)/python -m pytest -q

bench: $(READY)  ## time against the bare tools, as ratios
	$(RUN)/python -m tests.bench

golden: $(READY)  ## write the golden files anew, to be read before they are committed
	$(RUN)/python -m pytest -q --update-golden
	$(RUN)/python -m tests.generated

clean:  ## remove what was built
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
