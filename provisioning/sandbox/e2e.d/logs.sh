# Logs that are written fast stay within their bounds, and nobody waits for it.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

# So much may isu1's nginx keep for now, and so much is written into its log: 7,000 lines of 300 bytes a second, for two minutes.
readonly LOGS_MIB=80 FLOOD_LINES=7000 FLOOD_SECONDS=120

logs() {
  on_host isu1 sed -i "s/^nginx [0-9]*/nginx $LOGS_MIB/" /etc/isuumo-logs/limits
  start_shopper logs 8000000
  check 'logs stay within their bounds while more is written' bounded_in_a_flood
  stop_shopper
  check 'customers saw no failed request while they were rotated' shopper_unharmed logs
  check 'what is written goes into the new log' log_is_written
  check 'the slow log is rotated, and goes on' slow_log_goes_on
  on_host isu1 systemctl stop isuumo-logs.timer
  check 'verify tells that nothing keeps them within bounds' refused 1 'nothing keeps them within bounds' verify
  check 'provision puts all back' provision logs
  check 'verify is content again' deploy verify
}

bounded_in_a_flood() {
  local most=0 now
  sandbox exec isu1 bash -c "$(declare -f flood); flood $FLOOD_LINES $FLOOD_SECONDS" &
  local flood=$!
  background+=("$flood")
  while kill -0 "$flood" 2>/dev/null; do
    now=$(on_host isu1 du -sm /var/log/nginx | cut -f 1)
    ((now <= most)) || most=$now
    sleep 1
  done
  wait "$flood"
  note "logs of nginx on isu1, of which $((FLOOD_LINES * FLOOD_SECONDS * 300 / 1048576)) MiB were written with $LOGS_MIB allowed: $most MiB at most"
  # What is written in ten seconds is beyond until it is seen, and as much again is room for a busy machine.
  ((most <= LOGS_MIB + 2 * 10 * FLOOD_LINES * 300 / 1048576))
}

# Into the log of now: by name, so that it is found anew after a rotation.
flood() { # LINES_A_SECOND SECONDS
  local second
  for ((second = 0; second < $2; second++)); do
    head -c $(($1 * 225)) /dev/urandom | base64 --wrap=299 >>/var/log/nginx/access.log
    sleep 0.9
  done
}

# nginx has no file open that is none any more, or is an old one.
log_is_written() {
  # shellcheck disable=SC2016 # for the host's shell
  on_host isu1 bash -c 'for process in $(pgrep --exact nginx); do ls -l "/proc/$process/fd"; done' >"$work/open"
  grep -E '/var/log/nginx/[a-z]+\.log$' "$work/open"
  not grep -E '/var/log/nginx/.*(\.log-|deleted)' "$work/open"
}

# As large as makes it begin anew.
slow_log_goes_on() {
  local was
  was=$(sql isu1 'SELECT @@slow_query_log')
  sql isu1 'SET GLOBAL slow_query_log = ON; SET long_query_time = 0; SELECT SLEEP(0)'
  on_host isu1 bash -c 'head -c 40000000 /dev/zero | tr "\0" "#" >>/var/lib/mysql/isuumo-slow.log'
  eventually slow_log_is_small
  sql isu1 "SET long_query_time = 0; SELECT SLEEP(0.01) AS after_rotation"
  eventually on_host isu1 grep -qa after_rotation /var/lib/mysql/isuumo-slow.log
  sql isu1 "SET GLOBAL slow_query_log = $was"
}

slow_log_is_small() {
  (($(on_host isu1 stat -c %s /var/lib/mysql/isuumo-slow.log) < 1000000))
}
