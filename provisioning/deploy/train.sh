# shellcheck shell=bash
# Runs the release once on this machine, with made data and the embedded database, so that the JVM can write down what it
# loaded and how often; sourced by release.sh.

train() {
  local log=$root/.local/release-training.log code
  training=$root/.local/training
  rm -rf -- "$training"/{database,database.out,server.out}
  mkdir -p -- "$training"
  # Not in a condition, which would switch -e off within.
  set +e
  (set -e; trap stop_training EXIT; run_training) >"$log" 2>&1
  code=$?
  set -e
  if ((code)); then
    tail -n 20 -- "$log" >&2
    fail "the release does not run: its training failed; the whole log is $log" "$EXIT_NOT_BUILT"
  fi
  [[ -s $stage/isuumo.aot ]] || fail "the training wrote no $stage/isuumo.aot; the whole log is $log" "$EXIT_NOT_BUILT"
}

# The rows are those of the benchmark, so that profiles are those of its sizes; they are kept.
run_training() {
  "$java" -jar "$tree/sql/generator/target/isuumo-generator.jar" --no-images --out "$training/data"
  "$java" -Xmx64m -XX:+UseSerialGC -jar "$tree/sql/embedded/target/isuumo-embedded.jar" "$root/.local/mariadb" \
    "$training/database" >"$training/database.out" &
  database_process=$!
  url=$(await_line "$database_process" "$training/database.out")
  # Adapters are processor code, little, and JDK 25.0.3 warns at each start that it mistakes one for another.
  ISUUMO_PROFILE=contest ISUUMO_PORT=0 ISUUMO_OPERATORS_PORT=0 ISUUMO_DATA_DIR=$training/data ISUUMO_SITE_DIR=$stage/site ISUUMO_PRIMARY_URL=$url \
    ISUUMO_DB_USER=isuumo ISUUMO_DB_PASSWORD_FILE=$training/database/password \
    "$stage/jre/bin/java" "@$tree/webapp/jvm.options" -XX:AOTCacheOutput="$stage/isuumo.aot" \
    -XX:+UnlockDiagnosticVMOptions -XX:-AOTAdapterCaching -XX:-AOTStubCaching \
    -jar "$stage/isuumo.jar" >"$training/server.out" &
  server_process=$!
  local address operators
  address=$(await_line "$server_process" "$training/server.out")
  visit "$address"
  operators=$(sed -n 's/^operators: //p' "$training/server.out")
  get "$operators/healthz" "$operators/metrics" "$operators/version"
  # It writes the cache while it stops.
  kill -TERM "$server_process"
  wait "$server_process" || (($? == 143))
  server_process=''
}

stop_training() {
  local process
  for process in "${server_process:-}" "${database_process:-}"; do
    if [[ $process ]] && kill -TERM "$process" 2>/dev/null; then
      wait "$process" || true
    fi
  done
}

# What follows "ready: "; fails when the process ended without a word of it.
await_line() { # PROCESS FILE, which is not there before
  until grep -qs '^ready: ' "$2"; do
    kill -0 "$1" || return
    sleep 0.05
  done
  sed -n 's/^ready: //p' "$2"
}

# Every kind of request, often enough that the hot ones are seen to be hot; uploads at last, as reads are of the initial rows.
visit() { # URL
  local i kind
  get -X POST "$1/initialize"
  read_all "$1"
  read_all "$1" -H 'Accept-Encoding: gzip'
  get -H 'Content-Type: application/json' -d '{"email":"training@example.com"}' \
    "$1/api/chair/buy/[1-300]" "$1/api/estate/req_doc/[1-300]"
  for kind in chair estate; do
    for ((i = 0; i < 20; i++)); do
      node "$verbs/draft-csv.mjs" "$kind" "$training/data/result/draft_data/$kind/$i.txt" >"$training/draft.csv"
      get -F "${kind}s=@$training/draft.csv;type=text/csv" "$1/api/$kind"
    done
  done
  get -X POST "$1/initialize"
}

read_all() { # URL CURL_ARGUMENTS...
  local url=$1
  shift
  get "$@" "$url/api/chair/[1-300]" "$url/api/estate/[1-300]" "$url/api/recommended_estate/[1-300]" \
    "$url/api/chair/search?priceRangeId=[0-5]&perPage=25&page=[0-20]" \
    "$url/api/chair/search?heightRangeId=[0-3]&widthRangeId=[0-3]&depthRangeId=[0-3]&perPage=25&page=0" \
    "$url/api/chair/search?kind=%E3%82%B9%E3%83%84%E3%83%BC%E3%83%AB&color=%E7%99%BD&features=%E8%82%98%E6%8E%9B%E3%81%91&perPage=25&page=[0-20]" \
    "$url/api/estate/search?rentRangeId=[0-3]&perPage=25&page=[0-20]" \
    "$url/api/estate/search?doorHeightRangeId=[0-3]&doorWidthRangeId=[0-3]&features=%E9%A7%85%E8%BF%91&perPage=25&page=[0-4]" \
    "$url/api/chair/low_priced?[1-100]" "$url/api/estate/low_priced?[1-100]" \
    "$url/api/chair/search/condition?[1-20]" "$url/api/estate/search/condition?[1-20]" \
    "$url/"
  get "$@" -H 'Content-Type: application/json' "$url/api/estate/nazotte?[1-100]" -d '{"coordinates":[
    {"latitude":33,"longitude":130},{"latitude":33,"longitude":141},{"latitude":43,"longitude":141},
    {"latitude":43,"longitude":130},{"latitude":33,"longitude":130}]}'
  get "$@" -H 'Content-Type: application/json' "$url/api/estate/nazotte?[1-100]" -d '{"coordinates":[
    {"latitude":35.5,"longitude":139.5},{"latitude":35.5,"longitude":140},{"latitude":36,"longitude":139.7},
    {"latitude":35.5,"longitude":139.5}]}'
}

get() { # CURL_ARGUMENTS...
  curl --silent --show-error --fail --fail-early "$@" >/dev/null
}
