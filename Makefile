# `make demo` and `make test` need python3 (3.11 or newer) and make; they set everything else up in .venv.
.PHONY: demo test clean
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready

demo: $(READY)
	$(VENV)/bin/autograder demo

# What failed beside everything else is run once more, alone: a test that passes there depends on how busy the machine is.
# It does not stop who only wants to know whether the course works, and it is named at the end, to be mended.
test: $(READY)
	$(VENV)/bin/python -m pytest || { [ $$? -eq 1 ] && echo "Once more, alone, what failed; what passes now is to be mended all the same:" && \
	$(VENV)/bin/python -m pytest --last-failed --last-failed-no-failures=none --maxfail=1 --numprocesses=0 -rA; }

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Hidden Layers needs Python 3.11 or newer; try: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(VENV)/bin/uv pip install --quiet --compile-bytecode --require-hashes -r requirements.lock
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(VENV)/bin/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) build dist demo
