# shellcheck shell=bash
# One host more or less, while the others serve; sourced by add and remove.

# shellcheck source=provisioning/deploy/away.sh
source "$verbs/away.sh"
# shellcheck source=provisioning/deploy/playbook.sh
source "$verbs/playbook.sh"

# Every file says what the inventory says, and no application is restarted.
provision_files() { # ARGUMENTS...
  run_playbook site.yml --extra-vars '{"isuumo_restarts": false}' "$@"
}

# The applications read at their start who the hosts are. The writer last, and it lets the others serve once it knows them. At any
# moment some know one host more than the rest: a majority of the one list and one of the other have a host in common.
restart_all() {
  local each release
  release=$(fact "$writer" current)
  for each in "${serving[@]}"; do
    [[ $each == "$writer" ]] || restart_drained "$each" "$release"
  done
  restart_drained "$writer" "$release"
}

restart_drained() { # HOST RELEASE
  if ((${#serving[@]} > 1)); then
    step "$1: draining it" drain_everywhere "$1"
  fi
  step "$1: restarting it, until it is ready" restart_ready "$1" "$2"
  if [[ $out ]]; then
    step "$1: giving it requests again" undrain_everywhere "$1"
  fi
}

restart_ready() { # HOST RELEASE
  on "$1" switch "$2"
  on "$1" await "$READY_SECONDS"
}

# By the nginx of those that serve; a host that is new has none yet.
drain_everywhere() { # HOST
  local each
  out=$1
  for each in "${serving[@]}"; do
    on "$each" drain "$1"
  done
}

undrain_everywhere() { # HOST
  local each
  for each in "${serving[@]}"; do
    on "$each" undrain "$1"
  done
  out=''
}

# Into serving.
serving_are_all_but() { # HOST
  local each
  serving=()
  for each in "${hosts[@]}"; do
    [[ $each == "$1" ]] || serving+=("$each")
  done
}
