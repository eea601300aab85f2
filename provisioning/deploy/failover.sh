# shellcheck shell=bash
# Who writes by now, and whether another host would take over; the hosts' agents (roles/failover) say so.

# Into latest_writer and latest_number: by the latest change that a host knows of; before the first, by the inventory.
find_latest_writer() {
  local host known
  latest_writer=$writer latest_number=0
  for host in "${hosts[@]}"; do
    known=$(fact "$host" mandate)
    if [[ $known ]] && ((${known%% *} > latest_number)); then
      latest_number=${known%% *} latest_writer=${known#* }
    fi
  done
}

# What an inventory of before would do to the hosts: their rows are the present writer's.
refuse_former_writer() {
  find_latest_writer
  [[ $latest_writer == "$writer" ]] \
    || fail "$latest_writer has taken the place of $writer, which the inventory names as isuumo_writer; write it there first, with ./deploy.sh promote $latest_writer" "$EXIT_FORMER_WRITER"
}

is_member_of_etcd() { # HOST
  [[ $(fact "$1" etcd) ]]
}

# Without a majority of etcd nobody writes.
need_members_but() { # HOST
  local other
  is_member_of_etcd "$1" || return 0
  for other in "${hosts[@]}"; do
    if [[ $other != "$1" ]] && is_member_of_etcd "$other" && [[ $(fact "$other" etcd) != active ]]; then
      fail "etcd on $other is $(fact "$other" etcd), so that of $1 is needed for a majority; see journalctl --unit etcd there" "$EXIT_OUTAGE"
    fi
  done
}

check_failover() { # HOST
  local said problem=''
  if [[ $(fact "$1" failover) == enabled ]]; then
    said=$(fact "$1" failover_state)
    [[ $said == *'takes over if it is lost' ]] || problem="${said:-its agent has said nothing for 15 s}. See journalctl --unit isuumo-failover there"
    check failover "$EXIT_NOT_REPLICATING" "$problem" "$said"
  fi
}
