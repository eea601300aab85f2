# shellcheck shell=bash
# ./deploy.sh restore: the writer's rows as they were at a time, and the other hosts' with them.

# shellcheck source=provisioning/deploy/backup.sh
source "$verbs/backup.sh"
# shellcheck source=provisioning/deploy/playbook.sh
source "$verbs/playbook.sh"

readonly SERVES_SECONDS=120
# What a server, its first log and a copy of its rows take; and how many times its size a compressed file unpacks to, twice.
readonly RESTORE_KIB=1048576 RESTORE_TIMES=20
# A server that is away may have executed more transactions than all that were asked; none may be given out twice.
readonly GTID_JUMP=1000000

restore_usage() {
  cat <<'TEXT'
usage: ./deploy.sh restore [BACKUP] [--to TIME] [--from DIR] [--discard] [--try]
                           [--inventory FILE] [--dry-run]

Gives the writer the rows of BACKUP (the newest; with --to the newest before TIME) and
of the binary logs after it, up to TIME, such as 2026-11-30T12:34:56Z: what was bought
before that second is there, what came later is not. Without --to, all that the logs
hold. First a server of its own beside the writer's is given these rows; then the
applications stop, the writer takes the rows over, its application starts, and the
other hosts' databases become copies of it. Meanwhile the site answers 503.

  --from DIR  where the backups are (default .local/backups)
  --discard   although databases hold rows, which are replaced. The logs are copied
              before, so a later TIME can still be restored afterwards
  --try       only the first part, on a replica, whatever the writer holds: says how
              many rows there would be, and removes them again
TEXT
}

run_restore() {
  flags=(--discard --try) values=(--to --from) max_arguments=1 to='' from='' discard='' try='' halted='' on_host=''
  parse_options "$@"
  if [[ $to ]] && ! { [[ $to =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$ ]] && date -d "$to" >/dev/null 2>&1; }; then
    fail "--to $to is no time such as 2026-11-30T12:34:56Z (UTC)" "$EXIT_USAGE"
  fi
  read_inventory
  open_directory "${from:-$root/.local/backups}"
  [[ -e $key ]] || fail "there is no $key, without which no backup can be read; bring it from where the secrets are kept" "$EXIT_BACKUP"
  step "Asking $(list_hosts)" gather_facts_or_fail
  refuse_if_locked
  check_rows
  change "Locking $(list_hosts)" take_lock "restore ${arguments[0]:-}"
  change 'Copying the last binary logs' copy_last_logs
  make_plan "${arguments[0]:-}" "$to"
  if [[ $discard && ! $try ]]; then
    printf 'Discards what %s has executed after %s; it stays in the logs in %s.\n' "$writer" "$reached" "$directory"
  fi
  choose_host
  change "Copying $backup to $on_host" send_files
  change "$on_host: restoring it to $reached in a server of its own" restore_rows
  if [[ $dry_run || $try ]]; then
    return
  fi
  halted=1
  step 'Stopping the applications' on_all halt
  step 'Copying the last binary logs' copy_last_logs
  take_over
  step 'Waiting until every host serves' on_all serve "$SERVES_SECONDS"
  on_all log_line "restore $backup by $(whoami_where): to $reached"
  gather_facts
  print_table
  printf 'The logs from now on continue no backup: take one with ./deploy.sh backup.\n'
}

# Every host's rows are replaced, not only the writer's: a replica may have what an empty writer lost.
check_rows() {
  local host rows
  for host in "${hosts[@]}"; do
    answers "$host" || fail "$host: $(fact "$host" trouble); ./deploy.sh provision makes one that can be restored into" "$EXIT_NOT_REPLICATING"
  done
  on_all rows
  for host in "$writer" "${hosts[@]}"; do
    rows=$(<"$work/$host.out")
    if ((rows)) && [[ ! $discard && ! $try ]]; then
      fail "the database of $host is alive and holds $rows chairs and estates, which a restore replaces: what was bought or uploaded \
after the time restored to is discarded. If that is wanted, add --discard" "$EXIT_LIVING"
    fi
  done
}

# What the newest backup's host has beyond it; nothing, if that one has begun its logs anew.
copy_last_logs() {
  writing=1
  source=$(catalog source)
  if is_one_of "$source" "${hosts[@]}"; then
    close_log
    if is_continued; then
      copy_logs
    fi
  fi
}

# Into backup, reached (the time), offset, position and files.
make_plan() { # NAME TIME
  local code=0 version first
  version=$(fact "$writer" database)
  catalog plan "$1" "$2" "$([[ $version == *MariaDB* ]] && printf mariadb || printf mysql)" "$version" >"$work/plan" 2>"$work/problem" || code=$?
  ((code == 0)) || fail "$(last_line "$work/problem")" "$code"
  mapfile -t files <"$work/plan"
  read -r backup _ reached offset position bytes <<<"${files[0]}"
  files=("${files[@]:1}")
}

# A trial disturbs the writer as little as it can.
choose_host() {
  local host
  on_host=$writer
  if [[ $try ]]; then
    for host in "${hosts[@]}"; do
      [[ $host == "$writer" ]] || on_host=$host
    done
  fi
}

send_files() {
  local file name
  on "$on_host" restore_room $((RESTORE_KIB + bytes * RESTORE_TIMES / 1024))
  sent=()
  for file in "${files[@]}"; do
    name=database
    if [[ $file == "$directory"/logs/* ]]; then
      name=${file##*/} name=${name%.age}
      sent+=("$name")
    fi
    age --decrypt --identity "$key" -- "$file" | remote "$on_host" "sudo -n sh -c 'cat >/opt/isuumo/restoring/$name.gz'"
  done
}

restore_rows() {
  local flavor=mysql
  [[ $(fact "$writer" database) != *MariaDB* ]] || flavor=mariadb
  on "$on_host" restore_rows "$flavor" "$position" "$offset" "$to" ${sent[@]+"${sent[@]}"} >"$work/restored"
  position=$(sed -n 's/^position=//p' "$work/restored")
  printf '%s chairs and estates, position %s ' "$(sed -n 's/^rows=//p' "$work/restored")" "$position"
}

take_over() {
  local host positions=$position
  on_all position
  for host in "${hosts[@]}"; do
    positions+=,$(sed -n 2p "$work/$host.out")
  done
  replacing=1
  run_playbook restore.yml --extra-vars "mysql_restored_position=$(next_position "$positions")"
}

# MySQL: all that anybody has executed. MariaDB: past the last of these.
next_position() { # POSITIONS
  if [[ $(fact "$writer" database) == *MariaDB* ]]; then
    tr , '\n' <<<"$1" | sort -t - -k 3n | tail -n 1 | {
      IFS=- read -r domain server number
      printf '%s-%s-%d' "$domain" "$server" $((number + GTID_JUMP))
    }
  else
    printf %s "$1" | tr -s ' ,' ,
  fi
}

before_exit() {
  if [[ $on_host ]]; then
    try_on "$on_host" restore_forget || true
  fi
  if [[ $halted && ! ${replacing:-} ]]; then
    printf 'Nothing has been replaced: the applications start again.\n'
    try_on_all resume
  fi
  forget_unfinished
  if ((${#locked[@]})); then
    give_back_lock
  fi
}
