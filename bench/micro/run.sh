#!/usr/bin/env bash
# Builds and runs the micro benchmarks. Results, JMH's own and a table of growth, go to bench/results; those of a run with
# options, which go to JMH, to target/micro.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."

# shellcheck source=../../.mvn/java.sh
source .mvn/java.sh
fail() { # MESSAGE
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

java=$(find_java)
commit=$(git describe --always --dirty --abbrev=12)
results=bench/results/micro
(($# == 0)) || results=target/micro/micro
mkdir -p -- target "${results%/*}"
quick_build . target/micro-build.log bench/micro || fail 'the build failed; the whole log is target/micro-build.log'
"$java" -jar bench/micro/target/isuumo-micro.jar -rf json -rff "$results.json" "$@"
"$java" -cp 'bench/micro/target/isuumo-micro.jar:bench/micro/target/lib/*' isuumo.micro.GrowthTable \
  "$results.json" "$commit" | tee -- "$results.md"
