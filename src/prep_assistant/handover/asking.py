"""A later start asks the first one to come forward with its file."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtNetwork import QLocalSocket

from prep_assistant.handover.message import TAKEN, write_message

_PATIENCE_MS = 3_000


def ask_to_come_forward(door: str, order_file: Path | None) -> bool:
    """Hands the file over; whether the first start took it.

    Args:
        door: where it listens.
        order_file: the order to open; ``None`` to come forward as it is.

    Raises:
        MessageRefused: the file's name is too long to be handed over.
    """
    content = write_message(order_file)
    socket = QLocalSocket()
    socket.connectToServer(door)
    deadline = QDeadlineTimer(_PATIENCE_MS)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(content)
    while socket.bytesAvailable() < len(TAKEN) and socket.waitForReadyRead(max(0, deadline.remainingTime())):
        pass
    answer = socket.readAll().data()
    socket.abort()
    return answer == TAKEN
