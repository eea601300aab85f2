# shellcheck shell=bash
# Backups of played databases: what is kept, what is left of a broken one, and how logs continue them.

kept=$repository/.local/backups

# Names of backups, or with logs/ of logs.
manifests() {
  names_in "$kept/${1:-}" | sed -n 's/\.json$//p'
}

field() { # MANIFEST FIELD
  json_field "$kept/$1.json" "$2"
}

json_field() { # FILE FIELD
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$@"
}

test_a_backup_is_of_a_replica_encrypted_and_described() {
  local name
  deployed
  wants 0 "Made $repository/provisioning/secrets/backup.key" 'keep a copy elsewhere' -- backup
  name=$(manifests)
  [[ $name == 20*Z-isu2 && $(stat -c %a -- "$kept/$name.age" "$repository/provisioning/secrets/backup.key") == 600$'\n'600 ]]
  [[ $(head -n 1 -- "$kept/$name.age") == "$(<"$repository/provisioning/secrets/backup.key")" ]]
  [[ $(sha256sum <"$kept/$name.age") == "$(field "$name" sha256)  -" ]]
  [[ $(field "$name" host) == isu2 && $(field "$name" flavor) == mariadb && $(field "$name" version) == 10.11.6-MariaDB ]]
  [[ $(field "$name" position) == 0-1-7 && $(field "$name" commit) == "$(commit)" && $(field "$name" time) == 20*T*Z ]]
  [[ $(manifests logs) == isu2.isuumo-binlog.000001@* && $(names_in "$kept") != *new* ]]
  nothing_is_locked_or_drained
}

test_a_backup_that_breaks_leaves_nothing_that_looks_like_one() {
  touch "$FAKE/isu2/backup-fails"
  wants 1 'isu2: mariadb-backup: the disk is gone' -- backup
  [[ $(names_in "$kept") == logs && -z $(names_in "$kept/logs") ]]
  [[ -z $(find "$FAKE/isu2/opt/isuumo" -name 'tmp.*') ]]
  nothing_is_locked_or_drained
}

test_a_dry_run_takes_no_backup() {
  wants 0 'would: copy the database and the logs of isu2' -- backup --dry-run
  [[ ! -e $kept && ! -e $repository/provisioning/secrets/backup.key && ! -e $FAKE/isu2/var/lib/mysql/isuumo-binlog.000002 ]]
  nothing_is_locked_or_drained
}

test_a_backup_is_of_who_follows() {
  printf 'it follows nobody' >"$FAKE/isu2/trouble"
  deploy backup
  [[ $(manifests) == *-isu3 ]]
  touch "$FAKE/isu3/unreachable"
  wants 0 'isu3 cannot be reached' 'No replica follows isu1: this is taken from the writer' -- backup
  [[ $(manifests | tail -n 1) == *-isu1 ]]
  touch "$FAKE/isu1/database-down"
  wants 17 'no replica follows isu1, whose database does not answer' -- backup
}

test_logs_continue_a_backup() {
  local first=isuumo-binlog.000001 second=isuumo-binlog.000002
  deploy backup
  wants 0 -- backup --logs
  [[ $(manifests | wc -l) == 1 && $(manifests logs) == isu2.$first@*$'\n'isu2.$second@* ]]
  [[ $(field "logs/$(manifests logs | head -n 1)" next) == "$(field "logs/$(manifests logs | tail -n 1)" log)" ]]
  [[ $(field "logs/$(manifests logs | tail -n 1)" until) == 20*T*Z ]]
}

test_logs_that_do_not_continue_a_backup_become_one() {
  wants 0 'The binary logs of isu2 do not continue the newest backup: a backup is taken' -- backup --logs
  printf '\xfebinNew!' >"$FAKE/isu2/var/lib/mysql/isuumo-binlog.000003" # begun anew
  wants 0 'The binary logs of isu2 do not continue the newest backup: a backup is taken' -- backup --logs
  [[ $(manifests | wc -l) == 2 ]]
}

test_old_backups_go_and_what_only_they_needed() {
  local i names
  for i in 1 2 3; do
    deploy backup --keep 2
  done
  mapfile -t names < <(manifests)
  [[ ${#names[@]} == 2 && $(manifests logs | wc -l) == 2 && $(manifests logs) == isu2.*02@*$'\n'isu2.*03@* ]]
  printf x >>"$kept/${names[1]}.age"
  wants 0 'removed' -- backup --keep 1
  [[ $(manifests) > "${names[1]}" && $(manifests | wc -l) == 1 ]]
}

test_the_last_whole_backup_stays() {
  local names
  deploy backup
  deploy backup
  mapfile -t names < <(manifests)
  printf x >>"$kept/${names[1]}.age"
  (cd -- "$repository/provisioning/deploy" && python3 -c 'import pathlib, sys; from isuumo_deploy.backups import Backups
Backups(pathlib.Path(sys.argv[1])).prune(1)' "$kept")
  [[ $(manifests) == "$(printf '%s\n' "${names[@]}")" ]]
}

test_a_number_of_backups_that_is_none_is_refused() {
  wants 64 '--keep 0 is no number of backups from 1 to 9999' -- backup --keep 0
  [[ ! -e $kept ]]
}

test_a_backup_beside_another_command_is_refused() {
  mkdir -p -- "$kept"
  touch -- "$kept/of-ann.age.new"
  lock isu3 ann@elsewhere 77
  wants 15 'isu3 is locked by ann@elsewhere' -- backup
  [[ $(names_in "$kept") == of-ann.age.new ]]
}

test_initialize_takes_a_backup_first() {
  deployed
  mkdir -p -- "$FAKE/isu1/etc/isuumo"
  printf 'a-credential\n' >"$FAKE/isu1/etc/isuumo/operator.credential"
  wants 0 'Restoring the initial rows on isu1' -- initialize
  [[ $(manifests) && $(<"$FAKE/isu1/initialized") == 'header = "Authorization: Bearer a-credential"' ]]
  rm -- "$FAKE/isu1/initialized"
  touch "$FAKE/isu2/backup-fails"
  wants 1 'the disk is gone' -- initialize
  [[ ! -e $FAKE/isu1/initialized ]]
}
