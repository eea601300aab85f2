# shellcheck shell=bash
# What a backup takes from a host: its database, and its binary logs. Nothing stays there.

# The database, compressed, on standard output; then what it is, on standard error: NAME=VALUE, a line each.
host_backup() {
  local version log offset position
  scratch=$(mktemp -d -p "$home")
  trap 'rm -rf -- "$scratch"' EXIT
  version=$(host_sql 'SELECT @@version')
  "copy_$(flavor_of "$version")"
  read -r log offset position <"$scratch/end" || refuse 'the copy does not say where in the binary log it ends'
  log=$(host_log_id "$log")
  sleep 1 # a restore is to a whole second: what was bought in this one may be in the copy
  printf 'flavor=%s\nversion=%s\nlog=%s\noffset=%s\nposition=%s\ntime=%s\n' "$(flavor_of "$version")" "$version" \
    "$log" "$offset" "$position" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >&2
}

flavor_of() { # VERSION
  [[ $1 == *MariaDB* ]] && printf mariadb || printf mysql
}

# Its files, while it works; commits wait for some milliseconds.
copy_mariadb() {
  command -v mariadb-backup >/dev/null || refuse 'mariadb-backup is not installed; run ./deploy.sh provision first'
  mariadb-backup --backup --user=root --stream=mbstream --target-dir="$scratch/tmp" --extra-lsndir="$scratch" \
    2>"$scratch/log" | gzip --fast || refuse "mariadb-backup: $(tail -n 1 -- "$scratch/log")"
  sed -n "s/^binlog_pos = filename '\(.*\)', position '\(.*\)', GTID of the last change '\(.*\)'$/\1 \2 \3/p" \
    "$scratch"/*_info >"$scratch/end"
}

# Its rows in one view: MySQL's packages bring nothing that copies files.
copy_mysql() {
  local rows=$scratch/rows.sql
  mysqldump --no-defaults --user=root --single-transaction --source-data=2 --set-gtid-purged=ON --no-tablespaces \
    --loose-skip-masking-policies --default-character-set=utf8mb4 --databases isuumo >"$rows"
  gzip --fast <"$rows"
  printf '%s %s\n' \
    "$(sed -n "s/^-- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='\(.*\)', SOURCE_LOG_POS=\(.*\);$/\1 \2/p" "$rows")" \
    "$(awk '/GTID_PURGED=/ { found = 1 } found { printf "%s", $0 } found && /;$/ { exit }' "$rows" | sed "s/.*\*\/ '//; s/';$//")" >"$scratch/end"
}

# Its name, and when it was begun: the first event's time. Names come again after a reset.
host_log_id() { # NAME
  printf '%s@%s' "$1" "$(od --address-radix=n --format=u4 --skip-bytes=4 --read-bytes=4 -- "$(host_log_dir)/$1" | tr -d ' ')"
}

host_log_dir() {
  printf %s "${ISUUMO_ROOT:-}$(host_sql 'SELECT @@datadir')"
}

# Closes the log, once it has all up to POSITION; all logs there are, the oldest first, the one that was begun now last.
host_logs() { # POSITION
  local name told
  if [[ $1 ]]; then
    told=$(isuumo-replication reaches "$1" 60)
    [[ $told == *true* ]] || refuse "its database has not received $1 within 60 s; see ./deploy.sh status"
  fi
  host_sql 'FLUSH LOCAL BINARY LOGS'
  host_sql 'SHOW BINARY LOGS' | cut -f 1 | while read -r name; do
    printf '%s\n' "$(host_log_id "$name")"
  done
}

host_log() { # NAME
  gzip --fast <"$(host_log_dir)/$1"
}

# The time, then the position: what was acknowledged before that time is in it.
host_position() {
  local told
  date -u +%Y-%m-%dT%H:%M:%SZ
  told=$(isuumo-replication position)
  json_text position <<<"$told"
}

# How many chairs and estates there are.
host_rows() {
  local tables table rows=0
  tables=$(host_sql "SELECT table_name FROM information_schema.tables WHERE table_schema = 'isuumo' AND table_name IN ('chair', 'estate')")
  for table in $tables; do
    rows=$((rows + $(host_sql "SELECT COUNT(*) FROM isuumo.$table")))
  done
  printf '%d\n' "$rows"
}
