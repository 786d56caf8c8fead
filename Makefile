# From a clone: "make run" opens the program, "make test" passes every test. Both do their own set-up (tools/setup).
# Everything made goes to .venv/ and out/. On Windows see README.md.

.PHONY: help run test check bench soak screenshots selftest sweep mutants golden dist catalogues wheels-check lock third-party clean
.NOTPARALLEL:

core = */prep_assistant/quantities/*,*/prep_assistant/calculation/*,*/prep_assistant/formulary/*

help:
	@echo "make run          set up what is wanting and open the window (without a display: the demonstration, in out/demo/)"
	@echo "make test         set up what is wanting and run every test, with the coverage of what calculates"
	@echo "make check        style, types and layers"
	@echo "make bench        measure against bare twins, side by side; results in out/bench.json"
	@echo "make soak         prepare 10,000 orders on one page and look at what is held"
	@echo "make screenshots  take the pictures of docs/screenshots/ anew, to be looked at"
	@echo "make selftest     compare every plan with the second engine"
	@echo "make sweep        compare 1.3 million plans with the second engine, by 0.01 kg; about ten minutes"
	@echo "make mutants      try every mutant of what calculates; writes docs/mutants.md; half an hour on two cores"
	@echo "make golden       record the golden plans that are new or answered otherwise now"
	@echo "make dist         wheel, sdist and a folder that needs no Python, from the last commit, in out/dist/"
	@echo "make wheels-check every locked package to run has wheels for Windows and macOS (asks the package index)"
	@echo "make catalogues   bring the languages of the screen up to date with its texts"
	@echo "make lock         make requirements/*.txt anew (LOCK=--upgrade: with the newest versions); needs uv"
	@echo "make third-party  make resources/help/third-party.md anew from the locks"
	@echo "make clean        remove all that was made"

run:
	@sh tools/setup run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		exec .venv/bin/prep-assistant; \
	else \
		echo "No display here: the same window goes through an example order offscreen."; \
		QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m tools.demo; \
	fi

test:
	@sh tools/setup test
	QT_QPA_PLATFORM=offscreen HYPOTHESIS_STORAGE_DIRECTORY=out/cache/hypothesis \
		.venv/bin/python -m pytest --numprocesses=auto --dist=loadfile --cov --cov-report=
	.venv/bin/python -m coverage report --include='$(core)' --fail-under=100

check:
	@sh tools/setup test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo --cache-dir out/cache/import-linter

bench:
	@sh tools/setup test
	.venv/bin/python bench/bench.py $(BENCH)

soak:
	@sh tools/setup test
	.venv/bin/python -m bench.soak

screenshots:
	@sh tools/setup test
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m tools.screenshots

selftest:
	@sh tools/setup run
	.venv/bin/prep-assistant selftest

sweep:
	@sh tools/setup test
	SWEEP_STEP_KG=0.01 .venv/bin/python -m pytest tests/laws/test_sweep.py

mutants:
	@sh tools/setup test
	.venv/bin/python -m tools.mutants

golden:
	@sh tools/setup test
	.venv/bin/python -m tools.golden

dist:
	@sh tools/setup run
	@sh tools/dist

wheels-check:
	@sh tools/setup run
	.venv/bin/python tools/check_wheels.py

catalogues:
	@sh tools/setup test
	PYTHONPATH=. .venv/bin/python tools/catalogues.py

lock:
	@sh tools/lock $(LOCK)

third-party:
	@sh tools/setup test
	.venv/bin/python tools/third_party.py

clean:
	rm -rf .venv out build src/*.egg-info
	find src resources tests tools -name __pycache__ -exec rm -rf {} +
