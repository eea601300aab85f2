#!/usr/bin/env bash
# What container.sh runs in namespaces of its own, as their first process: Docker, the image, the command. When it ends, the
# kernel ends every other process in them, and their mounts and interfaces are gone.
#
#   inside.sh ENGINE DATA ROOT CGROUP MYSQL IMAGE COMMAND...
#
# ENGINE: Docker, unpacked; DATA: what it keeps; ROOT: an empty directory, its root directory here; MYSQL: unpacked as well.
set -euo pipefail
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
engine=$1 data=$2 root=$3 cgroup=$4 mysql=$5 image=$6
shift 6

fail() {
  printf 'container.sh: %s\n' "$1" >&2
  exit 1
}

mount_root() {
  local name
  mount --bind "$engine" "$root" # pivot_root, by which a container gets its root, wants a mount to come from
  for name in proc sys dev; do
    mount --rbind "/$name" "$root/$name"
  done
  mount -t tmpfs tmpfs "$root/run"
  mount -t tmpfs tmpfs "$root/tmp"
  mount --bind "$data" "$root/var/lib/docker"
}

docker() {
  chroot "$root" docker --host=unix:///run/docker.sock "$@"
}

# Containers are reached through docker-proxy on the loopback interface, so no packet filter is needed.
start_docker() {
  ip link set lo up
  chroot "$root" dockerd --host=unix:///run/docker.sock --iptables=false --ip6tables=false \
    --exec-opt=native.cgroupdriver=cgroupfs --cgroup-parent="$cgroup" >"$data.log" 2>&1 &
  local pid=$! deadline=$((SECONDS + 60))
  until docker version >/dev/null 2>&1; do
    if ! kill -0 "$pid" 2>/dev/null || ((SECONDS > deadline)); then
      fail "Docker did not start; see $data.log"
    fi
    sleep 0.1
  done
}

# What mysqld needs, and a shell.
import_image() {
  local libraries=usr/lib/x86_64-linux-gnu
  tar -c --owner=0 --group=0 --exclude="$libraries/perl*" \
    -C "$mysql" usr/sbin/mysqld usr/lib/mysql usr/share/mysql usr/lib64 "$libraries" etc \
    -C "$engine" usr/bin/busybox -C "$here" entrypoint.sh \
    | docker import --change 'ENV PATH=/usr/sbin:/usr/bin' --change 'EXPOSE 3306' \
      --change 'ENTRYPOINT ["busybox", "sh", "/entrypoint.sh"]' - "$image" >/dev/null
}

mount_root
start_docker
import_image
export DOCKER_HOST=unix://$root/run/docker.sock
export TESTCONTAINERS_HOST_OVERRIDE=localhost # not as from a container, even where this machine is one
export TESTCONTAINERS_RYUK_DISABLED=true # it comes in an image of its own, and what it would clean up ends with this process
"$@"
