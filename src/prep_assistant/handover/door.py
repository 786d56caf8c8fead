"""Where the first start listens, for its own user alone, under a name made by chance: nobody can be there before it."""

import os

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from prep_assistant.handover.claim import Claim
from prep_assistant.handover.message import MOST_BYTES, TAKEN, MessageRefused, is_whole, read_message

PATIENCE_MS = 2_000
_MOST_WAITING = 8


class Door(QObject):
    """Takes messages of later starts. ``asked`` carries a path or ``None``, ``refused`` nothing of what came.

    Args:
        claim: who has the window; it is told where the door is.
        parent: the owner, as Qt knows one.

    Raises:
        OSError: nobody can listen here.
    """

    asked = Signal(object)
    refused = Signal()

    def __init__(self, claim: Claim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claim = claim
        if claim.left_behind:
            QLocalServer.removeServer(claim.left_behind)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_WAITING)
        self._server.newConnection.connect(self._let_in)
        name = f"prep-assistant-{os.urandom(16).hex()}"
        if not self._server.listen(name):
            raise OSError(self._server.errorString())
        claim.announce(name)

    def close(self) -> None:
        """Listens no more."""
        self._server.close()

    def _let_in(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(self, socket)


class _Caller(QObject):
    """One connection: its message must be whole before the patience ends."""

    def __init__(self, door: Door, socket: QLocalSocket) -> None:
        super().__init__(socket)
        self._door, self._socket = door, socket
        self._came = b""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._refuse)
        socket.setReadBufferSize(MOST_BYTES + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        self._patience.start(PATIENCE_MS)
        self._read()

    def _read(self) -> None:
        self._came += self._socket.read(MOST_BYTES + 1).data()
        if not self._patience.isActive() or not is_whole(self._came):
            return
        try:
            order_file = read_message(self._came)
        except MessageRefused:
            self._refuse()
            return
        self._patience.stop()
        self._socket.write(TAKEN)
        self._socket.disconnectFromServer()
        self._door.asked.emit(order_file)

    def _refuse(self) -> None:
        self._patience.stop()
        self._socket.abort()
        self._door.refused.emit()
