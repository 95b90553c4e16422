# `make demo` and `make test` do all the set-up; they need Python 3.11 or newer, make and git.
# `make browser` installs Chromium on Debian and Ubuntu, for the tests that look at the report.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check browser docs clean

demo: $(VENV)/ready
	$(BIN)/negotiator demo

# Most tests wait for a process of their own, so two halves run side by side; ARGS chooses some.
test: $(VENV)/ready-to-test check
ifdef ARGS
	$(BIN)/python -m pytest $(ARGS)
else
	@$(BIN)/python -m pytest tests/documents & documents=$$!; \
	  $(BIN)/python -m pytest tests --ignore=tests/documents; rest=$$?; \
	  wait $$documents && exit $$rest
endif

check: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/ready-to-test
	$(BIN)/python -m tests.docs.commands > docs/commands.md

browser:
	@command -v chromium >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "install Chromium by hand: no apt-get here" >&2; exit 1; }; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium poppler-utils; }
	@chromium --version

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "negotiator needs Python 3.11 or newer; name one with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/ready: $(VENV)/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q negotiator
	@touch $@

$(VENV)/ready-to-test: $(VENV)/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	$(BIN)/python -m compileall -q negotiator
	@touch $@ $(VENV)/ready

clean:
	rm -rf $(VENV) negotiator-demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
