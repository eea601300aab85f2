# shellcheck shell=bash
# A host is out for a while: drained, rebooted, upgraded; and what is refused.

# What its nginx and the others' hold against it.
marks() { # HOST
  (cd -- "$FAKE" && find . -path "*/run/isuumo-drained/$1" -o -path "./$1/run/isuumo-leaving" | sort | paste -sd ' ')
}

journal_of() { # HOST LINES on standard input
  diff - "$FAKE/$1/journal"
}

# And nothing has been told to any host.
refused() { # WORDS -- VERB OPTIONS...
  rm -f -- "$FAKE"/*/journal
  wants 23 "$@"
  unchanged
}

test_drain_stays_until_undrain() {
  deployed
  wants 0 'ready, drained' -- drain isu2
  [[ $(marks isu2) == './isu1/run/isuumo-drained/isu2 ./isu2/run/isuumo-drained/isu2 ./isu2/run/isuumo-leaving ./isu3/run/isuumo-drained/isu2' ]]
  [[ ! -e $FAKE/isu1/opt/isuumo/lock ]]
  wants 1 'isu2 is drained; ./deploy.sh undrain it first' -- rollback
  wants 23 'isu2 is not ready (drained), so isu3 is needed' -- drain isu3
  wants 0 -- undrain isu2
  [[ ! $(marks isu2) ]]
}

test_reboot_drains_before_and_gives_back_after() {
  deployed
  rm -f -- "$FAKE"/*/journal
  wants 0 'isu3: rebooting it, until it serves' -- reboot isu3
  journal_of isu3 <<'TEXT'
stop, drained by 3
reboot, drained by 3, isuumo-drained
isuumo-leaving
TEXT
  [[ ! $(marks isu3) && ! -e $FAKE/isu1/journal ]]
  nothing_is_locked_or_drained
}

test_a_host_that_does_not_come_back_is_told_and_nobody_stays_locked() {
  deployed
  sed -i 's/BOOT_SECONDS = 300/BOOT_SECONDS = 1/' "$repository/provisioning/deploy/isuumo_deploy/away.py"
  touch -- "$FAKE/isu3/stays-off"
  wants 11 'isu3 has not come back within 1 s' -- reboot isu3
  nothing_is_locked_or_drained
}

test_what_would_be_an_outage_is_refused() {
  deployed
  refused 'isu1 is the writer; make another one the writer first' -- reboot isu1
  refused 'isu1 is the writer; make another one the writer first' -- upgrade isu1
  printf active >"$FAKE/isu3/balancer-state"
  refused 'people come in at isu3' -- reboot isu3
  touch -- "$FAKE/isu3/opt/isuumo/$(<"$FAKE/isu3/running")/broken"
  refused 'isu3 is not ready (does not answer), so isu2 is needed' -- reboot isu2
  refused 'isu3 is not ready (does not answer), so isu2 is needed' -- drain isu2
}

test_an_outage_that_may_be() {
  deployed
  wants 0 -- reboot isu1 --accept-outage
  grep -q '^reboot' "$FAKE/isu1/journal"
}

test_upgrade_says_what_is_newer_and_brings_it() {
  deployed
  rm -f -- "$FAKE"/*/journal
  wants 0 'There is nothing newer' -- upgrade isu2
  printf '%s\n' libc6 mariadb-server >"$FAKE/isu2/newer"
  wants 0 'libc6 mariadb-server' 'would: isu2: upgrading 2 packages' -- upgrade isu2 --dry-run
  wants 0 'isu2: upgrading 2 packages' -- upgrade isu2
  journal_of isu2 <<'TEXT'
update
update
stop, drained by 3
upgrade, drained by 3
stop, drained by 3
reboot, drained by 3, isuumo-drained
isuumo-leaving
TEXT
  nothing_is_locked_or_drained
}

test_odd_inventories() {
  local address
  for address in 10.0.0.2:22 '10.0.0.2 ' 10.0.0 fd00::2 10.0.0.256; do
    write_inventory isu1
    sed -i "s/\"10.0.0.2\"/\"$address\"/" "$scratch/inventory.json"
    wants 10 "isu2's private_address is \"$address\"; it is an IPv4 address without a port" -- status
  done
  for address in isu2:22 'isu2 ' 'op@isu2' '[fd00::2]'; do
    write_inventory isu1
    sed -i "s/\"ansible_host\": \"isu2\"/\"ansible_host\": \"$address\"/" "$scratch/inventory.json"
    wants 10 "isu2's ansible_host is \"$address\"; it is a name or an address alone" -- status
  done
  hosts=(isu1 'isu 2' isu3)
  write_inventory isu1
  wants 10 'a host is called "isu 2"; names have lower case letters, digits and hyphens' -- status
  hosts=(isu{1,2,3,4,5,6,7,8,9,10})
  write_inventory isu1
  wants 10 'it has 10 hosts in the group isuumo, and this works for up to 9' -- status
}
