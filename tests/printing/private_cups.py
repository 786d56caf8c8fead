"""A CUPS scheduler of the tests' own, on a socket in its folder and on loopback."""

import os
import shutil
import socket
import subprocess
from pathlib import Path
from time import monotonic

from tests.printing.printers import DEADLINE_S, OUT_OF_LABELS, find_socket_backend

_PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"

_FILES = """\
ServerRoot {root}/etc
ServerBin {root}/lib
DataDir {root}/share
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
ErrorLog {root}/errors
AccessLog {root}/accesses
PageLog {root}/pages
User lp
Group lp
FileDevice Yes
"""
# Whoever is on loopback may do anything; nothing is announced; a job that failed is tried again at once.
_SETTINGS = """\
Listen 127.0.0.1:{port}
Listen {root}/socket
Browsing No
WebInterface No
DefaultAuthType None
LogLevel debug
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""


class PrivateCups:
    """A scheduler that knows only what a test adds. ``stop`` ends it and whatever it started."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.port = _free_port()
        for folder in ("etc", "lib/backend", "lib/daemon", "lib/filter", "share/mime", "spool/tmp", "cache", "state"):
            (root / folder).mkdir(parents=True)
        self._add_backend("socket", find_socket_backend())
        self._add_backend("labels", OUT_OF_LABELS)
        (root / "lib/daemon/cups-exec").symlink_to("/usr/lib/cups/daemon/cups-exec")
        (root / "share/mime/mime.types").write_text("application/pdf pdf string(0,%PDF)\napplication/octet-stream\n")
        (root / "share/mime/mime.convs").touch()
        (root / "files.conf").write_text(_FILES.format(root=root))
        (root / "cupsd.conf").write_text(_SETTINGS.format(port=self.port, root=root))
        command = [_find("cupsd"), "-f", "-c", f"{root}/cupsd.conf", "-s", f"{root}/files.conf"]
        with (root / "output").open("wb") as output:
            self._process = subprocess.Popen(command, stdout=output, stderr=output)
        self._wait_until_it_answers()

    @property
    def server(self) -> str:
        """What CUPS_SERVER may be beside its socket."""
        return f"127.0.0.1:{self.port}"

    def command(self, *words: str) -> str:
        """Run one of CUPS's own commands against this scheduler."""
        environment = os.environ | {"CUPS_SERVER": self.server, "LC_ALL": "C"}
        ended = subprocess.run(
            [_find(words[0]), *words[1:]], env=environment, capture_output=True, text=True, check=True
        )
        return ended.stdout

    def add_queue(self, name: str, device: str, description: str = "") -> str:
        """Add a queue without filters to a device; return its name."""
        self.command("lpadmin", "-p", name, "-E", "-v", device, "-D", description)
        return name

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(DEADLINE_S)

    def _add_backend(self, name: str, content: bytes) -> None:
        backend = self._root / "lib/backend" / name
        backend.write_bytes(content)
        # For root alone: cupsd then starts it as root, who can read where pytest keeps its files.
        backend.chmod(0o700)

    def _wait_until_it_answers(self) -> None:
        end = monotonic() + DEADLINE_S
        while monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=DEADLINE_S).close()
            except ConnectionRefusedError:
                if self._ended_within(0.02):
                    break
            else:
                return
        raise AssertionError((self._root / "output").read_text())

    def _ended_within(self, seconds: float) -> bool:
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _find(command: str) -> str:
    found = shutil.which(command, path=_PATH)
    assert found, f"{command} is missing; tools/setup test installs it"
    return found
