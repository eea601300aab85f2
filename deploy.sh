#!/usr/bin/env bash
# ISUUMO's one command; works from any directory, through a symlink, and from a path with spaces.
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
verbs=$root/provisioning/deploy

usage() {
  cat <<'TEXT'
usage: ./deploy.sh VERB [options]      ./deploy.sh VERB --help explains one

  local                  run ISUUMO on this machine until Ctrl-C

  provision              bring bare hosts, or changed ones, to what provisioning/ says
  verify                 check every host: ssh, sudo, disk, clock, database, nginx, ports, certificates, ...
  diff                   show what provision and deploy would change; exit code 2 if there is something
  build                  build the release of the current commit
  deploy                 build, ship, and restart host after host behind nginx
  tune                   bring what was edited, play the benchmark, and say where time went (--local: of this machine)
  rollback [RELEASE]     go back to the release before, or to RELEASE, in the same way
  status                 a table: host, role, expected and running commit, since when, health, replica lag
  promote HOST           make HOST the writer
  add HOST               a new host, while the others serve
  remove HOST            one host less, while the others serve
  drain, undrain HOST    send HOST nothing more; send it requests again
  reboot HOST            drain HOST, reboot it, and send it requests again
  upgrade HOST           the same, with the newer packages of its distribution
  backup                 copy the database, or with --logs what was written since, encrypted, to this machine
  restore [BACKUP]       give the hosts the rows of a backup, or with --to TIME those of any moment after it
  initialize             a backup, then the initial rows
  unlock REASON          take away the lock that an interrupted command left

The hosts come from provisioning/inventory.yml or --inventory FILE. Each verb takes --dry-run: the same
path, and no change on any host.

Exit codes:
   0  done; diff: nothing would change        10  no inventory, or one that cannot work
   1  another failure; its sentence says what 11  a host cannot be reached
   2  diff: something would change            12  a host refuses the ssh key
   3  deploy failed; every host runs again    13  no sudo without a password on a host
      what it ran before                      14  a host's disk is full
   4  deploy failed, and a host could not be  15  somebody else works on the hosts
      brought back; the table says which      16  an earlier command ended half-way
  64  wrong arguments                         17  a replica does not follow the writer
 130  Ctrl-C, after rolling back              18  the commit is not built
                                              19  the release to go back to is not there
                                              20  uncommitted changes without --allow-dirty
                                              21  a restore would replace rows, without --discard
                                              22  no backup that is whole, fits and covers the time
                                              23  nobody could write, come in or read meanwhile
                                              24  another host writes than the inventory says
                                              25  etcd has no majority, so nobody may write
TEXT
}

verb=${1:---help}
case $verb in
  --help | -h | help) usage ;;
  local | build)
    # shellcheck source=.mvn/java.sh
    source "$root/.mvn/java.sh"
    # shellcheck source=provisioning/deploy/common.sh
    source "$verbs/common.sh"
    # shellcheck disable=SC1090 # one file a verb, each checked by itself
    source "$verbs/$verb.sh"
    "run_$verb" "${@:2}"
    ;;
  add | backup | deploy | diff | drain | initialize | promote | provision | reboot | remove | restore | rollback | status | tune \
    | undrain | unlock | upgrade | verify)
    export PYTHONPATH=$verbs PYTHONPYCACHEPREFIX=$root/.local/pycache
    exec python3 -m isuumo_deploy "$@"
    ;;
  *)
    printf 'deploy.sh: there is no verb "%s"\n\n' "$verb" >&2
    usage >&2
    exit 64
    ;;
esac
