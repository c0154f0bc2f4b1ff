"""Asking a server on this machine as fast as it answers, over connections that stay open."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import cycle

CONNECTIONS = 3
_HEAD_END = b"\r\n\r\n"
_BUFFER = 2_000_000


class Load:
    """Requests to one port of 127.0.0.1."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str) -> bytes:
        """The content at that path. Raises AssertionError when the answer is no 200."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request("GET", path)
            response = connection.getresponse()
            content = response.read()
            assert response.status == 200, (path, response.status, content[:200])
            return content

    def header(self, path: str, name: str) -> str:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request("HEAD", path)
            return connection.getresponse().headers[name]

    def rates(
        self, paths: dict[str, Iterable[str]], *, headers: str = "", rounds: int, seconds: float
    ) -> dict[str, list[float]]:
        """Requests per second for each name in each round. In a round all take turns, in the next one backwards: what
        else the machine does falls on all of them alike.
        """
        requests = {name: cycle([_request(path, headers) for path in some]) for name, some in paths.items()}
        found: dict[str, list[float]] = {name: [] for name in paths}
        for number in range(rounds):
            for name in list(paths)[:: -1 if number % 2 else 1]:
                found[name].append(self._rate(requests[name], seconds=seconds))
        return found

    def _rate(self, requests: Iterator[bytes], *, seconds: float) -> float:
        counts: list[int] = []
        lock, end = threading.Lock(), time.perf_counter() + seconds

        def following() -> bytes:
            with lock:
                return next(requests)

        threads = [
            threading.Thread(target=self._ask, args=(following, end, counts)) for _ in range(CONNECTIONS)
        ]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(counts) / (time.perf_counter() - start)

    def _ask(self, following: Callable[[], bytes], end: float, counts: list[int]) -> None:
        buffer, count = memoryview(bytearray(_BUFFER)), 0
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.perf_counter() < end:
                connection.sendall(following())
                _receive(connection, buffer)
                count += 1
        counts.append(count)


def _request(path: str, headers: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n".encode()


def _receive(connection: socket.socket, buffer: memoryview) -> None:
    """Read one answer to its end."""
    got, whole = 0, None
    while whole is None or got < whole:
        piece = connection.recv_into(buffer[got:])
        assert piece, "the server hung up"
        got += piece
        if whole is None:
            head = bytes(buffer[: min(got, 4_000)])
            end = head.find(_HEAD_END)
            whole = end + len(_HEAD_END) + _length(head[:end]) if end >= 0 else None


def _length(head: bytes) -> int:
    lines = (line.split(b":", 1) for line in head.lower().split(b"\r\n")[1:])
    return next((int(value) for name, value in lines if name == b"content-length"), 0)


def pages(load: Load, path: str) -> Iterator[str]:
    """The addresses of a list's pages, from the first one on, as the list itself names them."""
    import json

    while path:
        yield path
        following = json.loads(load.get(path))["links"].get("next", "")
        path = "/" + following.split("/", 3)[3] if following else ""
