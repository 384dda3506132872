# Two commands do everything on a fresh Debian machine with the Swift toolchain: `make report` and `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
LEDGER ?= seeds/002-yaohai-2021.yaml
FUZZ_SECONDS ?= 20
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# C libraries the program is built on; see README for the reason of each.
DEBIAN_PACKAGES := pkg-config libxlsxwriter-dev libyaml-dev libzip-dev libxml2-dev

BUILD := $(SWIFT) build -c release --static-swift-stdlib --product reform-report
PROGRAM = $$($(BUILD) --show-bin-path)/reform-report

.PHONY: report test lint format build setup install picture fuzz figures bench clean

## Writes the reference report and its tables into output/.
report: build
	@$(PROGRAM) build $(LEDGER) -o output

## Runs all tests. Those that need LibreOffice, Chromium or Python modules say so and are skipped where these are missing.
test: setup
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --parallel -r Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format --in-place --parallel -r Package.swift Sources Tests Benchmarks

build: setup
	$(BUILD)

## Installs the Debian packages that are missing, by name.
setup:
	@command -v $(SWIFT) >/dev/null || { echo "需要先安装 Swift 6.1 或更新的工具链(swift.org)。" >&2; exit 1; }
	@missing=; for package in $(DEBIAN_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "安装缺少的软件包:$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi

install: build
	install -D "$(PROGRAM)" "$(DESTDIR)$(PREFIX)/bin/reform-report"
	install -d "$(DESTDIR)$(PREFIX)/share/reform-report/Templates"
	cp -R Templates/. "$(DESTDIR)$(PREFIX)/share/reform-report/Templates/"

## Makes the picture in the README from the reference workbook (needs LibreOffice and poppler-utils).
picture: report
	@folder=$$(mktemp -d) && \
	soffice --headless --convert-to pdf --outdir "$$folder" output/$(basename $(notdir $(LEDGER))).xlsx >/dev/null 2>&1 && \
	page=$$(pdftotext "$$folder"/*.pdf - | awk 'BEGIN { RS = "\f" } /附件2/ { print NR; exit }') && \
	pdftoppm -png -r 80 -f $$page -l $$page -singlefile "$$folder"/*.pdf docs/attachment2 && \
	rm -r "$$folder" && echo docs/attachment2.png

## Feeds damaged documents to the readers for FUZZ_SECONDS each.
fuzz: setup
	$(SWIFT) build --product reader-fuzz
	$$($(SWIFT) build --show-bin-path)/reader-fuzz text $(FUZZ_SECONDS)
	$$($(SWIFT) build --show-bin-path)/reader-fuzz docx $(FUZZ_SECONDS)

## Prints what the checks find of injected faults, by kind, and the false alarms on the prose in REFORM_CORPUS.
figures: setup
	$(SWIFT) test --filter "FalseAlarmTests|FaultInjectionTests|WordingFaultTests|MarkedDraftTests" 2>&1 | grep -vE '^(◇|✔|↳|Test |Build|\[|\t)'

## Measures the writer of workbooks, the readers of workbooks and prose, and the checks, each beside another tool in one run
## (pip install XlsxWriter python-calamine autocorrect-py rapidfuzz). A goal that is missed is said, and the next one measured.
bench: setup
	-Benchmarks/run.py
	-Benchmarks/workbook.py
	-Benchmarks/prose.py
	-Benchmarks/checks.py

clean:
	rm -rf .build output/*
