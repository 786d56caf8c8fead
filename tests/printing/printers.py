"""Printers for the private scheduler: one that listens, one that is off, one without labels."""

import socket
from contextlib import closing
from pathlib import Path
from queue import Queue
from threading import Thread

DEADLINE_S = 20.0

# A printer without labels: it says so, and goes on when something is written into the pipe that is its device.
OUT_OF_LABELS = b"""\
#!/bin/sh
[ $# -eq 0 ] && exit 0
echo 'STATE: +media-empty-warning' >&2
read -r _ <"${DEVICE_URI#labels:}"
echo 'STATE: -media-empty-warning' >&2
"""
# Sends the file to an address; where nobody listens it says what CUPS's own says then, and stays.
_BARE_SOCKET = b"""\
#!/bin/bash
[ $# -eq 0 ] && exit 0
address=${DEVICE_URI#socket://}
if exec 3<>"/dev/tcp/${address%:*}/${address#*:}"; then
    cat "${6:--}" >&3
else
    echo 'INFO: The printer may not exist or is unavailable at this time.' >&2
    exec tail -f /dev/null
fi
"""


class ListeningPrinter:
    """A network printer: takes connections one after the other and keeps what each brought."""

    def __init__(self) -> None:
        self._arrived: Queue[bytes] = Queue()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.device = f"socket://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = Thread(target=self._take_all)
        self._thread.start()

    def receive(self) -> bytes:
        """Wait for the next job's bytes."""
        return self._arrived.get(timeout=DEADLINE_S)

    def stop(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(DEADLINE_S)

    def _take_all(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with closing(connection), connection.makefile("rb") as stream:
                self._arrived.put(stream.read())


class SwitchedOffPrinter:
    """A network address that is kept and refuses every connection."""

    def __init__(self) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.device = f"socket://127.0.0.1:{self._socket.getsockname()[1]}"

    def stop(self) -> None:
        self._socket.close()


def find_socket_backend() -> bytes:
    """CUPS's own where its whole server is installed; cupsd alone (what tools/setup installs) comes without it."""
    places = [Path("/usr/lib/cups") / folder / "socket" for folder in ("backend-available", "backend")]
    return next((place.read_bytes() for place in places if place.exists()), _BARE_SOCKET)
