# shellcheck shell=bash
# When the hosts' certificates end; sourced by verify.

readonly WARN_DAYS=30

# A file as facts.sh names it: whose it is, and who brings the next.
declare -A certificate_names=([server.pem]=database [ca.pem]='its authority' [isuumo.pem]=https)
declare -A certificate_remedies=(
  [server.pem]='./deploy.sh provision renews it in its last month'
  [ca.pem]='remove secrets/tls and run ./deploy.sh provision'
  [isuumo.pem]='put a new one where isuumo_tls_certificate says, and run ./deploy.sh provision'
)

check_certificates() { # HOST
  local word file ends day problem='' warning='' detail='' found=''
  local -a words
  read -ra words <<<"$(fact "$1" certificates)"
  for word in ${words[@]+"${words[@]}"}; do
    file=${word%%=*} ends=${word#*=} found+=" $file "
    day=$(date -u -d "@$ends" +%F)
    detail+="${detail:+, }${certificate_names[$file]} $day"
    if ((ends <= EPOCHSECONDS)); then
      problem+="${problem:+; }${certificate_names[$file]} ended $day: ${certificate_remedies[$file]}"
    elif ((ends < EPOCHSECONDS + WARN_DAYS * 86400)); then
      warning+="${warning:+; }${certificate_names[$file]} ends $day, in $(((ends - EPOCHSECONDS) / 86400)) days: ${certificate_remedies[$file]}"
    fi
  done
  if [[ ! $found ]]; then
    problem='there are none yet; ./deploy.sh provision makes them'
  elif [[ $profile == public && $found != *' isuumo.pem '* ]]; then
    problem+="${problem:+; }there is no /etc/nginx/tls/isuumo.pem; ./deploy.sh provision brings it"
  fi
  if [[ $warning && ! $problem ]]; then
    warn certificates "$warning"
  else
    check certificates 1 "$problem" "end: $detail"
  fi
}
