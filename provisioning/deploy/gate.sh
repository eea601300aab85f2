# shellcheck shell=bash
# Whether a new release answers people as it should, before the next host gets it; sourced by deploy.

# A host that gets requests again is watched for so long, and may answer that much more of them with errors than any other: one
# that loses its lease for a moment refuses some.
readonly WATCH_SECONDS=5 MORE_ERRORS_PERCENT=1

# As --differs names them; host/contract.py asks each.
readonly ENDPOINTS=('/api/chair/{id}' /api/chair/search /api/chair/low_priced /api/chair/search/condition
  '/api/estate/{id}' /api/estate/search /api/estate/low_priced /api/estate/search/condition /api/estate/nazotte
  '/api/recommended_estate/{id}')

# Into differing.
read_differs() { # ENDPOINT,ENDPOINT...
  local endpoint
  IFS=, read -ra differing <<<"$1"
  for endpoint in ${differing[@]+"${differing[@]}"}; do
    is_one_of "$endpoint" "${ENDPOINTS[@]}" \
      || fail "--differs names $endpoint, which is none of the endpoints that are read: ${ENDPOINTS[*]}" "$EXIT_USAGE"
  done
}

# Nobody is sent to this host yet, if there are others.
gate_answers() { # HOST
  local peer
  if [[ ! $no_compare ]]; then
    peer=$(host_to_compare_with "$1")
    change "$1: comparing its answers with the contract${peer:+ and with those of $peer}" ask_contract "$1" "$peer"
  fi
}

# The next one, which runs the release before; for the last, the one before, which was compared itself. Nobody where none serves.
host_to_compare_with() { # HOST
  local host passed='' peer=''
  for host in "${order[@]}"; do
    if [[ $host == "$1" ]]; then
      passed=1
    elif [[ ! $passed ]]; then
      peer=$host
    elif [[ $(fact "$host" health) == ready ]]; then
      printf %s "$host"
      return
    fi
  done
  printf %s "$peer"
}

ask_contract() { # HOST PEER
  local code=0
  remote "$1" "exec python3 - $(quoted "$1" "${address[$1]}" "$2" "${2:+${address[$2]}}" ${differing[@]+"${differing[@]}"})" \
    < <(cat -- "$verbs"/host/{connect,contract}.py) || code=$?
  fail_if "$1" "$code"
}

gate_errors() { # HOST
  change "$1: watching its errors for $WATCH_SECONDS s" watch_errors "$1"
}

watch_errors() { # HOST
  local host started=$SECONDS most=0 share
  local -A requests=() errors=()
  on_all errors
  count_errors -1
  sleep "$WATCH_SECONDS"
  on_all errors
  count_errors 1
  for host in "${hosts[@]}"; do
    share=$(per_myriad "${errors[$host]}" "${requests[$host]}")
    [[ $host == "$1" ]] || ((share <= most)) || most=$share
  done
  share=$(per_myriad "${errors[$1]}" "${requests[$1]}")
  ((share <= most + 100 * MORE_ERRORS_PERCENT)) \
    || fail "$1 answered ${errors[$1]} of ${requests[$1]} requests with errors or not at all within $((SECONDS - started)) s, \
$(in_percent "$share"); the others $(in_percent "$most") at most. See journalctl --unit isuumo there"
}

# What the hosts told, added to requests and errors, or taken off.
count_errors() { # SIGN
  local host told what number
  local -A host_at=()
  for host in "${hosts[@]}"; do
    host_at[${address[$host]}]=$host
  done
  for host in "${hosts[@]}"; do
    while read -r told what number; do
      case $told in
        requests) count requests "$host" $(($1 * what)) ;;
        errors) count errors "$host" $(($1 * what)) ;;
        unanswered)
          count requests "${host_at[$what]:-nobody}" $(($1 * number))
          count errors "${host_at[$what]:-nobody}" $(($1 * number))
          ;;
      esac
    done <"$work/$host.out"
  done
}

count() { # WHAT HOST NUMBER
  local -n counted=$1
  counted[$2]=$((${counted[$2]:-0} + $3))
}

per_myriad() { # PART ALL
  printf %d $(($2 > 0 ? 10000 * $1 / $2 : 0))
}

in_percent() { # PER_MYRIAD
  printf '%d.%02d %%' $(($1 / 100)) $(($1 % 100))
}
