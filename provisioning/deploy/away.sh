# shellcheck shell=bash
# A host gets nothing more to do, and something again; sourced by drain, undrain, reboot, upgrade, add and remove.

# shellcheck source=provisioning/deploy/table.sh
source "$verbs/table.sh"
# shellcheck source=provisioning/deploy/lock.sh
source "$verbs/lock.sh"

# As in rollout.sh; and from a reboot's command to ssh again.
readonly READY_SECONDS=120 BOOT_SECONDS=300
# The balancer asks a host every quarter of a second.
readonly BALANCER_SECONDS=1

out=''

# Into host: the argument, which must be one of the hosts.
choose_host() {
  host=${arguments[0]:-}
  [[ $host ]] || fail "$verb needs the name of a host; see ./deploy.sh $verb --help" "$EXIT_USAGE"
  is_one_of "$host" "${hosts[@]}" || fail "$host is none of the hosts: $(list_hosts)" "$EXIT_USAGE"
}

# What would leave nobody to write, nobody to come in at, or nobody to read from.
refuse_outage() { # HOST
  local why=''
  if [[ ${accept_outage:-} ]]; then
    return
  elif ((${#hosts[@]} == 1)); then
    why="$1 is the only host"
  elif [[ $1 == "$writer" ]]; then
    why="$1 is the writer; make another one the writer first, with ./deploy.sh promote HOST"
  elif [[ $(fact "$1" balancer_state) ]]; then
    why="people come in at $1; nobody can meanwhile"
  fi
  [[ -z $why ]] || fail "$why. If that may be: --accept-outage" "$EXIT_OUTAGE"
  need_all_but "$1"
}

need_all_but() { # HOST
  local other
  need_members_but "$1"
  for other in "${hosts[@]}"; do
    if [[ $other != "$1" && $(state_of "$other") != ready ]]; then
      fail "$other is not ready ($(state_of "$other")), so $1 is needed; see ./deploy.sh status" "$EXIT_OUTAGE"
    fi
  done
}

state_of() { # HOST
  if [[ ${result[$1]} != 0 ]]; then
    explain "$1" "${result[$1]}"
    printf '%s' "$problem"
  elif [[ $(fact "$1" drained) == *"$1 "* ]]; then
    printf drained
  else
    printf '%s' "$(fact "$1" health)"
  fi
}

take_out() { # HOST
  out=$1
  if ((${#hosts[@]} > 1)); then
    on_all drain "$1"
    on "$1" leave
    sleep "$BALANCER_SECONDS"
  fi
}

bring_back() { # HOST
  on_all undrain "$1"
  on "$1" stay
  out=''
}

# Until it serves again.
reboot() { # HOST
  local before deadline=$((SECONDS + BOOT_SECONDS))
  before=$(try_on "$1" boot)
  try_on "$1" reboot || true
  ssh -O exit -o ControlPath="$work/$1.ssh" -- "${target[$1]}" 2>/dev/null || true
  until [[ $(try_on "$1" boot 2>/dev/null || printf %s "$before") != "$before" ]]; do
    ((SECONDS < deadline)) || fail "$1 has not come back within $BOOT_SECONDS s; look at its console" "$EXIT_UNREACHABLE"
    sleep 1
  done
  on "$1" await "$READY_SECONDS"
}

tell() {
  gather_facts
  print_table
  all_is_well
}

before_exit() {
  if [[ $out ]]; then
    try_on_all undrain "$out"
    try_on "$out" stay || true
  fi
  if ((${#locked[@]})); then
    give_back_lock
  fi
}
