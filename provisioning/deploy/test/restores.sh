# shellcheck shell=bash
# Restores into played databases: every refusal changes nothing; and in which order a restore goes.

# Hosts that hold rows, a backup of them, and logs until now.
backed_up() {
  local host
  deployed
  for host in "${hosts[@]}"; do
    printf 29500 >"$FAKE/$host/rows"
  done
  deploy backup
  name=$(manifests)
  rm -f -- "$FAKE"/*/journal
}

untouched() {
  unchanged
  [[ ! -e $FAKE/playbooks && -z $(find "$FAKE" -name restoring) ]]
}

rewrite() { # MANIFEST FIELD VALUE
  python3 -c 'import json, sys
path, field, value = sys.argv[1:]
fields = json.load(open(path))
fields[field] = value
json.dump(fields, open(path, "w"))' "$kept/$1.json" "$2" "$3"
}

test_a_restore_over_rows_is_refused() {
  backed_up
  wants 21 'the database of isu1 is alive and holds 59000 chairs and estates, which a restore replaces' '--discard' -- restore
  untouched
  printf 0 >"$FAKE/isu1/rows"
  wants 21 'the database of isu2 is alive and holds 59000' -- restore
  untouched
}

test_a_restore_of_no_backup_is_refused() {
  deployed
  mkdir -p -- "$repository/provisioning/secrets"
  wants 22 'there is no' 'backup.key, without which no backup can be read' -- restore --discard
  printf 'key\n' >"$repository/provisioning/secrets/backup.key"
  wants 22 "there is no backup in $kept" -- restore --discard
  backed_up
  wants 22 "there is no backup of-mine in $kept; it has $name" -- restore of-mine --discard
  untouched
}

test_a_restore_of_a_damaged_backup_is_refused() {
  backed_up
  printf x >>"$kept/$name.age"
  wants 22 "$name.age is damaged: its SHA-256 is not what $name.json says" -- restore --discard
  untouched
}

test_a_restore_with_a_damaged_log_is_refused() {
  backed_up
  printf x >>"$kept/logs/$(manifests logs).age"
  wants 22 '@' 'is damaged: its SHA-256' -- restore --discard
  untouched
}

test_a_restore_of_another_flavour_or_a_newer_server_is_refused() {
  backed_up
  rewrite "$name" flavor mysql
  wants 22 "the backup $name is of mysql; the writer's database is mariadb" -- restore --discard
  rewrite "$name" flavor mariadb
  rewrite "$name" version 10.11.10-MariaDB
  wants 22 "the backup $name is of 10.11.10-MariaDB, newer than the writer's 10.11.6-MariaDB" -- restore --discard
  untouched
}

test_a_restore_to_a_time_that_is_not_covered_is_refused() {
  backed_up
  wants 22 "2126-01-01T00:00:00Z is not covered: $name and its logs go from $(field "$name" time) to 20" -- restore --discard --to 2126-01-01T00:00:00Z
  wants 22 "2020-01-01T00:00:00Z is not covered: the oldest backup in $kept is of $(field "$name" time)" -- restore --discard --to 2020-01-01T00:00:00Z
  wants 22 "2020-01-01T00:00:00Z is not covered: $name and its logs go from" -- restore "$name" --discard --to 2020-01-01T00:00:00Z
  untouched
}

test_logs_of_a_replica_that_does_not_follow_promise_nothing() {
  backed_up
  printf 'it follows nobody' >"$FAKE/isu2/trouble"
  sleep 2
  wants 22 'is not covered' -- restore --discard --to "$(date -u -d '1 second ago' +%Y-%m-%dT%H:%M:%SZ)"
  [[ $(manifests logs | wc -l) == 2 ]] # copied all the same
  untouched
}

test_a_restore_to_no_time_is_refused() {
  wants 64 '--to yesterday is no time such as 2026-11-30T12:34:56Z (UTC)' -- restore --to yesterday
  wants 64 '--to 2026-13-30T12:34:56Z is no time' -- restore --to 2026-13-30T12:34:56Z
}

test_a_restore_beside_another_command_is_refused() {
  backed_up
  lock isu3 ann@elsewhere 77
  wants 15 'isu3 is locked by ann@elsewhere' -- restore --discard
  [[ ! -e $FAKE/isu1/journal && ! -e $FAKE/playbooks ]]
}

test_a_restore_without_room_is_refused() {
  backed_up
  printf 100000 >"$FAKE/isu1/free-kib"
  wants 14 'isu1: the disk of' 'has 97 MiB free and a restore needs 1024 MiB' -- restore --discard
  untouched
}

test_a_backup_that_cannot_be_used_stops_nothing() {
  backed_up
  touch "$FAKE/isu1/prepare-fails"
  wants 1 'isu1: mariadb-backup: page 7 is corrupt' -- restore --discard
  untouched
}

test_a_backup_for_another_key_stops_nothing() {
  backed_up
  printf 'another\n' >"$repository/provisioning/secrets/backup.key"
  wants 1 'no identity matched any of the recipients' -- restore --discard
  [[ $said != *'isu1: restoring'* ]]
  untouched
}

test_a_restore_replaces_the_rows_while_nothing_runs() {
  backed_up
  printf 12 >"$FAKE/isu3/executed"
  printf 'PLAY RECAP ***\n' >"$FAKE/recap"
  cat >"$FAKE/playbook-hook" <<'TEXT'
for host in "$FAKE"/isu?; do
  [[ $(<"$host/journal") == stop,* && ! -e $host/running ]]
  readlink "$host/opt/isuumo/current" >"$host/running"
done
TEXT
  wants 0 'Discards what isu1 has executed after 20' 'position 0-1-9' 'Waiting until every host serves' 'take one with ./deploy.sh backup' \
    -- restore --discard --to "$(field "logs/$(manifests logs)" until)"
  [[ $(<"$FAKE/playbooks") == *'restore.yml --extra-vars mysql_restored_position=0-1-1000012' ]]
  [[ $(<"$FAKE/isu1/replayed") == *"--start-position=342 --stop-datetime=20"*" -- isu2.isuumo-binlog.000001@"* ]]
  [[ $(manifests logs | wc -l) == 3 && ! -e $FAKE/isu1/var/lib/mysql/isuumo-copy.sql ]] # what is discarded is kept
  nothing_is_locked_or_drained
}

test_a_restore_that_fails_before_it_replaces_starts_the_applications_again() {
  backed_up
  touch "$FAKE/isu3/no-position"
  wants 1 'Nothing has been replaced: the applications start again' -- restore --discard
  [[ ! -e $FAKE/playbooks && -e $FAKE/isu1/running && $(<"$FAKE/isu1/journal") == stop,*start* ]]
  nothing_is_locked_or_drained
}

test_a_restore_is_tried_on_a_replica() {
  backed_up
  wants 0 'isu3: restoring it to' '59000 chairs and estates, position 0-1-9' -- restore --try
  [[ -e $FAKE/isu3/replayed && ! -e $FAKE/isu1/replayed && ! -e $FAKE/isu3/var/lib/mysql/isuumo-copy.sql ]]
  untouched
}

test_a_dry_run_restores_nothing() {
  backed_up
  wants 0 "would: Copying $name to isu1" -- restore --discard --dry-run
  untouched
  [[ ! -e $FAKE/isu1/replayed && $(manifests logs | wc -l) == 1 ]]
}
