# shellcheck shell=bash
# What is refused before anything is changed: a sentence, and an exit code of its own.

unchanged() {
  local host
  for host in "${hosts[@]}"; do
    [[ ! -e $FAKE/$host/journal ]]
  done
  nothing_is_locked_or_drained
}

test_no_inventory() {
  local code=0
  said=$(PATH=$here/fake:$PATH "$repository/deploy.sh" deploy --inventory /nowhere/hosts.yml 2>&1) || code=$?
  [[ $code == 10 && $said == *'there is no inventory /nowhere/hosts.yml'* ]]
}

test_an_inventory_that_ansible_cannot_read() {
  printf 'ERROR! line 3 is no YAML\n' >"$scratch/inventory.json"
  wants 10 'cannot be read: ERROR! line 3 is no YAML' -- status
}

test_an_inventory_without_hosts() {
  printf '{"_meta": {"hostvars": {}}}\n' >"$scratch/inventory.json"
  wants 10 'no host in the group isuumo' -- status
}

test_an_inventory_whose_writer_is_no_host() {
  write_inventory isu7
  wants 10 'isuumo_writer is isu7, which is none of its hosts' -- status
}

test_an_inventory_without_a_private_address() {
  sed -i 's/"private_address": "10.0.0.2", //' "$scratch/inventory.json"
  wants 10 'isu2 has no private_address' -- status
}

test_an_inventory_without_a_profile() {
  sed -i 's/"isuumo_profile": "contest", //g' "$scratch/inventory.json"
  wants 10 'isu1 has no isuumo_profile' -- status
  sed -i 's/"isuumo_writer": /"isuumo_profile": "pubic", &/g' "$scratch/inventory.json"
  wants 10 'isuumo_profile is pubic; it is public or contest' -- status
}

test_the_example_inventory() {
  sed -i 's/"ansible_host": "isu3"/"ansible_host": "192.0.2.13"/' "$scratch/inventory.json"
  wants 10 "isu3 still has the example's address, 192.0.2.13" -- deploy
}

test_a_host_that_cannot_be_reached() {
  touch "$FAKE/isu3/unreachable"
  wants 11 'isu3 cannot be reached as op@isu3: ssh: connect to host isu3 port 22: No route to host' -- deploy
  unchanged
  wants 11 '[NG] ssh' -- verify
  wants 11 'isu3  replica  -' -- status
}

test_a_host_whose_key_is_not_known() {
  touch "$FAKE/isu2/unknown-host-key"
  wants 11 "isu2's host key is not the one known here" 'ssh op@isu2' -- deploy
  unchanged
}

test_a_wrong_key() {
  touch "$FAKE/isu2/wrong-key"
  wants 12 'isu2 refuses the ssh key for op@isu2' -- deploy
  unchanged
  wants 12 '[NG] ssh' -- verify
}

test_no_sudo() {
  touch "$FAKE/isu2/no-sudo"
  wants 13 'isu2 wants a password for sudo; let op use sudo without one' -- deploy
  unchanged
  wants 13 '[OK] ssh' '[NG] sudo' -- verify
}

test_a_full_disk() {
  printf 100000 >"$FAKE/isu3/free-kib"
  wants 14 'isu3: the disk of' 'has 97 MiB free' -- deploy
  unchanged
  wants 14 '[NG] disk         97 MiB free' -- verify
}

test_a_replica_that_does_not_follow() {
  printf 'it follows nobody' >"$FAKE/isu3/trouble"
  wants 17 'isu3 does not follow isu1: it follows nobody' -- deploy
  unchanged
  wants 17 '[NG] follows      it follows nobody' -- verify
  wants 1 'it follows nobody' -- status
}

test_a_database_that_is_down() {
  touch "$FAKE/isu1/database-down"
  wants 17 "its database does not answer: ERROR 2002" -- deploy
  unchanged
  wants 17 '[NG] database' -- verify
}

test_a_writer_that_is_read_only() {
  printf 1 >"$FAKE/isu1/read-only"
  wants 17 '[NG] database     is read-only; the inventory says isuumo_writer: isu1' -- verify
}

test_a_host_without_nginx() {
  printf inactive >"$FAKE/isu1/nginx-state"
  wants 1 'nginx on isu1 is inactive' -- deploy
  unchanged
}

test_a_balancer_that_is_dead() {
  printf active >"$FAKE/isu1/balancer-state"
  wants 0 '[OK] balancer     spreads connections' -- verify
  printf failed >"$FAKE/isu1/balancer-state"
  wants 1 '[NG] balancer     is failed' -- verify
}

test_a_unit_that_leaves_too_much_open() {
  wants 0 '[OK] exposure     isuumo 1.0, mariadb 1.2, nginx 2.5' -- verify
  printf '%s\n' 'nginx 9.6' 'isuumo 1.3' 'mysql 3.0' >"$FAKE/isu2/exposures"
  wants 1 '[NG] exposure     isuumo leaves 1.3 open; at most 1.2, nginx leaves 9.6 open; at most 3.0. Run' -- verify
  [[ $said != *mysql* ]]
}

test_an_nginx_configuration_that_is_broken() {
  printf 'nginx: [emerg] unexpected "}" in /etc/nginx/nginx.conf:7\n' >"$FAKE/isu2/nginx-problem"
  wants 1 '[NG] nginx        nginx: [emerg] unexpected "}"' -- verify
}

test_a_commit_that_is_not_built() {
  rm -- "$repository"/.local/releases/*
  wants 18 "commit $(commit) is not built" './deploy.sh build' -- deploy --no-build
  unchanged
}

test_a_directory_without_a_commit() {
  rm -rf -- "$repository/.git"
  git init --quiet "$repository"
  wants 18 'has no git commit' -- deploy
}

test_a_release_to_go_back_to_that_is_not_there() {
  deployed
  wants 19 'there is no release 20200101T000000Z-0123456789ab on isu1' -- rollback 20200101T000000Z-0123456789ab
  wants 19 'there is no release before' -- rollback
}

test_a_release_that_one_host_has_not() {
  deployed
  next_commit
  deploy deploy
  rm -r -- "$FAKE/isu3/opt/isuumo/releases/"*-"$(git_here rev-parse --short=12 HEAD~)"
  wants 19 'is not on isu3' -- rollback
  all_run "$(commit)"
}

test_uncommitted_changes() {
  printf '# more\n' >>"$repository/.gitignore"
  touch -- "$repository"/new{1..4}
  wants 20 'there are uncommitted changes: .gitignore, new1, new2 and 2 more' '--allow-dirty' -- deploy
  unchanged
}
