# The ground: a clone with commits of its own to deploy, in a path with spaces, and how to reach the hosts.
# shellcheck shell=bash disable=SC2154 # here is e2e's

project=$(readlink -f -- "$here/../..")
work=$project/target/e2e
clone="$work/a check out/isuumo"
link="$work/deploy from here"
keep='' kept=''
export SANDBOX_STATE=$work/state SANDBOX_CACHE=${SANDBOX_CACHE:-$project/.sandbox/cache} SANDBOX_SUBNET=${SANDBOX_SUBNET:-10.77.2}
database=${SANDBOX_DATABASE:-mariadb}
export SANDBOX_PROFILE=${SANDBOX_PROFILE:-contest}
inventory=$SANDBOX_STATE/inventory.yml
hosts=(isu1 isu2 isu3)
scheme=$([[ $SANDBOX_PROFILE == public ]] && printf https || printf http)
url=$scheme://$SANDBOX_SUBNET.11
# In public: who signed the hosts' certificate, and what an operator shows.
authority=$SANDBOX_STATE/tls/ca.pem
credential=$clone/provisioning/secrets/operator.credential
times=()

parts=(provisioning releases refusals crashes promotion failover members backup logs monitoring)

parse() {
  local wanted=()
  while (($#)); do
    case $1 in
      --short) parts=(shortened) ;;
      --keep) keep=1 ;;
      --kept) keep=1 kept='kept hosts' ;;
      --help | -h)
        usage
        exit
        ;;
      provisioning | releases | refusals | crashes | promotion | failover | members | backup | logs | monitoring) wanted+=("$1") ;;
      *)
        printf 'e2e: unknown option %s; see e2e --help\n' "$1" >&2
        exit 2
        ;;
    esac
    shift
  done
  if ((${#wanted[@]})); then
    [[ $kept ]] || {
      printf 'e2e: %s needs the hosts of an earlier run; see e2e --help\n' "${wanted[*]}" >&2
      exit 2
    }
    parts=("${wanted[@]}")
  fi
}

sandbox() {
  "$here/sandbox.sh" "$@"
}

sandbox_up() {
  sandbox up
  sed -i '/^    isu4:$/,+2d' "$inventory"
}

# With a limit: a host that hangs while it goes down must fail a check, not keep it waiting.
on_host() { # HOST CMD...
  timeout --kill-after=5 120 "$here/sandbox.sh" exec "$@"
}

# As an operator on the control host would, from a directory that has nothing to do with it, by a link with spaces.
deploy() { # VERB OPTIONS...
  (cd / && sandbox control "$link" "$@" --inventory "$inventory")
}

# What is built beforehand is built on the machine: the control host has no way to a package registry.
prepare() {
  printf 'Preparing: a clone, the data, the benchmark ... '
  local started=$EPOCHREALTIME
  [[ -z $(git -C "$project" status --porcelain) ]] || printf '(uncommitted changes are not tested) '
  if [[ $kept ]]; then
    git -C "$clone" fetch --quiet origin HEAD
    git -C "$clone" reset --quiet --hard FETCH_HEAD
    deploy unlock 'the end-to-end test goes on with kept hosts' >/dev/null
    rm -rf -- "$work"/{times,*.log,*.err,bench-*}
  else
    sandbox down
    rm -rf -- "$work"
    mkdir -p -- "${clone%/*}"
    git clone --quiet --shared "$project" "$clone"
    ln -s "$clone/deploy.sh" "$link"
    make_data
  fi
  "$project/bench/run.sh" --version >/dev/null
  trap 'stop_background; [[ $keep ]] || sandbox down' EXIT
  printf '%s s\n' "$(seconds_since "$started")"
}

make_data() {
  local data=$project/sql/data
  if [[ -f $data/.stamp && ! -f $data/.generating ]]; then
    cp -a --reflink=auto -- "$data" "$clone/sql/data"
  else
    # shellcheck source=../../../.mvn/java.sh
    source "$project/.mvn/java.sh"
    quick_build "$clone" "${clone%/*}/generator-build.log" sql/generator
    "$(find_java)" -jar "$clone/sql/generator/target/isuumo-generator.jar" --out "$clone/sql/data" >/dev/null
  fi
}

# The background's children end with it: control runs them in a cgroup, and sandbox down ends that.
background=()

stop_background() {
  local pid
  for pid in ${background[@]+"${background[@]}"}; do
    kill "$pid" 2>/dev/null || true
  done
}

seconds_since() { # EPOCHREALTIME
  local micros=$((${EPOCHREALTIME/./} - ${1/./}))
  printf '%d.%d' $((micros / 1000000)) $((micros / 100000 % 10))
}

# Written to a file, as checks run in shells of their own.
timed() { # WHAT CMD...
  local what=$1 started=$EPOCHREALTIME
  shift
  "$@"
  printf '%s: %s s\n' "$what" "$(seconds_since "$started")" >>"$work/times"
}

note() { # SENTENCE
  printf '%s\n' "$1" >>"$work/times"
}

print_times() {
  printf -- '--\n'
  cat -- "$work/times"
}

# Runs deploy.sh and wants this exit code and these words.
refused() { # CODE WORDS VERB OPTIONS...
  local output code=0
  output=$(deploy "${@:3}" 2>&1) || code=$?
  printf '%s\nexit code %s, expected %s and: %s\n' "$output" "$code" "$1" "$2"
  ((code == $1)) && [[ $output == *"$2"* ]]
}

provisioning() {
  check 'provision makes three hosts ready' timed "provision from ${kept:-bare hosts}" provision first
  check 'provision again changes nothing' timed 'provision again' provision_again
  check "the application's account reads rows and changes no table" changes_no_table
}

provision() { # WHICH
  deploy provision | tee -- "$work/provision-$1.log"
}

provision_again() {
  provision second
  grep -E '^isu[123] +:' -- "$work/provision-second.log" >"$work/recap"
  [[ $(grep -c ' changed=0 .* failed=0' -- "$work/recap") == 3 ]]
}

changes_no_table() {
  local statement said
  as_application 'SELECT COUNT(*) FROM isuumo.chair'
  for statement in "ALTER TABLE isuumo.chair COMMENT ''" 'DROP TABLE IF EXISTS isuumo.nothing' \
    'CREATE TABLE isuumo.more (id INTEGER)' 'DROP DATABASE IF EXISTS isuumo_nothing'; do
    said=$(as_application "$statement" 2>&1) || true
    printf '%s: %s\n' "$statement" "$said"
    [[ $said == *'ERROR 1142 '* || $said == *'ERROR 1044 '* ]]
  done
}

# On the writer.
as_application() { # STATEMENT
  # shellcheck disable=SC2016 # for the host's shell
  on_host isu1 bash -c 'mysql --defaults-file=<(printf "[client]\nuser=isuumo_writer\npassword=%s\nhost=127.0.0.1\n" \
    "$(</etc/isuumo/writer.password)") --batch --skip-column-names --execute "$1"' as_application "$1"
}

verify_bare() {
  local code=0
  deploy verify >"$work/verify-bare.log" 2>&1 || code=$?
  cat -- "$work/verify-bare.log"
  ((code != 0))
  grep -q '\[NG\]' -- "$work/verify-bare.log"
}

version_of() { # HOST
  on_host "$1" curl -fsS -m 5 http://127.0.0.1:8083/version
}

address() { # HOST
  printf '%s.1%s' "$SANDBOX_SUBNET" "${1#isu}"
}

# Each host says so itself: the application, healthy, of that commit.
all_run() { # COMMIT
  local host
  for host in "${hosts[@]}"; do
    version_of "$host" | grep -F "\"$1\""
    on_host "$host" curl -fsS -m 5 http://127.0.0.1:8083/healthz
  done
}

sql() { # HOST STATEMENT
  on_host "$1" mysql --default-character-set=utf8mb4 --batch --skip-column-names --execute "$2"
}

checksums() { # HOST
  sql "$1" 'CHECKSUM TABLE isuumo.chair, isuumo.estate EXTENDED'
}

# The replicas have what the writer has. Nobody writes meanwhile.
replicas_are_equal() {
  eventually equal_to_writer isu2
  eventually equal_to_writer isu3
  [[ $(checksums isu1) != *NULL* ]]
}

equal_to_writer() { # HOST [WRITER]
  [[ $(checksums "$1") == "$(checksums "${2:-isu1}")" ]]
}

leaves_nothing() {
  stop_background
  sandbox down
  [[ ! -e $SANDBOX_STATE ]]
  [[ -z $(find /sys/fs/cgroup -name "isuumo-sandbox-$(printf %s "$SANDBOX_STATE" | sha256sum | cut -c 1-8)-*") ]]
}

# Customers in the background, from the control host. Not by a function: the signal must reach Python.
start_shopper() { # NAME FIRST_ID [HOST]
  SSL_CERT_FILE=$authority "$here/sandbox.sh" control python3 "$here/e2e.d/shopper.py" run "$scheme://$(address "${3:-isu1}")" \
    "$work/$1.log" "$2" "$credential" 2>"$work/$1.err" &
  shopper=$!
  background+=("$shopper")
  check "customers come ($1)" eventually grep -qs '"buy"' "$work/$1.log"
}

stop_shopper() {
  kill -TERM "$shopper" || true
  wait "$shopper" || true
}

# What they were promised is in every database.
promises_kept() { # NAME [WRITER]
  local host
  for host in "${hosts[@]}"; do
    eventually equal_to_writer "$host" "${2:-isu1}"
    sql "$host" 'SELECT id, stock FROM isuumo.chair WHERE id >= 1000000' \
      | python3 "$here/e2e.d/shopper.py" check "$work/$1.log"
  done
}

# Not a wait for anything: how long things go well, or badly.
for_seconds() {
  sleep "$1"
}
