# shellcheck shell=bash
# Arguments, help, and from where it may be called.

test_help_lists_every_verb_and_exit_code() {
  local word
  wants 0 -- --help
  for word in local provision verify diff build deploy rollback status promote backup restore initialize unlock --dry-run 'Exit codes'; do
    [[ $said == *"$word"* ]]
  done
  [[ $("$repository/deploy.sh") == "$said" ]]
}

test_each_verb_explains_itself() {
  local verb
  for verb in local provision verify diff build deploy rollback status promote backup restore initialize unlock; do
    wants 0 "usage: ./deploy.sh $verb" -- "$verb" --help
  done
}

test_an_unknown_verb_is_refused() {
  wants 64 'there is no verb "deplyo"' 'usage:' -- deplyo
}

test_an_unknown_option_is_refused() {
  wants 64 'unrecognized arguments: --force; see ./deploy.sh deploy --help' -- deploy --force
}

test_an_unexpected_argument_is_refused() {
  wants 64 'unrecognized arguments: now; see' -- deploy now
}

test_an_option_without_its_value_is_refused() {
  local code=0
  said=$(PATH=$here/fake:$PATH "$repository/deploy.sh" status --inventory 2>&1) || code=$?
  [[ $code == 64 && $said == *'argument --inventory: expected one argument'* ]]
}

test_unlock_without_a_reason_is_refused() {
  wants 64 'the following arguments are required: REASON' -- unlock
}

test_promote_without_a_host_is_refused() {
  wants 64 'the following arguments are required: HOST' -- promote
}

test_promote_of_no_host_is_refused() {
  wants 64 'isu9 is none of the hosts: isu1, isu2, isu3' -- promote isu9
}

test_it_works_from_any_directory_through_a_link_with_spaces() {
  mkdir -- "$scratch/else where"
  ln -s '../check out/deploy.sh' "$scratch/else where/a link"
  (cd -- "$scratch/else where" && deploy deploy)
  said=$(cd / && PATH=$here/fake:$PATH "$scratch/else where/a link" status --inventory "$scratch/inventory.json")
  [[ $(grep -c "$(commit)  $(commit) .*ready" <<<"$said") == 3 ]]
}

test_ssh_gets_the_arguments_of_the_inventory() {
    deploy status || true # nothing is deployed
  grep -qF -- '|-F|/a b/config|--|op@isu1|' "$FAKE/ssh"
}
