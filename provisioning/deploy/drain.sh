# shellcheck shell=bash
# ./deploy.sh drain: nothing more to do for a host.

# shellcheck source=provisioning/deploy/away.sh
source "$verbs/away.sh"

drain_usage() {
  cat <<'TEXT'
usage: ./deploy.sh drain HOST [--accept-outage] [--inventory FILE] [--dry-run]

Sends no more requests to HOST's application, and no new people to its nginx; those who
are there go on, and the other hosts answer them. Its database follows as before. So it
stays until ./deploy.sh undrain HOST, or until HOST reboots. One host at a time; deploy
and rollback want none.

  --accept-outage  though another host is not ready
TEXT
}

run_drain() {
  flags=(--accept-outage) max_arguments=1
  parse_options "$@"
  read_inventory
  choose_host
  step "Asking $(list_hosts)" gather_facts_or_fail
  ((${#hosts[@]} > 1)) || fail "$host is the only host; nobody could take its requests" "$EXIT_OUTAGE"
  [[ ${accept_outage:-} ]] || need_all_but "$host"
  refuse_if_locked
  change "Locking $(list_hosts)" take_lock "drain $host"
  change "$host: draining it in every nginx, and in the balancer" take_out "$host"
  out='' # so it stays
  gather_facts
  print_table
}
