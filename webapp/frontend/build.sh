#!/usr/bin/env bash
# Builds the site into dist/ when a source is newer; "test" runs its lint and unit tests (Maven calls both); "e2e" drives
# it in a real browser against ./deploy.sh local.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"

fail() {
  printf 'webapp/frontend: %s\n' "$1" >&2
  exit 1
}

require_node() {
  local version
  if ! version=$(node --version 2>/dev/null) || ! command -v npm >/dev/null; then
    fail 'no Node.js with npm found; install Node 20.19 or later, or leave the site out with mvn -Dsite.skip'
  fi
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' \
    || fail "Node $version is too old; install 20.19 or later, or leave the site out with mvn -Dsite.skip"
}

install() {
  if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
    npm ci --no-progress --no-audit --no-fund --prefer-offline
    touch node_modules/.package-lock.json
  fi
}

is_built() {
  [[ -f dist/index.html ]] && [[ -z $(find . \( -path ./node_modules -o -path ./dist -o -path ./target -o -path ./e2e \
    -o -path ./test -o -name japan.json \) -prune -o -type f -newer dist/index.html -print -quit) ]]
}

require_node
case ${1:-build} in
  build)
    if ! is_built; then
      install
      npm run build
    fi
    ;;
  test)
    install
    npm run check
    npm test
    ;;
  e2e)
    install
    exec node e2e/run.mjs "${@:2}"
    ;;
  *)
    printf 'usage: build.sh [build|test|e2e [WORD ...]]\n' >&2
    exit 2
    ;;
esac
