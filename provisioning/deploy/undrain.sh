# shellcheck shell=bash
# ./deploy.sh undrain: requests again for a host.

# shellcheck source=provisioning/deploy/away.sh
source "$verbs/away.sh"

undrain_usage() {
  cat <<'TEXT'
usage: ./deploy.sh undrain HOST [--inventory FILE] [--dry-run]

Sends HOST requests and people again, after ./deploy.sh drain.
TEXT
}

run_undrain() {
  max_arguments=1
  parse_options "$@"
  read_inventory
  choose_host
  step "Asking $(list_hosts)" gather_facts_or_fail
  refuse_if_locked
  change "$host: giving it requests again" bring_back "$host"
  tell
}
