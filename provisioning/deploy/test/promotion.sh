# shellcheck shell=bash
# Another host becomes the writer: in which order the hosts are told what, and what is refused before anything is.

# One line for all hosts here, and a file to edit.
inventory_with_a_writer_line() {
  printf '  isuumo_writer: isu1   # takes the writes\n' >"$scratch/inventory.yml"
  cp -- "$scratch/inventory.json" "$scratch/listed.json"
  cat >"$scratch/ansible-inventory" <<TEXT
#!/usr/bin/env bash
cat -- "$scratch/listed.json"
TEXT
  chmod +x "$scratch/ansible-inventory"
  printf 'isu1 : ok=80 changed=1 unreachable=0 failed=0\n' >"$FAKE/recap"
}

promote() { # OPTIONS...
  PATH=$scratch:$here/fake:$PATH "$repository/deploy.sh" promote "$@" --inventory "$scratch/inventory.yml"
}

# Wants an exit code and words; nothing has been told to any host then.
refuses() { # CODE WORDS -- OPTIONS...
  local code=0
  said=$(promote "${@:4}" 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == "$1" && $said == *"$2"* && ! -e $FAKE/steps && ! -e $FAKE/playbooks ]]
  grep -q 'isuumo_writer: isu1' "$scratch/inventory.yml"
}

told() { # LINES on standard input
  diff - "$FAKE/steps"
}

test_promote_ends_the_writes_first_and_begins_them_last() {
  deployed
  inventory_with_a_writer_line
  promote isu2
  told <<'TEXT'
isu1: /cluster/mandate {"number":1,"writer":"isu2"}
isu1: SET GLOBAL read_only = 1
isu2: STOP REPLICA; RESET REPLICA ALL
isu2: primary
isu1: replica
isu1: follow-isu2
isu3: replica
isu3: follow-isu2
isu2: /cluster/office {"number":1,"without":[]}
TEXT
  grep -qx '  isuumo_writer: isu2   # takes the writes' "$scratch/inventory.yml"
  grep -qF -- "site.yml --skip-tags base,firewall,tools --limit isu1,isu2,isu3," "$FAKE/playbooks"
  grep -q 'promote - by .*: isu2 instead of isu1' "$FAKE/isu3/opt/isuumo/revisions.log"
  nothing_is_locked_or_drained
}

test_promote_leaves_the_new_role_to_the_databases_next_start() {
  deployed
  inventory_with_a_writer_line
  promote isu2
  [[ $(<"$FAKE/isu2/etc/mysql/mariadb.conf.d/71-isuumo-role.cnf") == primary ]]
  [[ $(<"$FAKE/isu1/etc/mysql/mariadb.conf.d/71-isuumo-role.cnf") == replica ]]
}

test_promote_counts_on_from_the_latest_change() {
  deployed
  inventory_with_a_writer_line
  printf '6 isu1\n' >"$FAKE/isu3/var/lib/isuumo-mandate/mandate"
  printf '5 isu3\n' >"$FAKE/isu1/var/lib/isuumo-mandate/mandate"
  promote isu2
  grep -qF 'isu1: /cluster/mandate {"number":7,"writer":"isu2"}' "$FAKE/steps"
}

# isu1 let go, and that was all: nobody writes.
test_a_promotion_that_ended_half_way_goes_back() {
  deployed
  inventory_with_a_writer_line
  printf '1 isu2\n' >"$FAKE/isu1/var/lib/isuumo-mandate/mandate"
  promote isu1
  grep -qF 'isu2: /cluster/mandate {"number":2,"writer":"isu1"}' "$FAKE/steps"
  grep -qF 'isu1: /cluster/office {"number":2,"without":[]}' "$FAKE/steps"
}

test_a_writer_whose_application_is_down_is_told_by_its_file() {
  deployed
  inventory_with_a_writer_line
  touch -- "$FAKE/isu1/opt/isuumo/$(<"$FAKE/isu1/running")/broken"
  promote isu2 || true # it does not get ready
  [[ $(<"$FAKE/isu1/var/lib/isuumo-mandate/mandate") == '1 isu2' ]]
  grep -q '^stop' "$FAKE/isu1/journal"
  [[ $(tail -n 1 "$FAKE/steps") == 'isu2: /cluster/office {"number":1,"without":[]}' ]]
}

test_a_replica_that_does_not_catch_up_is_not_promoted() {
  local code=0
  deployed
  inventory_with_a_writer_line
  printf 9 >"$FAKE/isu1/executed"
  touch -- "$FAKE/isu2/stuck"
  said=$(promote isu2 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == 1 && $said == *"isu2: its database lacks what the writer's has: it has 0-1-7, not 0-1-9"* ]]
  told <<'TEXT'
isu1: /cluster/mandate {"number":1,"writer":"isu2"}
isu1: SET GLOBAL read_only = 1
TEXT
  nothing_is_locked_or_drained
}

test_a_writer_that_does_not_let_go_is_left_alone() {
  local code=0
  deployed
  inventory_with_a_writer_line
  printf '3 writes have not ended after 5 s, so this host is still the writer\n' >"$FAKE/isu1/refuses"
  said=$(promote isu2 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == 1 && $said == *'isu1: 3 writes have not ended'* && $(wc -l <"$FAKE/steps") == 1 && ! -e $FAKE/playbooks ]]
  nothing_is_locked_or_drained
}

test_promote_beside_a_writer_that_may_still_sell_is_refused() {
  inventory_with_a_writer_line
  touch "$FAKE/isu1/unreachable"
  refuses 11 'isu1 cannot be reached, so it may still sell chairs' -- isu2
}

test_promote_of_a_lost_writer_brings_together_what_the_replicas_received() {
  deployed
  inventory_with_a_writer_line
  touch "$FAKE/isu1/unreachable"
  printf 8 >"$FAKE/isu3/executed"
  # shellcheck disable=SC2016 # for the hook
  printf '%s' '(cd -- "$FAKE" && ls isu*/run/isuumo-drained/*) >"$FAKE/drained"' >"$FAKE/playbook-hook"
  promote isu2 --fenced || true
  [[ $(cat -- "$FAKE"/isu{2,3}/killed) == 'dst 10.0.0.1'$'\n''dst 10.0.0.1' ]]
  [[ $(paste -sd ' ' "$FAKE/drained") == 'isu2/run/isuumo-drained/isu1 isu3/run/isuumo-drained/isu1' ]]
  nothing_is_locked_or_drained
  { head -n 2 "$FAKE/steps" | sort && tail -n +3 "$FAKE/steps"; } >"$FAKE/sorted" # the first two are told at once
  mv -- "$FAKE/sorted" "$FAKE/steps"
  told <<'TEXT'
isu2: STOP REPLICA IO_THREAD
isu3: STOP REPLICA IO_THREAD
isu2: follow-isu3
isu2: STOP REPLICA; RESET REPLICA ALL
isu2: primary
isu3: replica
isu3: follow-isu2
isu2: /cluster/office {"number":1,"without":["isu1"]}
TEXT
  grep -qF -- "site.yml --skip-tags base,firewall,tools --limit isu2,isu3," "$FAKE/playbooks"
}

test_promote_that_may_lose_writes_is_refused() {
  inventory_with_a_writer_line
  touch "$FAKE/isu1/unreachable" "$FAKE/isu3/unreachable"
  refuses 11 'one may alone have what isu1 acknowledged' -- isu2 --fenced
}

test_promote_fences_nobody_who_can_be_asked() {
  inventory_with_a_writer_line
  refuses 64 'isu1 can be reached, so it is asked to end its writes' -- isu2 --fenced
}

test_promote_of_the_writer_is_refused() {
  inventory_with_a_writer_line
  refuses 64 'isu1 is the writer already' -- isu1
}

test_promote_needs_one_line_that_names_the_writer() {
  inventory_with_a_writer_line
  printf '  isuumo_writer: isu1\n' >>"$scratch/inventory.yml"
  refuses 10 'isuumo_writer stands on 2 lines' -- isu2
}

test_verify_tells_a_host_that_takes_another_for_the_writer() {
  deployed
  printf '3 isu1\n' >"$FAKE/isu1/var/lib/isuumo-mandate/mandate"
  printf '2 isu3\n' >"$FAKE/isu3/var/lib/isuumo-mandate/mandate"
  wants 1 '[OK] mandate      isu1 writes, since change 3' \
    '[NG] mandate      takes isu3 for the writer, since change 2; the inventory says isuumo_writer: isu1' -- verify
}
