# shellcheck shell=bash
# What Prometheus would alert of (roles/monitoring), looked at once; sourced by verify. The limits are those of the rules.

readonly MAX_LAG_SECONDS=30 MAX_FEED_SILENCE_SECONDS=10 MAX_HEAP_PERCENT=90

# On the writer: whether what was answered is on a second disk.
check_semi_sync() { # HOST
  local problem='' clients
  if [[ $1 != "$writer" || $(fact "$1" database_role) != writable ]] || ((${#hosts[@]} == 1)); then
    return
  fi
  clients=$(fact "$1" semi_sync_clients)
  if [[ $(fact "$1" semi_sync_enabled) != ON ]]; then
    check semi-sync 0 '' 'turned off (mysql_semi_sync): commits wait for no replica'
    return
  fi
  if [[ $(fact "$1" semi_sync_status) != ON ]]; then
    problem="has fallen back: commits wait for no replica, ${clients:-0} of which are connected. It ends by itself once one keeps up"
  fi
  check semi-sync "$EXIT_NOT_REPLICATING" "$problem" "commits wait for one of $clients replicas"
}

# Of a server that runs: whether it hears what others write.
check_feed() { # HOST
  local silent problem=''
  silent=$(fact "$1" feed_silent)
  if [[ $silent ]]; then
    [[ $(fact "$1" feed_connected) == yes ]] || problem='is not connected'
    ((silent <= MAX_FEED_SILENCE_SECONDS)) || problem="has heard nothing for $silent s"
    check feed 1 "${problem:+$problem. See journalctl --unit isuumo there}" "heard its database $silent s ago"
  fi
}

# Before the first full collection there is nothing to tell.
check_heap() { # HOST
  local percent
  percent=$(fact "$1" heap_percent)
  if ((${percent:-0} > MAX_HEAP_PERCENT)); then
    warn heap "$percent % of the old generation is in use after a collection. Raise -Xms and -Xmx (README, Memory)"
  elif ((${percent:-0} > 0)); then
    check heap 0 '' "$percent % of the old generation is in use after a collection"
  fi
}
