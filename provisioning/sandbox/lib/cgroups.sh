# Every host, and all that runs on the control host, has a cgroup of its own in each hierarchy, below the caller's.
# So its systemd writes to nothing else, a host is frozen and ended as a whole, and nothing is ever lost sight of:
# the cgroup's name says whose it is, even when the script that made it is long dead.
# shellcheck shell=bash

# Mount point and this process's path in each hierarchy, cgroup v1 or v2.
hierarchies() {
  local number controllers path option
  while IFS=: read -r number controllers path; do
    [[ $path != / ]] || path=''
    # A process inside a sandbox's cgroup starts others beside it, not below.
    path=${path%%/"$id"-*}
    if [[ -z $controllers ]]; then
      awk -v p="$path" '$3 == "cgroup2" { print $2 p; exit }' /proc/self/mounts
    else
      option=${controllers%%,*}
      awk -v o=",$option," -v p="$path" '$3 == "cgroup" && index("," $4 ",", o) { print $2 p; exit }' /proc/self/mounts
    fi
  done </proc/self/cgroup
}

# Moves the calling shell into the cgroup NAME, making it where it is missing.
enter_cgroup() { # NAME
  local base dir
  while read -r base; do
    dir=$base/$id-$1
    if [[ ! -d $dir ]]; then
      mkdir -- "$dir" || fail "the cgroup $dir cannot be made; the sandbox needs a writable /sys/fs/cgroup"
      if [[ -e $dir/cpuset.cpus && -z $(<"$dir/cpuset.cpus") ]]; then # cgroup v1 starts without any CPU
        cat -- "$base/cpuset.cpus" >"$dir/cpuset.cpus"
        cat -- "$base/cpuset.mems" >"$dir/cpuset.mems"
      fi
    fi
    echo $BASHPID >"$dir/cgroup.procs"
  done < <(hierarchies)
}

# All directories of the cgroup NAME, wherever they were made.
cgroup_dirs() { # NAME or pattern
  find /sys/fs/cgroup -type d -name "$id-$1" 2>/dev/null || true
}

# The directory in cgroup v2, which freezes and kills.
unified_dir() { # NAME
  local dir
  while read -r dir; do
    if [[ -e $dir/cgroup.events ]]; then
      printf '%s\n' "$dir"
    fi
  done < <(cgroup_dirs "$1")
}

cgroup_pids() { # NAME
  local dir
  while read -r dir; do
    find "$dir" -name cgroup.procs -exec cat {} + 2>/dev/null || true
  done < <(unified_dir "$1")
}

is_populated() { # NAME
  local dir
  while read -r dir; do
    ! grep -qsx 'populated 1' "$dir/cgroup.events" || return 0
  done < <(unified_dir "$1")
  return 1
}

is_empty() { # NAME
  ! is_populated "$1"
}

# Ends every process in it at once and removes it.
remove_cgroup() { # NAME
  local dir
  while read -r dir; do
    kill_cgroup "$dir"
  done < <(unified_dir "$1")
  await 10 is_empty "$1" || fail "processes of $1 do not end: $(cgroup_pids "$1" | paste -sd ' ')"
  await 10 remove_dirs "$1" || fail "a cgroup of $1 cannot be removed: $(cgroup_dirs "$1" | head -n 1)"
}

kill_cgroup() { # DIRECTORY
  if [[ -e $1/cgroup.kill ]]; then
    echo 1 >"$1/cgroup.kill"
  else # before Linux 5.14
    # shellcheck disable=SC2038 # what is piped is process numbers, not names
    find "$1" -name cgroup.procs -exec cat {} + | xargs -r kill -KILL 2>/dev/null || true
  fi
}

remove_dirs() { # NAME
  local dir
  while read -r dir; do
    find "$dir" -depth -type d -exec rmdir -- {} + 2>/dev/null || true
  done < <(cgroup_dirs "$1")
  [[ -z $(cgroup_dirs "$1") ]]
}
