# OMS: `make help` lists what there is.
.DEFAULT_GOAL := help

.PHONY: help setup setup-dev lock run
help:  ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup:  ## Make .venv and install everything (quick when nothing changed)
	@scripts/setup

setup-dev:  ## The same, with the tools for testing and checking
	@scripts/setup dev

lock: setup-dev  ## Pin requirements*.in with hashes into requirements*.txt
	@for name in requirements requirements-dev; do \
		.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-annotate --no-header $$name.in --output-file $$name.txt; done

run: setup  ## Start OMS; Ctrl-C stops it. PORT=8000 OMS_DATA=var DEMO=1
	@exec .venv/bin/python -m oms.launch
