# shellcheck shell=bash
# ./deploy.sh reboot: a host, when nobody needs it.

# shellcheck source=provisioning/deploy/away.sh
source "$verbs/away.sh"

reboot_usage() {
  cat <<'TEXT'
usage: ./deploy.sh reboot HOST [--accept-outage] [--inventory FILE] [--dry-run]

Drains HOST, lets its application part from the others, reboots it, waits until it
serves, and gives it requests again. Refused for the writer, for the host where people
come in, and while another host is not ready.

  --accept-outage  all the same: nobody writes, or comes in, until HOST is back
TEXT
}

run_reboot() {
  flags=(--accept-outage) max_arguments=1
  parse_options "$@"
  read_inventory
  choose_host
  step "Asking $(list_hosts)" gather_facts_or_fail
  refuse_outage "$host"
  refuse_if_locked
  change "Locking $(list_hosts)" take_lock "reboot $host"
  change "$host: draining it in every nginx, and in the balancer" take_out "$host"
  change "$host: rebooting it, until it serves" reboot "$host"
  change "$host: giving it requests again" bring_back "$host"
  tell
}
