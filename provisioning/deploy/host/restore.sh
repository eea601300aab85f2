# shellcheck shell=bash
# A restore, in a server of its own beside the host's: nothing of the host's own changes until that has all its rows.

# Compressed files unpack to a database, its log, and a copy of its rows.
host_restore_room() { # KIB
  local free
  rm -rf -- "$home/restoring"
  mkdir -m 700 -- "$home/restoring"
  free=$(df --output=avail -k -- "$home/restoring" | tail -n 1 | tr -d ' ')
  ((free >= $1)) || refuse "the disk of $home has $((free / 1024)) MiB free and a restore needs $(($1 / 1024)) MiB; remove something" 14
}

host_restore_forget() {
  rm -rf -- "$home/restoring" "$(copied_rows)"
}

# Where roles/mysql expects a copy (mysql_copy).
copied_rows() {
  printf %s "${ISUUMO_ROOT:-}/var/lib/mysql/isuumo-copy.sql"
}

# database.gz, and the logs from OFFSET in the first one up to the first transaction of TIME, or to their end. Tells the rows
# and the position.
host_restore_rows() { # FLAVOR POSITION OFFSET TIME LOGS...
  local flavor=$1 position=$2 offset=$3 time=$4
  shift 4
  cd -- "$home/restoring" || exit
  mkdir data
  "unpack_$flavor"
  chown -R mysql: .
  trap stop_server EXIT
  start_server
  "load_$flavor" "$position"
  if (($#)); then
    gunzip -- "${@/%/.gz}"
    time=${time%Z}
    TZ=UTC "$(tool "$flavor" binlog)" --no-defaults --start-position="$offset" ${time:+--stop-datetime="${time/T/ }"} -- "$@" \
      | server_sql
  fi
  (umask 077 && "$(tool "$flavor" dump)" --no-defaults --user=root --socket="$PWD/socket" --single-transaction --quick \
    --default-character-set=utf8mb4 "${dump_options[@]}" --databases isuumo >"$(copied_rows)")
  server_sql <<<"SELECT CONCAT('rows=', (SELECT COUNT(*) FROM isuumo.chair) + (SELECT COUNT(*) FROM isuumo.estate));
    SELECT CONCAT('position=', REPLACE($position_now, '\n', ''));"
}

tool() { # FLAVOR binlog|dump
  case $1 in
    mariadb) printf 'mariadb-%s' "$2" ;;
    mysql) printf 'mysql%s' "$2" ;;
  esac
}

unpack_mariadb() {
  gunzip --stdout database.gz | mbstream -x -C data
  mariadb-backup --prepare --target-dir=data 2>log || refuse "mariadb-backup: $(tail -n 1 log)"
  server=(mariadbd --gtid-strict-mode=1) dump_options=() position_now=@@GLOBAL.gtid_binlog_pos
}

unpack_mysql() {
  chown mysql: . data
  mysqld --no-defaults --initialize-insecure --user=mysql --datadir="$PWD/data" 2>log || refuse "mysqld: $(tail -n 1 log)"
  server=(mysqld --gtid-mode=ON --enforce-gtid-consistency=ON --mysqlx=OFF)
  dump_options=(--set-gtid-purged=OFF --no-tablespaces --loose-skip-masking-policies) position_now=@@GLOBAL.gtid_executed
}

# Reached through a socket in a directory that is root's and its own only. It need not survive anything.
start_server() {
  local deadline=$((SECONDS + 60))
  "${server[0]}" --no-defaults --user=mysql "${server[@]:1}" --datadir="$PWD/data" --socket="$PWD/socket" \
    --pid-file="$PWD/pid" --skip-networking --skip-grant-tables --log-bin="$PWD/data/restoring" --server-id=1 \
    --max-allowed-packet=1G --innodb-buffer-pool-size=128M --innodb-flush-log-at-trx-commit=0 --sync-binlog=0 \
    </dev/null >server.log 2>&1 &
  server_process=$!
  until server_sql <<<'DO 1' 2>/dev/null; do
    if ((SECONDS >= deadline)) || ! kill -0 "$server_process" 2>/dev/null; then
      refuse "the copy's server does not start: $(tail -n 1 server.log)"
    fi
    sleep 0.1
  done
}

server_sql() {
  "$(command -v mariadb || command -v mysql)" --no-defaults --user=root --socket="$PWD/socket" --batch --skip-column-names \
    --default-character-set=utf8mb4 --max-allowed-packet=1G
}

stop_server() {
  if [[ ${server_process:-} ]]; then
    kill "$server_process" 2>/dev/null || true
    wait "$server_process" || true
  fi
}

# Strict mode then refuses what does not continue from there.
load_mariadb() { # POSITION
  server_sql <<<"SET GLOBAL gtid_binlog_state = '$1'"
}

load_mysql() { # POSITION, which the rows bring along
  gunzip --stdout database.gz | server_sql
}

host_halt() {
  systemctl stop isuumo.service
}

# Where there is a release.
host_resume() {
  if [[ $(host_current) ]]; then
    systemctl start isuumo.service
  fi
}

host_serve() { # SECONDS
  if [[ $(host_current) ]]; then
    host_await "$1"
  fi
}
