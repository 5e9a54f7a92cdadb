"""One request to an endpoint, within a time that nothing can stretch, and without following it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

if TYPE_CHECKING:
    from http.client import HTTPConnection

MOST_BYTES = 2_000_000  # of an answer
_PART = 65_536


class NoReplyError(Exception):
    """There is no reply; its text says why.

    Attributes:
        may_help: Whether to ask again may help.
    """

    def __init__(self, why: str, *, may_help: bool) -> None:
        super().__init__(why)
        self.may_help = may_help


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered; the names of its headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def post(address: SplitResult, body: bytes, headers: Mapping[str, str], seconds: float) -> Reply:
    """Send one request and return the reply, whatever its status: no redirect is followed.

    Args:
        address: Where to; it and nothing else is asked, no proxy either.
        body: What is sent.
        headers: Its headers.
        seconds: The time for all of it: to look up the host, connect, send and receive.

    Raises:
        NoReplyError: there is none in time, it breaks off, or it is too large.
    """
    exchange = _Exchange(address=address, body=body, headers=headers, seconds=seconds)
    # A thread of its own: no timeout of a socket bounds a lookup, or a server that sends a byte now and then.
    worker = Thread(target=exchange.run, daemon=True)
    worker.start()
    worker.join(seconds)
    if exchange.reply is not None:
        return exchange.reply
    if exchange.failure is None or worker.is_alive():
        exchange.close()
        raise NoReplyError(f"no answer within {seconds:g} s", may_help=False)
    raise exchange.failure


@dataclass(slots=True, kw_only=True)
class _Exchange:
    address: SplitResult
    body: bytes
    headers: Mapping[str, str]
    seconds: float
    reply: Reply | None = None
    failure: NoReplyError | None = None
    connection: HTTPConnection | None = field(default=None, init=False)

    def run(self) -> None:
        """Do it, and keep the reply or the failure."""
        from http.client import HTTPException

        try:
            self.reply = self._exchange()
        except NoReplyError as failure:
            self.failure = failure
        except TimeoutError:
            self.failure = NoReplyError(f"no answer within {self.seconds:g} s", may_help=False)
        except (OSError, HTTPException, ValueError) as error:
            what = "the certificate of the endpoint is refused" if _is_of_certificate(error) else _broken(error)
            self.failure = NoReplyError(what, may_help=not _is_of_certificate(error))
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection, which ends the thread that waits for it."""
        import socket

        held = self.connection.sock if self.connection else None
        with suppress(OSError):
            if held is not None:
                held.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            if self.connection is not None:
                self.connection.close()

    def _exchange(self) -> Reply:
        from http.client import HTTPConnection, HTTPSConnection

        kind = HTTPSConnection if self.address.scheme == "https" else HTTPConnection
        self.connection = kind(self.address.hostname or "", self.address.port, timeout=self.seconds)
        self.connection.request("POST", self.address.path or "/", self.body, dict(self.headers))
        response = self.connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        parts = bytearray()
        while part := response.read1(_PART):
            parts += part
            if len(parts) > MOST_BYTES:
                raise NoReplyError("an answer that is too large", may_help=False)
        length = headers.get("content-length", "")
        if length.isdecimal() and len(parts) < int(length):
            raise NoReplyError("the answer breaks off", may_help=True)
        return Reply(status=response.status, headers=headers, body=bytes(parts))


def _is_of_certificate(error: BaseException) -> bool:
    return type(error).__name__ == "SSLCertVerificationError"


def _broken(error: BaseException) -> str:
    """What broke, without the words of the server."""
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens at the address"
    if type(error).__name__ == "gaierror":
        return "the host is not known"
    return "the connection broke"
