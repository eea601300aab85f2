# shellcheck shell=bash
# ./deploy.sh verify: whether every host is fit to run ISUUMO, a line a check.

# shellcheck source=provisioning/deploy/doors.sh
source "$verbs/doors.sh"
# shellcheck source=provisioning/deploy/certificates.sh
source "$verbs/certificates.sh"
# shellcheck source=provisioning/deploy/alarms.sh
source "$verbs/alarms.sh"
# shellcheck source=provisioning/deploy/logs.sh
source "$verbs/logs.sh"
# shellcheck source=provisioning/deploy/failover.sh
source "$verbs/failover.sh"

readonly MIN_FREE_MIB=1024 MAX_CLOCK_MILLIS=1000
# By "systemd-analyze security", which rates what a unit leaves to whoever takes its service over: 0 nothing, 10 everything.
# The application may do next to nothing; the others are root's, at their start at least, or anybody's to reach.
readonly -A MAX_EXPOSURE=([isuumo]=1.2 [nginx]=3.0 [haproxy]=3.0 [mariadb]=3.0 [mysql]=3.0
  [prometheus]=2.0 [prometheus-node-exporter]=2.0 [prometheus-mysqld-exporter]=2.0 [etcd]=2.0 [isuumo-failover]=3.0)

verify_usage() {
  cat <<'TEXT'
usage: ./deploy.sh verify [--inventory FILE] [--dry-run]

Checks on every host: ssh, sudo without a password, 1 GiB of free disk, logs within their
bounds, a clock within a second of this machine's, the database, that it follows the
writer's, and that the writer's commits wait for a replica, nginx, its configuration and
the balancer, whether another host would take over, how little their units and the server's leave to an intruder, which ports let
this machine in and which are listened on, when certificates end, the server, its change
feed, its heap and its version. Changes nothing. Exit code 0 if nothing is [NG], else that of the first
[NG] (./deploy.sh --help lists them). [!!] works today and wants a look.
TEXT
}

run_verify() {
  local host
  parse_options "$@"
  read_inventory
  passed=0 warned=0 failed=0 first_code=0
  asked_millis=$(date +%s%3N)
  gather_facts
  answered_millis=$(date +%s%3N)
  try_doors
  for host in "${hosts[@]}"; do
    verify_host "$host"
  done
  check_same_release
  printf '%d OK, %d NG%s\n' "$passed" "$failed" "$( ((warned == 0)) || printf ', %d warned of' "$warned")"
  return "$first_code"
}

check() { # NAME EXIT_CODE PROBLEM DETAIL: OK if PROBLEM is empty
  if [[ $3 ]]; then
    failed=$((failed + 1))
    ((first_code)) || first_code=$2
    printf '  [NG] %-12s %s\n' "$1" "$3"
  else
    passed=$((passed + 1))
    printf '  [OK] %-12s %s\n' "$1" "$4"
  fi
}

warn() { # NAME WARNING
  warned=$((warned + 1))
  printf '  [!!] %-12s %s\n' "$1" "$2"
}

verify_host() { # HOST
  local host=$1
  printf '%s (%s)\n' "$host" "$([[ $host == "$writer" ]] && printf writer || printf replica)"
  if [[ ${result[$host]} != 0 ]]; then
    explain "$host" "${result[$host]}"
    if ((problem_code == EXIT_NO_SUDO)); then
      check ssh 0 '' "${target[$host]}"
      check sudo "$problem_code" "$problem"
    else
      check ssh "$problem_code" "$problem"
    fi
    return
  fi
  check ssh 0 '' "${target[$host]}"
  check sudo 0 '' 'without a password'
  check_disk "$host"
  check_logs "$host"
  check_clock "$host"
  check_database "$host"
  check_replication "$host"
  check_semi_sync "$host"
  check_nginx "$host"
  check_balancer "$host"
  check_exposure "$host"
  check_firewall "$host"
  check_listens "$host"
  check_certificates "$host"
  check_mandate "$host"
  check_failover "$host"
  check_server "$host"
  check_feed "$host"
  check_heap "$host"
  check versions 0 '' "$(fact "$host" os), Java $(or_none "$(fact "$host" java)")"
}

or_none() { # WORD
  printf '%s' "${1:-none}"
}

check_disk() { # HOST
  local free_mib=$(($(fact "$1" free_kib) / 1024)) problem=''
  ((free_mib >= MIN_FREE_MIB)) || problem="$free_mib MiB free for /opt/isuumo; at least $MIN_FREE_MIB are needed"
  check disk "$EXIT_DISK_FULL" "$problem" "$free_mib MiB free"
}

# The answer was made some time between the question and its arrival here: only what lies outside is a difference.
check_clock() { # HOST
  local there off=0 problem='' near="within $MAX_CLOCK_MILLIS ms of this machine's"
  there=$(fact "$1" clock_millis)
  if ((there < asked_millis)); then
    off=$((there - asked_millis))
  elif ((there > answered_millis)); then
    off=$((there - answered_millis))
  fi
  ((${off#-} <= MAX_CLOCK_MILLIS)) || problem="$off ms from this machine's clock; logs of the hosts cannot be compared. See chronyc tracking there"
  if [[ ! $problem && $(fact "$1" synchronized) != 'yes yes' ]]; then
    warn clock "$near today, but not synchronized by itself. See chronyc tracking there"
  else
    check clock 1 "$problem" "$near, synchronized"
  fi
}

check_database() { # HOST
  local version role wanted=read-only problem=''
  version=$(fact "$1" database) role=$(fact "$1" database_role)
  [[ $1 != "$writer" ]] || wanted=writable
  if [[ $role == down ]]; then
    problem=$version
  elif [[ $role != "$wanted" ]]; then
    problem="is $role; the inventory says isuumo_writer: $writer. Run ./deploy.sh provision"
  fi
  check database "$EXIT_NOT_REPLICATING" "$problem" "$version, $role"
}

check_replication() { # HOST
  local trouble behind
  if [[ $1 != "$writer" && $(fact "$1" database_role) != down ]]; then
    trouble=$(fact "$1" trouble) behind=$(fact "$1" behind)
    if [[ ! $trouble ]] && ((${behind:-0} > MAX_LAG_SECONDS)); then
      warn follows "$writer, but is $behind s behind; its host has no lease until it has caught up"
    else
      check follows "$EXIT_NOT_REPLICATING" "${trouble:+$trouble. Run ./deploy.sh provision, which repairs it}" "$writer, $behind s behind"
    fi
  fi
}

check_nginx() { # HOST
  local problem drained
  problem=$(fact "$1" nginx_problem)
  [[ $(fact "$1" nginx_state) == active ]] || problem="is $(fact "$1" nginx_state). See journalctl --unit nginx there"
  drained=$(fact "$1" drained)
  check nginx 1 "$problem" "$(fact "$1" nginx)${drained:+, sends nothing to $drained}"
}

# On the host where people come in, unless they come to each.
check_balancer() { # HOST
  local state problem=''
  state=$(fact "$1" balancer_state)
  if [[ $state ]]; then
    [[ $state == active ]] || problem="is $state. See journalctl --unit haproxy there"
    check balancer 1 "$problem" 'spreads connections over the hosts'
  fi
}

# A unit that is not there is another check's.
check_exposure() { # HOST
  local exposures unit value problem=''
  exposures=$(fact "$1" exposure)
  while read -r unit value; do
    if [[ $unit ]] && exceeds "$value" "${MAX_EXPOSURE[$unit]}"; then
      problem+="${problem:+, }$unit leaves $value open; at most ${MAX_EXPOSURE[$unit]}"
    fi
  done <<<"${exposures//, /$'\n'}"
  check exposure 1 "${problem:+$problem. Run ./deploy.sh provision, or see systemd-analyze security there}" "$(or_none "$exposures")"
}

exceeds() { # NUMBER NUMBER, with one digit after the point each
  ((10#${1/./} > 10#${2/./}))
}

# Before the first promotion no host remembers one.
check_mandate() { # HOST
  local mandate problem=''
  mandate=$(fact "$1" mandate)
  if [[ $mandate ]]; then
    [[ ${mandate#* } == "$writer" ]] || problem="takes ${mandate#* } for the writer, since change ${mandate%% *}; the inventory says isuumo_writer: $writer. Run ./deploy.sh promote ${mandate#* }, or provision where $1 was lost"
    check mandate 1 "$problem" "$writer writes, since change ${mandate%% *}"
  fi
}

check_server() { # HOST
  local health
  health=$(fact "$1" health)
  if [[ -z $(fact "$1" current) ]]; then
    check server 0 '' 'none yet; ./deploy.sh deploy brings one'
  else
    [[ $health != ready ]] || health=''
    check server 1 "${health:+$health. See journalctl --unit isuumo there}" "$(fact "$1" current), ready"
  fi
}

check_same_release() {
  local host
  for host in "${hosts[@]}"; do
    if [[ ${result[$host]} == 0 ]] && [[ $(fact "$host" current) != "$(fact "$writer" current)" ]]; then
      printf 'all hosts\n'
      check release 1 "$host has $(or_none "$(fact "$host" current)"), $writer $(or_none "$(fact "$writer" current)"). Run ./deploy.sh deploy or rollback"
      return
    fi
  done
}
