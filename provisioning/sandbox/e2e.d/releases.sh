# Releases come and go under load, and nobody notices.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

releases() {
  check 'build' timed 'build of a release' "$link" build
  check 'a first deploy' timed 'first deploy' deploy deploy
  first=$(head_commit)
  check 'every host runs it' all_run "$first"
  check 'verify is content' deploy verify
  check 'diff sees no difference' deploy diff
  benchmarked 30s
  commit second
  check 'build of a second version' "$link" build
  rolling_deploy 150s
  check 'every host runs the second version' all_run "$second"
  broken_deploy
  wrong_deploy
  rollback
  check 'every host runs the first version again' all_run "$first"
  check 'status names it' status_names "$first"
  check 'works in a directory that is not the project' from_directory / "$clone/deploy.sh"
  check 'works through a relative link' from_directory "$work" './deploy from here'
  check 'works in a path with spaces' from_directory "$clone/provisioning" ../deploy.sh
  check 'of two deploys at once one is refused' two_deploys
  check 'every host runs the second version again' all_run "$second"
}

# What says most in the least time.
shortened() {
  check 'provision makes three hosts ready' timed 'provision from bare hosts' provision first
  check "the application's account reads rows and changes no table" changes_no_table
  check 'build' timed 'build of a release' "$link" build
  check 'a first deploy' timed 'first deploy' deploy deploy
  benchmarked 10s
  start_shopper killed 3000000
  check 'kill -9 of the writer application under load' killed isu1 isuumo
  stop_shopper
  check 'nothing acknowledged is lost, and nothing sold out was shown' promises_kept killed
  commit second
  check 'build of a second version' "$link" build
  rolling_deploy 100s
  check 'every host runs the second version' all_run "$second"
}

head_commit() {
  git -C "$clone" rev-parse HEAD
}

commit() { # NAME of the variable and the message
  git -C "$clone" -c user.name=e2e -c user.email=e2e@example.com commit --quiet --allow-empty -m "$1"
  printf -v "$1" %s "$(head_commit)"
}

# It speaks http and shows no credential: public hosts redirect the one and refuse what lacks the other.
benchmarked() { # DURATION
  if [[ $SANDBOX_PROFILE == public ]]; then
    printf 'Skipped: the benchmark, which is no operator and speaks no https. Customers who do come instead.\n'
    check 'http leads to https' leads_to_https
    check 'without the credential of an operator nobody uploads or initializes' operators_only
  else
    check 'the benchmark passes through nginx on isu1' benchmark first "$1"
    check 'all it wrote is on all replicas' written_everywhere
  fi
}

leads_to_https() {
  local said
  said=$(sandbox control curl -sS -m 5 -o /dev/null -w '%{http_code} %{redirect_url}' "http://$(address isu2)/chair/1")
  printf '%s\n' "$said"
  [[ $said == "308 https://$(address isu2)/chair/1" ]]
}

operators_only() {
  [[ $(initialize_as_anybody) == 403 ]]
  [[ $(initialize_as_anybody -H 'Authorization: Bearer guess') == 403 ]]
  [[ $(initialize_as_anybody -H "Authorization: Bearer $(<"$credential")") == 200 ]]
}

initialize_as_anybody() { # CURL_OPTIONS...: the status
  sandbox control curl -sS -m 60 --cacert "$authority" -o /dev/null -w '%{http_code}' -X POST "$@" "$url/initialize"
}

# The score does not matter here: three hosts, the benchmark and the load's other half share one machine.
benchmark() { # NAME DURATION
  sandbox control "$project/bench/run.sh" --target "$url" --data "$clone/sql/data" --duration "$2" \
    --report "$work/bench-$1" >"$work/bench-$1.json" 2>"$work/bench-$1.err" || {
    tail -n 20 -- "$work/bench-$1.err"
    cat -- "$work/bench-$1.json"
    return 1
  }
  no_errors "$1"
}

no_errors() { # NAME
  python3 - "$work/bench-$1/result.json" <<'PYTHON'
import json, sys
result = json.load(open(sys.argv[1]))
errors = result["errors"]
print(result["requests"], "requests", errors, result["messages"], result["examples"])
sys.exit(not result["pass"] or errors["critical"] + errors["application"] > 0)
PYTHON
}

written_everywhere() {
  replicas_are_equal
  (($(sql isu3 'SELECT COUNT(*) FROM isuumo.chair') > 29500))
}

rolling_deploy() { # DURATION
  if [[ $SANDBOX_PROFILE == public ]]; then
    deploy_under_customers
  else
    deploy_under_benchmark "$1"
  fi
}

deploy_under_customers() {
  local before
  start_shopper rolling 6000000
  before=$(date +%s)
  check 'deploy of a second version under load' timed 'rolling deploy under load' deploy deploy
  stop_shopper
  check 'customers saw no failed request' shopper_unharmed rolling
  check 'nothing acknowledged is lost' promises_kept rolling
  check 'nginx answered no request with an error' no_server_errors "$before"
}

# The benchmark goes on from before the first host restarts until after the last one. Alone: it takes rows that it has not
# uploaded for made up.
deploy_under_benchmark() { # DURATION
  benchmark rolling "$1" >"$work/bench-rolling.out" 2>&1 &
  local bench=$! code=0
  background+=("$bench")
  eventually grep -qs 'load' "$work/bench-rolling.err"
  check 'deploy of a second version under load' timed 'rolling deploy under load' deploy deploy
  check 'the benchmark outlasted the deploy' kill -0 "$bench"
  wait "$bench" || code=$?
  check 'the benchmark passed meanwhile, without an error' cat_if "$code" "$work/bench-rolling.out"
  note "rolling deploy, the benchmark: $(head -n 1 -- "$work/bench-rolling.out")"
}

# The same with customers who remember.
rollback() {
  start_shopper rollback 1000000
  check 'rollback under load' timed 'rollback' deploy rollback
  stop_shopper
  check 'customers saw no failed request' shopper_unharmed rollback
  check 'nothing acknowledged is lost' promises_kept rollback
}

shopper_unharmed() { # NAME
  local code=0 kept
  kept=$(python3 "$here/e2e.d/shopper.py" failed "$work/$1.log") || code=$?
  printf '%s\n' "$kept"
  note "$1: ${kept%%$'\n'*}"
  return "$code"
}

cat_if() { # EXIT_CODE FILE
  cat -- "$2"
  return "$1"
}

# Answers of 500 and above since then, but what crawlers get. The log, which is the profile public's, is written a second late.
no_server_errors() { # EPOCH_SECONDS
  local since count
  since=$(date -u -d "@$1" +%Y-%m-%dT%H:%M:%S)
  sleep_until_written
  access_logs | awk -F '\t' -v since="$since" '
    function field(name,  i) {
      for (i = 1; i <= NF; i++) if (index($i, name ":") == 1) return substr($i, length(name) + 2)
    }
    substr(field("time"), 1, 19) >= since {
      requests++
      if (field("status") >= 500 && !(field("status") == 503 && field("upstream") == "-")) { print; errors++ }
    }
    END { print requests + 0 " requests, " errors + 0 " answered with an error"; exit errors > 0 || requests == 0 }' \
    >"$work/nginx-errors" || {
    tail -n 20 -- "$work/nginx-errors"
    return 1
  }
  count=$(tail -n 1 -- "$work/nginx-errors")
  note "rolling deploy, nginx: $count"
}

# A request of our own, and its line in the log.
sleep_until_written() {
  local mark
  mark=/e2e-$EPOCHREALTIME
  sandbox control curl -s --cacert "$authority" -o /dev/null "$url$mark"
  eventually is_logged "$mark"
}

# Whichever host's nginx got it.
is_logged() { # ADDRESS
  access_logs | grep -cF "uri:$1" >/dev/null
}

access_logs() {
  local host
  for host in "${hosts[@]}"; do
    on_host "$host" cat /var/log/nginx/access.log
  done
}

# It starts on the first host of the order (isu2), not on the second (isu3): both must go back.
broken_deploy() {
  local main=$clone/webapp/src/main/java/isuumo/Main.java
  sed -i '/static void main(.*{$/a if ("isu3".equals(System.getenv("ISUUMO_HOST_NAME"))) {\n throw new IllegalStateException("broken on purpose");\n}' "$main"
  check 'a dirty tree is refused' refused 20 'uncommitted changes' deploy
  check 'build of a version that breaks on isu3' "$link" build --allow-dirty
  start_shopper broken 2000000
  check 'its deploy fails and rolls every host back' timed 'broken deploy and automatic rollback' \
    refused 3 'broken on purpose' deploy --allow-dirty
  stop_shopper
  check 'customers saw no failed request meanwhile' shopper_unharmed broken
  check 'every host runs the second version still' all_run "$second"
  check 'nothing acknowledged is lost in it' promises_kept broken
  git -C "$clone" checkout --quiet -- .
}

# It starts, is ready and tells its version; the second page of a search is the first once more.
wrong_deploy() {
  sed -i 's/return number > /return number == 1 ? 0 : number > /' "$clone/webapp/src/main/java/isuumo/http/Page.java"
  check 'build of a version that answers a search wrongly' "$link" build --allow-dirty
  start_shopper wrong 7000000
  check 'its deploy stops at the first host and goes back' timed 'deploy that answers wrongly, and automatic rollback' stops_at_isu2
  stop_shopper
  check 'customers saw no failed request meanwhile' shopper_unharmed wrong
  check 'every host runs the second version still' all_run "$second"
  git -C "$clone" checkout --quiet -- .
}

stops_at_isu2() {
  refused 3 'page=1 is answered otherwise than by isu3: it.' deploy --allow-dirty | tee -- "$work/wrong-deploy.log"
  not grep -E 'isu2: giving|isu[13]: restarting' "$work/wrong-deploy.log"
}

status_names() { # COMMIT
  deploy status | tee -- "$work/status.log"
  [[ $(grep -cE "^isu[123].*${1:0:12}" -- "$work/status.log") == 3 ]]
}

from_directory() { # DIRECTORY SCRIPT
  (cd -- "$1" && sandbox control "$2" status --inventory "$inventory")
}

# The second starts when the first holds the lock.
two_deploys() {
  local one code=0
  deploy deploy >"$work/two-deploys.log" 2>&1 &
  one=$!
  eventually on_host isu1 test -e /opt/isuumo/lock/owner
  refused 15 'locked by' deploy || code=$?
  wait "$one" || {
    cat -- "$work/two-deploys.log"
    return 1
  }
  return "$code"
}
