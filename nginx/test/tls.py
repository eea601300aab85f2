"""A certificate for the hosts, made once for each run, by an authority that the client trusts and nobody else."""

import ssl
import subprocess
from pathlib import Path

NAME = "isuumo.example"


def make(work: Path) -> None:
    """WORK/tls/: the chain and its key, as on a host, and the authority."""
    directory = work / "tls"
    directory.mkdir(parents=True, exist_ok=True)
    _openssl(directory, f"req -x509 {_new('ca')} -out ca.pem -days 2 -subj /CN=test")
    _openssl(directory, f"req {_new('isuumo')} -out isuumo.csr -subj /CN={NAME}")
    (directory / "names").write_text(f"subjectAltName=DNS:{NAME},IP:127.0.0.1,IP:127.0.0.2,IP:127.0.0.3,DNS:localhost\n")
    signed = "x509 -req -in isuumo.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out isuumo.pem -days 2 -extfile names"
    _openssl(directory, signed)


def client(work: Path) -> ssl.SSLContext:
    """Believes the authority alone, and offers what browsers do, but for HTTP/2."""
    context = ssl.create_default_context(cafile=work / "tls/ca.pem")
    context.set_alpn_protocols(["http/1.1"])
    return context


def _new(name: str) -> str:
    """On a curve: faster than RSA."""
    return f"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key"


def _openssl(directory: Path, words: str) -> None:
    subprocess.run(["openssl", *words.split()], cwd=directory, capture_output=True, check=True)
