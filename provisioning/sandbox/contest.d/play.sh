# A kind's runs, and what everybody used meanwhile.
# shellcheck shell=bash disable=SC2154 # variables of contest, contest.d/machines.sh and e2e.d/common.sh

most_spread=5 # percent between two runs of a kind
failed_runs=0

play_kind() { # KIND
  local number spread
  for ((number = 1; number <= runs; number++)); do
    play "$1" "$number"
  done
  ((runs > 1)) || return 0
  spread=$("$here/contest.d/report.py" spread "$results" "$1")
  if awk -v spread="$spread" -v most="$most_spread" 'BEGIN { exit !(spread > most) }'; then
    printf '%s: the last two runs differ by %s %%; once more.\n' "$1" "$spread"
    play "$1" "$number"
  fi
}

play() { # KIND NUMBER
  local run=$results/$1-$2 host targets=() names=(control "${members[@]}") bench
  mkdir -- "$run"
  for host in "${members[@]}"; do
    [[ $host != isu1 && $1 != fronts ]] || targets+=(--target "http://$(address "$host")")
  done
  eventually serve || eventually serve || wrong_host
  limit_client
  printf '%s, run %s (%s s of load, here %s s) ... ' "$1" "$2" "$duration" $((duration * slow))
  sandbox control "$project/bench/run.sh" "${targets[@]}" --data "$clone/sql/data" --duration "${duration}s" \
    --slow-motion "$slow" --crowd "$crowd" --report "$run" >"$run/verdict.json" 2>"$run/err" &
  bench=$!
  background+=("$bench")
  # What happened before the load is no part of it.
  until grep -qsE '^ *[0-9.]+ s  load' "$run/err" || ! kill -0 "$bench" 2>/dev/null; do
    sleep 0.1
  done
  take_usage "$run/before"
  wait "$bench" || failed_runs=$((failed_runs + 1))
  take_usage "$run/after"
  unlimit_client
  grep -E '^(PASS|FAIL)' "$run/err" || {
    printf 'FAIL without a result\n'
    cat -- "$run/err" "$run/verdict.json" >&2
  }
}

wrong_host() {
  printf 'contest: the hosts do not all serve within two minutes; see sandbox.sh exec HOST journalctl -u isuumo\n' >&2
  exit 1
}

take_usage() { # PREFIX of the files
  local name pids=()
  for name in "${names[@]}"; do
    sandbox usage "$name" >"$1.$name" &
    pids+=("$!")
  done
  wait "${pids[@]}"
}
