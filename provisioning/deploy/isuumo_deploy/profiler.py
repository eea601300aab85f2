"""async-profiler, which samples a server's stacks: where its library comes from, and how it is attached on this machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from .failure import need
from .inventory import ROOT, last_line

# Processor, allocations and locks, as on hosts (host/measure.sh).
START = "start,jfr,event=itimer,interval=2ms,alloc=1m,lock=1ms"


def library() -> Path:
    """Out of its Maven artifact."""
    known = re.search("<async-profiler.version>(.*)</", (ROOT / "pom.xml").read_text())
    name = f"async-profiler-{known[1] if known else 'unknown'}"
    file = ROOT / ".local/tools" / name / "libasyncProfiler.so"
    if not file.exists():
        artifact = "-Dartifact=tools.profiler:{}:{}".format(*name.rsplit("-", 1))
        fetched = subprocess.run(["mvn", "-q", "-B", "dependency:copy", artifact, f"-DoutputDirectory={file.parent}"], cwd=ROOT,
                                 capture_output=True, text=True)
        need(fetched.returncode == 0, f"Maven cannot fetch {artifact}: {last_line(fetched.stdout)}")
        with zipfile.ZipFile(file.parent / f"{name}.jar") as jar:
            file.write_bytes(jar.read("linux-x64/libasyncProfiler.so"))
    return file


def attach(process: int, command: str) -> None:
    """To a server of this machine, by its own jcmd."""
    beside = Path(f"/proc/{process}/exe").resolve().parent / "jcmd"
    jcmd = str(beside) if beside.exists() else shutil.which("jcmd") or "jcmd"
    said = subprocess.run([jcmd, str(process), "JVMTI.agent_load", str(library()), f'"{command}"'], capture_output=True, text=True)
    need("return code: 0" in said.stdout, f"the profiler cannot {command.partition(',')[0]}: {last_line(said.stdout + said.stderr)}")
