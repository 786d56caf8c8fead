"""The little of IPP that reads states: requests to bytes, answers from bytes.

``lp`` and ``lpstat`` do not tell a job that was printed from one that was cancelled: ``lpstat`` shows the job's reasons
only, and CUPS 2.4.2 leaves "processing-to-stop-point" there in both cases. The state itself comes by IPP.

Source: RFC 8010, section 3 (encoding); RFC 8011, sections 4.3.4 and 4.2.5 (operations), 5.3.7 (job-state).
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from prep_assistant.frozen import frozen

Value = int | bool | str | None
Attributes = Mapping[str, Sequence[Value]]

OCTETS = "application/ipp"
_VERSION = b"\x01\x01"
_OPERATION, _END = 0x01, 0x03
_LAST_DELIMITER = 0x0F
_INTEGER, _BOOLEAN, _ENUM, _KEYWORD, _URI, _CHARSET, _LANGUAGE = 0x21, 0x22, 0x23, 0x44, 0x45, 0x47, 0x48
_TEXTS = range(0x41, 0x4A)
_SUCCESSFUL = range(0x0100)
_NOT_FOUND = 0x0406


class Operation(IntEnum):
    """What can be asked. The last is CUPS's own."""

    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


class Unreadable(Exception):
    """What came back is no answer, or says that the question was refused."""


class NotFound(Unreadable):
    """The print system does not know the job or the queue."""


@frozen
class _Item:
    tag: int
    name: str
    value: bytes


def encode(operation: Operation, uri: str | None, wanted: Sequence[str]) -> bytes:
    """The bytes of a request.

    Args:
        operation: what is asked.
        uri: the job or printer it is about, ``None`` for the whole system.
        wanted: the names of the attributes to answer with.
    """
    about = () if uri is None else (_encode_item(_URI, _uri_name(operation), uri),)
    keywords = (
        _encode_item(_KEYWORD, "" if number else "requested-attributes", name) for number, name in enumerate(wanted)
    )
    return b"".join(
        (
            _VERSION + operation.to_bytes(2) + (1).to_bytes(4) + bytes([_OPERATION]),
            _encode_item(_CHARSET, "attributes-charset", "utf-8"),
            _encode_item(_LANGUAGE, "attributes-natural-language", "en"),
            *about,
            *keywords,
            bytes([_END]),
        )
    )


def _uri_name(operation: Operation) -> str:
    return "job-uri" if operation is Operation.GET_JOB_ATTRIBUTES else "printer-uri"


def _encode_item(tag: int, name: str, value: str) -> bytes:
    parts = (name.encode(), value.encode())
    return bytes([tag]) + b"".join(len(part).to_bytes(2) + part for part in parts)


def decode(answer: bytes) -> list[Attributes]:
    """The groups of attributes in an answer, without the first one, which is about the answer itself.

    Raises:
        NotFound: what was asked for is not there.
        Unreadable: it is no answer, or it is a refusal.
    """
    status = int.from_bytes(answer[2:4])
    if status == _NOT_FOUND:
        raise NotFound("not found")
    if status not in _SUCCESSFUL or answer[0:1] not in {b"\x01", b"\x02"}:
        raise Unreadable(f"the print system refused the question (status 0x{status:04x})")
    groups: list[dict[str, list[Value]]] = []
    values: list[Value] = []
    for item in _items(answer):
        if item.tag <= _LAST_DELIMITER:
            groups.append({})
            continue
        if not groups:
            raise Unreadable("the print system's answer has no groups")
        if item.name:
            values = groups[-1].setdefault(item.name, [])
        values.append(_read_value(item))
    return list(groups[1:])


def _items(answer: bytes) -> Iterator[_Item]:
    place = 8
    while place < len(answer) and answer[place] != _END:
        tag = answer[place]
        place += 1
        if tag <= _LAST_DELIMITER:
            yield _Item(tag, "", b"")
            continue
        name, place = _read_part(answer, place)
        value, place = _read_part(answer, place)
        yield _Item(tag, name.decode("utf-8", "replace"), value)
    if place >= len(answer):
        raise Unreadable("the print system's answer breaks off")


def _read_part(answer: bytes, place: int) -> tuple[bytes, int]:
    start = place + 2
    end = start + int.from_bytes(answer[place:start])
    return answer[start:end], end


def _read_value(item: _Item) -> Value:
    if item.tag in {_INTEGER, _ENUM}:
        return int.from_bytes(item.value, signed=True)
    if item.tag == _BOOLEAN:
        return item.value != b"\0"
    return item.value.decode("utf-8", "replace") if item.tag in _TEXTS else None
