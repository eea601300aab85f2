#!/usr/bin/env bash
# Tests the sandbox itself, in a sandbox of its own: what it leaves behind, what it reaches, what it survives.
# usage: test.sh (as root; some two minutes). Last line: N passed, N failed.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
work=$(mktemp -d "${TMPDIR:-/tmp}/sandbox test.XXXXXX") # with a space, on purpose
export SANDBOX_CACHE=${SANDBOX_CACHE:-$here/../../.sandbox/cache} SANDBOX_STATE=$work/state SANDBOX_SUBNET=10.77.1

# shellcheck source=lib/check.sh
source "$here/lib/check.sh"

sandbox() {
  "$here/sandbox.sh" "$@"
}

host() { # HOST CMD...
  sandbox exec "$@"
}

sandbox_id() {
  printf 'isuumo-sandbox-%s' "$(printf %s "$(realpath -m -- "$SANDBOX_STATE")" | sha256sum | cut -c 1-8)"
}

# Everything of this sandbox that the machine can show, one a line.
traces() {
  local id
  id=$(sandbox_id)
  find /sys/fs/cgroup -name "$id-*"
  grep -F "${SANDBOX_STATE// /\\040}" /proc/self/mounts || true
  grep -lF -e "$SANDBOX_STATE" /proc/[0-9]*/cmdline 2>/dev/null || true
  find "/run/$id" "$SANDBOX_STATE" 2>/dev/null || true
  ip -o link show | grep -E ' (isu[123]|br0)[@:]' || true
}

leaves_nothing() {
  sandbox down
  [[ -z $(traces) ]] || {
    traces
    return 1
  }
}

# Starts one, ends the script by kill -9 as soon as CONDITION holds, and takes down what is left.
killed_when() { # CONDITION...
  local up
  "$here/sandbox.sh" up >"$work/up.log" 2>&1 &
  up=$!
  until "$@"; do
    kill -0 "$up" || return 1 # was up before the condition held: the test tests nothing
  done
  kill -KILL "$up"
  wait "$up" 2>/dev/null || true
  [[ -n $(traces) ]]
  leaves_nothing
}

has_process() { # HOST
  [[ -n $(find /sys/fs/cgroup -path "*/$(sandbox_id)-$1/*" -name cgroup.procs -exec cat {} +) ]]
}

failed_up() {
  mkdir -- "$SANDBOX_STATE"
  : >"$SANDBOX_STATE/ssh" # a file where a directory must go
  not sandbox up
  [[ -n $(traces) ]]
}

reaches() { # HOST ADDRESS
  host "$1" ping -q -c 1 -W 1 "$2" >/dev/null
}

reaches_only_its_own() {
  local machine
  reaches isu1 10.77.1.12
  reaches isu1 10.77.1.13
  reaches isu1 10.77.1.1
  [[ $(host isu1 ip route) == '10.77.1.0/24 dev eth0 '* ]]
  [[ $(host isu1 ip route | wc -l) == 1 ]]
  for machine in $(hostname -I) 192.0.2.1; do
    not reaches isu1 "$machine"
  done
}

partition_is_one_cut() {
  sandbox fault partition isu1 isu3
  not reaches isu1 10.77.1.13
  not reaches isu3 10.77.1.11
  reaches isu1 10.77.1.12
  reaches isu3 10.77.1.12
  sandbox fault heal isu3 isu1
  reaches isu1 10.77.1.13
}

answers() { # HOST [CMD]
  sandbox control ssh -F "$SANDBOX_STATE/ssh_config" -o ConnectTimeout=2 -o BatchMode=yes "$1" "${2:-true}" 2>/dev/null
}

has_fault() {
  sandbox status | grep '^fault: '
}

cut_off_until_clear() { # FAULT...
  sandbox fault "$@"
  not answers isu2
  has_fault
  sandbox fault clear
  answers isu2
  not has_fault
}

boot_id() {
  host isu2 journalctl --quiet --list-boots 2>/dev/null | wc -l
}

reboots() {
  local before
  before=$(boot_id)
  host isu2 systemctl reboot
  eventually rebooted "$before"
  host isu2 systemctl is-active --quiet ssh
}

reboots_in_use() {
  local _
  for _ in {1..5}; do
    sandbox exec isu2 sleep 600 >/dev/null 2>&1 &
  done
  eventually sleeps_in isu2
  reboots
}

sleeps_in() { # HOST
  [[ $(host "$1" pgrep -c sleep) == 5 ]]
}

rebooted() { # BOOTS BEFORE
  answers isu2 && (($(boot_id) > $1))
}

power_loss_keeps_the_disk() {
  host isu2 sh -c 'echo kept >/root/kept'
  sandbox kill isu2
  not answers isu2
  sandbox start isu2
  [[ $(host isu2 cat /root/kept) == kept ]]
}

clock_steps_alone() { # the wall clock, not the monotonic one, and only that host's
  local wall
  sandbox fault clock isu2 86400
  wall=$(answers isu2 'date +%s')
  ((wall - $(date +%s) > 86000))
  (($(answers isu2 'python3 -c "import time; print(int(time.monotonic()))"') - $(cut -d . -f 1 /proc/uptime) < 600))
  (($(answers isu1 'date +%s') - $(date +%s) < 600))
  sandbox fault clear
  (($(answers isu2 'date +%s') - $(date +%s) < 600))
}

# Percent of a processor that a login, wanting two, gets.
gets_percent() { # HOST
  answers "$1" 'for _ in 1 2; do timeout 1.5 sh -c "while :; do :; done" & done; wait; times' \
    | awk -F '[ms ]' 'END { printf "%d\n", ($1 * 60 + $2) / 1.5 * 100 }'
}

millis_for_a_megabyte() { # HOST
  local started=$EPOCHREALTIME
  answers "$1" 'head -c 1000000 /dev/zero' >/dev/null
  printf '%d\n' $(((${EPOCHREALTIME/./} - ${started/./}) / 1000))
}

is_small() { # HOST
  [[ $(answers "$1" nproc) == 1 ]]
  local percent
  percent=$(gets_percent "$1")
  ((percent > 10 && percent < 25))
  (($(millis_for_a_megabyte "$1") > 800))
}

limits_outlast_all_but_their_end() {
  local limits=(--cores 0.2 --processors 1 --memory 512m --rate 8mbit --writes 100)
  says 'no limit of cores' limit isu2 --cores 0
  sandbox limit isu2 "${limits[@]}"
  is_small isu2
  sandbox fault slow isu2 16mbit
  sandbox fault clear
  is_small isu2
  sandbox kill isu2
  sandbox start isu2
  is_small isu2
  (($(sandbox status | grep -c '^limit: isu2 ') == 5))
  sandbox limit isu2 off
  not has_limit
  (($(gets_percent isu2) > 40))
  (($(millis_for_a_megabyte isu2) < 800))
}

has_limit() {
  sandbox status | grep '^limit: '
}

# What one end says it has sent has arrived at the other, and the loop was counted.
counts_usage() {
  local before after
  before=$(usage_of isu2 sent)
  after=$(usage_of isu2 cpu)
  millis_for_a_megabyte isu2
  gets_percent isu2
  (($(usage_of isu2 sent) - before > 1000000))
  (($(usage_of control received) > 1000000))
  (($(usage_of isu2 cpu) > after))
}

usage_of() { # HOST|control WHAT: as a whole number
  sandbox usage "$1" | awk -v what="$2" '$1 == what { printf "%d\n", $2 }'
}

two_at_once() {
  SANDBOX_STATE="$work/second" sandbox up
  SANDBOX_STATE="$work/second" sandbox fault link-down isu1
  answers isu1
  (SANDBOX_STATE=$work/second leaves_nothing)
  answers isu1
}

says() { # TEXT ARGUMENTS...: fails with that in its message
  local output
  if output=$(sandbox "${@:2}" 2>&1); then
    return 1
  fi
  [[ $output == *"$1"* ]]
}

trap 'sandbox down; rm -rf -- "$work"' EXIT

sandbox build
check 'up killed with the network half made leaves nothing' killed_when test -e "$SANDBOX_STATE/net/control"
check 'up killed while the first host starts leaves nothing' killed_when test -s "$SANDBOX_STATE/ssh_config"
check 'up killed while the hosts boot leaves nothing' killed_when has_process isu3
check 'an up that cannot make its keys fails' failed_up
check 'a failed up leaves nothing' leaves_nothing
check 'up' sandbox up
check 'a second up is refused' says 'first: sandbox.sh down' up
check 'hosts reach each other, the control host, and nothing else' reaches_only_its_own
check 'ansible works' sandbox control ansible all -m ping
check 'an unknown host is named' says '"isu9" is no host' exec isu9 true
check 'a partition parts two hosts only' partition_is_one_cut
check 'a cable pulled out and put back' cut_off_until_clear link-down isu2
check 'a frozen host, thawed' cut_off_until_clear freeze isu2
check 'all packets lost, and none' cut_off_until_clear loss isu2 100
check 'the wall clock of one host steps' clock_steps_alone
check 'a reboot' reboots
check 'a reboot while commands run in the host' reboots_in_use
check 'power loss keeps the disk' power_loss_keeps_the_disk
check 'a host made a smaller machine stays one, through faults and a power loss, until it is told otherwise' \
  limits_outlast_all_but_their_end
check 'what a host has used is told' counts_usage
check 'two sandboxes at once do not meet' two_at_once
sandbox control sleep 600 &
sandbox fault freeze isu3
check 'down ends what runs on the control host and a frozen host, and leaves nothing' leaves_nothing
check 'down of nothing is no error' leaves_nothing
finish
