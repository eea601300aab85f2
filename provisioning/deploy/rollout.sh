# shellcheck shell=bash
# Host by host onto a release, and back if anything goes wrong; sourced by deploy and rollback.

# shellcheck source=provisioning/deploy/table.sh
source "$verbs/table.sh"
# shellcheck source=provisioning/deploy/lock.sh
source "$verbs/lock.sh"

# From a started JVM to a host that serves takes seconds; a host that rebuilds all from a slow database, longer.
readonly READY_SECONDS=120
readonly KEPT_RELEASES=5

touched=() rolled_out='' shipped=''

# Before anything is changed: reachable, provisioned, following, not locked.
check_hosts() {
  local host trouble
  gather_facts_or_fail
  for host in "${hosts[@]}"; do
    [[ $(fact "$host" nginx) ]] || fail "$host has no nginx; run ./deploy.sh provision first"
    [[ $(fact "$host" nginx_state) == active ]] \
      || fail "nginx on $host is $(fact "$host" nginx_state); see journalctl --unit nginx there"
    trouble=$(fact "$host" trouble)
    [[ -z $trouble ]] || fail "$host does not follow $writer: $trouble. ./deploy.sh provision repairs it" "$EXIT_NOT_REPLICATING"
  done
  refuse_if_locked
  for host in "${hosts[@]}"; do
    [[ ! $(fact "$host" drained) ]] || fail "$(fact "$host" drained)is drained; ./deploy.sh undrain it first, since one host at a time can be"
  done
}

# What each host runs now is what it goes back to. The same on all, or an earlier command did not come to its end.
remember_releases() {
  local host
  declare -gA before=()
  for host in "${hosts[@]}"; do
    before[$host]=$(fact "$host" current)
  done
  for host in "${hosts[@]}"; do
    if [[ ${before[$host]} != "${before[$writer]}" ]]; then
      printf 'The hosts differ: %s has %s, %s has %s; an earlier command ended half-way. This one makes them alike.\n' \
        "$writer" "${before[$writer]:-no release}" "$host" "${before[$host]:-no release}"
      return
    fi
  done
}

# The writer last: until then the others have whom to forward writes to, and meanwhile they hold them. Where it does not
# serve anyway it comes first, since the others wait for it.
rollout_order() {
  local host
  order=()
  for host in "${hosts[@]}"; do
    [[ $host == "$writer" ]] || order+=("$host")
  done
  if [[ $(fact "$writer" app_state) == active ]]; then
    order+=("$writer")
  else
    order=("$writer" "${order[@]}")
  fi
}

# A deploy looks how each host answers before the next one follows (gate.sh). Going back must not depend on that: what is to be
# left may answer otherwise.
roll_out() { # RELEASE WORDS_OF_VERSION...
  local host
  rollout_order
  if [[ ${order[0]} == "$writer" && ${before[$writer]} ]] && ((${#order[@]} > 1)); then
    change 'Starting the applications, since a writer that starts asks the others who writes' on_all wake
  fi
  for host in "${order[@]}"; do
    touched+=("$host")
    change "$host: draining it in every nginx" drain "$host"
    change "$host: restarting it, until it is ready and /version is right" restart_as "$host" "$@"
    if [[ ${gated:-} ]]; then
      gate_answers "$host"
    fi
    change "$host: giving it requests again" on_all undrain "$host"
    if [[ ${gated:-} ]]; then
      gate_errors "$host"
    fi
  done
  rolled_out=1
}

# One host alone has nobody to take its requests.
drain() { # HOST
  if ((${#hosts[@]} > 1)); then
    on_all drain "$1"
  fi
}

restart_as() { # HOST RELEASE WORDS_OF_VERSION...
  on "$1" switch "$2"
  on "$1" await "$READY_SECONDS" "${@:3}"
}

# Runs before the script ends, for whatever reason: sets status.
before_exit() {
  if [[ ! $rolled_out && ! $dry_run ]]; then
    if ((${#touched[@]})); then
      roll_back_all
    elif [[ $shipped ]]; then
      try_on_all forget "$shipped"
    fi
  fi
  if ((${#locked[@]})); then
    give_back_lock
  fi
}

roll_back_all() {
  local host i not_back=()
  trap '' INT TERM
  set +e
  printf 'Rolling back every host that was touched to what it ran before; Ctrl-C waits for that.\n'
  for ((i = ${#touched[@]} - 1; i >= 0; i--)); do
    host=${touched[i]}
    restore "$host" || not_back+=("$host")
  done
  if [[ $shipped ]]; then
    try_on_all forget "$shipped"
  fi
  gather_facts
  print_table
  if ((${#not_back[@]})); then
    ((status > 128)) || status=$EXIT_NOT_ROLLED_BACK
    printf 'deploy.sh: failed, and not back on its release: %s\n' "${not_back[*]}" >&2
  else
    ((status > 128)) || status=$EXIT_ROLLED_BACK
    printf 'deploy.sh: failed; every host runs what it ran before\n' >&2
  fi
}

# Goes on where it can: one host that is gone must not keep the others from serving.
restore() { # HOST
  local started=$EPOCHREALTIME code_here=0
  printf '%s: back to %s ... ' "$1" "${before[$1]:-no release}"
  if [[ ${before[$1]} ]]; then
    try_on "$1" restore "${before[$1]}" "$READY_SECONDS" || code_here=$?
  else
    try_on "$1" stop || code_here=$?
  fi
  if ((code_here)); then
    explain "$1" "$code_here"
    printf '\n  %s\n' "$problem"
    return 1
  fi
  try_on_all undrain "$1"
  printf '%s s\n' "$(seconds_since "$started")"
}

# A line in every host's log, then room for the next release.
finish() { # VERB RELEASE WHY
  on_all finish "$KEPT_RELEASES" "$1 $2 by $(whoami_where): $3"
}
