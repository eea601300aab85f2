#!/usr/bin/env bash
# ISUUMO's benchmark; works from any directory, through a symlink, and from a path with spaces.
# All arguments go to the program (see --help); --data defaults to the server's own data set.
set -euo pipefail

root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
module=$root/bench/load
jar=$module/target/isuumo-bench.jar

# shellcheck source=.mvn/java.sh
source "$root/.mvn/java.sh"

fail() { # MESSAGE
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

is_built() {
  [[ -f $jar && -z $(find "$root/pom.xml" "$module/pom.xml" "$module/src/main" -type f -newer "$jar" -print -quit) ]]
}

build() {
  printf 'Building the benchmark ...\n' >&2
  mkdir -p -- "$module/target"
  local log=$module/target/build.log
  quick_build "$root" "$log" bench/load || fail "the build failed; the whole log is $log"
  touch -- "$jar" # Maven leaves a jar alone whose classes did not change
}

# The commit a figure belongs to, marked when the benchmark's sources differ from it.
commit() {
  local name
  name=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || { printf 'no git'; return; }
  [[ -z $(git -C "$root" status --porcelain -- bench pom.xml 2>/dev/null) ]] || name+=' with changes'
  printf '%s' "$name"
}

# Commands that read a data set get the server's own if none is named.
default_data() { # ARGUMENTS...
  local argument
  for argument; do
    case $argument in
      --data | --data=* | -h | --help | -V | --version | help | compare | runs | page | tell) return 1 ;;
    esac
  done
}

java=$(find_java)
is_built || build
arguments=("$@")
default_data "$@" && arguments+=(--data "$root/sql/data")

# Serial collector, first compiler only: the server under test shares these cores, and the benchmark mostly waits.
# A 30 s run used 16 s of CPU so, 19 s with the second compiler (bench/README.md, "What the benchmark itself costs").
exec "$java" -Xms256m -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData "-Disuumo.commit=$(commit)" "-Disuumo.root=$root" \
  -jar "$jar" "${arguments[@]}"
