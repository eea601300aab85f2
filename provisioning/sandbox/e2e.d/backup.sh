# A moment comes back, row by row, whatever happened after it.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

backups=$clone/.local/backups

backup() {
  start_shopper saved 10000000
  check 'a backup under load' timed 'backup' deploy backup
  check 'customers go on' sells_again saved
  stop_shopper
  check 'a moment is remembered, with its rows' remember moment
  start_shopper undone 11000000
  check 'customers buy after it' sells_again undone
  check 'the logs are copied under load' timed 'backup --logs' deploy backup --logs
  stop_shopper
  check 'the rows are others now' not rows_are moment
  check 'rows that are there are not replaced without a word' refused 21 'add --discard' restore --to "$(<"$work/moment")"
  check 'nor by a damaged backup' damaged
  check 'nor by a time that is not covered' refused 22 'is not covered' restore --discard --to 2126-01-01T00:00:00Z
  check 'a restore is tried on a replica' timed 'restore --try' deploy restore --try --to "$(<"$work/moment")"
  check 'none of them changed anything' not rows_are moment
  check 'the moment is restored' timed "restore of $(sql isu1 'SELECT COUNT(*) FROM isuumo.chair')+$(sql isu1 'SELECT COUNT(*) FROM isuumo.estate') rows" \
    restore_to moment
  check 'exactly its rows are on every host' rows_are moment
  check 'all is well' eventually all_well
  check 'verify is content' deploy verify
  start_shopper restored 12000000
  check 'it sells' sells_again restored
  stop_shopper
  check 'and every host shows it' promises_kept restored
  check 'the logs of before are followed by a backup' followed_by_a_backup
  check 'a moment is remembered' remember before
  check 'initialize takes a backup first' initialize
  check 'initialize can be undone' timed 'restore to before initialize' restore_to before
  check 'exactly the rows of before are on every host' rows_are before
}

# Nobody writes meanwhile, nor in the second that begins then.
remember() { # NAME
  date -u -d '+1 second' +%Y-%m-%dT%H:%M:%SZ >"$work/$1"
  sleep 2
  rows isu1 >"$work/$1.rows"
  [[ $(wc -l <"$work/$1.rows") -gt 59000 ]]
}

rows() { # HOST: a line each
  on_host "$1" mysqldump --skip-comments --compact --skip-extended-insert --order-by-primary --default-character-set=utf8mb4 isuumo
}

rows_are() { # NAME
  local host
  for host in "${hosts[@]}"; do
    rows "$host" | cmp - "$work/$1.rows"
  done
}

restore_to() { # NAME
  deploy restore --discard --to "$(<"$work/$1")" | tee -- "$work/restore-$1.log"
}

damaged() {
  local copy=$work/damaged file
  cp -a -- "$backups" "$copy"
  file=$(printf '%s\n' "$copy"/*.age | tail -n 1)
  printf '\0' | dd of="$file" bs=1 seek=5000 conv=notrunc status=none
  refused 22 'is damaged' restore --discard --from "$copy"
}

followed_by_a_backup() {
  deploy backup --logs | tee -- "$work/followed.log"
  grep -q 'do not continue the newest backup: a backup is taken' -- "$work/followed.log"
}

initialize() {
  local before
  before=$(find "$backups" -maxdepth 1 -name '*.json' | wc -l)
  deploy initialize
  (($(find "$backups" -maxdepth 1 -name '*.json' | wc -l) == before + 1))
  [[ $(sql isu1 'SELECT COUNT(*) FROM isuumo.chair WHERE id >= 1000000') == 0 ]]
}
