# Everything a fresh machine needs is Python 3.11 or newer with venv and pip, and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: brief test check coverage fix build docs golden bench bench-attribution bench-check fit explore fuzz clean

brief: $(VENV)/.runs            ## set up, then print the briefing of seeds/
	@$(BIN)/summarizer brief seeds

# Several processes; the tests of a file stay in one of them, so that what they share is made once for them.
PARALLEL ?= --numprocesses=auto --maxprocesses=4 --dist=loadfile

test: $(VENV)/.tests            ## set up, then run the tests
	$(BIN)/python -m pytest $(PARALLEL)

check: $(VENV)/.tests           ## format, lint, types, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test

coverage: $(VENV)/.tests        ## which lines and branches of the package the tests reach: the files below 95 %, and the total
	rm -rf build/coverage
	mkdir -p build/coverage
	$(BIN)/python -m coverage run -m pytest $(PARALLEL) -m "not browser and not unmeasured"
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m tools.coverage_table

fix: $(VENV)/.tests             ## format, and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

build: $(VENV)/.tests           ## write the source archive and the wheel into dist/
	rm -rf dist
	$(BIN)/python -m hatchling build

docs: $(VENV)/.docs             ## build the documentation into build/docs; a warning is an error
	$(BIN)/python -m sphinx -b html -W --keep-going --quiet docs build/docs

golden: $(VENV)/.tests          ## write the finished briefings of examples/ and the outputs in the pages anew
	$(BIN)/python -m tools.regenerate

bench: $(VENV)/.tests           ## speed, as ratios side by side; how cost grows with the reports, on small sizes; what merges; origins over whole sets; stories of a mixed heap; a batch with one worker beside two; articles out of pages, beside other extractors
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python -m benchmarks.scale --quick
	$(BIN)/python -m benchmarks.merging
	$(MAKE) bench-attribution
	$(MAKE) bench-check
	$(BIN)/python -m benchmarks.origins
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.stories
	$(BIN)/python -m benchmarks.batch
	@$(PIP) "html-text>=0.7" "readability-lxml>=0.8.4" "resiliparse>=0.15"
	$(BIN)/python -m benchmarks.pages

bench-attribution: $(VENV)/.tests   ## who says what, against labels by reading
	$(BIN)/python -m benchmarks.attribution
	$(BIN)/python -m benchmarks.judge

bench-check: $(VENV)/.tests     ## what a check of a text marks, against labels by reading and sentences altered by hand
	$(BIN)/python -m benchmarks.check

fit: $(VENV)/.tests             ## fit the weights of the judgement and of what leans anew, and write them
	$(BIN)/python -m tools.fit_entailment
	$(BIN)/python -m tools.fit_leaning

explore: $(VENV)/.tests         ## the properties that hold for any input, with examples that are new each time
	$(BIN)/python -m pytest --hypothesis-profile=default -m "not browser"

FUZZ_SECONDS ?= 600
FUZZ_RUNS    ?= 0

fuzz: $(VENV)/.tests            ## made-up files of every kind, led by coverage: FUZZ_SECONDS of them, spread over the kinds
	@$(PIP) --only-binary atheris "atheris>=3.0"
	$(BIN)/python -m tools.fuzz --seconds $(FUZZ_SECONDS) --runs $(FUZZ_RUNS)

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: pyproject.toml | $(VENV)/bin/python
	@$(PIP) --editable .
	@touch $@

$(VENV)/.tests: pyproject.toml | $(VENV)/bin/python
	@$(PIP) --editable ".[dev]"
	@touch $@ $(VENV)/.runs

$(VENV)/.docs: pyproject.toml | $(VENV)/bin/python
	@$(PIP) --editable ".[docs]"
	@touch $@ $(VENV)/.runs
