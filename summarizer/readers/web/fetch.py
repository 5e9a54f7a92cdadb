"""Fetches the pages at addresses, checks each redirect, and keeps them for the next run."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from summarizer.about import __version__, install_command
from summarizer.errors import MissingExtraError, ReadError
from summarizer.readers.web.kept_files import NAME, find_user_folder, replace_file
from summarizer.readers.web.robots import Robots
from summarizer.settings import ReadSettings

USER_AGENT = f"{NAME}/{__version__} (reads single pages that a person asked for)"
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_AT_ONCE = 8  # addresses asked at a time; of one host, one
_ROBOTS_BYTES = 500 * 1024  # what RFC 9309 has a reader take at least
_REDIRECTS = (301, 302, 303, 307, 308)
_PATIENCE = 10  # times url_seconds until all of a page must be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address led to: where it ended, what the server calls it, and its bytes."""

    url: str
    form: str
    data: bytes


def _is_address(path: str) -> bool:
    """Tell whether a source is an address rather than a path."""
    return bool(_ADDRESS.match(path))


def fetch_pages(
    urls: Iterable[str], settings: ReadSettings, progress: Callable[[str], None] | None = None
) -> Mapping[str, Page | ReadError]:
    """Fetch pages, several at a time; those kept from an earlier run are not asked for again.

    Args:
        urls: Their addresses.
        settings: Limits, whether private addresses may be asked, and where pages are kept.
        progress: Called with a line of text as each page is there.

    Returns:
        For each address its page, or why there is none.

    Raises:
        MissingExtraError: the part that fetches pages is not installed, and some page is not kept.
    """
    wanted = tuple(dict.fromkeys(urls))
    found: dict[str, Page | ReadError] = {}
    cache = _Cache(settings)
    for url in wanted:
        page = None if settings.refresh else cache.get(url)
        if page is not None:
            found[url] = page
    missing = [url for url in wanted if url not in found]
    if missing:
        client = _client(settings, missing[0])
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            tasks = {pool.submit(client.fetch, url): url for url in missing}
            for number, task in enumerate(as_completed(tasks), start=1):
                url = tasks[task]
                if progress:
                    progress(f"fetched {number} of {len(missing)}: {url}")
                try:
                    page = task.result()
                    cache.put(url, page)
                    found[url] = page
                except ReadError as error:
                    found[url] = error
    return found


def _client(settings: ReadSettings, url: str) -> _Client:
    try:
        import httpcore

        from summarizer.readers.web.ssrf import ForbiddenAddressError, GuardedBackend
    except ImportError:
        raise MissingExtraError(
            f"{url}: pages need a part that is not installed; install it with: {install_command('web')}"
        ) from None
    backend = GuardedBackend(allow_private=settings.allow_private, seconds=_PATIENCE * settings.url_seconds)
    # A connection serves one page: so its time is the page's time.
    pool = httpcore.ConnectionPool(network_backend=backend, max_keepalive_connections=0)
    failures = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, UnicodeError)
    return _Client(settings, pool, ForbiddenAddressError, httpcore.TimeoutException, failures)


class _Client:
    """Asks servers for pages. It may be used from several threads; each host is asked by one at a time."""

    def __init__(self, settings: ReadSettings, pool: Any, forbidden: Any, late: Any, failures: Any) -> None:
        self._settings = settings
        self._pool = pool
        self._forbidden = forbidden
        self._late = late
        self._failures = failures
        self._hosts: defaultdict[str, threading.RLock] = defaultdict(threading.RLock)
        self._robots: dict[str, Robots] = {}
        self._lock = threading.Lock()

    def fetch(self, url: str) -> Page:
        """Fetch a page, by way of as many redirects as are allowed.

        Raises:
            ReadError: it may not be asked for, cannot be had, or goes beyond a limit.
        """
        at = url
        for _ in range(self._settings.redirects + 1):
            at = _checked(url, at)
            with self._host(at):
                if not self._may_fetch(url, at):
                    raise ReadError(f"{url}: not fetched, robots.txt of {urlsplit(at).netloc} forbids it.", path=url)
                status, headers, data = self._get(url, at, self._settings.file_bytes)
            if status in _REDIRECTS and headers.get("location"):
                at = urljoin(at, headers["location"])
                continue
            if status != 200:
                raise ReadError(f"{url}: cannot be fetched (the server answers {status}).", path=url)
            return Page(url=at, form=headers.get("content-type", ""), data=data)
        raise _refusal(url, "redirects", self._settings)

    def _host(self, url: str) -> threading.RLock:
        with self._lock:
            return self._hosts[urlsplit(url).netloc]

    def _may_fetch(self, url: str, at: str) -> bool:
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(at))
        if origin not in self._robots:
            status, data = self._get_robots(url, f"{origin}/robots.txt")
            # RFC 9309: no such file forbids nothing, a server in trouble forbids everything.
            if status == 200:
                text = data.decode("utf-8", errors="replace")
            else:
                text = "" if 400 <= status < 500 else "User-agent: *\nDisallow: /"
            self._robots[origin] = Robots(text, NAME)
        return self._robots[origin].may_fetch(at)

    def _get_robots(self, url: str, at: str) -> tuple[int, bytes]:
        for _ in range(self._settings.redirects + 1):
            at = _checked(url, at)
            status, headers, data = self._get(url, at, _ROBOTS_BYTES, is_cut=True)
            if status not in _REDIRECTS or not headers.get("location"):
                return status, data
            at = urljoin(at, headers["location"])
        return 404, b""

    def _get(self, url: str, at: str, most: int, *, is_cut: bool = False) -> tuple[int, dict[str, str], bytes]:
        seconds = self._settings.url_seconds
        timeout = {"connect": seconds, "read": seconds, "write": seconds, "pool": _PATIENCE * seconds}
        # Packed answers are asked for by nobody here: what is sent is what counts against the limit.
        headers = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        headers["Host"] = urlsplit(at).netloc
        data = bytearray()
        try:
            with self._pool.stream("GET", at, headers=headers, extensions={"timeout": timeout}) as response:
                found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                for part in response.iter_stream():
                    data += part
                    if len(data) > most:
                        if is_cut:
                            break
                        raise _refusal(url, "file_bytes", self._settings)
                return response.status, found, bytes(data[:most])
        except self._forbidden as error:
            raise ReadError(
                f"{url}: refused, {error}; --allow-private lets such pages be read.",
                path=url,
            ) from None
        except self._late:
            raise _refusal(url, "url_seconds", self._settings) from None
        except self._failures as error:
            reason = str(error) or type(error).__name__
            raise ReadError(f"{url}: cannot be fetched ({reason}).", path=url) from None


def _checked(url: str, at: str) -> str:
    """Check what can be said of an address without asking anyone; return it in letters that may be sent.

    Raises:
        ReadError: it is none that may be asked for.
    """
    try:
        parts = urlsplit(at)
        host = (parts.hostname or "").encode("idna").decode() if ":" not in (parts.hostname or "") else parts.hostname
        is_fit = parts.scheme in ("http", "https") and bool(host) and parts.port != 0
    except ValueError:
        is_fit = False
    where = url if url == at else f"{url}, redirected to {at}"
    if not is_fit:
        raise ReadError(f"{where}: found no address to fetch, wanted http:// or https:// and a host.", path=url)
    if parts.username is not None or parts.password is not None:
        raise ReadError(f"{where}: refused, found a name or a password in the address; leave them out.", path=url)
    place = f"[{host}]" if ":" in str(host) else host
    place = f"{place}:{parts.port}" if parts.port else place
    path, query = (
        quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"),
        quote(parts.query, safe="/%:@!$&'()*+,;=?~-._[]"),
    )
    return urlunsplit((parts.scheme, str(place), path, query, ""))


def _refusal(url: str, limit: str, settings: ReadSettings) -> ReadError:
    from summarizer.readers.source import SourceFile

    return SourceFile(name=url, stem=url, data=b"", settings=settings).refusal(limit)


class _Cache:
    """Pages kept on disk, each under the hash of its address; what is there is used without asking anyone."""

    def __init__(self, settings: ReadSettings) -> None:
        self._folder = Path(settings.cache) if settings.cache else find_user_folder("pages")
        self._most = settings.file_bytes

    def get(self, url: str) -> Page | None:
        """Return the page kept for an address; None where there is none, or none that is whole."""
        meta, body = self._paths(url)
        try:
            record = json.loads(meta.read_bytes())
            data = body.read_bytes() if body.stat().st_size <= self._most else b""
            is_whole = record["url"] == url and record["sha256"] == hashlib.sha256(data).hexdigest()
            return Page(url=str(record["at"]), form=str(record["form"]), data=data) if is_whole else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, page: Page) -> None:
        """Keep a page; a disk that does not take it costs only the next run."""
        meta, body = self._paths(url)
        record = {"url": url, "at": page.url, "form": page.form, "sha256": hashlib.sha256(page.data).hexdigest()}
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(body, page.data)
            replace_file(meta, json.dumps(record).encode())

    def _paths(self, url: str) -> tuple[Path, Path]:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{name}.json", self._folder / f"{name}.page"
