# shellcheck shell=bash
# Logs and their bounds: what verify says of them, and what is removed.

test_logs_within_their_bounds() {
  head -c 1500000 /dev/zero >"$FAKE/isu1/var/log/nginx/access.log"
  wants 0 '[OK] logs         nginx 2/2, database 0/1, journal ' '/300 MiB' -- verify
}

test_logs_beyond_their_bounds() {
  head -c 2000000 /dev/zero | tee "$FAKE/isu2/var/log/nginx/access.log" >"$FAKE/isu2/var/log/nginx/access.log-20261130-1"
  wants 1 '[NG] logs         those of nginx take 4 MiB of 2. See journalctl --unit isuumo-logs there' -- verify
  [[ $(grep -c '\[OK\] logs' <<<"$said") == 2 ]]
}

test_logs_that_nothing_bounds() {
  printf inactive >"$FAKE/isu1/logs-timer"
  wants 1 '[NG] logs         nothing keeps them within bounds; ./deploy.sh provision starts isuumo-logs.timer' -- verify
  printf active >"$FAKE/isu1/logs-timer"
  rm -- "$FAKE/isu1/etc/isuumo-logs/limits"
  wants 1 '[NG] logs         nothing keeps them within bounds' -- verify
}

# The script itself, but for what logrotate does, on four files of a MiB, and two that nearly are, or have just become, too old.
test_the_oldest_logs_beyond_the_bounds_are_removed() {
  local logs=$FAKE/isu1/logs days name
  mkdir -- "$logs"
  for days in 0 1 2 3; do
    name=access.log$( ((days == 0)) || printf -- '-%d' $((9 - days)))
    head -c 1048576 /dev/zero >"$logs/$name"
    touch -d "-$days days" "$logs/$name"
  done
  touch -d '-13 days -10 seconds' "$logs/error.log-1"
  touch -d '-13 days 10 seconds' "$logs/error.log-2"
  remove_beyond 4 14 "access.log* error.log*"
  [[ $(names_in "$logs" | paste -sd ' ') == 'access.log access.log-6 access.log-7 access.log-8 error.log-2' ]]
  remove_beyond 3 14 "access.log*"
  [[ $(names_in "$logs" | paste -sd ' ') == 'access.log access.log-7 access.log-8 error.log-2' ]]
  remove_beyond 0 14 "access.log*"
  [[ $(names_in "$logs" | paste -sd ' ') == 'access.log error.log-2' ]]
}

remove_beyond() { # MIB DAYS PATTERN
  (cd -- "$logs" && bash -c "$(sed '/^logrotate/,$d' "$project/provisioning/roles/logs/files/isuumo-logs"); remove_beyond $1 $2 '$3'")
}
