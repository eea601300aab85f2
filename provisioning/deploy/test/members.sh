# shellcheck shell=bash
# One host more, and one less.

# An inventory in YAML, which verbs edit, and what ansible-inventory makes of it.
yaml_inventory() { # HOSTS...
  local each
  {
    printf 'isuumo:\n  hosts:\n'
    for each; do
      printf '    %s:  # the room at the end\n      ansible_host: %s\n      private_address: 10.0.0.%s\n' "$each" "$each" "${each#isu}"
    done
    printf '  vars:\n    ansible_user: op\n    isuumo_profile: contest\n    isuumo_writer: isu1\n    # isu9: not yet\n'
  } >"$scratch/inventory.yml"
  cat >"$scratch/ansible-inventory" <<'TEXT'
#!/usr/bin/env python3
import json, re, sys
hosts, each, common = {}, None, {}
for line in open(sys.argv[2]):
    if match := re.match(r"    (isu\d):", line):
        each = hosts.setdefault(match[1], {})
    elif match := re.match(r"      (\w+): (\S+)", line):
        each[match[1]] = match[2]
    elif match := re.match(r"    (\w+): (\S+)", line):
        common[match[1]] = match[2]
print(json.dumps({"isuumo": {"hosts": list(hosts)}, "_meta": {"hostvars": {name: common | own for name, own in hosts.items()}}}))
TEXT
  chmod +x "$scratch/ansible-inventory"
  printf 'isu1 : ok=80 changed=1 unreachable=0 failed=0\n' >"$FAKE/recap"
}

with_yaml() { # VERB OPTIONS...
  PATH=$scratch:$here/fake:$PATH "$repository/deploy.sh" "$@" --inventory "$scratch/inventory.yml"
}

refuses_member() { # CODE WORDS -- VERB OPTIONS...
  local code=0
  said=$(with_yaml "${@:4}" 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == "$1" && $said == *"$2"* && ! -e $FAKE/playbooks ]]
  unchanged
}

# In which order they start, and who sends them nothing then.
started() {
  local each
  for each in "${hosts[@]}"; do
    # shellcheck disable=SC2016 # for the hook
    printf '%s' 'printf "%s\n" "${PWD##*/}" >>"$FAKE/started"' >"$FAKE/$each/start-hook"
    rm -f -- "$FAKE/$each/journal"
  done
}

test_add_brings_a_host_in_and_restarts_the_writer_last() {
  deployed
  hosts+=(isu4)
  make_host isu4
  yaml_inventory isu1 isu2 isu3 isu4
  started
  with_yaml add isu4
  [[ $(paste -sd ' ' "$FAKE/started") == 'isu4 isu2 isu3 isu1' ]]
  [[ $(<"$FAKE/isu2/journal") == 'stop, drained by 3'$'\n'* ]]
  runs isu4 "$(commit)"
  [[ $(sed 's/.*site.yml //' "$FAKE/playbooks") == '--extra-vars {"isuumo_restarts": false} --tags base,firewall,mysql,app
--extra-vars {"isuumo_restarts": false}' ]]
  grep -q 'add - by .*: isu4' "$FAKE/isu4/opt/isuumo/revisions.log"
  nothing_is_locked_or_drained
}

# Nobody is sent to what does not get ready.
test_add_of_a_host_that_does_not_get_ready() {
  local code=0
  deployed
  hosts+=(isu4)
  make_host isu4
  yaml_inventory isu1 isu2 isu3 isu4
  # shellcheck disable=SC2016 # for the hook
  printf 'touch -- "opt/isuumo/$(<running)/broken"' >"$FAKE/isu4/start-hook"
  said=$(with_yaml add isu4 2>&1) || code=$?
  printf '%s\n' "$said"
  [[ $code == 1 && $said == *'isu4: not ready: the server ended'* && $(wc -l <"$FAKE/playbooks") == 1 ]]
  nothing_is_locked_or_drained
}

test_add_refuses_who_is_there_and_while_another_is_not() {
  deployed
  yaml_inventory isu1 isu2 isu3
  rm -f -- "$FAKE"/*/journal
  refuses_member 64 'isu2 serves already' -- add isu2
  refuses_member 64 'isu5 is none of the hosts' -- add isu5
  refuses_member 64 'isu1 is the writer by the inventory' -- add isu1
  rm -f -- "$FAKE"/isu{2,3}/running
  refuses_member 23 'isu2 is not ready (does not answer), so isu3 is needed' -- add isu3
}

test_remove_takes_a_host_out_of_everything() {
  deployed
  yaml_inventory isu1 isu2 isu3
  started
  with_yaml remove isu2
  [[ $(grep -c isu2 "$scratch/inventory.yml") == 0 ]]
  [[ $(grep -c isu3 "$scratch/inventory.yml") == 2 && $(grep -c 'isu9: not yet' "$scratch/inventory.yml") == 1 ]]
  [[ $(paste -sd ' ' "$FAKE/started") == 'isu3 isu1' ]]
  [[ $(paste -sd ' ' "$FAKE/isu2/journal") == 'disable isuumo.service disable nginx.service disable haproxy.service' ]]
  [[ $(sed 's/.*site.yml //' "$FAKE/playbooks") == '--extra-vars {"isuumo_restarts": false} --tags nginx
--extra-vars {"isuumo_restarts": false}' ]]
  nothing_is_locked_or_drained
}

test_remove_of_a_lost_host() {
  deployed
  yaml_inventory isu1 isu2 isu3
  rm -f -- "$FAKE"/*/journal
  touch -- "$FAKE/isu2/unreachable"
  refuses_member 11 'If nobody else reaches it either: --fenced' -- remove isu2
  with_yaml remove isu2 --fenced
  [[ $(grep -c isu2 "$scratch/inventory.yml") == 0 ]]
  [[ ! -e $FAKE/isu2/journal ]]
}

test_remove_refuses_the_writer_the_entrance_and_who_is_needed() {
  deployed
  yaml_inventory isu1 isu2 isu3
  rm -f -- "$FAKE"/*/journal
  refuses_member 23 'isu1 is the writer' -- remove isu1
  printf active >"$FAKE/isu2/balancer-state"
  refuses_member 23 'people come in at isu2' -- remove isu2
  rm -f -- "$FAKE/isu3/running"
  refuses_member 23 'isu3 is not ready (does not answer), so isu2 is needed' -- remove isu2
}

test_remove_leaves_an_inventory_alone_that_it_does_not_understand() {
  deployed
  yaml_inventory isu1 isu2 isu3
  rm -f -- "$FAKE"/*/journal
  printf '    isu2: {again: 1}\n' >>"$scratch/inventory.yml"
  refuses_member 10 'isu2 stands in 2 places' -- remove isu2
  yaml_inventory isu1 isu2 isu3
  printf '    isuumo_front_host: isu2\n' >>"$scratch/inventory.yml"
  refuses_member 10 'would name nobody where people come in, isu2' -- remove isu2
}

test_the_last_host_stays() {
  deployed
  yaml_inventory isu1
  rm -f -- "$FAKE"/*/journal
  refuses_member 23 'isu1 is the only host' -- remove isu1
  refuses_member 23 'isu1 is the only host' -- drain isu1
}
