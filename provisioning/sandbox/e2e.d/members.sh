# A host comes, is out for a while, and goes, while customers buy.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

members() {
  printf '    isu4:\n      ansible_host: %s\n      private_address: %s\n' "$(address isu4)" "$(address isu4)" >"$work/fourth"
  cp -- "$inventory" "$work/three"
  sed -i "/^  vars:/e cat -- '$work/fourth'" "$inventory"
  start_shopper members 9000000
  check 'add isu4 under load' timed 'add of a fourth host' deploy add isu4
  check 'isu4 serves' serves isu4
  check 'verify finds four hosts well' deploy verify
  check 'the writer is not rebooted' refused 23 'isu1 is the writer' reboot isu1
  check 'drain isu2 under load' deploy drain isu2
  check 'isu2 is asked for nothing' gets_nothing isu2
  check 'with it drained no other host is rebooted' refused 23 'isu2 is not ready (drained)' reboot isu3
  check 'with it drained nothing is deployed' refused 1 'isu2 is drained' rollback
  check 'undrain isu2 under load' deploy undrain isu2
  check 'isu2 is asked again' eventually serves isu2
  check 'reboot isu3 under load' timed 'reboot of a host, drained' deploy reboot isu3
  check 'remove isu4 under load' timed 'remove of a fourth host' deploy remove isu4
  check 'isu4 runs nothing any more' retired isu4
  check 'the inventory is what it was' diff "$work/three" "$inventory"
  check 'all is well' eventually all_well
  stop_shopper
  check 'customers saw no failed request' shopper_unharmed members
  note "fourth host added and removed, isu3 rebooted: $(windows members)"
  check 'nothing acknowledged is lost' promises_kept members
}

serves() { # HOST: its application has answered somebody within a second
  local before
  before=$(answered "$1")
  sleep 1
  (($(answered "$1") > before))
}

gets_nothing() { # HOST: but the writer's words and ours
  ! serves "$1"
}

answered() { # HOST
  on_host "$1" curl -fsS -m 5 http://127.0.0.1:8083/metrics \
    | awk '/^isuumo_request_seconds_count[{ ]/ { sum += $NF } END { printf "%d\n", sum }'
}

retired() { # HOST
  local unit
  for unit in isuumo nginx; do
    [[ $(on_host "$1" systemctl is-active "$unit") == inactive && $(on_host "$1" systemctl is-enabled "$unit") == disabled ]]
  done
}
