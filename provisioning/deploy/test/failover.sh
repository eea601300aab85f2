# shellcheck shell=bash
# Another host took the place of a lost writer by itself, or would.

# Where automatic failover is on: what each agent says, and etcd on all three.
failover_is_on() {
  local name
  for name in "${hosts[@]}"; do
    mkdir -p -- "$FAKE/$name/run/isuumo-failover"
    : >"$FAKE/$name/failover-state"
    printf active >"$FAKE/$name/etcd-state"
    printf 'isu1 writes since change 0; this host or another takes over if it is lost' >"$FAKE/$name/run/isuumo-failover/state"
  done
}

# isu2 writes since change 1, and isu1 is its replica.
taken_over() {
  local name
  for name in "${hosts[@]}"; do
    printf '1 isu2\n' >"$FAKE/$name/var/lib/isuumo-mandate/mandate"
  done
}

test_promote_adopts_whoever_took_over() {
  deployed
  inventory_with_a_writer_line
  taken_over
  promote isu2
  [[ ! -e $FAKE/steps ]]
  grep -qx '  isuumo_writer: isu2   # takes the writes' "$scratch/inventory.yml"
  grep -qF -- "site.yml --skip-tags base,firewall,tools --limit isu1,isu2,isu3," "$FAKE/playbooks"
  nothing_is_locked_or_drained
}

test_promote_adopts_it_without_the_lost_one() {
  deployed
  inventory_with_a_writer_line
  taken_over
  touch "$FAKE/isu1/unreachable"
  promote isu2
  grep -qx '  isuumo_writer: isu2   # takes the writes' "$scratch/inventory.yml"
  grep -qF -- "--limit isu2,isu3," "$FAKE/playbooks"
}

# isu1 let go, and that was all: isu2 does not hold the mandate itself.
test_a_promotion_that_ended_half_way_goes_on() {
  deployed
  inventory_with_a_writer_line
  printf '1 isu2\n' >"$FAKE/isu1/var/lib/isuumo-mandate/mandate"
  promote isu2
  grep -qF 'isu1: /cluster/mandate {"number":2,"writer":"isu2"}' "$FAKE/steps"
  grep -qF 'isu2: /cluster/office {"number":2,"without":[]}' "$FAKE/steps"
}

test_other_verbs_refuse_a_former_writers_inventory() {
  deployed
  taken_over
  wants 24 'isu2 has taken the place of isu1, which the inventory names as isuumo_writer; write it there first, with ./deploy.sh promote isu2' -- deploy
  wants 24 'isu2 has taken the place of isu1' -- reboot isu3
}

test_promote_needs_etcds_majority() {
  deployed
  inventory_with_a_writer_line
  failover_is_on
  printf 'no majority of etcd answers this host' >"$FAKE/isu2/run/isuumo-failover/state"
  refuses 25 'isu2 says: no majority of etcd answers this host. Bring another host' -- isu2
}

test_a_member_of_etcd_is_not_removed() {
  deployed
  failover_is_on
  wants 23 'isu3 is one of the three whose majority decides who writes' -- remove isu3
}

test_nobody_reboots_while_another_member_of_etcd_is_away() {
  deployed
  failover_is_on
  printf failed >"$FAKE/isu2/etcd-state"
  wants 23 'etcd on isu2 is failed, so that of isu3 is needed for a majority' -- reboot isu3
}

test_verify_and_status_tell_whether_another_would_take_over() {
  deployed
  failover_is_on
  deploy verify >"$scratch/said" || true
  [[ $(grep -c '\[OK\] failover     isu1 writes since change 0; this host or another takes over if it is lost' "$scratch/said") == 3 ]]
  printf 'somebody@somewhere works on this host, so nothing is done' >"$FAKE/isu3/run/isuumo-failover/state"
  deploy verify >"$scratch/said" || true
  grep -q '\[NG\] failover     somebody@somewhere works on this host, so nothing is done. See journalctl' "$scratch/said"
  deploy status >"$scratch/said" || true
  grep -qx 'isu3 says: somebody@somewhere works on this host, so nothing is done' "$scratch/said"
}
