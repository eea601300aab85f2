# A bridge in a network namespace of its own, the control host's, and a namespace a host. Everybody has one cable to the
# bridge, the control host too: its end there has the host's name, the other is eth0. Nothing leads out of them. Both ends
# of a cable are made inside, so that the machine's own network never sees them.
# shellcheck shell=bash

on_control() { # CMD...
  nsenter --net="$state/net/control" -- "$@"
}

on_host_net() { # HOST|control CMD...
  nsenter --net="$state/net/$1" -- "${@:2}"
}

make_network() {
  local host
  mkdir -p -- "$state/net"
  printf '%s\n' "$subnet" >"$state/subnet"
  printf '%s %s %s %s\n' "$system" "$flavor" "$profile" "$count" >"$state/system"
  make_namespace control
  on_control ip link add br0 type bridge
  on_control ip link set br0 arp off up # else the bridge answers for the control host, past its cable
  plug_in control
  for host in "${hosts[@]}"; do
    make_namespace "$host"
    plug_in "$host"
  done
}

plug_in() { # HOST|control
  on_control ip link add "$1" type veth peer name eth0 netns "$state/net/$1"
  on_control ip link set "$1" master br0 up
  on_host_net "$1" ip link set lo up
  on_host_net "$1" ip address add "${address[$1]}/24" dev eth0
  on_host_net "$1" ip link set eth0 up
}

# One token bucket at each end of the cable. The handle says whose it is: a fault's or a limit's.
shape() { # HOST|control HANDLE RATE BURST QUEUE...
  on_control tc qdisc replace dev "$1" root handle "$2" tbf rate "$3" burst "$4" "${@:5}"
  on_host_net "$1" tc qdisc replace dev eth0 root handle "$2" tbf rate "$3" burst "$4" "${@:5}"
}

unshape() { # HOST|control
  on_control tc qdisc del dev "$1" root 2>/dev/null || true
  on_host_net "$1" tc qdisc del dev eth0 root 2>/dev/null || true
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
