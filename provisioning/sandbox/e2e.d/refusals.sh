# What bad use gets: a sentence that names what is wrong, its exit code, and no change.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

refusals() {
  second=${second:-$(head_commit)}
  check 'no inventory' no_inventory
  check 'a host that cannot be reached' with_fault link-down isu3 -- refused 11 'isu3 cannot be reached' deploy
  check 'a wrong key' wrong_key
  check 'no sudo' no_sudo
  check 'a full disk' full_disk
  check 'a replica that does not follow' broken_replication
  check 'a commit that is not built' not_built
  check 'a release to go back to that is not there' refused 19 '20000101T000000Z-0123456789ab' rollback 20000101T000000Z-0123456789ab
  check 'a deploy that was killed half-way' half_finished
  check 'none of them changed anything' all_run "$second"
}

no_inventory() {
  local output code=0
  output=$(cd / && sandbox control "$link" status --inventory /nowhere/inventory.yml 2>&1) || code=$?
  printf '%s, exit code %s\n' "$output" "$code"
  ((code == 10)) && [[ $output == *'no inventory /nowhere/inventory.yml'* ]]
}

with_fault() { # FAULT... -- CMD...
  local fault=() code=0
  while [[ $1 != -- ]]; do
    fault+=("$1")
    shift
  done
  shift
  sandbox fault "${fault[@]}"
  "$@" || code=$?
  sandbox fault clear
  return "$code"
}

# Undoes by a command of its own, whatever the check says.
undone_by() { # HOST UNDO_SHELL -- CMD...
  local host=$1 undo=$2 code=0
  shift 3
  "$@" || code=$?
  on_host "$host" sh -c "$undo"
  return "$code"
}

wrong_key() {
  on_host isu2 mv /home/deploy/.ssh/authorized_keys /home/deploy/.ssh/away
  undone_by isu2 'mv /home/deploy/.ssh/away /home/deploy/.ssh/authorized_keys' -- refused 12 isu2 deploy
}

no_sudo() {
  on_host isu2 mv /etc/sudoers.d/deploy /root/sudoers-away
  undone_by isu2 'mv /root/sudoers-away /etc/sudoers.d/deploy' -- refused 13 'isu2 wants a password for sudo' deploy
}

# A small file system over the releases' directory, full.
full_disk() {
  on_host isu3 mount -t tmpfs -o size=1m tmpfs /opt/isuumo/releases
  undone_by isu3 'umount /opt/isuumo/releases' -- refused 14 isu3 deploy
}

broken_replication() {
  sql isu3 'STOP REPLICA'
  undone_by isu3 'mysql -e "START REPLICA"' -- refused 17 isu3 deploy
}

not_built() {
  commit third
  local code=0
  refused 18 'is not built' deploy --no-build || code=$?
  git -C "$clone" reset --quiet --hard "$second"
  return "$code"
}

# Killed while it holds the lock; the next one says so, and unlock puts it in order.
half_finished() {
  local one
  "$here/sandbox.sh" control "$link" rollback --inventory "$inventory" >"$work/half-finished.log" 2>&1 &
  one=$!
  eventually on_host isu2 test -e /opt/isuumo/lock/owner
  kill -KILL "$one"
  wait "$one" || true
  refused 16 'half-way' deploy
  deploy unlock 'the e2e test killed it'
  deploy deploy
}
