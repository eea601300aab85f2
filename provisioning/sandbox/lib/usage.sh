# What a host, or the control host, has used since it was switched on; who wants a rate asks twice.
# shellcheck shell=bash

# Lines of a name and a number:
#   cpu SECONDS            of everything in it; with throttled SECONDS, how long it stood still for a limit of cores
#   process NAME SECONDS   of the processes of that name that run now
#   received BYTES, sent BYTES   on its cable, as its limit counts them
#   writes COUNT           to the disk
# What this machine does not count is left out.
run_usage() { # HOST|control
  [[ ${1:-} == control ]] || need_host "${1:-}"
  need_up
  usage_cpu "$1"
  usage_processes "$1"
  printf 'received %s\n' "$(sent_by "$1" on_control)"
  printf 'sent %s\n' "$(sent_by eth0 on_host_net "$1")"
  usage_writes "$1"
}

usage_cpu() { # NAME
  local file
  if file=$(limit_file "$1" cpuacct.usage); then
    awk '{ printf "cpu %.3f\n", $1 / 1e9 }' "$file"
    # Not the unified hierarchy's cpu.stat, which may stand beside it.
    file=$(limit_file "$1" cpu.cfs_quota_us) || return 0
    awk '$1 == "throttled_time" { printf "throttled %.3f\n", $2 / 1e9 }' "${file%/*}/cpu.stat"
  elif file=$(limit_file "$1" cpu.stat); then
    awk '$1 == "usage_usec" { printf "cpu %.3f\n", $2 / 1e6 }
      $1 == "throttled_usec" { printf "throttled %.3f\n", $2 / 1e6 }' "$file"
  fi
}

usage_processes() { # NAME
  local pid
  while read -r pid; do
    cat "/proc/$pid/stat" 2>/dev/null || true
  done < <(cgroup_pids "$1") | awk -v hertz="$(getconf CLK_TCK)" '
    { name = $0; sub(/^[^(]*\(/, "", name); sub(/\)[^)]*$/, "", name); sub(/.*\) /, ""); used[name] += ($12 + $13) / hertz }
    END { for (name in used) printf "process %s %.2f\n", name, used[name] }' | sort
}

# What has left by a device: as its token bucket counts it, with every packet's headers, else as the device does.
sent_by() { # DEVICE CMD...: how to get to the device's namespace
  "${@:2}" tc -s qdisc show dev "$1" root \
    | awk '/^qdisc tbf/ { tbf = 1 } tbf && $1 == "Sent" { print $2; found = 1 } END { exit !found }' \
    || "${@:2}" ip -s link show dev "$1" | awk '/TX:/ { getline; print $1 }'
}

usage_writes() { # NAME
  local file device
  device=$(disk) || return 0
  if file=$(limit_file "$1" io.stat); then
    sed -n "s/^$device .*wios=\([0-9]*\).*/writes \1/p" "$file"
  elif file=$(limit_file "$1" blkio.throttle.io_serviced_recursive); then
    sed -n "s/^$device Write /writes /p" "$file"
  fi
}
