"""`clusterdoc run` on a cluster behind TLS, with certificates of an authority that lives as long as the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from dask_cluster import dask_cluster
from test_session import content, corpus

from clusterdoc.cli import group

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPENSSL = shutil.which("openssl") or ""
ROLES = ("CLIENT", "SCHEDULER", "WORKER")
TEXTS = {"a": 'Ann Lee said: "We lost five million dollars."', "b": "Bob Ray paid 30 percent."}


@dataclass(frozen=True)
class Tls:
    """A folder with two authorities, each with its key and certificate, and a cluster that trusts the first."""

    folder: Path
    address: str

    def command(self, path: str, store: Path, address: str = "") -> list[str]:
        return ["run", path, "--store", str(store), "--quiet", "--cluster", address or self.address]


def openssl(folder: Path, *options: str) -> None:
    subprocess.run([OPENSSL, *options], cwd=folder, check=True, capture_output=True)


def certify(folder: Path, name: str) -> None:
    """Make an authority, and a key with a certificate of it."""
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    authority = ["-CA", f"{name}-ca.pem", "-CAkey", f"{name}-ca.key", "-CAcreateserial"]
    openssl(folder, "req", "-x509", *key, "-subj", f"/CN={name}", "-keyout", f"{name}-ca.key", "-out", f"{name}-ca.pem")
    openssl(folder, "req", *key, "-subj", "/CN=localhost", "-keyout", f"{name}.key", "-out", f"{name}.csr")
    openssl(folder, "x509", "-req", "-in", f"{name}.csr", *authority, "-days", "2", "-out", f"{name}.pem")


def settings(folder: Path, name: str, authority: str) -> dict[str, str]:
    """Return Dask's configuration: who is trusted, and the certificate to be shown."""
    tls = "DASK_DISTRIBUTED__COMM__TLS__"
    shown = {f"{tls}{role}__CERT": str(folder / f"{name}.pem") for role in ROLES}
    keys = {f"{tls}{role}__KEY": str(folder / f"{name}.key") for role in ROLES}
    return {f"{tls}CA_FILE": str(folder / f"{authority}-ca.pem"), **shown, **keys}


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tls]:
    if not OPENSSL:
        pytest.skip("openssl makes the certificates, and is not here")
    folder = tmp_path_factory.mktemp("tls")
    for name in ("ours", "theirs"):
        certify(folder, name)
    with dask_cluster(1, "tls", settings(folder, "ours", "ours")) as (address, _):
        yield Tls(folder, address)


@pytest.mark.usefixtures("own_process")
def test_a_run_on_a_cluster_behind_tls_fills_the_store(tmp_path: Path, tls: Tls) -> None:
    path = corpus(tmp_path, TEXTS)
    command = [sys.executable, "-m", "clusterdoc", *tls.command(path, tmp_path / "tls.db")]
    environment = {**os.environ, **settings(tls.folder, "ours", "ours")}
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert CliRunner().invoke(group, ["run", path, "--store", str(tmp_path / "own.db"), "--quiet"]).exit_code == 0
    assert content(tmp_path / "tls.db") == content(tmp_path / "own.db")
    assert len(content(tmp_path / "tls.db")["documents"]) == len(TEXTS)


@pytest.mark.parametrize(
    ("name", "authority", "sentence"),
    [
        ("theirs", "theirs", "certificate verify failed"),
        ("theirs", "ours", "TLS is set up in Dask's configuration"),  # what is said is a matter of time
        ("none", "ours", "No such file or directory"),
        ("", "", "TLS expects a `ssl_context` argument"),
    ],
)
def test_a_certificate_that_does_not_fit_is_one_sentence(
    tmp_path: Path, tls: Tls, name: str, authority: str, sentence: str
) -> None:
    shown = settings(tls.folder, name, authority) if name else {}
    check_refused(tls.command(corpus(tmp_path, TEXTS), tmp_path / "news.db"), shown, sentence)
    assert not content(tmp_path / "news.db")["documents"]


def test_plain_tcp_to_a_scheduler_behind_tls_is_one_sentence(tmp_path: Path, tls: Tls) -> None:
    plain = tls.address.replace("tls://", "tcp://")
    check_refused(tls.command(corpus(tmp_path, TEXTS), tmp_path / "news.db", plain), {}, "Does it ask for TLS, tls://?")


def check_refused(command: list[str], shown: dict[str, str], sentence: str) -> None:
    """Run a command where Dask is configured as the environment that is shown would have it."""
    from dask import config

    names = {name.removeprefix("DASK_").replace("__", ".").lower(): value for name, value in shown.items()}
    with config.set(names):
        done = CliRunner().invoke(group, command)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: No Dask scheduler answers at t")
    assert sentence in line
