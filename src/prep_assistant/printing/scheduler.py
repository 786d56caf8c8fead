"""The CUPS scheduler: where it is, its commands, and questions to it by IPP."""

import os
import socket
import subprocess
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote

from prep_assistant.language import phrase
from prep_assistant.printing.ipp import OCTETS, Attributes, NotFound, Operation, Unreadable, decode, encode
from prep_assistant.workflow.ports import PrintRefused

_OK = 200


class NoAnswerInTime(Exception):
    """A command did not end in time: what it was to do may have happened or not."""


class Scheduler:
    """Whatever scheduler CUPS's own commands talk to: ``CUPS_SERVER``, client.conf and the default all count.

    Args:
        limit_s: how long one command or question may take, in seconds.
    """

    def __init__(self, limit_s: float) -> None:
        self._limit = limit_s

    def run(self, *command: str, content: bytes = b"") -> str:
        """What a command of CUPS says on its standard output.

        Args:
            command: its words; nothing reads them as a shell would.
            content: the bytes of its standard input.

        Raises:
            PrintRefused: it is not there, or it failed.
            NoAnswerInTime: it was ended because it took too long.
        """
        # Texts are read and shown, so they come in one language and without a path's surprises.
        environment = os.environ | {"LC_ALL": "C", "LANGUAGE": "C"}
        try:
            ended = subprocess.run(  # noqa: S603 - our own words, no shell
                command, input=content, capture_output=True, timeout=self._limit, env=environment, check=False
            )
        except FileNotFoundError as error:
            raise PrintRefused(
                phrase('the command "{command}" is missing; install the commands of CUPS', command=command[0])
            ) from error
        except subprocess.TimeoutExpired as error:
            raise NoAnswerInTime from error
        if ended.returncode:
            said = " ".join(ended.stderr.decode("utf-8", "replace").split())
            silent = phrase(
                '"{command}" failed with {code} and said nothing', command=command[0], code=ended.returncode
            )
            raise PrintRefused(said or silent)
        return ended.stdout.decode("utf-8", "replace")

    def read_job(self, number: int, wanted: Sequence[str]) -> Attributes:
        """What the scheduler knows of a job.

        Raises:
            NotFound: it knows no such job.
            Unreadable: it gave no usable answer.
        """
        return self._ask(Operation.GET_JOB_ATTRIBUTES, f"ipp://localhost/jobs/{number}", wanted)[0]

    def read_queue(self, name: str, wanted: Sequence[str]) -> Attributes:
        """What the scheduler knows of a queue.

        Raises:
            NotFound: it knows no such queue.
            Unreadable: it gave no usable answer.
        """
        return self._ask(Operation.GET_PRINTER_ATTRIBUTES, f"ipp://localhost/printers/{quote(name)}", wanted)[0]

    def read_queues(self, wanted: Sequence[str]) -> list[Attributes]:
        """What the scheduler knows of all its queues.

        Raises:
            Unreadable: it gave no usable answer.
        """
        try:
            return self._ask(Operation.CUPS_GET_PRINTERS, None, wanted)
        except NotFound:
            return []

    def _ask(self, operation: Operation, uri: str | None, wanted: Sequence[str]) -> list[Attributes]:
        try:
            connection = self._connect(self.run("lpstat", "-H").strip())
        except (NoAnswerInTime, PrintRefused) as error:
            raise Unreadable(str(error)) from error
        try:
            connection.request("POST", "/", encode(operation, uri, wanted), {"Content-Type": OCTETS})
            answer = connection.getresponse()
            content = answer.read()
        except (OSError, HTTPException) as error:
            raise Unreadable("the print system does not answer") from error
        finally:
            connection.close()
        if answer.status != _OK:
            raise Unreadable(f"the print system refused the question (HTTP {answer.status})")
        groups = decode(content)
        if uri is not None and not groups:
            raise Unreadable("the print system gave an empty answer")
        return groups

    def _connect(self, server: str) -> HTTPConnection:
        if server.startswith("/"):
            return _SocketFileConnection(server, self._limit)
        return HTTPConnection(server, timeout=self._limit)


class _SocketFileConnection(HTTPConnection):
    """HTTP through a socket in the file system, where CUPS listens on its own machine."""

    def __init__(self, path: str, limit: float) -> None:
        super().__init__("localhost", timeout=limit)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)
