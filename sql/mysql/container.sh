#!/usr/bin/env bash
# Runs the server's integration tests on a MySQL container where there is no Docker and no registry: Debian unstable's Docker
# and MySQL, unpacked in webapp/target/database, run in namespaces of their own. Nothing else on the machine is touched.
#
#   sql/mysql/container.sh MAVEN_ARGUMENTS...      e.g. verify -pl webapp -am
#
# Needs root. Maven has no network there: it finds in its local repository what an earlier build has put there.
set -euo pipefail
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
cd -- "$here/../.."

fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 1
}
. "$here/packages.sh"

(($# > 0)) || fail 'usage: container.sh MAVEN_ARGUMENTS...'
((EUID == 0)) || fail 'needs root, for namespaces and mounts'
state=$PWD/webapp/target/database
engine=$state/docker data=$state/docker-data mysql=$state/mysql
cgroup=isuumo-docker-$(stat -c %i .)

unpack_docker() {
  if [[ -L $engine/var/run ]]; then
    return
  fi
  mkdir -p "$engine"
  unpack_packages "$engine" http://deb.debian.org/debian docker.io docker-cli busybox-static
  mkdir -p "$engine"/{proc,sys,dev,run,tmp,var/lib/docker}
  local name
  for name in bin sbin lib lib64; do
    ln -sfn "usr/$name" "$engine/$name"
  done
  ln -s ../run "$engine/var/run" # last: what was unpacked is whole
}

# Ends the first process of the namespaces, and with it all others.
end_namespaces() {
  while kill -0 "$namespaces" 2>/dev/null; do
    pgrep -P "$namespaces" | xargs -r kill -KILL 2>/dev/null || true
    sleep 0.1
  done
}

remove_leftovers() {
  find /sys/fs/cgroup -depth -type d -path "*/$cgroup*" -exec rmdir {} + 2>/dev/null || true
  rm -rf --one-file-system -- "$data"
}

clean_up() {
  [[ -z ${namespaces:-} ]] || end_namespaces
  remove_leftovers
  [[ -z ${root:-} ]] || rmdir -- "$root"
}

mkdir -p "$state"
exec 9>"$state/docker.lock"
flock -n 9 || fail 'runs already, in this directory'
"$here/unpack.sh" "$mysql"
unpack_docker
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
remove_leftovers # of a run that was killed
mkdir "$data"
root=$(mktemp -d /tmp/isuumo-docker.XXXXXX)
image=mysql-of-debian:$("$mysql/mysqld" --version | awk '{ print $3 }')
# Killed itself, it takes the namespaces along.
setpriv --pdeathsig KILL unshare --mount --net --pid --fork --kill-child --mount-proc \
  "$here/container.d/inside.sh" "$engine" "$data" "$root" "/$cgroup" "$mysql" "$image" \
  mvn -o -Dtest.database=container -Dtest.database.image="$image" "$@" &
namespaces=$! code=0
wait "$namespaces" || code=$?
namespaces=''
exit "$code"
