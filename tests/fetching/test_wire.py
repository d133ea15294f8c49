"""Real secure connections to the loopback address, with certificates made by the test."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.fetching.serving import PAGE, answer
from whoseword.fetching.faults import StoppedError
from whoseword.fetching.fetch import Fetched, Fetcher
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.fetching.wire import Meter

OPENSSL = shutil.which("openssl")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of aldmoor.example, with its key, in one file."""
    if OPENSSL is None:
        pytest.skip("the program openssl, which makes the certificate, is not there")
    path = tmp_path_factory.mktemp("tls") / "aldmoor.pem"
    names = ["-subj", "/CN=aldmoor.example", "-addext", "subjectAltName=DNS:aldmoor.example"]
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run([OPENSSL, *made, *names], check=True, capture_output=True)
    with path.open("ab") as whole:
        whole.write(Path(f"{path}.crt").read_bytes())
    return path


@contextmanager
def secure(certificate: Path) -> Iterator[int]:
    """A server that greets two connections with this certificate; gives its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def greet() -> None:
        for page in (answer(status="404 Not Found"), answer()):
            with suppress(OSError):
                connection, _ = listening.accept()
                with connection, context.wrap_socket(connection, server_side=True) as inside:
                    inside.recv(65536)
                    inside.sendall(page)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)
        greeting = threading.Thread(target=greet)
        greeting.start()
        yield listening.getsockname()[1]
        # Who still waits for a second connection gets one that says nothing.
        with suppress(OSError):
            socket.create_connection(listening.getsockname()).close()
        greeting.join()


def fetched(name: str, port: int) -> Fetched:
    guard = Guard(allow_private=True, resolve=lambda *_: ["127.0.0.1"])
    return Fetcher(guard, limits=Limits(seconds=20), sleep=lambda _: None).fetch(f"https://{name}:{port}/dam")


def test_a_page_comes_over_a_secure_connection(certificate, monkeypatch):
    """The certificate is that of the name, though the connection goes to a number."""
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    with secure(certificate) as port:
        came = fetched("aldmoor.example", port)
    assert came.problems == ()
    assert came.given is not None
    assert came.given.data == PAGE


@pytest.mark.parametrize(("name", "is_known"), [("aldmoor.example", False), ("other.example", True)])
def test_a_certificate_that_cannot_be_trusted_ends_the_fetch(certificate, monkeypatch, name, is_known):
    """One that nobody vouches for, or that of another name, is told and nothing is read."""
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    with secure(certificate) as port:
        came = fetched(name, port)
    assert came.given is None
    assert [problem.code for problem in came.problems] == ["tls-broken"]
    assert came.problems[0].message.startswith(f"https://{name}:{port}/dam: its secure connection cannot be trusted")


@pytest.mark.parametrize(
    ("pieces", "in_body"),
    [
        ([b"HTTP/1.1 200 OK\r\n\r\nabc"], 3),
        ([b"HTTP/1.1 200 OK\r", b"\n\r", b"\nab", b"c"], 3),
        ([b"HTTP/1.1 200 OK\n\nabc\r\n\r\nd"], 8),
        ([b"HTTP/1.1 103 x\r\nA: b\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\nabc"], 3),
        ([b"HTTP/1.1 100 x\r\n\r\nHTTP/1.1 100 x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"], 0),
    ],
)
def test_the_bytes_of_the_body_are_counted_apart(pieces, in_body):
    """However the head arrives, what stands behind it is the body."""
    meter = Meter("http://aldmoor.example/", Limits(), 9.0)
    for piece in pieces:
        meter.count(piece)
    assert meter.in_body == in_body
    assert meter.received == sum(map(len, pieces))


def test_no_time_is_left_after_the_time():
    """A request whose time is over sends and reads nothing more."""
    with pytest.raises(StoppedError, match="takes too long"):
        Meter("http://aldmoor.example/", Limits(), -1.0).left()
