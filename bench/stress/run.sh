#!/usr/bin/env bash
# Builds and runs the races: the server's own code, which must keep its promises, then the same races with the code that
# breaks them, each of which must be caught. The table goes to bench/results/stress.md; that of some races, to target/stress.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."
root=$PWD

# shellcheck source=../../.mvn/java.sh
source .mvn/java.sh
fail() { # MESSAGE
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

if [[ ${1:-} == -* ]] || (($# > 2)); then
  fail 'usage: bench/stress/run.sh [RACES, a regular expression] [MILLIS a race and process, 500]'
fi
races=${1:-.*} millis=${2:-500} code=0
java=$(find_java)
commit=$(git describe --always --dirty --abbrev=12)
results=bench/results/stress.md
(($# == 0)) || results=target/stress/stress.md
mkdir -p target/stress
quick_build . target/stress-build.log bench/stress || fail 'the build failed; the whole log is target/stress-build.log'

# In a directory of its own, where jcstress leaves what it has found.
race() { # VARIANT
  mkdir -p "target/stress/$1"
  (cd "target/stress/$1" && "$java" --enable-native-access=ALL-UNNAMED -jar "$root/bench/stress/target/isuumo-stress.jar" \
    "$1" "$races" "$millis") | tee "target/stress/$1.log"
}

race kept || code=1
race broken || code=1
{
  printf '%s, %s cores; %s; jcstress, %s ms a race and process; commit %s.\n\n' \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" "$("$java" --version | sed -n 2p)" \
    "$millis" "$commit"
  grep -h '^|' target/stress/kept.log
  grep -h '^|' target/stress/broken.log | tail -n +3
} >"$results"
cat "$results"
exit "$code"
