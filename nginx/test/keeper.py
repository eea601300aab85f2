"""Ends what a test leaves behind, however the test ended: killed too, and with an nginx that it had frozen."""

import subprocess

# When there is no more to read, whoever wrote has ended.
_SCRIPT = """
declare -A running
while read -r sign group; do
  if [[ $sign == + ]]; then running[$group]=1; else unset "running[$group]"; fi
done
for group in "${!running[@]}"; do kill -KILL -- "-$group" 2>/dev/null; done
"""


class Keeper:
    """Knows the process groups that run. It is a process of its own session: no signal that is meant for the test reaches it."""

    _process: subprocess.Popen[bytes] | None = None

    @classmethod
    def keep(cls, group: int) -> None:
        if not cls._process:
            cls._process = subprocess.Popen(["bash", "-c", _SCRIPT], stdin=subprocess.PIPE, start_new_session=True)
        cls._tell(f"+ {group}\n")

    @classmethod
    def forget(cls, group: int) -> None:
        cls._tell(f"- {group}\n")

    @classmethod
    def _tell(cls, line: str) -> None:
        cls._process.stdin.write(line.encode())
        cls._process.stdin.flush()
