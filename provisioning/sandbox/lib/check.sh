# Counts what passed; prints the output of what failed.
# shellcheck shell=bash

passed=0 failed=0

check() { # NAME CMD...
  local name=$1 started=$EPOCHREALTIME output micros
  shift
  # A shell of its own with -e, which a condition would switch off: every line of CMD must hold.
  set +e
  output=$(set -e; "$@" 2>&1 </dev/null)
  local status=$?
  set -e
  micros=$((${EPOCHREALTIME/./} - ${started/./}))
  if ((status == 0)); then
    passed=$((passed + 1))
    printf '[OK] %s (%d.%d s)\n' "$name" $((micros / 1000000)) $((micros / 100000 % 10))
  else
    failed=$((failed + 1))
    printf '[NG] %s (%d.%d s)\n' "$name" $((micros / 1000000)) $((micros / 100000 % 10))
    printf '       %s\n' "${output//$'\n'/$'\n'       }"
  fi
}

# A plain ! would not stop a shell with -e.
not() { # CMD...
  if ("$@"); then
    printf 'should have failed: %s\n' "$*" >&2
    return 1
  fi
}

# Polls what ends by itself, at most a minute.
eventually() { # CMD...
  local deadline=$((SECONDS + 60))
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.1
  done
}

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0))
}
