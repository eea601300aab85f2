# shellcheck shell=bash
# A host goes away, for a reboot or for good.

leaving=${ISUUMO_ROOT:-}/run/isuumo-leaving # nginx/servers.conf.j2

# The balancer brings no new connection to this host's nginx.
host_leave() {
  touch -- "$leaving"
}

host_stay() {
  rm -f -- "$leaving"
}

# Another one after each boot.
host_boot() {
  cat -- "${ISUUMO_ROOT:-}/proc/sys/kernel/random/boot_id"
}

# The application parts from the others first, so that no write waits for its lease. No word of this answers: the network ends.
host_reboot() {
  systemctl stop isuumo.service
  systemctl reboot
}

# "linux-image-amd64 libc6": what there is newer of; with a word, by what is known here already.
host_outdated() { # [LOOK_ONLY]
  [[ ${1:-} ]] || apt-get -qq update >&2
  apt-get -s --with-new-pkgs upgrade | sed -n 's/^Inst \([^ ]*\).*/\1/p' | paste -sd ' '
}

# Settings that an operator or provisioning has changed stay as they are.
host_upgrade() {
  systemctl stop isuumo.service
  DEBIAN_FRONTEND=noninteractive apt-get -q -y --with-new-pkgs -o Dpkg::Options::=--force-confold upgrade >&2
}

# Nothing of ISUUMO's is left running, or begins to at a boot. The rows stay, and the database, which follows nobody any more.
host_retire() {
  local unit
  for unit in isuumo nginx haproxy; do
    systemctl disable --now -- "$unit.service" 2>/dev/null || true
  done
  host_sql 'STOP REPLICA; RESET REPLICA ALL; SET GLOBAL read_only = 1' || true
}
