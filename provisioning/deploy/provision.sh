# shellcheck shell=bash
# ./deploy.sh provision: runs the playbook.

# shellcheck source=provisioning/deploy/lock.sh
source "$verbs/lock.sh"
# shellcheck source=provisioning/deploy/playbook.sh
source "$verbs/playbook.sh"

provision_usage() {
  cat <<'TEXT'
usage: ./deploy.sh provision [--limit HOSTS] [--inventory FILE] [--dry-run]

Brings the hosts to what provisioning/ says: packages, database and replication,
nginx, the data, the server's settings and unit. On hosts that are so already it
changes nothing. Makes the data first if sql/data is not there. Prints what
changed; the whole log is .local/provision.log.

  --limit HOSTS   only these, such as isu3 or isu2,isu3
  --dry-run       the same as diff's first part: what would change
TEXT
}

run_provision() {
  values=(--limit) limit=''
  parse_options "$@"
  read_inventory
  step "Asking $(list_hosts)" gather_facts_or_fail
  refuse_if_locked
  if [[ $dry_run ]]; then
    run_playbook site.yml --check --diff ${limit:+--limit "$limit"}
  else
    ensure_data
    take_lock 'provision'
    run_playbook site.yml ${limit:+--limit "$limit"}
  fi
}

before_exit() {
  if ((${#locked[@]})); then
    give_back_lock
  fi
}
