# The tasks of this repository. Each is one command that can be typed by hand as well.
.DEFAULT_GOAL := help
.PHONY: help build fast verify format tck bench coverage jdks clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## compile and package, without tests and checks
	mvn -q -Pfast -DskipTests package

fast: ## compile and test, without the other checks
	mvn -Pfast verify

verify: ## everything: format, checks, tests, coverage (what CI runs)
	mvn verify

format: ## bring all sources into the house format
	mvn -q spotless:apply

tck: ## prove the transport contract, and every transport against it
	mvn -Pfast -am -pl "$$(ls -d transport-* | paste -sd ,)" test

bench: build ## measure the transports; ARGS="..." goes to the program
	java -Xms192m -Xmx192m -jar benchmark/target/belfry-benchmark.jar $(ARGS)

coverage: verify ## run the tests and say where the coverage report is
	@echo house-rules/target/site/jacoco-aggregate/index.html

jdks: ## verify on every JDK from 17 on that this machine has
	.ci/jdks | while read -r version home; do \
	  echo "== Java $$version"; JAVA_HOME="$$home" mvn clean verify </dev/null || exit 1; \
	done

clean: ## delete what the builds made
	mvn -q clean
