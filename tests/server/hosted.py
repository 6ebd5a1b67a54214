"""A real host on loopback and real clients of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

from websockets.sync.client import ClientConnection, connect

SCENARIO = "embargo_2010"
WAIT = 30.0


class Hosted:
    """``chokepoint host`` as a process of its own."""

    def __init__(self, home: Path, *options: str, port: int = 0, first: str = "pass") -> None:
        """`first` is what the process does before: to be less patient, say."""
        command = [
            sys.executable,
            "-c",
            f"{first}\nfrom game.cli.main import main\nmain()",
            "host",
            SCENARIO,
            "--port",
            str(port),
            "--seed",
            "7",
            *options,
        ]
        self.process = subprocess.Popen(
            command,
            env={**os.environ, "CHOKEPOINT_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._clients: list[Client] = []
        self.links: dict[str, str] = {}
        assert self.process.stdout is not None
        watchdog = threading.Timer(90.0, self.process.kill)
        watchdog.start()
        for line in self.process.stdout:
            if found := re.search(r"^(Players|Facilitator|Projector): (\S+)", line):
                self.links[found[1]] = found[2]
            if line.startswith("Session:"):
                break
        watchdog.cancel()
        if not self.links:
            raise RuntimeError(self.process.stderr.read() if self.process.stderr else "")
        self.port = int(self.links["Players"].rpartition(":")[2].partition("/")[0])
        self.room = self.links["Players"].partition("#")[2]
        self.console = self.links["Facilitator"].partition("#")[2]
        self.projector = self.links["Projector"].partition("#")[2]

    def kill(self) -> None:
        """As a power cut would."""
        with self.process:
            self.process.kill()
        for client in self._clients:
            client.close()

    def client(self, **hello: str) -> Client:
        client = Client(self.port, **hello)
        self._clients.append(client)
        return client


class Client:
    """One connection that has said hello."""

    def __init__(self, port: int, *, origin: str | None = None, **hello: str) -> None:
        self._open = ExitStack()
        address = f"ws://127.0.0.1:{port}/ws"
        opening = connect(address, origin=origin, max_size=None, max_queue=None)  # type: ignore[arg-type]
        self.socket: ClientConnection = self._open.enter_context(opening)
        self.send(type="hello", **hello)
        self.got: list[str] = []

    def send(self, **message: Any) -> None:
        self.socket.send(json.dumps(message))

    def until(self, *types: str) -> dict[str, Any]:
        """The next message of one of the types."""
        while True:
            text = str(self.socket.recv(timeout=WAIT))
            self.got.append(text)
            message: dict[str, Any] = json.loads(text)
            if message["type"] in types:
                return message

    def act(self, kind: str, /, **parts: Any) -> dict[str, Any]:
        """Do something under a new id; what came of it."""
        identifier = parts.pop("id", str(uuid4()))
        self.send(type=kind, id=identifier, **parts)
        return self.until("acknowledged", "refused", "seated", "error", "goodbye")

    def close(self) -> None:
        self._open.close()
