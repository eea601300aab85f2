# shellcheck shell=bash
# Two at once, one that was killed, one that was interrupted.

# A lock as another command has left it.
lock() { # HOST OWNER PROCESS
  local lock=$FAKE/$1/opt/isuumo/lock
  mkdir -p -- "$lock"
  printf 'other\n' >"$lock/id"
  printf '%s\n' "$2" >"$lock/owner"
  printf '%s\n' "$3" >"$lock/process"
  printf 'deploy 0123456789ab: Faster search\n' >"$lock/message"
  printf '2026-11-25T13:00:00Z\n' >"$lock/since"
}

# Starts a deploy of another commit in the background, and returns when isu2 is just restarting. The caller removes hang.
deploy_that_hangs() {
  deploy deploy >"$scratch/before" 2>&1
  next_commit
  rm -f -- "$FAKE"/*/journal
  printf 'rm start-hook; touch hang\n' >"$FAKE/isu2/start-hook"
  # Of its own, so that a signal reaches it and nothing else.
  PATH=$here/fake:$PATH setsid "$repository/deploy.sh" deploy --inventory "$scratch/inventory.json" >"$scratch/one" 2>&1 &
  one=$!
  eventually test -e "$FAKE/isu2/hanging" || {
    cat -- "$scratch/one"
    return 1
  }
}

test_of_two_deploys_at_once_the_second_is_refused() {
  local code=0
  deploy_that_hangs
  rm -- "$FAKE/isu2/hang"
  wants 15 "isu1 is locked by $(id -un)@$(uname -n) since " "(process $one): deploy $(commit): Another commit" -- deploy || code=$?
  wait "$one" || code=$?
  cat -- "$scratch/one"
  ((code == 0))
  all_run "$(commit)"
  nothing_is_locked_or_drained
}

test_a_lock_of_another_machine_is_respected() {
  lock isu2 ann@elsewhere 77
  wants 15 'isu2 is locked by ann@elsewhere since 2026-11-25T13:00:00Z (process 77): deploy 0123456789ab: Faster search' -- deploy
  wants 15 'isu2 is locked by ann@elsewhere' -- rollback
  wants 15 'isu2 is locked by ann@elsewhere' -- provision
  wants 15 'isu2 is locked by ann@elsewhere' -- deploy --dry-run
  wants 1 'isu2 is locked by ann@elsewhere' -- status
  [[ ! -e $FAKE/isu1/opt/isuumo/lock && -e $FAKE/isu2/opt/isuumo/lock ]]
}

test_a_lock_taken_between_asking_and_locking_is_respected() {
  # As if it had not been there when the hosts were asked.
  sed -i 's/^def refuse_if_locked.*/&\n    return/' "$repository/provisioning/deploy/isuumo_deploy/lock.py"
  git_here commit --quiet --all -m 'Ask no host for its lock'
  make_archive
  lock isu3 ann@elsewhere 77
  wants 15 'isu3 is locked by ann@elsewhere' -- deploy
  [[ ! -e $FAKE/isu1/opt/isuumo/lock && $(<"$FAKE/isu3/opt/isuumo/lock/id") == other ]]
}

test_a_deploy_that_was_killed_is_told_and_put_in_order() {
  local first
  deploy_that_hangs
  first=$(git_here rev-parse --short=12 HEAD~)
  kill -KILL "$one"
  wait "$one" 2>/dev/null || true
  rm -- "$FAKE/isu2/hang"
  wants 16 'an earlier command ended half-way on isu1' './deploy.sh unlock REASON' -- deploy
  [[ -e $FAKE/isu3/run/isuumo-drained/isu2 ]]
  wants 1 "$first  $(commit) (!)" 'drained' -- status
  wants 0 -- unlock 'the machine crashed'
  nothing_is_locked_or_drained
  grep -q 'unlock - by .*: the machine crashed (it was locked by ' "$FAKE/isu2/opt/isuumo/revisions.log"
  wants 0 'The hosts differ' -- deploy
  all_run "$(commit)"
}

test_an_interrupted_deploy_is_rolled_back() {
  local first code=0
  deploy_that_hangs
  first=$(git_here rev-parse --short=12 HEAD~)
  kill -TERM -- "-$one"
  rm -- "$FAKE/isu2/hang"
  wait "$one" || code=$?
  cat -- "$scratch/one"
  ((code == 143))
  all_run "$first"
  nothing_is_locked_or_drained
}

test_unlock_without_a_lock_says_so() {
  wants 0 'No host is locked' -- unlock 'just to be sure'
}
