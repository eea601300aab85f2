#!/usr/bin/env bash
# Three hosts on one machine: real systemd in containers, on a network of their own. Works from any directory.
set -euo pipefail

sandbox=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")

# shellcheck source=lib/settings.sh
source "$sandbox/lib/settings.sh"
# shellcheck source=lib/cgroups.sh
source "$sandbox/lib/cgroups.sh"
# shellcheck source=lib/build.sh
source "$sandbox/lib/build.sh"
# shellcheck source=lib/network.sh
source "$sandbox/lib/network.sh"
# shellcheck source=lib/tls.sh
source "$sandbox/lib/tls.sh"
# shellcheck source=lib/hosts.sh
source "$sandbox/lib/hosts.sh"
# shellcheck source=lib/faults.sh
source "$sandbox/lib/faults.sh"
# shellcheck source=lib/limits.sh
source "$sandbox/lib/limits.sh"
# shellcheck source=lib/usage.sh
source "$sandbox/lib/usage.sh"

usage() {
  cat <<'TEXT'
usage: sandbox.sh COMMAND            bare hosts, isu1 to isu3 or as many as wanted, on this machine (as root)

  build              install the tools this machine lacks, make the hosts' root and their package repository; cached
  up                 start the hosts, bare, and wait until ssh answers on all (builds first where needed)
  control CMD...     run CMD as on a control host beside them: it reaches them and nothing else;
                     ansible finds the inventory by itself, ssh is: sandbox.sh control ssh -F "$STATE/ssh_config" isu1
  exec HOST CMD...   run CMD as root inside a host, without the network
  status             which hosts run, and the faults and limits in force
  fault ...          break something; sandbox.sh fault --help
  limit ...          make a host, or the control host, a smaller machine; sandbox.sh limit --help
  usage HOST|control what it has used so far: processor time, its own and its processes', bytes, writes
  kill HOST          power loss: every process of the host ends at once, its address falls silent, its disk stays
  start HOST         switch a killed or halted host on again and wait until ssh answers
  down               end everything, also after a failed up or a killed script; the hosts' disks are removed
  purge              down, then remove the build as well

The hosts are 10.77.0.11, .12 and so on, the control host is 10.77.0.1, the user is deploy (sudo without a password).
STATE/inventory.yml is the inventory; pass it on: sandbox.sh control ./deploy.sh status --inventory STATE/inventory.yml

Environment:
  SANDBOX_STATE    what belongs to these hosts (default .sandbox in the project); another directory is
                   another sandbox, and both may be up at once
  SANDBOX_CACHE    what build makes (default .sandbox/cache in the project); sandboxes may share it
  SANDBOX_HOSTS    how many there are (default 3; 1 to 9)
  SANDBOX_SUBNET   first three numbers of the hosts' /24 (default 10.77.0); sandboxes never see each other's
  SANDBOX_SYSTEM   what the hosts run: debian-12 (default) or debian-13 (whose Python needs a newer Ansible here: 2.17)
  SANDBOX_DATABASE mysql_flavor in the inventory: mariadb (default), or, on debian-13, mysql (packages of Debian unstable)
  SANDBOX_PROFILE  isuumo_profile in the inventory: contest (default) or public, with a certificate of the sandbox's own
                   authority, STATE/tls/ca.pem
  SANDBOX_MIRROR   a Debian mirror for build (default Debian's own)
TEXT
}

main() {
  local command=${1:---help}
  shift || true
  case $command in
    --help | -h | help) usage ;;
    build | up | down | purge | status)
      (($# == 0)) || fail "$command takes no argument, got \"$1\"; see sandbox.sh --help" 2
      need_machine
      "run_$command"
      ;;
    control | exec | fault | kill | limit | start | usage)
      need_machine
      "run_$command" "$@"
      ;;
    *) fail "unknown command \"$command\"; see sandbox.sh --help" 2 ;;
  esac
}

main "$@"
