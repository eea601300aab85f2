# shellcheck shell=bash
# What verify looks at once, and Prometheus all the time.

test_nothing_to_be_alarmed_of() {
  deployed
  wants 0 "[OK] clock        within 1000 ms of this machine's, synchronized" '[OK] semi-sync    commits wait for one of 2 replicas' \
    '[OK] feed         heard its database 0 s ago' '[OK] heap         50 % of the old generation is in use' '0 NG' -- verify
  [[ $said != *'!!'* ]]
  [[ $(grep -c 'semi-sync' <<<"$said") == 1 ]]
}

# The kernel believes for hours that the clock is right, also where nobody sets it any more; and a host may not tell at all.
test_a_clock_that_is_not_synchronized_is_warned_of() {
  local told
  for told in NTP=yes,NTPSynchronized=no NTP=no,NTPSynchronized=yes ''; do
    tr , '\n' <<<"$told" >"$FAKE/isu2/clock"
    wants 0 "[!!] clock        within 1000 ms of this machine's today, but not synchronized by itself" '0 NG, 1 warned of' -- verify
    [[ $(grep -c '\[OK\] clock .*, synchronized$' <<<"$said") == 2 ]]
  done
}

test_a_writer_that_waits_for_no_replica() {
  says_semi_sync master ON OFF 0 >"$FAKE/isu1/semi-sync"
  wants 17 '[NG] semi-sync    has fallen back: commits wait for no replica, 0 of which are connected' -- verify
  says_semi_sync source ON OFF 1 >"$FAKE/isu1/semi-sync"
  wants 17 '[NG] semi-sync    has fallen back: commits wait for no replica, 1 of which are connected' -- verify
  says_semi_sync source ON ON 1 >"$FAKE/isu1/semi-sync"
  wants 0 '[OK] semi-sync    commits wait for one of 1 replicas' -- verify
}

test_a_writer_that_is_to_wait_for_none() {
  says_semi_sync master OFF OFF 0 >"$FAKE/isu1/semi-sync"
  wants 0 '[OK] semi-sync    turned off (mysql_semi_sync)' -- verify
}

test_a_replica_that_lags_is_warned_of() {
  printf 31 >"$FAKE/isu3/behind"
  wants 0 '[!!] follows      isu1, but is 31 s behind' -- verify
  printf 30 >"$FAKE/isu3/behind"
  wants 0 '[OK] follows      isu1, 30 s behind' -- verify
}

test_a_feed_that_hears_nothing() {
  deployed
  printf 'isuumo_feed_connected 1.0\nisuumo_feed_silent_seconds 11.2\n' >"$FAKE/isu2/metrics"
  wants 1 '[NG] feed         has heard nothing for 11 s. See journalctl' -- verify
  printf 'isuumo_feed_connected 0.0\nisuumo_feed_silent_seconds 1.2\n' >"$FAKE/isu2/metrics"
  wants 1 '[NG] feed         is not connected' -- verify
}

test_a_heap_that_is_nearly_full_is_warned_of() {
  deployed
  sed -i 's/Tenured Gen"} 1.0E8/Tenured Gen"} 1.82E8/' "$FAKE/isu2/metrics"
  wants 0 '[!!] heap         91 % of the old generation is in use after a collection' -- verify
  sed -i 's/\(collection_used_bytes{pool="Tenured Gen"}\) .*/\1 0.0/' "$FAKE"/isu{1,2,3}/metrics
  wants 0 -- verify
  [[ $said != *heap* ]]
}

# A release of before tells neither.
test_a_server_without_these_numbers() {
  deployed
  : >"$FAKE/isu1/metrics"
  wants 0 '0 NG' -- verify
}

test_what_watches_leaves_little_open_too() {
  printf '%s\n' 'isuumo 1.0' 'prometheus 9.2' 'prometheus-node-exporter 1.4' >"$FAKE/isu2/exposures"
  wants 1 '[NG] exposure     prometheus leaves 9.2 open; at most 2.0. Run' -- verify
}

# The limits stand in the rules a second time.
test_the_limits_are_those_of_the_rules() {
  local rules=$project/provisioning/roles/monitoring/files/rules
  grep -qx 'MAX_LAG_SECONDS, MAX_FEED_SILENCE_SECONDS, MAX_HEAP_PERCENT, WARN_DAYS = 30, 10, 90, 30' "$project/provisioning/deploy/isuumo_deploy/verify.py"
  grep -qx ' *expr: isuumo:replication_lag:seconds > 30' "$rules/database.yml"
  grep -qx ' *expr: isuumo_feed_connected == 0 or isuumo_feed_silent_seconds > 10' "$rules/application.yml"
  grep -qx ' *expr: isuumo:old_generation:ratio > 0.9' "$rules/application.yml"
  grep -qx ' *expr: node_filesystem_avail_bytes < 2^30' "$rules/host.yml"
  grep -qx ' *expr: (isuumo_certificate_end_seconds - time()) / 86400 < 30' "$rules/host.yml"
  grep -q '^MIN_FREE_MIB, MAX_CLOCK_MILLIS = 1024, ' "$project/provisioning/deploy/isuumo_deploy/verify.py"
}
