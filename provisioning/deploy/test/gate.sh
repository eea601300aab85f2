# shellcheck shell=bash
# A release that answers, and not as it should, stops at the first host.

# The release with this file gets no further than isu2, whose failure is told by these words, and all go back.
stops() { # FILE WORDS... -- OPTIONS...
  local first file=$1
  shift
  first=$(commit)
  deployed
  next_commit "$file"
  wants 3 'isu2: comparing its answers' "${@:1:$#}"
  went_back "$first"
}

went_back() { # COMMIT
  [[ $said != *'isu3: restarting'* && $said == *'every host runs what it ran before'* ]]
  all_run "$1"
  nothing_is_locked_or_drained
}

test_a_release_that_answers_a_search_wrongly_stops_at_the_first_host() {
  stops wrong-search 'isu2: GET /api/chair/search?color=%E7%99%BD&perPage=25&page=0 is answered otherwise than by isu3: it.count is 14, not 15' \
    '--differs /api/chair/search' -- deploy
  [[ $said != *'isu2: giving it requests again'* ]]
}

test_a_release_that_answers_500_stops_at_the_first_host() {
  stops fails 'is answered 500 by isu2: {"error": "broken on purpose"}' -- deploy
}

test_a_release_that_is_silent_stops_at_the_first_host() {
  stops silent 'GET /api/chair/search/condition gets no answer from isu2: timed out' -- deploy
}

test_a_release_that_is_slow_stops_at_the_first_host() {
  stops slow 'was not asked yet after 10 s: the answers come slowly' -- deploy
}

test_a_release_that_breaks_the_contract_stops_at_a_single_host() {
  local first
  first=$(commit)
  sed -i 's/"isu1", "isu2", "isu3"/"isu1"/' "$scratch/inventory.json"
  deploy deploy
  next_commit dear
  wants 3 'isu1: comparing its answers with the contract ...' \
    'isu1: GET /api/chair/low_priced is not in the order of price. If the release means that: --differs /api/chair/low_priced' -- deploy
  runs isu1 "$first"
}

test_a_difference_that_passes_is_none() {
  deployed
  next_commit wrong-for-a-moment
  wants 0 "isu2: comparing its answers with the contract and with those of isu3" "isu1: comparing its answers with the contract and with those of isu3" -- deploy
  all_run "$(commit)"
}

test_what_differs_on_purpose_is_named() {
  deployed
  next_commit wrong-search dear
  wants 0 -- deploy --differs /api/chair/search,/api/chair/low_priced,/api/estate/low_priced
  all_run "$(commit)"
}

test_what_differs_on_purpose_may_not_fail() {
  stops fails 'is answered 500 by isu2' -- deploy --differs /api/chair/search,/api/estate/search
}

test_a_name_that_is_no_endpoint_is_refused() {
  wants 64 '--differs names /api/chairs, which is none of the endpoints that are read: /api/chair/{id} /api/chair/search' -- deploy \
    --differs /api/estate/search,/api/chairs
  unchanged
}

test_no_answers_are_asked_for_where_the_contract_changes() {
  deployed
  next_commit wrong-search dear silent
  wants 0 'isu2: watching its errors' -- deploy --no-compare
  [[ $said != *comparing* ]]
}

test_going_back_depends_on_no_answers() {
  deployed
  next_commit dear
  deploy deploy --no-compare
  wants 0 -- rollback
  [[ $said != *comparing* && $said != *watching* ]]
}

# The writer comes first then, and those after it are compared with it.
test_a_first_deploy_is_compared_with_itself() {
  wants 0 'isu1: comparing its answers with the contract ...' "isu2: comparing its answers with the contract and with those of isu1" \
    "isu3: comparing its answers with the contract and with those of isu2" -- deploy
}

test_a_host_that_does_not_serve_is_compared_with_by_nobody() {
  deployed
  rm -- "$FAKE/isu3/running"
  next_commit
  wants 0 "isu2: comparing its answers with the contract and with those of isu1" -- deploy
}

test_a_release_that_fails_people_is_rolled_back() {
  local first
  first=$(commit)
  deployed
  next_commit
  happens_while_watched 'tell isu2 2xx 98; tell isu2 5xx 2; tell isu1 2xx 999; tell isu1 5xx 1'
  wants 3 'isu2 answered 2 of 100 requests with errors or not at all within' '2.00 %; the others 0.10 % at most' -- deploy
  went_back "$first"
}

test_a_release_that_fails_as_seldom_as_the_one_before_is_fine() {
  deployed
  next_commit
  happens_while_watched 'tell isu2 2xx 98; tell isu2 5xx 2; tell isu1 2xx 99; tell isu1 5xx 1; tell isu3 2xx 99; tell isu3 5xx 1'
  wants 0 -- deploy
}

test_what_the_hosts_ask_each_other_is_no_error_of_people() {
  deployed
  next_commit
  happens_while_watched 'tell isu2 2xx 98; tell isu2 5xx 9 hosts/api/chair'
  wants 0 -- deploy
}

test_what_nginx_says_of_another_host_or_time_is_no_error() {
  deployed
  next_commit
  printf '%s [error] 7#7: *1 connect() failed, upstream: "http://10.0.0.2:8080/api", host: "isu1"\n' '2026/11/25 13:40:02' \
    >"$FAKE/isu1/var/log/nginx/error.log"
  happens_while_watched 'complain error 10.0.0.3'
  wants 3 'isu3 answered 1 of 1 requests' -- deploy
  happens_while_watched 'complain warn 10.0.0.2'
  wants 0 -- deploy
}

test_a_release_that_nginx_gets_no_answers_from_stops() {
  local first
  first=$(commit)
  deployed
  next_commit
  happens_while_watched 'complain error 10.0.0.2'
  wants 3 'isu2 answered 1 of 1 requests with errors or not at all' -- deploy
  went_back "$first"
}

# From now on, each time. What the application counts is a sum that grows.
happens_while_watched() { # COMMANDS
  cat >"$FAKE/meanwhile" <<TEXT
tell() { # HOST STATUS HOW_MANY [ROUTE]
  printf 'isuumo_request_seconds_count{route="%s",status="%s"} %d.0\n' "\${4:-/api/chair/search}" "\$2" "\$3" >>"$FAKE/\$1/metrics"
}
complain() { # LEVEL ADDRESS
  printf '%s [%s] 7#7: *1 upstream timed out, client: 1.2.3.4, upstream: "http://%s:8080/api", host: "isu1"\n' \
    "\$(date '+%Y/%m/%d %H:%M:%S')" "\$1" "\$2" >>"$FAKE/isu1/var/log/nginx/error.log"
}
$1
TEXT
}

test_the_endpoints_are_those_of_the_help_and_of_the_questions() {
  local endpoint
  PYTHONPATH="$repository/provisioning/deploy" python3 -c 'from isuumo_deploy.gate import ENDPOINTS; print(*ENDPOINTS, sep="\n")' >"$scratch/endpoints"
  sed -n 's/.*Read(f\{0,1\}"\([^"]*\)".*/\1/p; s/.*refused(f\{0,1\}"\([^"]*\)".*/\1/p' "$project/provisioning/deploy/host/contract.py" \
    | sed 's/{{id}}/{id}/' | sed 'h; s/{kind}/chair/p; t more; b; :more; g; s/{kind}/estate/' | sort -u >"$scratch/asked"
  sort "$scratch/endpoints" | diff - "$scratch/asked"
}
