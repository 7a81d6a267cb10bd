# SPDX-License-Identifier: GPL-2.0-or-later
# Two commands to begin with: make demo, make test. Each installs what it needs and is missing.

PYTHON := /usr/bin/python3
VENV := .venv/bin
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
SAMPLE := resources/sample/scenario.json

# Each file of tests in one process, as many at a time as there are processors, within reason.
ALL_TESTS := --numprocesses auto --maxprocesses 4 --dist loadfile

# For whatever draws without a screen.
HEADLESS := QT_QPA_PLATFORM=offscreen

.PHONY: help demo test test-newer qgis stage package check-package i18n check-i18n lint check-style check-types \
	check-imports check-qt6 bench bench-kernel bench-dock bench-write faults fuzz clean setup setup-tests

help:
	@echo "make demo      score the sample: tables, the ten areas of greatest need, a map in build/demo/"
	@echo "make test      run the tests"
	@echo "make test-newer  run some of them on QGIS 3.44, in a chroot made for it (root, a few minutes the first time)"
	@echo "make qgis      open QGIS on the sample, the plugin on, in a profile of its own"
	@echo "make stage     lay out build/vru_need_plugin/ as it is zipped"
	@echo "make package   build/vru_need_plugin-$(VERSION).zip"
	@echo "make i18n      update the translation files from the code, and compile them"
	@echo "make lint      ruff, mypy, import contracts, translations up to date"
	@echo "make check-qt6  whether all that is taken from Qt is there in Qt 6"
	@echo "make bench     the whole job beside geopandas and QGIS's own chain; bench-kernel, bench-dock, bench-write: parts of it"
	@echo "make faults    what is left of a layer when a write is killed, its disk full, its network cut"
	@echo "make fuzz      coverage-guided fuzzing of reading, matching and scenarios; ARGS=60: so many seconds each"
	@echo "make clean     remove what was built"

setup:
	@tools/setup.sh

setup-tests:
	@tools/setup.sh tests

demo: setup
	@$(HEADLESS) $(PYTHON) -B tools/demo.py $(SAMPLE) build/demo

test: setup-tests
	$(VENV)/python -B -m pytest $(or $(ARGS),$(ALL_TESTS))

test-newer: setup-tests
	@tools/newer_qgis.sh $(ARGS)

qgis: stage
	@tools/qgis.sh $(SAMPLE)

stage: setup
	@$(PYTHON) -B tools/stage.py build

package: stage
	@$(PYTHON) -B tools/package.py build

check-package: setup-tests package
	$(VENV)/bandit --quiet --recursive build/vru_need_plugin
	@find build/vru_need_plugin -type f -print0 | xargs -0 $(VENV)/detect-secrets-hook

i18n: setup
	@$(PYTHON) -B tools/i18n.py update
	@$(PYTHON) -B tools/i18n.py compile build/i18n

check-i18n: setup
	@$(PYTHON) -B tools/i18n.py check

lint: check-i18n check-style check-types check-imports

check-style: setup-tests
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .

check-types: setup-tests
	$(VENV)/mypy

check-imports: setup-tests
	$(VENV)/lint-imports --no-logo

# Against PyQt6 itself, without QGIS: there is none for Debian 12 that is built with Qt 6.
QT6_ENV := build/qt6-env

$(QT6_ENV)/requirements.txt: tools/requirements-qt6.txt
	@echo "Installing PyQt6 into $(QT6_ENV) ..."
	@$(PYTHON) -m venv $(QT6_ENV)
	@$(QT6_ENV)/bin/python -m pip --disable-pip-version-check install --quiet -r $< </dev/null
	@cp $< $@

check-qt6: setup $(QT6_ENV)/requirements.txt
	@$(QT6_ENV)/bin/python -B tools/check_qt6.py vru_need_plugin

# The benchmarks are no tests: what they measure, and what came out, is in bench/README.md.
BENCH_ENV := build/bench-env

$(BENCH_ENV)/requirements.txt: bench/requirements.txt
	@echo "Installing geopandas into $(BENCH_ENV) ..."
	@$(PYTHON) -m venv $(BENCH_ENV)
	@$(BENCH_ENV)/bin/python -m pip --disable-pip-version-check install --quiet -r $< </dev/null
	@cp $< $@

bench: setup $(BENCH_ENV)/requirements.txt
	@$(HEADLESS) $(PYTHON) -B bench/whole_job.py $(ARGS)

bench-kernel: setup
	@$(PYTHON) -B bench/kernel.py $(ARGS)

bench-dock: setup
	@$(HEADLESS) $(PYTHON) -B bench/dock.py $(ARGS)

# Fuzzing is no test; what it once found is (test/fuzz/findings).
FUZZ_ENV := build/fuzz-env

$(FUZZ_ENV)/requirements.txt: test/fuzz/requirements.txt
	@echo "Installing atheris into $(FUZZ_ENV) ..."
	@$(PYTHON) -m venv --system-site-packages $(FUZZ_ENV)
	@$(FUZZ_ENV)/bin/python -m pip --disable-pip-version-check install --quiet -r $< </dev/null
	@cp $< $@

fuzz: setup $(FUZZ_ENV)/requirements.txt
	@for target in table_reading key_matching scenario_codec; do \
		$(FUZZ_ENV)/bin/python -B test/fuzz/run.py $$target $(or $(ARGS),60) || exit 1; \
	done

bench-write: setup-tests $(BENCH_ENV)/requirements.txt
	@$(HEADLESS) $(PYTHON) -B bench/write.py $(ARGS)

# Half an hour at 35,000 areas; ARGS="--areas 2000 --kills 10" for a look. Disk full needs root.
faults: setup-tests
	@$(HEADLESS) $(PYTHON) -B bench/faults/run.py $(ARGS)

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .qgis-settings
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
