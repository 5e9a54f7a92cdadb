"""An endpoint that answers chat completions: asked within the limits of a run, again where that may help."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult

from summarizer.about import __version__
from summarizer.errors import SettingsError
from summarizer.judge_settings import KEY_VARIABLE, JudgeOptions, parse_address
from summarizer.statements.chat_judge.exchange import NoReplyError, Reply, post

PATH = "/chat/completions"
_FIRST_PAUSE = 1.0  # seconds before a request is repeated; each further pause is twice as long
_BUSY = 429
_OPTIONAL = {"temperature": 0, "response_format": {"type": "json_object"}}  # what some endpoints do not take
_REFUSED = (400, 422)  # so an endpoint says that it does not take something
# What is plainly wrong with an address, and what is wanted.
_WRONG = {
    401: f"the endpoint does not take the key (401), wanted a valid one in {KEY_VARIABLE}",
    403: f"the endpoint forbids it (403), wanted a key in {KEY_VARIABLE} that may use the model",
    404: "the endpoint knows no such address or model (404), wanted the address in front of /chat/completions and the "
    "name of a model as the endpoint calls it",
    405: "the address takes no chat completions (405), wanted the one in front of /chat/completions",
}


@dataclass(slots=True, kw_only=True)
class Endpoint:
    """An endpoint, and what a run may still ask of it.

    Attributes:
        address: Its full address.
        shown: The address as the user gave it, for messages.
        options: The limits.
        key: What it is to be paid by; never shown, kept or signed.
        tell: Called with a line of text before a pause.
    """

    address: SplitResult
    shown: str
    options: JudgeOptions
    key: str | None = field(repr=False)
    tell: Callable[[str], None]
    _calls: int = 0
    _chars: int = 0
    _seconds: float = 0.0
    _takes_optional: bool = True

    def ask(self, body: Mapping[str, Any]) -> bytes:
        """Send a request, and return what is answered to it.

        Raises:
            NoReplyError: there is no answer, or a limit of the run is reached.
            SettingsError: the address, the model or the key is plainly wrong.
        """
        pause, retries = _FIRST_PAUSE, self.options.retries
        while True:
            try:
                reply = self._send(body)
            except NoReplyError as failure:
                if not failure.may_help or not retries:
                    raise
                wanted = pause
            else:
                if reply.status == 200:
                    return reply.body
                wanted = self._check_status(reply, is_last=not retries, pause=pause)
            self._wait(wanted)
            pause, retries = pause * 2, retries - 1

    def _send(self, body: Mapping[str, Any]) -> Reply:
        """Send a request once, or once more where the endpoint does not take all that it holds."""
        asked = {**body, **_OPTIONAL} if self._takes_optional else body
        reply = self._post(asked)
        if reply.status in _REFUSED and self._takes_optional:
            plain = self._post(body)
            # Only an endpoint that takes the plain request shows what it did not take of the other.
            self._takes_optional = plain.status != 200
            return plain
        return reply

    def _post(self, body: Mapping[str, Any]) -> Reply:
        """Send a request within what is left of the limits."""
        data = json.dumps(body).encode()
        chars = sum(len(message["content"]) for message in body["messages"])
        left = self.options.run_seconds - self._seconds
        if self._calls >= self.options.calls:
            raise NoReplyError(f"the limit of {self.options.calls:,} calls is reached", may_help=False)
        if self._chars + chars > self.options.chars:
            raise NoReplyError(f"the limit of {self.options.chars:,} characters is reached", may_help=False)
        if left <= 0:
            raise self._late()
        self._calls += 1
        self._chars += chars
        began = time.monotonic()
        try:
            return post(self.address, data, self._headers(), min(self.options.seconds, left))
        finally:
            self._seconds += time.monotonic() - began

    def _headers(self) -> dict[str, str]:
        headers = {
            "User-Agent": f"summarizer/{__version__}",
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})

    def _check_status(self, reply: Reply, *, is_last: bool, pause: float) -> float:
        """Return how long to wait before asking again.

        Raises:
            NoReplyError: to ask again would not help.
            SettingsError: the address, the model or the key is plainly wrong.
        """
        status = reply.status
        if status in _WRONG:
            raise SettingsError(f"Settings.judge {self.shown}: {_WRONG[status]}.")
        if 300 <= status < 400:
            raise SettingsError(
                f"Settings.judge {self.shown}: the endpoint sends us to another address ({status}), which is not "
                "followed; wanted the address that answers."
            )
        if status != _BUSY and status < 500:
            raise NoReplyError(f"the endpoint answers {status}", may_help=False)
        if is_last:
            raise NoReplyError(f"the endpoint answers {status}", may_help=True)
        return max(pause, _seconds_of(reply.headers.get("retry-after", "")))

    def _wait(self, seconds: float) -> None:
        """Wait before a request is repeated; not where the run may not wait so long."""
        if self._seconds + seconds >= self.options.run_seconds:
            raise self._late()
        self.tell(f"waiting {seconds:.3g} s for {self.address.hostname}")
        time.sleep(seconds)
        self._seconds += seconds

    def _late(self) -> NoReplyError:
        return NoReplyError(f"the limit of {self.options.run_seconds:g} s for all answers is reached", may_help=False)


def open_endpoint(address: str, options: JudgeOptions, tell: Callable[[str], None]) -> Endpoint:
    """Prepare an endpoint; nothing is sent as yet.

    Args:
        address: Its address, with or without /chat/completions at its end.
        options: The limits.
        tell: Called with a line of text before a pause.

    Raises:
        SettingsError: the key cannot be sent, or would be sent in the clear.
    """
    parts = parse_address(address)
    path = parts.path.rstrip("/")
    full = parts._replace(path=path if path.endswith(PATH) else path + PATH)
    key = os.environ.get(KEY_VARIABLE, "").strip() or None
    if key and not (key.isascii() and key.isprintable()):
        raise SettingsError(f"{KEY_VARIABLE}: found characters that cannot be sent, wanted the key alone.")
    if key and parts.scheme == "http" and not _is_own_machine(parts.hostname or ""):
        raise SettingsError(
            f"Settings.judge {address}: found http:// and a key in {KEY_VARIABLE}, which would be sent in the clear; "
            "wanted https://, or the variable not set."
        )
    return Endpoint(address=full, shown=address, options=options, key=key, tell=tell)


def _is_own_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _seconds_of(retry_after: str) -> float:
    """The seconds that a Retry-After asks for, which is a number or a time; 0 where it is neither."""
    try:
        return max(0.0, float(int(retry_after)))
    except (ValueError, OverflowError):
        pass
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0
