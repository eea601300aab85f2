# shellcheck shell=bash
# ./deploy.sh promote: makes another host the writer.

# shellcheck source=provisioning/deploy/table.sh
source "$verbs/table.sh"
# shellcheck source=provisioning/deploy/lock.sh
source "$verbs/lock.sh"
# shellcheck source=provisioning/deploy/playbook.sh
source "$verbs/playbook.sh"

readonly WRITER_LINE='^[[:space:]]*isuumo_writer[[:space:]]*[:=]'

promote_usage() {
  cat <<'TEXT'
usage: ./deploy.sh promote HOST [--fenced] [--accept-loss] [--inventory FILE] [--dry-run]

Makes HOST the writer, while every host goes on serving: the old writer ends its
writes, HOST's database takes its place, the other databases follow that, and HOST's
application becomes the writer. Writes are held meanwhile, for a few seconds. Then
isuumo_writer is set in the inventory, and provisioning makes every file say so. Where
HOST has taken the place of a lost writer by itself (isuumo_failover), only these two.

  --fenced        the old writer is lost: it cannot be reached, or not be asked, and
                  you made sure that nobody else reaches it: it is switched off or
                  cut from the network. It serves nothing when it is back, until
                  ./deploy.sh provision has made it a replica
  --accept-loss   another replica cannot be reached either: go on, though that one may
                  alone have what was acknowledged

What is lost: nothing, if the old writer can be reached. If it cannot: an
acknowledged write is on a replica too, as long as one was connected within
2 s before (semi-synchronous replication, which status and verify tell); with all
replicas away the writer went on alone, and what it acknowledged then is on its own
disk only. A promotion that ends half-way is made again, to any host.
TEXT
}

run_promote() {
  flags=(--fenced --accept-loss) max_arguments=1 fenced='' accept_loss=''
  parse_options "$@"
  new_writer=${arguments[0]:-}
  [[ $new_writer ]] || fail 'promote needs the name of a host; see ./deploy.sh promote --help' "$EXIT_USAGE"
  read_inventory
  if [[ $fenced ]]; then
    connect_seconds=2 # one is gone, and writes wait
  fi
  is_one_of "$new_writer" "${hosts[@]}" || fail "$new_writer is none of the hosts: $(list_hosts)" "$EXIT_USAGE"
  find_writer_line
  step "Asking $(list_hosts)" gather_facts
  find_latest_writer
  old_writer=$latest_writer number=$((latest_number + 1))
  if [[ $(fact "$new_writer" mandate) == "$latest_number $new_writer" ]]; then
    adopt_writer
    return
  elif [[ $new_writer == "$old_writer" ]]; then # a promotion ended before its last steps
    old_writer=$writer
  fi
  [[ $new_writer != "$old_writer" ]] || fail "$new_writer is the writer already" "$EXIT_USAGE"
  leave_out_unreachable
  need_majority
  refuse_if_locked
  change "Locking $(list_hosts)" take_lock "promote $new_writer"
  if [[ $dry_run ]]; then
    printf 'would: end the writes of %s, let %s catch up and take its place, write isuumo_writer into %s, and provision %s\n' \
      "$old_writer" "$new_writer" "$writer_file" "$(list_hosts)"
    return
  fi
  change_writer
  make_files_say_so
}

# It took the place of another by itself, or a promotion ended before this.
adopt_writer() {
  [[ $new_writer != "$writer" ]] || fail "$new_writer is the writer already" "$EXIT_USAGE"
  old_writer=$writer lost=''
  keep_reachable
  refuse_if_locked
  change "Locking $(list_hosts)" take_lock "promote $new_writer"
  if [[ $dry_run ]]; then
    printf 'would: write isuumo_writer into %s, since %s writes already, and provision %s\n' "$writer_file" "$new_writer" "$(list_hosts)"
    return
  fi
  make_files_say_so
}

make_files_say_so() {
  sed -i -E "s/(${WRITER_LINE}[[:space:]]*[\"']?)[^[:space:]\"'#]+/\1$new_writer/" -- "$writer_file"
  printf '%s names %s now: %s\n' "$writer_file" "$new_writer" "$(grep -E "$WRITER_LINE" -- "$writer_file")"
  writer=$new_writer
  on_all log_line "promote - by $(whoami_where): $new_writer instead of $old_writer"
  run_playbook site.yml --skip-tags base,firewall,tools --limit "$reachable"
  if [[ $lost ]]; then
    on_all undrain "$old_writer"
  fi
  gather_facts
  print_table
  all_is_well
}

# The next writer's agent could not say that it may answer.
need_majority() {
  local said
  said=$(fact "$new_writer" failover_state)
  [[ $(fact "$new_writer" failover) != enabled || $said != 'no majority'* ]] \
    || fail "$new_writer says: $said. Bring another host's etcd back, or set isuumo_failover: false and ./deploy.sh provision, and promote then" "$EXIT_NO_MAJORITY"
}

change_writer() {
  local started=$EPOCHREALTIME position
  if [[ ! $lost ]]; then
    step "$old_writer: ending its writes" let_go
    position=$(<"$work/$old_writer.out")
  else
    step "Letting no request wait for $old_writer" give_up_on "$old_writer"
    step 'Executing on every replica what it has received' receive_no_more
    step "$new_writer: fetching what another received" fetch_from_others
    position=$(<"$work/$new_writer.out")
  fi
  step "$new_writer: making its database the primary" on "$new_writer" become_primary "$position"
  step "Letting the others' databases follow it" follow_new_writer
  step "$new_writer: making its application the writer" on "$new_writer" appoint "$number" "${left_out[@]}"
  printf 'Writes go on, %s s after they were ended.\n' "$(seconds_since "$started")"
}

# nginx asks it for nothing from now on, and what waits for its answer learns at once that there is none.
give_up_on() { # HOST
  on_all drain "$1"
  on_all cut_off "${address[$1]}"
}

let_go() {
  on "$old_writer" let_go "$number" "$new_writer" >"$work/$old_writer.out"
}

receive_no_more() {
  on_all stop_receiving
}

fetch_from_others() {
  local host
  for host in "${hosts[@]}"; do
    [[ $host == "$new_writer" ]] || on "$new_writer" catch_up "$host" "$(<"$work/$host.out")"
  done
  on "$new_writer" executed >"$work/$new_writer.out"
}

follow_new_writer() {
  local host
  for host in "${hosts[@]}"; do
    [[ $host == "$new_writer" ]] || on "$host" follow "$new_writer"
  done
}

# The one line that names the writer: found before anything is touched.
find_writer_line() {
  local lines
  lines=$(grep -rnIE "$WRITER_LINE" -- "$inventory" | wc -l)
  ((lines == 1)) || fail "isuumo_writer stands on $lines lines of $inventory; promote changes it where it stands on one" "$EXIT_NO_INVENTORY"
  writer_file=$(grep -rlIE "$WRITER_LINE" -- "$inventory")
}

# Into hosts and reachable those that answer, into left_out the others.
keep_reachable() {
  local host present=()
  left_out=()
  for host in "${hosts[@]}"; do
    if [[ ${result[$host]} == 0 ]]; then
      present+=("$host")
      continue
    fi
    explain "$host" "${result[$host]}"
    printf '%s\n' "$problem"
    [[ $host != "$new_writer" ]] || fail "$problem" "$problem_code"
    left_out+=("$host")
  done
  hosts=("${present[@]}")
  printf -v reachable '%s,' "${hosts[@]}"
}

# The same, if it can be done without them.
leave_out_unreachable() {
  lost=''
  keep_reachable
  if is_one_of "$old_writer" "${left_out[@]}"; then
    [[ $fenced ]] || fail "$old_writer cannot be reached, so it may still sell chairs; switch it off or cut it from the network, then add --fenced" "$EXIT_UNREACHABLE"
    ((${#left_out[@]} == 1)) || [[ $accept_loss ]] || fail "${left_out[*]} cannot be reached, and one may alone have what $old_writer acknowledged; bring it back, or add --accept-loss" "$EXIT_UNREACHABLE"
    lost=1
  elif [[ $fenced ]]; then
    fail "$old_writer can be reached, so it is asked to end its writes; --fenced is for one that is switched off or cut from the network" "$EXIT_USAGE"
  fi
}

before_exit() {
  if ((${#locked[@]})); then
    give_back_lock
  fi
}
