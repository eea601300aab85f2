# shellcheck shell=bash
# ./deploy.sh diff: what provision and deploy would change.

# shellcheck source=provisioning/deploy/table.sh
source "$verbs/table.sh"
# shellcheck source=provisioning/deploy/playbook.sh
source "$verbs/playbook.sh"

diff_usage() {
  cat <<'TEXT'
usage: ./deploy.sh diff [--inventory FILE] [--dry-run]

Shows what ./deploy.sh provision would change on the hosts, line by line, and which
commits ./deploy.sh deploy would bring. Changes nothing. Exit code 0 if nothing
would change, 2 if something would.
TEXT
}

run_diff() {
  local host drift=''
  parse_options "$@"
  read_inventory
  step "Asking $(list_hosts)" gather_facts_or_fail
  run_playbook site.yml --check --diff
  if grep -qE '^[^ ]+ *: ok=.* changed=[1-9]' "$root/.local/provision.log"; then
    drift=1
    printf 'provision would change the hosts; see above.\n'
  fi
  for host in "${hosts[@]}"; do
    compare_release "$host" || drift=1
  done
  [[ ! $drift ]] || return "$EXIT_DRIFT"
  printf 'No drift: the hosts are as provisioning/ and this commit say.\n'
}

compare_release() { # HOST
  local head running
  head=$(git -C "$root" rev-parse HEAD 2>/dev/null) || fail "$root has no git commit to compare with"
  running=$(running_commit "$1")
  if [[ $running == "${head:0:12}" ]]; then
    return
  fi
  printf '%s runs %s; this commit is %s\n' "$1" "$running" "${head:0:12}"
  git -C "$root" log --oneline --no-decorate "${running%-dirty}..$head" 2>/dev/null | head -n 20 | sed 's/^/  + /' || true
  return 1
}
