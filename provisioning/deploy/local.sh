# shellcheck shell=bash
# ./deploy.sh local: builds what is missing, then runs the embedded database and the server on this machine.

local_usage() {
  cat <<'TEXT'
usage: ./deploy.sh local [--port N] [--profile NAME] [--data DIR] [--mysql-url URL]

Builds what is missing or older than its sources, makes the data, starts the
embedded database and the server, and prints "ready: http://localhost:PORT"
when every endpoint answers. Ctrl-C stops both; nothing is left running, and
purchases and uploads are still there at the next start. The first stop of a
build takes some seconds more, for a start-up cache that the next ones use.

  --port N         listen on 127.0.0.1:N for people (default 8080) and on the
                   next port for operators: /healthz, /version, /metrics
  --profile NAME   contest (the default here: anybody may upload and reset), or
                   public: that needs the credential in .local/operator.credential,
                   sent as "Authorization: Bearer ...", and other sites' pages may
                   change nothing
  --data DIR       the data directory (default sql/data): made by the generator
                   if it does not exist or is empty; used as it is if it holds
                   other files, such as the contest's own
  --mysql-url URL  use this database instead of the embedded one, such as
                   jdbc:mysql://127.0.0.1:3306/isuumo (MySQL or MariaDB); its
                   account comes from the environment: ISUUMO_DB_USER and
                   ISUUMO_DB_PASSWORD_FILE (or ISUUMO_DB_PASSWORD)

Logs, the embedded database's rows, and what makes the next start quick, are in
.local/ (remove it to start anew).
TEXT
}

is_built() {
  local stamp=$root/.local/built
  [[ -f $stamp && $(<"$stamp") == "$(commit)" ]] || return 1
  [[ -z $(find "$root"/pom.xml "$root"/.mvn "$root"/sql/{generator,embedded,schema} "$root"/webapp \
    \( -name target -o -name node_modules -o -name dist \) -prune -o -type f -newer "$stamp" -print -quit) ]] || return 1
  [[ -f $root/webapp/target/isuumo.jar && -f $root/sql/generator/target/isuumo-generator.jar \
    && -f $root/sql/embedded/target/isuumo-embedded.jar && -f $root/webapp/frontend/dist/index.html ]]
}

commit() {
  git -C "$root" rev-parse HEAD 2>/dev/null || printf 'no git'
}

build() {
  local log=$root/.local/build.log
  quick_build "$root" "$log" sql/generator,sql/embedded,webapp/frontend,webapp || fail "the build failed; the whole log is $log"
  commit >"$root/.local/built"
}

make_data() {
  "$java" -jar "$root/sql/generator/target/isuumo-generator.jar" --out "$data"
}

# The site works with the PNGs alone: smaller pictures are made behind, at the lowest priority, and picked up as they come.
make_smaller_pictures() {
  setsid setpriv --pdeathsig TERM nice -n 19 node "$root/webapp/frontend/build/make-pictures.mjs" "$data" \
    2>"$root/.local/pictures.log" &
  pictures_pid=$!
}

# setsid: Ctrl-C reaches this script only, which stops the server before its database.
# pdeathsig: should this script be killed, its children stop all the same.
launch_database() {
  database_home=$root/.local/database-$(name_of_data)
  database_out=$root/.local/database-$port.out
  : >"$database_out"
  setsid setpriv --pdeathsig TERM "$java" -Xmx64m -XX:+UseSerialGC -jar "$root/sql/embedded/target/isuumo-embedded.jar" \
    "$root/.local/mariadb" "$database_home" >"$database_out" &
  database_pid=$!
}

name_of_data() {
  printf %s "$data" | sha256sum | cut -c 1-8
}

await_database() {
  await_ready "$database_pid" "$database_out" 'the embedded database did not start'
  mysql_url=$(sed -n 's/^ready: //p' "$database_out")
  export ISUUMO_DB_USER=isuumo ISUUMO_DB_PASSWORD_FILE=$database_home/password
}

# What the server loads and which of its code runs most: the first run of a build records it, a cache is made of that when it
# stops, and the runs after it start with the cache.
choose_startup_cache() {
  local cache=$root/.local/isuumo.aot
  if [[ $cache -nt $root/webapp/target/isuumo.jar && $cache -nt $java ]]; then
    startup_cache=("-XX:AOTCache=$cache")
  else
    startup_cache=(-XX:AOTMode=record "-XX:AOTConfiguration=$cache.recorded")
  fi
}

# Adapters are processor code, little, and JDK 25.0.3 warns at each start that it mistakes one for another.
make_startup_cache() {
  local cache=$root/.local/isuumo.aot
  if "$java" "@$root/webapp/jvm.options" -XX:AOTMode=create "-XX:AOTConfiguration=$cache.recorded" "-XX:AOTCache=$cache.new" \
    -XX:+UnlockDiagnosticVMOptions -XX:-AOTAdapterCaching -XX:-AOTStubCaching -jar "$root/webapp/target/isuumo.jar" \
    >"$root/.local/startup-cache.log" 2>&1; then
    mv -- "$cache.new" "$cache"
    rm -- "$cache.recorded"
  else
    printf 'failed, which only makes starts slower; see %s ... ' "$root/.local/startup-cache.log"
  fi
}

start_server() {
  local out=$root/.local/server-$port.out
  : >"$out"
  choose_startup_cache
  ISUUMO_PROFILE=$profile ISUUMO_PORT=$port ISUUMO_OPERATORS_PORT=$((port + 1)) ISUUMO_DATA_DIR=$data ISUUMO_SITE_DIR=$root/webapp/frontend/dist ISUUMO_PRIMARY_URL=$mysql_url \
    ISUUMO_CATALOG_FILE=$root/.local/catalogs-$(name_of_data) setsid setpriv --pdeathsig TERM "$java" "@$root/webapp/jvm.options" "${startup_cache[@]}" \
      -jar "$root/webapp/target/isuumo.jar" >"$out" &
  server_pid=$!
  await_ready "$server_pid" "$out" 'the server did not start'
  [[ ${startup_cache[0]} != -XX:AOTMode=record ]] || recording=true
}

# Stays the same from start to start.
make_credential() {
  local file=$root/.local/operator.credential
  [[ -s $file ]] || (umask 077 && openssl rand -hex 16 >"$file")
  export ISUUMO_OPERATOR_CREDENTIAL_FILE=$file
}

await_ready() { # PID FILE MESSAGE
  until grep -qs '^ready: ' "$2"; do
    kill -0 "$1" 2>/dev/null || fail "$3; its reason stands above"
    sleep 0.05
  done
}

stop_all() {
  trap - EXIT
  stop "${pictures_pid:-}"
  stop "${server_pid:-}"
  stop "${database_pid:-}"
  if [[ ${recording:-} ]]; then
    step 'Making a start-up cache, once a build' make_startup_cache
  fi
}

stop() { # PID or nothing
  if [[ -n $1 ]] && kill -TERM "$1" 2>/dev/null; then
    wait "$1" || true # a JVM that SIGTERM ended says 143
  fi
}

run_local() {
  port=8080 profile=contest data=$root/sql/data mysql_url=''
  while (($#)); do
    case $1 in
      --help | -h)
        local_usage
        return
        ;;
      --port | --profile | --data | --mysql-url)
        [[ -n ${2:-} ]] || fail "$1 needs a value; see ./deploy.sh local --help" 2
        case $1 in
          --port) port=$2 ;;
          --profile) profile=$2 ;;
          --data) data=$2 ;;
          --mysql-url) mysql_url=$2 ;;
        esac
        shift 2
        ;;
      *) fail "unknown option $1; see ./deploy.sh local --help" 2 ;;
    esac
  done
  if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65534)); then
    fail "--port $port is no port number from 1 to 65534" 2
  fi
  port=$((10#$port))
  [[ $profile == contest || $profile == public ]] || fail "--profile $profile is neither contest nor public" 2
  mkdir -p -- "$root/.local"
  java=$(find_java)
  [[ $profile == contest ]] || make_credential
  data=$(realpath -m -- "$data")

  is_built || step 'Building the server, the generator and the embedded database' build
  trap stop_all EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  [[ $mysql_url ]] || launch_database # it starts while the data is made
  if [[ ! -e $data || -f $data/.stamp || -f $data/.generating || -z $(ls -A -- "$data") ]]; then
    make_data
  fi
  [[ $mysql_url ]] || step 'Starting the embedded database' await_database
  step 'Starting the server' start_server
  if [[ -f $data/.stamp ]]; then
    make_smaller_pictures
  fi
  printf 'operators: http://localhost:%s\n' "$((port + 1))"
  printf 'ready: http://localhost:%s\n' "$port"
  wait "$server_pid" || fail 'the server ended; its reason stands above'
}

