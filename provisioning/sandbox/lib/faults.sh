# What breaks between and inside hosts. Network faults sit on the control host's side of the cables, out of reach of
# whatever firewall a role sets up inside.
# shellcheck shell=bash

fault_usage() {
  cat <<'TEXT'
usage: sandbox.sh fault KIND ...     A, B and HOST: isu1, isu2, isu3; A and B also: control

  link-down HOST         pull the host's cable out
  link-up HOST           put it back
  partition A B          A and B no longer reach each other; all else goes on
  heal A B               undo one partition
  loss HOST PERCENT      lose that share of the packets to the host, and of those from it
  slow HOST RATE         at most RATE each way, such as 1mbit or 200kbit
  freeze HOST            stop every process of the host, as a paused virtual machine
  thaw HOST              let them go on
  kill9 HOST UNIT        kill -9 the main process of a systemd unit, such as isuumo or mariadb
  clock HOST SECONDS     step the wall clock that isuumo, mariadb, mysql, nginx and ssh logins see by SECONDS from the
                         true time (may be negative; 0: the true time). The monotonic clock goes on, as when a real
                         clock is set. The first step restarts those units, as only new processes can be fooled: arm
                         a host with 0 first, then step it without a restart. Lasts until reboot
  clear                  undo all of them (killed hosts stay off: sandbox.sh start HOST; no unit is restarted)
TEXT
}

run_fault() { # KIND ARGUMENTS...
  local kind=${1:-} count=${fault_arguments[${1:---help}]:-}
  if [[ $kind == '' || $kind == --help || $kind == -h ]]; then
    fault_usage
    return
  fi
  [[ -n $count ]] || fail "unknown fault \"$kind\"; see sandbox.sh fault --help" 2
  shift
  (($# == count)) || fail "fault $kind takes $count arguments, got $#; see sandbox.sh fault --help" 2
  need_up
  need_tools
  lock
  "fault_${kind//-/_}" "$@"
}

declare -A fault_arguments=(
  [link-down]=1 [link-up]=1 [partition]=2 [heal]=2 [loss]=2 [slow]=2 [freeze]=1 [thaw]=1 [kill9]=2 [clock]=2 [clear]=0
)

fault_link_down() {
  need_host "$1"
  on_control ip link set "$1" down
}

fault_link_up() {
  need_host "$1"
  is_populated "$1" || fail "$1 is off; sandbox.sh start $1 puts its cable back too"
  on_control ip link set "$1" up
}

# The table is made anew by the first rule; dropped, all is well again.
add_rules() { # COMMENT EXPRESSION...
  local comment=$1 rule
  {
    printf 'table bridge fault { chain forward { type filter hook forward priority 0; }; }\n'
    for rule in "${@:2}"; do
      printf 'add rule bridge fault forward %s drop comment "%s"\n' "$rule" "$comment"
    done
  } | on_control nft -f -
}

remove_rules() { # COMMENT
  local handle
  while read -r handle; do
    on_control nft delete rule bridge fault forward handle "$handle"
  done < <(on_control nft -a list table bridge fault 2>/dev/null | awk -v c="comment \"$1\"" 'index($0, c) { print $NF }')
}

fault_partition() {
  local low high
  read -r low high <<<"$(pair "$1" "$2")"
  [[ -n $high ]] || exit 2
  fault_heal "$low" "$high"
  add_rules "partition $low $high" "iifname $low oifname $high" "iifname $high oifname $low"
}

fault_heal() {
  local low high
  read -r low high <<<"$(pair "$1" "$2")"
  [[ -n $high ]] || exit 2
  remove_rules "partition $low $high"
}

# The two names in one order, so that "isu1 isu2" and "isu2 isu1" are the same.
pair() { # A B
  [[ $1 == control ]] || need_host "$1"
  [[ $2 == control ]] || need_host "$2"
  [[ $1 != "$2" ]] || fail "$1 cannot be parted from itself" 2
  printf '%s\n' "$1" "$2" | sort | paste -sd ' '
}

fault_loss() {
  need_host "$1"
  if ! [[ $2 =~ ^[0-9]{1,3}$ ]] || ((10#$2 > 100)); then
    fail "\"$2\" is no share from 0 to 100 percent" 2
  fi
  local random="numgen random mod 100 < $2" # nft refuses 100 there
  ((10#$2 < 100)) || random=''
  remove_rules "loss $1"
  add_rules "loss $1" "iifname $1 $random" "oifname $1 $random"
}

# A bucket of 32 KiB lets a full-size segmentation unit pass in time; what waits longer than a second is dropped, as at a
# real bottleneck. It takes the place of a limit (limits.sh) until it is cleared.
fault_slow() {
  need_host "$1"
  need_rate "$2"
  shape "$1" f: "$2" 32kb latency 1s
}

need_rate() { # RATE
  [[ $1 =~ ^[1-9][0-9]*[kmg]?bit$ ]] || fail "\"$1\" is no rate; give one such as 200kbit, 1mbit or 1gbit" 2
}

fault_freeze() {
  need_host "$1"
  is_populated "$1" || fail "$1 is off; there is nothing to freeze"
  set_frozen "$1" 1
}

fault_thaw() {
  need_host "$1"
  set_frozen "$1" 0
}

set_frozen() { # HOST 0|1
  local dir
  dir=$(unified_dir "$1")
  [[ -n $dir ]] || return 0
  echo "$2" >"$dir/cgroup.freeze"
  await 10 grep -qx "frozen $2" "$dir/cgroup.events" || fail "$1 did not $([[ $2 == 1 ]] && echo freeze || echo thaw) within 10 s"
}

fault_kill9() {
  need_host "$1"
  inside "$1" systemctl is-active --quiet "$2" || fail "$2 does not run on $1; see: sandbox.sh exec $1 systemctl status $2"
  inside "$1" systemctl kill --kill-whom=main --signal=KILL "$2"
}

fault_clock() {
  need_host "$1"
  [[ $2 =~ ^[-+]?[0-9]{1,9}$ ]] || fail "\"$2\" is no number of seconds, such as 30 or -30" 2
  inside "$1" bash -s -- "$2" <"$sandbox/lib/step-clock.sh"
}

fault_clear() {
  local host
  on_control nft delete table bridge fault 2>/dev/null || true
  for host in "${hosts[@]}"; do
    unshape "$host"
    apply_limit "$host" rate
    set_frozen "$host" 0
    if is_populated "$host"; then
      on_control ip link set "$host" up
      inside "$host" bash -s -- clear <"$sandbox/lib/step-clock.sh"
    fi
  done
}

inside() { # HOST CMD...
  (run_exec "$@")
}

list_faults() {
  local host
  { on_control nft list table bridge fault 2>/dev/null || true; } | sed -n 's/.*comment "\(.*\)"/fault: \1/p' | sort -u
  for host in "${hosts[@]}"; do
    on_control ip -o link show "$host" up | grep -q . || printf 'fault: link-down %s\n' "$host"
    on_control tc qdisc show dev "$host" | sed -n "s/^qdisc tbf f: .* rate \([^ ]*\) .*/fault: slow $host \1/p"
    ! is_populated "$host" || ! grep -qsx 'frozen 1' "$(unified_dir "$host")/cgroup.events" || printf 'fault: freeze %s\n' "$host"
  done
}
