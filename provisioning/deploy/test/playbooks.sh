# shellcheck shell=bash
# The verbs that run Ansible, with a played one.

recap() { # CHANGED on isu1
  printf 'PLAY RECAP ***\nisu1 : ok=80 changed=%d unreachable=0 failed=0\nisu2 : ok=70 changed=0 unreachable=0 failed=0\n' \
    "$1" >"$FAKE/recap"
}

test_provision_runs_the_playbook_under_the_lock() {
  mkdir -p -- "$repository/sql/data"
  touch -- "$repository/sql/data/1_DummyEstateData.sql"
  recap 3
  wants 0 '3 changes on isu1, 0 changes on isu2' -- provision --limit isu1
  [[ $(<"$FAKE/playbooks") == *"-i $scratch/inventory.json $repository/provisioning/site.yml --limit isu1" ]]
  nothing_is_locked_or_drained
}

test_provision_of_some_hosts_needs_no_others() {
  mkdir -p -- "$repository/sql/data"
  touch -- "$repository/sql/data/1_DummyEstateData.sql" "$FAKE/isu3/unreachable"
  recap 3
  wants 11 'isu3 cannot be reached' -- provision
  wants 0 'Asking isu1, isu2' -- provision --limit isu1,isu2
  wants 64 'isu9 is none of the hosts' -- provision --limit isu9
}

test_a_playbook_that_fails_is_told() {
  mkdir -p -- "$repository/sql/data"
  touch -- "$repository/sql/data/1_DummyEstateData.sql" "$FAKE/playbook-fails"
  wants 1 'the playbook site.yml failed' '.local/provision.log' -- provision
  nothing_is_locked_or_drained
}

test_provision_dry_runs_by_check_mode() {
  recap 1
  wants 0 '1 changes on isu1' -- provision --dry-run
  [[ $(<"$FAKE/playbooks") == *'site.yml --check --diff' ]]
}

test_diff_without_a_difference() {
  deployed
  recap 0
  wants 0 'No drift' -- diff
  [[ $(<"$FAKE/playbooks") == *'site.yml --check --diff' ]]
}

test_diff_tells_what_provision_would_change() {
  deployed
  recap 2
  wants 2 'provision would change the hosts' -- diff
}

test_diff_tells_what_deploy_would_bring() {
  local first
  first=$(commit)
  deployed
  recap 0
  next_commit
  wants 2 "isu3 runs $first; this commit is $(commit)" 'Another commit' -- diff
}
