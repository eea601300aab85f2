# shellcheck shell=bash
# ./deploy.sh backup: the database and its binary logs, encrypted, into a directory of this machine.

# shellcheck source=provisioning/deploy/table.sh
source "$verbs/table.sh"
# shellcheck source=provisioning/deploy/lock.sh
source "$verbs/lock.sh"

backup_usage() {
  cat <<'TEXT'
usage: ./deploy.sh backup [--logs] [--to DIR] [--keep N] [--inventory FILE] [--dry-run]

Copies the database of a replica while it works, and its binary logs since the last
time, compressed and encrypted for the key in provisioning/secrets/backup.key, which
is made at the first backup: without it no backup can be read. Beside each file lies
a manifest with its SHA-256, position, flavour, version, commit and time.

  --logs     only the logs, for a timer: every five minutes, say. Where they do not
             continue the newest backup (another host, a rebuilt replica), a backup
  --to DIR   into this directory (default .local/backups)
  --keep N   then remove all but the newest N whole backups (default 14), and the
             logs that only they needed. A damaged one does not count
TEXT
}

run_backup() {
  flags=(--logs) values=(--to --keep) logs='' to='' keep=''
  parse_options "$@"
  begin_backup backup
  [[ $dry_run ]] || take_backup
}

# Into directory, key and source; under the lock from then on.
begin_backup() { # WHAT
  [[ ${keep:=14} =~ ^[1-9][0-9]{0,3}$ ]] || fail "--keep $keep is no number of backups from 1 to 9999" "$EXIT_USAGE"
  read_inventory
  open_directory "${to:-$root/.local/backups}"
  step "Asking $(list_hosts)" gather_facts
  leave_out_unreachable
  refuse_if_locked
  choose_source
  change "Locking $(list_hosts)" take_lock "$1"
  if [[ $dry_run ]]; then
    printf 'would: copy %s of %s to %s\n' "$([[ ${logs:-} ]] && printf 'the logs' || printf 'the database and the logs')" "$source" "$directory"
  fi
}

# A directory of backups, and the key to them.
open_directory() { # DIRECTORY
  command -v age >/dev/null || fail 'age is not installed here; install it (apt install age)'
  [[ $secrets != *'{{'* ]] || fail "secrets_dir is a template, $secrets; write the directory itself into $inventory" "$EXIT_NO_INVENTORY"
  directory=$(realpath -m -- "$1") key=$secrets/backup.key
}

catalog() { # COMMAND ARGUMENTS...: of backups.py
  python3 "$verbs/backups.py" "$directory" "$@"
}

# A backup is taken of what is there.
leave_out_unreachable() {
  local host present=()
  for host in "${hosts[@]}"; do
    if [[ ${result[$host]} == 0 ]]; then
      present+=("$host")
    else
      explain "$host" "${result[$host]}"
      printf '%s\n' "$problem"
    fi
  done
  hosts=(${present[@]+"${present[@]}"})
  ((${#hosts[@]})) || fail 'no host can be reached' "$problem_code"
}

# A replica that follows, the one whose logs continue the newest backup before others; else the writer.
choose_source() {
  local host
  for source in "$(catalog source)" "${hosts[@]}"; do
    if [[ $source != "$writer" ]] && is_one_of "$source" "${hosts[@]}" && answers "$source" && [[ ! $(fact "$source" trouble) ]]; then
      return
    fi
  done
  source=$writer
  if ! is_one_of "$writer" "${hosts[@]}" || ! answers "$writer"; then
    fail "no replica follows $writer, whose database does not answer either" "$EXIT_NOT_REPLICATING"
  fi
  ((${#address[@]} == 1)) || printf 'No replica follows %s: this is taken from the writer.\n' "$writer"
}

answers() { # HOST
  [[ $(fact "$1" database_role) == writable || $(fact "$1" database_role) == read-only ]]
}

take_backup() {
  writing=1
  make_key
  (umask 077 && mkdir -p -- "$directory/logs")
  if [[ ${logs:-} ]]; then
    step "Closing $source's binary log" close_log
    if ! is_continued; then
      printf 'The binary logs of %s do not continue the newest backup: a backup is taken.\n' "$source"
      logs=''
    fi
  fi
  if [[ ! ${logs:-} ]]; then
    step "Copying $source's database" copy_database
    step "Closing $source's binary log" close_log
  fi
  step "Copying $source's binary logs" copy_logs
  step "Removing what is older than $keep backups" catalog prune "$keep"
}

make_key() {
  if [[ ! -e $key ]]; then
    (umask 077 && mkdir -p -- "$secrets" && age-keygen --output "$key" 2>"$work/problem") \
      || fail "age-keygen: $(last_line "$work/problem")"
    printf 'Made %s: keep a copy elsewhere, for no backup can be read without it.\n' "$key"
  fi
}

encrypt_into() { # NAME
  (umask 077 && age --encrypt --identity "$key" --output "$directory/$1.age.new")
}

copy_database() {
  local name told
  until name=$(date -u +%Y%m%dT%H%M%SZ)-$source && [[ ! -e $directory/$name.json ]]; do
    sleep 0.1 # another one of this second
  done
  on "$source" backup | encrypt_into "$name"
  mapfile -t told < <(grep -E '^(flavor|version|log|offset|position|time)=' "$work/$source.err")
  catalog keep "$name" "host=$source" "commit=$(running_commit "$source")" "${told[@]}"
  printf '%s (%d KiB) ' "$name" $(($(stat -c %s -- "$directory/$name.age") / 1024))
}

# Once it has all that the writer had acknowledged at the time that goes into until; of one that does not follow nothing is promised.
close_log() {
  local reached=''
  until=''
  if [[ ! $(fact "$source" trouble) ]]; then
    on "$writer" position >"$work/position"
    { read -r until && read -r reached; } <"$work/position"
  fi
  on "$source" logs "$reached" >"$work/logs"
}

is_continued() {
  catalog missing "$source" <"$work/logs" >"$work/missing"
}

copy_logs() {
  local log following last
  is_continued || fail "the binary logs of $source do not continue the newest backup"
  last=$(tail -n 1 "$work/missing")
  while read -r log following; do
    on "$source" log "${log%@*}" | encrypt_into "logs/$source.$log"
    catalog keep "logs/$source.$log" "host=$source" "log=$log" "next=$following" "commit=$(running_commit "$source")" \
      "version=$(fact "$source" database)" "until=$([[ "$log $following" != "$last" ]] || printf %s "$until")"
  done <"$work/missing"
}

# Not those of another backup, which holds the lock.
forget_unfinished() {
  [[ ! ${writing:-} ]] || rm -f -- "$directory"/{,logs/}*.new
}

before_exit() {
  forget_unfinished
  if ((${#locked[@]})); then
    give_back_lock
  fi
}
