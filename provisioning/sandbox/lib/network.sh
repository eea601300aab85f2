# A bridge in a network namespace of its own, the control host's, and a namespace a host with one cable to it. Nothing
# leads out of them. Both ends of a cable are made inside, so that the machine's own network never sees them.
# shellcheck shell=bash

on_control() { # CMD...
  nsenter --net="$state/net/control" -- "$@"
}

on_host_net() { # HOST CMD...
  nsenter --net="$state/net/$1" -- "${@:2}"
}

make_network() {
  local host
  mkdir -p -- "$state/net"
  printf '%s\n' "$subnet" >"$state/subnet"
  printf '%s %s\n' "$system" "$flavor" >"$state/system"
  make_namespace control
  on_control ip link set lo up
  on_control ip link add br0 type bridge
  on_control ip address add "${address[control]}/24" dev br0
  on_control ip link set br0 up
  for host in "${hosts[@]}"; do
    make_namespace "$host"
    on_control ip link add "$host" type veth peer name eth0 netns "$state/net/$host"
    on_control ip link set "$host" master br0 up
    on_host_net "$host" ip link set lo up
    on_host_net "$host" ip address add "${address[$host]}/24" dev eth0
    on_host_net "$host" ip link set eth0 up
  done
}

make_namespace() { # NAME
  : >"$state/net/$1"
  unshare --net="$state/net/$1" true
}

# The namespaces end with their last process and this mount; the cables end with them.
remove_network() {
  local namespace
  for namespace in "$state"/net/*; do
    if [[ -e $namespace ]]; then
      umount -q -- "$namespace" || ! mountpoint -q -- "$namespace" || fail "$namespace cannot be unmounted"
      rm -f -- "$namespace"
    fi
  done
}

run_control() { # CMD...
  (($# > 0)) || fail 'control needs a command, such as: sandbox.sh control ansible all -m ping' 2
  need_up
  enter_cgroup control
  export ANSIBLE_INVENTORY=$state/inventory.yml SANDBOX_STATE=$state
  exec nsenter --net="$state/net/control" -- "$@"
}
