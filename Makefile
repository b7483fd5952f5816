# zhaoshang: what a person types. `make help` lists it; the work is in Scripts/.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=

# Excel is built in where its libraries are; EXCEL=1 installs them, EXCEL=0 leaves it out.
EXCEL_NEEDS := libxlsxwriter-dev libzip-dev libexpat1-dev
EXCEL ?= $(shell Scripts/need --look $(EXCEL_NEEDS) && echo 1 || echo 0)
# Stores on PostgreSQL are served where its client library's header is; POSTGRESQL=1 and 0 likewise.
POSTGRESQL_NEEDS := libpq-dev
POSTGRESQL ?= $(shell Scripts/need --look $(POSTGRESQL_NEEDS) && echo 1 || echo 0)
comma := ,
WANTED := $(strip $(if $(filter 1,$(EXCEL)),Excel) $(if $(filter 1,$(POSTGRESQL)),PostgreSQL))
TRAITS := $(if $(WANTED),--traits $(subst $() $(),$(comma),$(WANTED)))
FEATURES := EXCEL=$(EXCEL) POSTGRESQL=$(POSTGRESQL)

RELEASE := -c release --static-swift-stdlib $(TRAITS)
BUILD_NEEDS := libc6-dev g++ libncurses-dev $(if $(filter 1,$(EXCEL)),$(EXCEL_NEEDS)) $(if $(filter 1,$(POSTGRESQL)),$(POSTGRESQL_NEEDS))
TEST_NEEDS := $(BUILD_NEEDS) tmux strace zsh fish acl python3-icalendar $(if $(filter 1,$(EXCEL)),python3-openpyxl) $(if $(filter 1,$(POSTGRESQL)),postgresql pgbouncer openssl)

export DEBIAN_FRONTEND := noninteractive

.DEFAULT_GOAL := help
.PHONY: help demo demo-bureau demo-many build release excel test test-long test-many fuzz bench bench-many bench-compare count count-renew growth check-pages install deb format lint check clean pictures check-pictures

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

demo: release ## build it and open the example board
	@"$$(swift build $(RELEASE) --show-bin-path)/zhaoshang" demo

demo-bureau: release ## the same with an invented bureau of 120 projects
	@"$$(swift build $(RELEASE) --show-bin-path)/zhaoshang" demo bureau

demo-many: ## two people's boards on one PostgreSQL server, side by side: a card moved here shows there
	@$(MAKE) --no-print-directory release POSTGRESQL=1
	@Scripts/need tmux postgresql
	@Scripts/demo-many "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang"

build: ## build for development
	@Scripts/swift-here
	@Scripts/need $(BUILD_NEEDS)
	swift build $(TRAITS)

release: ## build what is shipped: one file that needs only the system's libraries
	@Scripts/swift-here
	@Scripts/need $(BUILD_NEEDS)
	swift build $(RELEASE) --product zhaoshang

excel: ## the same, able to read and write Excel's files: installs what that needs
	@$(MAKE) --no-print-directory release EXCEL=1

test: ## run every test
	@Scripts/swift-here
	@Scripts/need $(TEST_NEEDS)
	swift build $(TRAITS) --build-tests
	swift test $(TRAITS) --skip-build --disable-xctest

test-long: ## run the long tests with the release numbers: hours (ONLY="kills races", MINUTES=10)
	@Scripts/swift-here
	@Scripts/need $(TEST_NEEDS) $(if $(filter 1,$(EXCEL)),libreoffice-calc-nogui)
	$(FEATURES) $(if $(MINUTES),ZHAOSHANG_MINUTES=$(MINUTES)) Scripts/campaign $(ONLY)
	$(if $(ONLY),,Scripts/test-the-tests)
	$(if $(ONLY),,$(MAKE) --no-print-directory growth $(FEATURES) N=1500)

test-many: ## play the server's drills with the release numbers: standby, pooler, Patroni; an hour (ONLY)
	@Scripts/swift-here
	@Scripts/need $(TEST_NEEDS) pgbouncer openssl
	$(FEATURES) Scripts/test-many $(ONLY)

fuzz: ## let a fuzzer loose on everything that reads a file or a key, 20 seconds each
	@Scripts/swift-here
	@Scripts/need $(BUILD_NEEDS)
	Scripts/fuzz

bench: ## measure it beside a program that only paints text, and sqlite3 (SIZES, RUNS)
	@Scripts/swift-here
	@Scripts/need $(BUILD_NEEDS) python3 sqlite3 tmux
	Benchmarks/measure $(if $(SIZES),--sizes $(SIZES)) $(if $(RUNS),--runs $(RUNS))

bench-many: ## measure stores on a server beside a program that only uses libpq, in the same run
	@Scripts/swift-here
	@Scripts/need $(BUILD_NEEDS) libpq-dev postgresql python3
	Scripts/bench-many

bench-compare: ## measure an older revision beside this tree (BASE=revision)
	@Scripts/swift-here
	@Scripts/need $(BUILD_NEEDS) python3 sqlite3 tmux
	Benchmarks/measure --base $(or $(BASE),main) $(if $(SIZES),--sizes $(SIZES)) $(if $(RUNS),--runs $(RUNS))

count: release ## count the instructions of fixed pieces of work; more than a tenth over the committed fails
	@Scripts/need valgrind binutils
	Scripts/count-instructions "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang"

count-renew: release ## write those counts anew, after a change that is wanted or with another toolchain
	@Scripts/need valgrind binutils
	Scripts/count-instructions "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang" --renew

growth: release ## run every subcommand and input at n and 2n (N, MINUTES); more than twice the instructions fails
	@Scripts/need valgrind binutils python3
	Scripts/growth "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang" $(if $(N),--n $(N)) $(if $(MINUTES),--minutes $(MINUTES)) --quiet

pictures: release ## draw the pictures of README and handbook from the program
	@Scripts/need tmux python3
	Scripts/picture "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang"
	Scripts/moving-picture "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang"

check-pictures: release ## look whether those pictures show what the program shows
	@Scripts/need tmux python3
	Scripts/picture --check "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang"
	Scripts/moving-picture --check "$$(swift build $(RELEASE) --show-bin-path)/zhaoshang"

check-pages: release ## draw the reports in a browser without a screen, on A4
	@Scripts/need chromium fonts-noto-cjk poppler-utils python3-pil
	Scripts/check-pages "$$(swift build $(RELEASE) --show-bin-path)" .build/pages

install: release ## install under PREFIX (and DESTDIR)
	swift build $(RELEASE) --product generate-manual
	Scripts/install "$$(swift build $(RELEASE) --show-bin-path)" "$(PREFIX)" "$(DESTDIR)"

deb: release ## build a Debian package in .build/deb
	@Scripts/need dpkg-dev binutils
	swift build $(RELEASE) --product generate-manual
	Scripts/deb "$$(swift build $(RELEASE) --show-bin-path)" .build/deb $(EXCEL) $(POSTGRESQL)

format: ## put the sources into the house's form
	swift format -i -r Sources Tests Package.swift

lint: ## complain about the form
	swift format lint --strict -r Sources Tests Package.swift

check: lint test ## what has to pass before a change goes in

clean: ## forget what was built
	swift package clean
