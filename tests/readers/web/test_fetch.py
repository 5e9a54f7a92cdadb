"""Pages are fetched from servers that the tests start on the loopback; nothing else is asked."""

import gzip
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarizer import ReadError, ReadSettings, read_documents, summarize

pytest.importorskip("httpcore")
from summarizer.readers.web import fetch as web
from summarizer.readers.web import ssrf as guard

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."
PAGE = f"<!doctype html><html><title>Talks</title><body><p>{SENTENCE}</p></body></html>".encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"], self.headers["Host"]))
        answer = self.server.pages.get(self.path, (404, {}, b"none"))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving(pages):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.pages, server.asked = pages, []
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def settings(tmp_path):
    return ReadSettings(allow_private=True, cache=str(tmp_path / "cache"), url_seconds=2)


def html(body=PAGE, **headers):
    return 200, {"Content-Type": "text/html; charset=utf-8", **headers}, body


def test_a_page_is_a_report_and_is_asked_for_by_our_name(settings):
    with serving({"/news/talks.html": html()}) as server:
        (document,) = read_documents(f"{server.address}/news/talks.html#top", settings, network=True)
        assert [asked[0] for asked in server.asked] == ["/robots.txt", "/news/talks.html"]
        assert all(agent.startswith("summarizer/") for _, agent, _ in server.asked)
    assert (document.id, document.kind, document.title) == ("talks", "html", "Talks")
    assert SENTENCE in document.text and document.url == f"{server.address}/news/talks.html"


def test_a_second_run_asks_nobody(settings):
    with serving({"/a": html(), "/b": (302, {"Location": "/a"}, b"")}) as server:
        addresses = [f"{server.address}/a", f"{server.address}/b"]
        before = read_documents(addresses, settings, network=True)
    assert read_documents(addresses, settings, network=True) == before
    assert summarize(before).signature == summarize(read_documents(addresses, settings, network=True)).signature
    refreshed = ReadSettings(allow_private=True, cache=settings.cache, refresh=True, url_seconds=2)
    with pytest.raises(ReadError, match="cannot be fetched"):
        read_documents(addresses, refreshed, network=True)


def test_a_kept_page_that_was_changed_is_fetched_anew(settings, tmp_path):
    with serving({"/a": html()}) as server:
        read_documents(f"{server.address}/a", settings, network=True)
        (kept,) = (tmp_path / "cache").glob("*.page")
        kept.write_bytes(b"something else")
        (document,) = read_documents(f"{server.address}/a", settings, network=True)
    assert SENTENCE in document.text


def test_nothing_is_fetched_unasked(settings):
    with serving({"/a": html()}) as server:
        with pytest.raises(ReadError, match="only with network=True"):
            read_documents(f"{server.address}/a", settings)
        assert server.asked == []


def test_ones_own_network_is_asked_only_when_told_to(tmp_path):
    with serving({"/a": html()}) as server:
        with pytest.raises(ReadError, match=r"refused, 127\.0\.0\.1 is no public address; --allow-private"):
            read_documents(f"{server.address}/a", ReadSettings(cache=str(tmp_path)), network=True)
        assert server.asked == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
     "100.64.0.1", "224.0.0.1",
     "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "ff02::1", "255.255.255.255", "240.0.0.1", "::127.0.0.1", "2606:2800:220:1::1%eth0",
     "fec0::1", "feff::1", "fe80::1", "fd00::1", "3fff::1", "5f00::1", "2001:db8::1", "2001:2::1", "100::1",
     "64:ff9b:1::1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
     "100.64.0.1", "0.1.2.3", "::ffff:0:7f00:1", "::ffff:169.254.169.254"],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not guard.is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_addresses_that_are_public(address):
    assert guard.is_public(address)


def test_a_name_that_leads_inward_is_refused_and_what_was_checked_is_connected_to(monkeypatch):
    asked = []

    def resolve(host, port, **_):
        asked.append(host)
        address = "127.0.0.1" if len(asked) > 1 or host == "inward.example" else "93.184.216.34"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(guard.socket, "getaddrinfo", resolve)
    connected = []

    class Inner:
        def connect_tcp(self, host, *_):
            connected.append(host)
            raise guard.httpcore.ConnectError("no network in tests")

    backend = guard.GuardedBackend(allow_private=False, seconds=5)
    backend._inner = Inner()
    with pytest.raises(guard.httpcore.ConnectError):
        backend.connect_tcp("rebinding.example", 80)
    assert (asked, connected) == (["rebinding.example"], ["93.184.216.34"])  # resolved once, and that was connected to
    with pytest.raises(guard.ForbiddenAddressError, match=r"inward\.example is 127\.0\.0\.1"):
        backend.connect_tcp("inward.example", 80)


def test_every_hop_is_checked(settings, monkeypatch):
    real = guard.is_public
    # What the test's own server is called counts as public here, so that the second hop is what is refused.
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1" or real(address))
    strict = ReadSettings(cache=settings.cache, url_seconds=2)
    targets = {
        "/a": "http://169.254.169.254/latest",
        "/b": "file:///etc/passwd",
        "/c": "http://u:p@127.0.0.1/",
        "/d": "http://[::1]:1/",
    }
    with serving({path: (302, {"Location": target}, b"") for path, target in targets.items()}) as server:
        for path, wanted in (
            ("/a", "169.254.169.254 is no public address"),
            ("/b", "redirected to file:"),
            ("/c", "a password"),
            ("/d", "::1 is"),
        ):
            with pytest.raises(ReadError, match=r"refused|no address") as error:
                read_documents(server.address + path, strict, network=True)
            assert wanted in str(error.value)


def test_redirects_end(settings):
    with serving({"/a": (302, {"Location": "/a"}, b"")}) as server:
        with pytest.raises(ReadError, match="more than 5 redirects"):
            read_documents(f"{server.address}/a", settings, network=True)
        assert sum(path == "/a" for path, *_ in server.asked) == 6


ROBOTS = {
    "forbids us": ((200, {}, b"User-agent: summarizer\nDisallow: /"), False),
    "forbids all": ((200, {}, b"User-agent: *\nDisallow: /n"), False),
    "forbids others": ((200, {}, b"User-agent: other\nDisallow: /"), True),
    "is not there": ((404, {}, b""), True),
    "forbids by a wildcard": ((200, {}, b"User-agent: *\nAllow: /\nDisallow: /*ws$"), False),
    "allows by the longer rule": ((200, {}, b"User-agent: *\nDisallow: /\nAllow: /news"), True),
    "in trouble": ((503, {}, b""), False),
    "elsewhere": ((301, {"Location": "/real-robots"}, b""), False),
}


@pytest.mark.parametrize("name", ROBOTS)
def test_robots_txt_is_honoured(settings, name):
    answer, may = ROBOTS[name]
    pages = {"/robots.txt": answer, "/real-robots": (200, {}, b"User-agent: *\nDisallow: /"), "/news": html()}
    with serving(pages) as server:
        if may:
            assert SENTENCE in read_documents(f"{server.address}/news", settings, network=True)[0].text
        else:
            with pytest.raises(ReadError, match=r"robots\.txt of 127\.0\.0\.1:\d+ forbids it"):
                read_documents(f"{server.address}/news", settings, network=True)
        assert ("/news" in [path for path, *_ in server.asked]) == may


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"a" * 65536)
    except OSError:
        pass


def silent(_handler):
    time.sleep(3)


def dripping(handler):
    try:
        for _ in range(200):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


@pytest.mark.parametrize(
    ("answer", "limit"),
    [(endless, "file_bytes"), (silent, "url_seconds"), (dripping, None)],
    ids=["endless", "silent", "dripping"],
)
def test_servers_that_mean_harm_do_not_cost_the_other_pages(tmp_path, monkeypatch, answer, limit):
    monkeypatch.setattr(web, "_PATIENCE", 2)
    settings = ReadSettings(allow_private=True, cache=str(tmp_path), url_seconds=0.5, file_bytes=1_000_000)
    with serving({"/bad": answer, "/good": html()}) as server:
        start = time.monotonic()
        bad, good = read_documents([f"{server.address}/bad", f"{server.address}/good"], settings, network=True)
        assert time.monotonic() - start < 10
    assert SENTENCE in good.text and bad.path == f"{server.address}/bad"
    assert limit is None or limit in bad.skipped


def test_a_page_that_is_packed_is_unpacked_within_the_limits(settings):
    pages = {
        "/a": html(gzip.compress(PAGE), **{"Content-Encoding": "gzip"}),
        "/b": html(gzip.compress(b"a" * 30_000_000)),
    }
    with serving(pages) as server:
        good, bad = read_documents([f"{server.address}/a", f"{server.address}/b"], settings, network=True)
    assert SENTENCE in good.text
    assert "expansion_ratio" in bad.skipped


def test_the_server_knows_the_encoding_and_addresses_may_hold_any_letter(settings):
    page = "<!doctype html><p>Señor Ortuño said so at São Paulo’s café on Monday, and went on to say much more.</p>"
    pages = {"/se%C3%B1or?q=%C3%BC": (200, {"Content-Type": "text/html; charset=windows-1252"}, page.encode("cp1252"))}
    with serving(pages) as server:
        (document,) = read_documents(f"{server.address}/señor?q=ü", settings, network=True)
    assert "Señor Ortuño said so at São Paulo’s café" in document.text


@pytest.mark.parametrize(
    "address", ["ftp://a.org/x", "file:///etc/passwd", "http://", "http://a:99999/", "http://u:p@a.org/"]
)
def test_other_addresses_are_refused(settings, address):
    with pytest.raises(ReadError, match=r"refused|found no address to fetch"):
        read_documents(address, settings, network=True)


def test_pages_are_fetched_beside_each_other_with_progress(settings):
    together = threading.Barrier(3, timeout=20)

    def waiting(handler):
        together.wait()  # no page is given before all are asked for
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(PAGE)

    told = []
    with serving({"/a": waiting}) as one, serving({"/a": waiting}) as two, serving({"/a": waiting}) as three:
        found = web.fetch_pages([f"{server.address}/a" for server in (one, two, three)], settings, told.append)
    assert all(isinstance(page, web.Page) for page in found.values())
    assert [line.split(":")[0] for line in told] == [f"fetched {n} of 3" for n in (1, 2, 3)]


def test_the_command_line_asks_by_naming_an_address(tmp_path):
    from typer.testing import CliRunner

    from summarizer.cli import app

    with serving({"/a": html()}) as server:
        arguments = ["read", f"{server.address}/a", "--cache", str(tmp_path), "--format", "text"]
        refused = CliRunner().invoke(app, arguments)
        assert refused.exit_code == 2 and "--allow-private" in refused.stderr and server.asked == []
        read = CliRunner().invoke(app, [*arguments, "--allow-private"])
    assert (read.exit_code, read.stdout.strip()) == (0, SENTENCE)


def test_a_page_that_cannot_take_its_place_in_the_cache_leaves_nothing(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").write_text("in the way")
    with pytest.raises(OSError, match="directory"):
        web.replace_file(tmp_path / "a", b"page")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]
