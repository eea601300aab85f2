# shellcheck shell=bash
# ./deploy.sh initialize: POST /initialize, after a backup.

# shellcheck source=provisioning/deploy/backup.sh
source "$verbs/backup.sh"

initialize_usage() {
  cat <<'TEXT'
usage: ./deploy.sh initialize [--to DIR] [--keep N] [--inventory FILE] [--dry-run]

Takes a backup, as ./deploy.sh backup does, and then lets the writer restore the
initial rows: every purchase and every upload is undone. It shows the operators'
credential by itself. ./deploy.sh restore brings them back.
TEXT
}

run_initialize() {
  values=(--to --keep) to='' keep=''
  parse_options "$@"
  begin_backup initialize
  [[ $dry_run ]] || take_backup
  change "Restoring the initial rows on $writer" on "$writer" initialize
}
