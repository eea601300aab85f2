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

# The played playbook does not edit the inventory, which holds one line for all hosts here.
inventory_with_a_writer_line() {
  printf '  isuumo_writer: isu1   # takes the writes\n' >"$scratch/inventory.yml"
  cp -- "$scratch/inventory.json" "$scratch/listed.json"
  cat >"$scratch/ansible-inventory" <<TEXT
#!/usr/bin/env bash
cat -- "$scratch/listed.json"
TEXT
  chmod +x "$scratch/ansible-inventory"
}

promote() { # OPTIONS...
  PATH=$scratch:$here/fake:$PATH "$repository/deploy.sh" promote "$@" --inventory "$scratch/inventory.yml"
}

test_promote_runs_the_playbook_with_the_inventory_to_edit() {
  inventory_with_a_writer_line
  recap 5
  promote isu2 || true # nothing runs on these hosts, so all is not well
  grep -qF -- "promote.yml --skip-tags base,firewall,tools --limit isu1,isu2,isu3, --extra-vars promote_to=isu2 --extra-vars {\"writer_file\": \"$scratch/inventory.yml\"}" "$FAKE/playbooks"
  grep -q 'promote - by .*: isu2 instead of isu1' "$FAKE/isu3/opt/isuumo/revisions.log"
  nothing_is_locked_or_drained
}

test_promote_beside_a_writer_that_may_still_sell_is_refused() {
  local code=0
  inventory_with_a_writer_line
  touch "$FAKE/isu1/unreachable"
  said=$(promote isu2 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == 11 && $said == *'isu1 cannot be reached, so it may still sell chairs'* && ! -e $FAKE/playbooks ]]
}

test_promote_of_a_fenced_writer_leaves_it_out() {
  inventory_with_a_writer_line
  recap 5
  touch "$FAKE/isu1/unreachable"
  promote isu2 --fenced || true
  grep -qF -- "promote.yml --skip-tags base,firewall,tools --limit isu2,isu3, --extra-vars promote_to=isu2" "$FAKE/playbooks"
  grep -qF -- "--extra-vars fenced=yes" "$FAKE/playbooks"
}

test_promote_that_may_lose_writes_is_refused() {
  local code=0
  inventory_with_a_writer_line
  touch "$FAKE/isu1/unreachable" "$FAKE/isu3/unreachable"
  said=$(promote isu2 --fenced 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == 11 && $said == *'one may alone have what isu1 acknowledged'* && ! -e $FAKE/playbooks ]]
}

test_promote_needs_one_line_that_names_the_writer() {
  local code=0
  inventory_with_a_writer_line
  printf '  isuumo_writer: isu1\n' >>"$scratch/inventory.yml"
  said=$(promote isu2 2>&1) || code=$?
  [[ $code == 10 && $said == *'isuumo_writer stands on 2 lines'* ]]
}
