# `make help` lists what there is. Variables: PORT, OMS_DATA, DEMO, DATABASE_URL, REDIS_URL ... (oms/settings.py)
.DEFAULT_GOAL := help
T ?= tests
bin := .venv/bin
# Tests start many processes: without compiled modules each would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-dev run test check format messages freeze prove mutants bench psql reset lock

help:  ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup:  ## Make .venv and install everything (quick when nothing changed)
	@scripts/setup

setup-dev:  ## The same, with the tools for testing and checking
	@scripts/setup dev

run: setup  ## Start OMS; Ctrl-C stops it. PORT=8000 OMS_DATA=var DEMO=1
	@exec $(bin)/python -m oms.launch

test: setup-dev  ## Run the quick tests; T=tests/sql/orders for some of them
	@exec $(bin)/python -m pytest -q -n 2 --dist loadgroup -m "not slow" $(T)

check: setup-dev  ## Look at the code without running it: style, types, layers, templates, SQL
	@scripts/check

format: setup-dev  ## Lay out the code as `make check` wants it
	@$(bin)/ruff check --fix --quiet . ; $(bin)/ruff format .

messages: setup-dev  ## Bring the catalogs of translations up to date with the code
	@exec $(bin)/python -m tests.support.messages

freeze: setup-dev  ## Write down what migrations leave behind, after adding one
	@exec $(bin)/python -m tests.support.freeze

prove: setup-dev  ## Run every test, also those too slow for every day
	@exec $(bin)/python -m pytest -q -n 2 --dist loadgroup $(T)

mutants: setup-dev  ## Put mistakes into functions and see whether a test fails. SAMPLE= SEED= ONLY=inventory.reserve
	@exec $(bin)/python -m tests.mutation

bench: setup-dev  ## Measure; bench/README.md says what and how
	@exec bench/run

psql: setup  ## Open a console on the database of a running OMS
	@exec $(bin)/python -m oms.launch.psql

reset: setup  ## Throw away the embedded database of OMS_DATA; the next run starts anew
	@exec $(bin)/python -m oms.launch.reset

lock: setup-dev  ## Pin requirements*.in with hashes into requirements*.txt
	@for name in requirements requirements-dev; do \
		$(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-annotate --no-header $$name.in --output-file $$name.txt; done
