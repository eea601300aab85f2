# shellcheck shell=bash
# ./deploy.sh status: what runs where.

# shellcheck source=provisioning/deploy/table.sh
source "$verbs/table.sh"

status_usage() {
  cat <<'TEXT'
usage: ./deploy.sh status [--inventory FILE] [--dry-run]

Prints a line a host: its role, the commit that the last deploy left, the commit
that its /version tells (with "(!)" if that is another), since when it runs,
/healthz, and how far its database is behind the writer's. Changes nothing.
Exit code 0 only if every host is ready, as expected, and follows the writer.
TEXT
}

run_status() {
  local host line
  parse_options "$@"
  read_inventory
  gather_facts
  print_table
  for host in "${hosts[@]}"; do
    line=$(fact "$host" lock)
    if [[ $line ]]; then
      printf '%s is locked by %s\n' "$host" "$line"
    fi
    line=$(fact "$host" failover_state)
    if [[ $line && $line != *'takes over if it is lost' ]]; then
      printf '%s says: %s\n' "$host" "$line"
    fi
  done
  for_all_or_fail
  all_is_well
}
