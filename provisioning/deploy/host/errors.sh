# shellcheck shell=bash
# What goes wrong with people's requests, as this host knows; ../isuumo_deploy/gate.py asks twice and takes the difference.

# Since its start the application answered so many, and so many with 5xx; what the hosts ask each other does not count. And this
# host's nginx got no answer so often from the application at that address, as far as its log goes back.
host_errors() {
  host_get metrics | awk '
    /^isuumo_request_seconds_count[{]/ && !/route="hosts/ { requests += $NF; if (/status="5xx"/) errors += $NF }
    END { printf "requests %d\nerrors %d\n", requests, errors }'
  { cat -- "${ISUUMO_ROOT:-}/var/log/nginx/error.log" 2>/dev/null || true; } | awk '
    BEGIN { before = "upstream: \"http://" }
    $3 != "[warn]" && match($0, before "[0-9.]+:") { count[substr($0, RSTART + length(before), RLENGTH - length(before) - 1)]++ }
    END { for (address in count) printf "unanswered %s %d\n", address, count[address] }'
}
