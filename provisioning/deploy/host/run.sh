# shellcheck shell=bash
# The last of the files: runs what was asked for.
host=$1 address=$2 writer_address=$3 command=$4
shift 4
"host_$command" "$@"
