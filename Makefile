# Everything runs in .venv, which `setup` makes from requirements.lock. `make help` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
WORKERS ?= 2

.PHONY: help setup demo test lint bench faults soak clean

help:
	@echo "make demo    visit 36 simulated city portals in two rounds, score, rank, compare, report"
	@echo "make test    all tests, with the linters and the import rules"
	@echo "make lint    linters, types and import rules alone"
	@echo "make faults  every promise of reliability with pass or fail; writes docs/reliability.md (ten minutes)"
	@echo "make soak    the long ones of them: 500 kills, every fault (SEED=n chooses another course)"
	@echo "make bench   what a visit costs beside a bare script, what scoring costs beside other libraries"
	@echo "make setup   .venv with the locked dependencies, the package and a browser (the others do it first)"
	@echo "make clean   remove .venv, caches and builds; results/ stays"

setup: $(READY)

$(READY): requirements.lock pyproject.toml bootstrap.py
	$(PYTHON) bootstrap.py
	$(BIN)/python -m anfang.provision
	@touch $@

demo: setup
	$(BIN)/anfang demo

# A file's tests stay together, so that what its fixtures measured is measured once.
test: setup
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python bench/visit.py
	$(BIN)/python bench/scoring.py

faults: setup
	$(BIN)/python bench/faults.py

soak: setup
	ANFANG_SOAK=1 $(if $(SEED),ANFANG_SEED=$(SEED)) $(BIN)/pytest -q tests/rounds/test_kill.py tests/rounds/test_faults.py tests/testbed/hostile

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	find anfang scoring scenarios probes tests bench -name __pycache__ -prune -exec rm -rf {} +
