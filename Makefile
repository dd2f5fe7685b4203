# Everything a person or a machine does with this repository. `make` alone lists it.

PYTHON ?= python3
# How many pytest processes; 0 is one process without pytest-xdist. One more than there are
# processors: a quarter of what tests take is waiting, for pauses and for what they start.
WORKERS ?= $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)

BIN := .venv/bin
RUN_READY := .venv/run.stamp
DEV_READY := .venv/dev.stamp
CATALOGUES := $(wildcard messages/locale/*/LC_MESSAGES/lien.po)
COMPILED := $(CATALOGUES:.po=.mo)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Bytecode is written, so that the second start does not compile everything again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help try test test-long test-times check format bench words transcripts lock floor clean

help:
	@echo "make try        set up, fill a practice club and open its page (PORT=8080 to choose a port)"
	@echo "make test       set up, check and test everything (some 20 minutes on two free processors)"
	@echo "make test-long  everything, with the long stories, sweeps and country sizes"
	@echo "make test-times what each test and each file of tests costs (ARGS=tests/club for a folder)"
	@echo "make check      style, types, layers; no tests"
	@echo "make format     put the sources into the house's format"
	@echo "make bench      measure Liên against other bots"
	@echo "make words      bring the catalogues up to date with the sources"
	@echo "make transcripts  write docs/transcripts/ anew: every dialogue as it is talked"
	@echo "make lock       choose versions anew (needs the network)"
	@echo "make floor      raise the coverage floor to what the last test run reached"
	@echo "make clean      remove what was built; databases stay"

try: $(RUN_READY) $(COMPILED)
	$(BIN)/lien try $(if $(PORT),--port $(PORT)) $(ARGS)

test: $(DEV_READY) $(COMPILED)
	@sh tools/prepare.sh packages
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report= $(ARGS)
	@left_out=$$(sh tools/prepare.sh left-out); if [ -z "$$left_out" ]; \
		then $(BIN)/python tools/coverage_floor.py; \
		else echo "$$left_out"; echo "With tests left out, the coverage floor is not asked."; fi

test-long: $(DEV_READY) $(COMPILED)
	@sh tools/prepare.sh packages
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "long or not long" --hypothesis-profile=long $(ARGS)
	@sh tools/prepare.sh left-out

test-times: $(DEV_READY) $(COMPILED)
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -p tools.cost_of_tests $(ARGS)

check: $(DEV_READY) $(COMPILED)
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_READY)
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

bench: $(DEV_READY) $(COMPILED)
	$(BIN)/python -m bench $(ARGS)

words: $(RUN_READY)
	$(BIN)/python tools/words.py update
	$(BIN)/python tools/words.py compile

transcripts: $(DEV_READY) $(COMPILED)
	$(BIN)/python -m tools.transcripts

# Neither list names where packages come from: pip asks whatever it is set up to ask.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --upgrade

lock: $(DEV_READY)
	$(INSTALL) uv
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt

floor: $(DEV_READY)
	$(BIN)/python tools/coverage_floor.py --raise

clean:
	rm -rf .venv build dist lien.egg-info .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name '*.mo' -not -path './.venv/*' -delete

$(RUN_READY): requirements.txt pyproject.toml
	@sh tools/prepare.sh venv "$(PYTHON)"
	@echo "Installing what Liên needs ..."
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): requirements-dev.txt pyproject.toml
	@sh tools/prepare.sh venv "$(PYTHON)"
	@echo "Installing what Liên and its tests need ..."
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(RUN_READY) $@

%.mo: %.po | $(RUN_READY)
	@$(BIN)/python tools/words.py compile
	@touch $@
