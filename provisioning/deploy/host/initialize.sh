# shellcheck shell=bash
# POST /initialize to this host's own application, as an operator; the credential goes to curl by standard input.

readonly app_port=8080 # as in group_vars/isuumo.yml

host_initialize() {
  local credential=${ISUUMO_ROOT:-}/etc/isuumo/operator.credential
  {
    if [[ -f $credential ]]; then
      printf 'header = "Authorization: Bearer %s"\n' "$(<"$credential")"
    fi
  } | curl --config - --silent --show-error --fail-with-body --max-time 60 --request POST "http://$address:$app_port/initialize" >&2 \
    || refuse '/initialize failed'
}
