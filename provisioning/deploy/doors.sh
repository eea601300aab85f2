# shellcheck shell=bash
# Which of the hosts' ports let whom in; sourced by verify.

# Into door_problem, door_detail and may_listen, of each host.
try_doors() {
  local name problem detail ports
  declare -gA door_problem=() door_detail=() may_listen=()
  python3 "$verbs/doors.py" <"$work/inventory.json" >"$work/doors"
  while IFS=$'\x1f' read -r name problem detail ports; do
    door_problem[$name]=$problem door_detail[$name]=$detail may_listen[$name]=${ports%$'\x1f'}
  done <"$work/doors"
}

check_firewall() { # HOST
  local problem=${door_problem[$1]}
  check firewall 1 "${problem:+$problem. Run ./deploy.sh provision}" "${door_detail[$1]}"
}

# A port that the inventory does not know is closed by the firewall, and whoever listens there does not belong there.
check_listens() { # HOST
  local word where ports=() problem=''
  local -a words
  read -ra words <<<"$(fact "$1" listens)"
  for word in ${words[@]+"${words[@]}"}; do
    where=${word%/*}
    if [[ " ${may_listen[$1]} " == *" ${where##*:} "* ]]; then
      ports+=("${where##*:}")
    else
      problem+="${problem:+, }${word##*/} listens on $where"
    fi
  done
  problem=${problem:+$problem; the inventory knows no such port}
  ((${#words[@]})) || problem='ss tells nothing; install iproute2 there'
  check listens 1 "$problem" "on $(printf '%s\n' ${ports[@]+"${ports[@]}"} | sort -nu | paste -sd ' ')"
}
