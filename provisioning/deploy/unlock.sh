# shellcheck shell=bash
# ./deploy.sh unlock: takes away a lock that an interrupted command left, and what else it left half-done.

unlock_usage() {
  cat <<'TEXT'
usage: ./deploy.sh unlock REASON [--inventory FILE] [--dry-run]

Takes away the lock on every host, whoever holds it; makes nginx use a host again
that was being restarted; removes a release that was not unpacked whole. REASON
goes into revisions.log. Make sure that the command that took the lock is gone.
It switches no release: deploy or rollback makes all hosts alike again.
TEXT
}

run_unlock() {
  local host line found=''
  max_arguments=1
  parse_options "$@"
  [[ -n ${arguments[0]:-} ]] || fail 'unlock needs a reason, in one argument; it goes into revisions.log' "$EXIT_USAGE"
  read_inventory
  step "Asking $(list_hosts)" gather_facts_or_fail
  for host in "${hosts[@]}"; do
    line=$(fact "$host" lock)
    if [[ $line ]]; then
      found=1
      printf '%s: locked by %s\n' "$host" "$line"
    fi
  done
  if [[ ! $found ]]; then
    printf 'No host is locked.\n'
  else
    change 'Taking the locks away' on_all break_lock "$(whoami_where)" "${arguments[0]}"
  fi
}
