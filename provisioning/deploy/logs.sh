# shellcheck shell=bash
# Whether the logs are within their bounds (roles/logs, roles/base); sourced by verify.

# They are kept there every ten seconds: what is written meanwhile is beyond.
readonly MAX_LOGS_PERCENT=125

check_logs() { # HOST
  local name sizes problem='' detail=''
  while read -r name sizes; do
    detail+="${detail:+, }$name $sizes"
    if ((100 * ${sizes%/*} > MAX_LOGS_PERCENT * ${sizes#*/})); then
      problem+="${problem:+, }those of $name take ${sizes%/*} MiB of ${sizes#*/}"
    fi
  done < <(fact "$1" logs | xargs -r -n 2)
  if [[ $(fact "$1" logs_timer) != active || $detail != *nginx*database*journal* ]]; then
    problem='nothing keeps them within bounds; ./deploy.sh provision starts isuumo-logs.timer'
  elif [[ $problem ]]; then
    problem+='. See journalctl --unit isuumo-logs there'
  fi
  check logs 1 "$problem" "$detail MiB"
}
