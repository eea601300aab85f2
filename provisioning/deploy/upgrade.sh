# shellcheck shell=bash
# ./deploy.sh upgrade: the system's and the database's packages on one host.

# shellcheck source=provisioning/deploy/away.sh
source "$verbs/away.sh"

upgrade_usage() {
  cat <<'TEXT'
usage: ./deploy.sh upgrade HOST [--accept-outage] [--inventory FILE] [--dry-run]

Brings HOST what its distribution has newer of its packages, the database's too, with the
settings that it has; then reboots it. It is drained meanwhile, as by reboot, and refused
as there. Host by host: replicas first, the writer after ./deploy.sh promote.

  --accept-outage  all the same: nobody writes, or comes in, until HOST is back
TEXT
}

run_upgrade() {
  flags=(--accept-outage) max_arguments=1
  parse_options "$@"
  read_inventory
  choose_host
  step "Asking $(list_hosts)" gather_facts_or_fail
  refuse_outage "$host"
  refuse_if_locked
  step "$host: asking its distribution" ask_for_newer
  outdated=$(<"$work/$host.newer")
  if [[ ! $outdated ]]; then
    printf 'There is nothing newer.\n'
    return
  fi
  printf '  %s\n' "$outdated"
  change "Locking $(list_hosts)" take_lock "upgrade $host"
  change "$host: draining it in every nginx, and in the balancer" take_out "$host"
  change "$host: upgrading $(wc -w <<<"$outdated") packages" on "$host" upgrade
  change "$host: rebooting it, until it serves" reboot "$host"
  change "$host: giving it requests again" bring_back "$host"
  tell
}

ask_for_newer() {
  on "$host" outdated "$dry_run" >"$work/$host.newer"
}
