# Another host becomes the writer: planned, and after the writer is gone for good.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

promotion() {
  start_shopper promoted 4000000
  check 'promote isu2 under load' timed 'promote, planned' deploy promote isu2
  check 'it sells there' sells_again promoted
  stop_shopper
  check 'nothing acknowledged is lost' promises_kept promoted
  note "planned promotion: $(windows promoted)"
  check 'status shows isu2 as the writer' writer_is isu2

  start_shopper lost 5000000 isu1
  sandbox kill isu2
  check 'without a word that it is fenced, a lost writer is left alone' refused 11 'add --fenced' promote isu1
  check 'promote isu1 after the power loss of the writer, under load' timed 'promote, writer lost' deploy promote isu1 --fenced
  check 'it sells there again' sells_again lost
  stop_shopper
  note "writer lost until promoted: $(windows lost)"
  sandbox start isu2
  check 'provision makes the lost writer a replica' timed 'provision of the lost writer' provision lost
  check 'all is well' eventually all_well
  check 'nothing acknowledged is lost with it' promises_kept lost
  check 'status shows isu1 as the writer' writer_is isu1
}

writer_is() { # HOST
  deploy status | tee -- "$work/status-promoted.log"
  grep -qE "^$1 +writer" -- "$work/status-promoted.log"
}

# A purchase acknowledged from now on.
sells_again() { # NAME
  local now
  now=$(date +%s)
  eventually sold_since "$now" "$1"
}

# The longest time without an acknowledged write, and without a read that was answered.
windows() { # NAME
  python3 - "$work/$1.log" <<'PYTHON'
import json, sys
done = {"reads": [], "writes": []}
for line in open(sys.argv[1], encoding="utf-8"):
    entry = json.loads(line)
    if entry["result"] == "ok":
        done["writes" if entry["what"] in ("buy", "upload") else "reads"].append(entry["sent"] + entry["seconds"])
for kind, times in done.items():
    times.sort()
    print(f"{max(b - a for a, b in zip(times, times[1:])):.1f} s without {kind}", end=", " if kind == "reads" else "\n")
PYTHON
}
