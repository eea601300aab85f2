# shellcheck shell=bash
# One command at a time works on the hosts; sourced by the verbs that change them.

# shellcheck source=provisioning/deploy/failover.sh
source "$verbs/failover.sh"

locked=()

take_lock() { # WHAT
  local host code
  lock_id=$(uname -n).$$.$EPOCHREALTIME
  for host in "${hosts[@]}"; do
    code=0
    locked+=("$host") # before the answer: a lock whose answer is lost is given back too
    try_on "$host" lock "$lock_id" "$(whoami_where)" "$$" "$1" || code=$?
    ((code == 0)) || refuse_lock "$host" "$code"
  done
}

refuse_lock() { # HOST EXIT_CODE
  explain "$1" "$2"
  if (($2 == EXIT_LOCKED)); then
    describe_lock "$1" "${problem#*locked by }"
  fi
  fail "$problem" "$problem_code"
}

# Whether the lock's owner still works, as far as this machine can tell: into problem and problem_code.
describe_lock() { # HOST OWNER_SINCE_PROCESS_MESSAGE
  local process
  process=$(sed -n 's/.*(process \([0-9]*\)).*/\1/p' <<<"$2")
  if [[ ${2%% *} == *"@$(uname -n)" && $process ]] && ! kill -0 "$process" 2>/dev/null; then
    problem_code=$EXIT_HALF_FINISHED
    problem="an earlier command ended half-way on $1: $2. See ./deploy.sh status; then ./deploy.sh unlock REASON puts it in order, and you deploy or roll back again"
  else
    problem_code=$EXIT_LOCKED
    problem="$1 is locked by $2. If that command no longer runs: ./deploy.sh unlock REASON"
  fi
}

# For a dry run, and before a long build.
refuse_if_locked() {
  local host line
  [[ $verb == promote ]] || refuse_former_writer
  for host in "${hosts[@]}"; do
    line=$(fact "$host" lock)
    if [[ $line ]]; then
      describe_lock "$host" "$line"
      fail "$problem" "$problem_code"
    fi
  done
}

give_back_lock() {
  local host
  for host in "${locked[@]}"; do
    try_on "$host" unlock "$lock_id" || printf 'deploy.sh: %s stays locked; ./deploy.sh unlock REASON\n' "$host" >&2
  done
  locked=()
}
