#!/usr/bin/env bash
# Makes the data set in sql/data, unless it is there.
set -euo pipefail

verbs=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=${verbs%/provisioning/deploy}
data=$root/sql/data log=$root/.local/data-build.log

# shellcheck source=.mvn/java.sh
source "$root/.mvn/java.sh"
# shellcheck source=provisioning/deploy/common.sh
source "$verbs/common.sh"

build_generator() {
  mkdir -p -- "$root/.local"
  quick_build "$root" "$log" sql/generator || fail "the data generator does not build; the whole log is $log"
}

if [[ ! -e $data || -f $data/.generating || -z $(ls -A -- "$data") ]]; then
  java=$(find_java)
  step 'Building the data generator' build_generator
  "$java" -jar "$root/sql/generator/target/isuumo-generator.jar" --out "$data"
fi
