# Makes a host a smaller machine, or the control host: less processor time, memory, network and disk. What a host was
# given stays its own when it is switched off and on, and whatever faults come and go; it ends with the sandbox.
# shellcheck shell=bash

limit_usage() {
  cat <<'TEXT'
usage: sandbox.sh limit HOST|control [--cores C] [--processors P] [--memory M] [--rate R] [--writes W]
       sandbox.sh limit HOST|control off

  --cores C        processor time of C cores (0.1 or more), dealt out every 10 ms
  --processors P   run on, and see, only P of this machine's processors; hosts are spread over them
  --memory M       such as 2g or 512m
  --rate R         of its cable, each way, such as 33mbit or 1gbit
  --writes W       writes a second to the disk (only the direct and the synchronous ones, with cgroup v1)

Each may be "off". What is not named stays as it is. A limit that this machine's kernel does not have is said so, in a
line, and the others are set.
TEXT
}

limit_kinds=(cores processors memory rate writes)

run_limit() { # NAME OPTIONS...
  local name=${1:-} kind options=("${@:2}")
  if [[ $name == '' || $name == --help || $name == -h ]]; then
    limit_usage
    return
  fi
  [[ $name == control ]] || need_host "$name"
  ((${#options[@]})) || fail "limit $name needs a limit, or \"off\"; see sandbox.sh limit --help" 2
  if [[ "${options[*]}" == off ]]; then
    options=()
    for kind in "${limit_kinds[@]}"; do
      options+=("--$kind" off)
    done
  fi
  need_up
  need_tools
  lock
  [[ $name != control ]] || (enter_cgroup control) # makes it, where nobody has run there yet
  set -- "${options[@]}"
  while (($#)); do
    kind=${1#--}
    [[ $1 == --* && " ${limit_kinds[*]} " == *" $kind "* ]] || fail "unknown limit \"$1\"; see sandbox.sh limit --help" 2
    need_limit "$kind" "${2:-}"
    set_limit "$name" "$kind" "$2"
    shift 2
  done
}

set_limit() { # NAME KIND VALUE|off
  mkdir -p -- "$state/limits/$1"
  printf '%s\n' "$3" >"$state/limits/$1/$2"
  apply_limit "$1" "$2"
  [[ $3 != off ]] || rm -- "$state/limits/$1/$2"
}

need_limit() { # KIND VALUE
  local -A patterns=([cores]='0\.[1-9][0-9]*|[1-9][0-9]*(\.[0-9]+)?' [processors]='[1-9][0-9]*' [memory]='[1-9][0-9]*[kmg]'
    [writes]='[1-9][0-9]*' [rate]='[1-9][0-9]*[kmg]?bit')
  [[ $2 =~ ^(off|${patterns[$1]})$ ]] || fail "\"$2\" is no limit of $1; see sandbox.sh limit --help" 2
}

apply_limits() { # NAME
  local kind
  for kind in "${limit_kinds[@]}"; do
    apply_limit "$1" "$kind"
  done
}

apply_limit() { # NAME KIND
  local value
  [[ -f $state/limits/$1/$2 ]] || return 0
  [[ $2 == rate || $(cgroup_dirs "$1") ]] || return 0 # it is off: when it starts
  value=$(<"$state/limits/$1/$2")
  "limit_$2" "$1" "$value" || printf '%s: no limit of %s: this machine has no %s\n' "$1" "$2" "${limit_needs[$2]}"
}

declare -A limit_needs=(
  [cores]='CPU bandwidth control in a cgroup that the sandbox may make'
  [processors]='cpuset cgroup that the sandbox may make'
  [memory]='memory cgroup that the sandbox may make'
  [rate]='token bucket filter (sch_tbf)'
  [writes]='block I/O throttling in a cgroup that the sandbox may make, or no block device below its state'
)

# The file of that name in the cgroup, wherever it is mounted; in v2 its controller may have to be switched on first.
limit_file() { # NAME FILE
  local dir
  while read -r dir; do
    if [[ ! -e $dir/$2 && -e $dir/cgroup.controllers ]]; then
      { echo "+${2%%.*}" >"${dir%/*}/cgroup.subtree_control"; } 2>/dev/null || true
    fi
    if [[ -e $dir/$2 ]]; then
      printf '%s\n' "$dir/$2"
      return
    fi
  done < <(cgroup_dirs "$1")
  return 1
}

# A short period, so that nobody stands still for longer than a network's round trip is felt.
limit_cores() { # NAME CORES|off
  local period=10000 quota=max file
  [[ $2 == off ]] || quota=$(awk -v c="$2" -v p="$period" 'BEGIN { printf "%d", c * p + 0.5 }')
  if file=$(limit_file "$1" cpu.max); then
    echo "$quota $period" >"$file"
  elif file=$(limit_file "$1" cpu.cfs_quota_us); then
    echo -1 >"$file"
    echo "$period" >"${file%/*}/cpu.cfs_period_us"
    [[ $2 == off ]] || echo "$quota" >"$file"
  else
    return 1
  fi
}

# Which ones: isu1 the first, isu2 the next, and so on around, the control host last.
limit_processors() { # NAME COUNT|off
  local file all=() number=0 name chosen=()
  file=$(limit_file "$1" cpuset.cpus) || return 1
  mapfile -t all < <(processors "${file%/*/cpuset.cpus}")
  ((${#all[@]})) || return 1
  [[ $2 != off ]] || set -- "$1" "${#all[@]}"
  for name in "${hosts[@]}" control; do
    [[ $name != "$1" ]] || break
    number=$((number + 1))
  done
  while ((${#chosen[@]} < $2 && ${#chosen[@]} < ${#all[@]})); do
    chosen+=("${all[number++ % ${#all[@]}]}")
  done
  (IFS=,; echo "${chosen[*]}") >"$file"
}

# The processors that a cgroup may use, one a line.
processors() { # DIRECTORY
  local range file=$1/cpuset.cpus.effective
  [[ -e $file ]] || file=$1/cpuset.effective_cpus
  [[ -e $file ]] || file=$1/cpuset.cpus
  while read -r range; do
    seq "${range%-*}" "${range#*-}"
  done < <(tr , '\n' <"$file")
}

limit_memory() { # NAME BYTES|off
  local file
  if file=$(limit_file "$1" memory.max); then
    echo "${2/off/max}" >"$file"
  elif file=$(limit_file "$1" memory.limit_in_bytes); then
    echo "${2/off/-1}" >"$file"
  else
    return 1
  fi
}

# A bucket of two full-size segmentation units, and a queue of 1 MiB behind it, as a switch's port has.
limit_rate() { # NAME RATE|off
  if [[ $2 == off ]]; then
    unshape "$1"
  else
    shape "$1" 1: "$2" 128kb limit 1mb
  fi
}

limit_writes() { # NAME COUNT|off
  local device file
  device=$(disk) || return 1
  if file=$(limit_file "$1" io.max); then
    echo "$device wiops=${2/off/max}" >"$file"
  elif file=$(limit_file "$1" blkio.throttle.write_iops_device); then
    echo "$device ${2/off/0}" >"$file"
  else
    return 1
  fi
}

# The whole disk below the hosts' own, as MAJOR:MINOR.
disk() {
  local device
  device=$(findmnt --noheadings --output MAJ:MIN --target "$state" | tr -d ' ')
  [[ -e /sys/dev/block/$device ]] || return 1
  if [[ -e /sys/dev/block/$device/partition ]]; then
    cat "/sys/dev/block/$device/../dev"
  else
    printf '%s\n' "$device"
  fi
}

list_limits() {
  local file
  for file in "$state"/limits/*/*; do
    [[ ! -f $file ]] || printf 'limit: %s %s %s\n' "$(basename -- "${file%/*}")" "${file##*/}" "$(<"$file")"
  done
}
