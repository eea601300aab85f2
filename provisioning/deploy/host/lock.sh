# shellcheck shell=bash
# The lock: a directory, since mkdir is atomic. One command at a time works on the hosts.

host_lock() { # ID OWNER PROCESS WHAT
  mkdir -p -- "$home"
  if ! mkdir -- "$home/lock" 2>/dev/null; then
    refuse "locked by $(host_lock_line)" 15
  fi
  printf '%s\n' "$1" >"$home/lock/id"
  printf '%s\n' "$2" >"$home/lock/owner"
  printf '%s\n' "$3" >"$home/lock/process"
  printf '%s\n' "$4" >"$home/lock/message"
  date -u +%Y-%m-%dT%H:%M:%SZ >"$home/lock/since"
}

# Takes away only the lock that this command itself put there.
host_unlock() { # ID
  if [[ $(cat -- "$home/lock/id" 2>/dev/null) == "$1" ]]; then
    rm -rf -- "$home/lock"
  fi
}

# Whoever holds it: an operator decided so. What an interrupted command left half-done is put in order.
host_break_lock() { # WHO REASON
  if [[ -d $home/lock ]]; then
    rm -rf -- "$nginx_drained"
    host_log_line "unlock - by $1: $2 (it was locked by $(host_lock_line))"
  fi
  rm -rf -- "$home"/releases/.[!.]* "$home/lock"
}

# owner, process, time and message on one line; nothing if there is no lock.
host_lock_line() {
  if [[ -d $home/lock ]]; then
    printf '%s since %s (process %s): %s' "$(cat -- "$home/lock/owner" 2>/dev/null)" \
      "$(cat -- "$home/lock/since" 2>/dev/null)" "$(cat -- "$home/lock/process" 2>/dev/null)" \
      "$(cat -- "$home/lock/message" 2>/dev/null)"
  fi
}

host_log_line() { # LINE
  printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" >>"$home/revisions.log"
}

# What provisioning has brought, as ./deploy.sh tune knows it again.
host_provisioned() { # AREA=MARK...
  printf '%s\n' "$@" >"$home/provisioned"
}

host_finish() { # HOW_MANY LINE
  host_log_line "$2"
  host_prune "$1"
}
