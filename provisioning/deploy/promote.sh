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

Makes HOST the writer: stops the old writer's server, lets HOST receive all that
any database has, stops the old writer's database, sets isuumo_writer in the
inventory, and provisions database, nginx and server of all hosts anew. The old
writer becomes a replica. Meanwhile, for some two minutes, nothing is sold, and once
the leases have run out nothing is shown either: 503.

  --fenced        the old writer cannot be reached, and you made sure that nobody
                  else reaches it: it is switched off or cut from the network
  --accept-loss   the old writer and another replica cannot be reached: go on,
                  though that replica may alone have what was acknowledged

What is lost: nothing, if the old writer can be reached. If it cannot: an
acknowledged write is on a replica too, as long as one was connected within
2 s before (semi-synchronous replication); with all replicas away the writer went
on alone, and what it acknowledged then is on its own disk only.
TEXT
}

run_promote() {
  flags=(--fenced --accept-loss) max_arguments=1 fenced='' accept_loss=''
  parse_options "$@"
  new_writer=${arguments[0]:-}
  [[ $new_writer ]] || fail 'promote needs the name of a host; see ./deploy.sh promote --help' "$EXIT_USAGE"
  read_inventory
  old_writer=$writer
  is_one_of "$new_writer" "${hosts[@]}" || fail "$new_writer is none of the hosts: $(list_hosts)" "$EXIT_USAGE"
  [[ $new_writer != "$old_writer" ]] || fail "$new_writer is the writer already"
  find_writer_line
  step "Asking $(list_hosts)" gather_facts
  leave_out_unreachable
  refuse_if_locked
  change "Locking $(list_hosts)" take_lock "promote $new_writer"
  if [[ $dry_run ]]; then
    printf 'would: fence %s, let %s catch up, write isuumo_writer into %s, and provision %s\n' \
      "$old_writer" "$new_writer" "$writer_file" "$(list_hosts)"
    return
  fi
  # Nothing of these roles depends on who the writer is, and every second counts.
  run_playbook promote.yml --skip-tags base,firewall,tools --limit "$reachable" --extra-vars "promote_to=$new_writer" \
    --extra-vars "{\"writer_file\": \"$writer_file\"}" ${fenced:+--extra-vars fenced=yes}
  printf '%s names %s now: %s\n' "$writer_file" "$new_writer" "$(grep -E "$WRITER_LINE" -- "$writer_file")"
  writer=$new_writer
  on_all log_line "promote - by $(whoami_where): $new_writer instead of $old_writer"
  gather_facts
  print_table
  if [[ ${left_out[*]} ]]; then
    printf 'Left out: %s. Whoever of them was the writer still thinks so: keep its ports closed until ./deploy.sh provision has made it a replica.\n' "${left_out[*]}"
  fi
  all_is_well
}

# The one line that names the writer: found before anything is touched.
find_writer_line() {
  local lines
  lines=$(grep -rnIE "$WRITER_LINE" -- "$inventory" | wc -l)
  ((lines == 1)) || fail "isuumo_writer stands on $lines lines of $inventory; promote changes it where it stands on one" "$EXIT_NO_INVENTORY"
  writer_file=$(grep -rlIE "$WRITER_LINE" -- "$inventory")
}

# Into hosts and reachable those that answer, into left_out the others, if it can be done without them.
leave_out_unreachable() {
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
  if is_one_of "$old_writer" "${left_out[@]}"; then
    [[ $fenced ]] || fail "$old_writer cannot be reached, so it may still sell chairs; switch it off or cut it from the network, then add --fenced" "$EXIT_UNREACHABLE"
    ((${#left_out[@]} == 1)) || [[ $accept_loss ]] || fail "${left_out[*]} cannot be reached, and one may alone have what $old_writer acknowledged; bring it back, or add --accept-loss" "$EXIT_UNREACHABLE"
  fi
}

before_exit() {
  if ((${#locked[@]})); then
    give_back_lock
  fi
}
