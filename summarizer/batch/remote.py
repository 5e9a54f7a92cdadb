"""Places that an address names, through fsspec; the only file that knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from summarizer.about import install_command
from summarizer.errors import InputError, MissingExtraError, OutputError, ReadError, short

_ADDRESS = re.compile(r"\A[a-z][a-z0-9+.-]*(?:://|::)", re.IGNORECASE)
_LOCAL = re.compile(r"(?:file|local)://", re.IGNORECASE)
_SECRET = re.compile(r"(?<=://)[^/@\s]*@")


def is_address(name: str) -> bool:
    """Tell whether a place is named by an address.

    >>> is_address("s3://bucket/clusters.jsonl"), is_address("clusters.jsonl"), is_address("file:///a.jsonl")
    (True, False, False)
    """
    return bool(_ADDRESS.match(name)) and "://" in name and not _LOCAL.match(name)


def without_scheme(name: str) -> str:
    """Return the path of a place on this machine.

    >>> without_scheme("file:///data/a.jsonl"), without_scheme("a.jsonl")
    ('/data/a.jsonl', 'a.jsonl')
    """
    if not _LOCAL.match(name):
        return name
    from urllib.request import url2pathname

    return url2pathname(_LOCAL.sub("", name, count=1))


def shown_address(name: str) -> str:
    """Return an address without the name and password that it may hold.

    >>> shown_address("ftp://me:secret@host/a.jsonl")
    'ftp://…@host/a.jsonl'
    """
    return short(_SECRET.sub("…@", name))


def connect(address: str) -> tuple[Any, str]:
    """Return the file system that an address names, and the path there.

    Raises:
        MissingExtraError: fsspec, or what it needs for the scheme, is not installed.
        InputError: nothing is known of the scheme.
    """
    name = shown_address(address)
    try:
        from fsspec import available_protocols
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtraError(
            f"{name}: addresses need a part that is not installed; install it with: {install_command('batch')}"
        ) from None
    try:
        found, path = url_to_fs(address)
    except ImportError as error:
        scheme = address.partition(":")[0]
        raise MissingExtraError(f"{name}: {scheme}:// needs a part that is not installed: {error}.") from None
    except ValueError as error:
        if "rotocol not known" not in str(error):
            raise InputError(f"{name}: is no address that can be used ({error}).", path=name) from None
        known = ", ".join(sorted(available_protocols()))
        scheme = address.partition(":")[0]
        message = f"{name}: found the scheme {short(scheme)!r}, wanted a path on this machine or one of {known}."
        raise InputError(message, path=name) from None
    except Exception as error:  # a file system of any kind begins here, and fails in its own way
        raise ReadError(f"{name}: cannot be reached ({_reason(error)}).", path=name) from error
    return found, str(path)


def list_matches(address: str) -> list[tuple[str, Any, str]]:
    """Return what an address with *, ? or [ in it stands for, in the order of the alphabet.

    Returns:
        The address of each file, its file system and its path there.
    """
    found, path = connect(address)
    with reading(address):
        names = sorted(found.glob(path)) if re.search(r"[*?\[]", path) else [path]
        return [(str(found.unstrip_protocol(name)), found, str(name)) for name in names]


@contextmanager
def reading(address: str) -> Iterator[None]:
    """Turn what goes wrong while a file elsewhere is read into one error; libraries of stores raise their own kinds.

    Raises:
        ReadError: it cannot be read.
    """
    name = shown_address(address)
    try:
        yield
    except (InputError, MissingExtraError):
        raise
    except FileNotFoundError:
        raise ReadError(f"{name}: is not there; check the address.", path=name) from None
    except Exception as error:
        hint = "check the address and what gives access to it"
        raise ReadError(f"{name}: cannot be read ({_reason(error)}); {hint}.", path=name) from error


@contextmanager
def writing(address: str, kept: str) -> Iterator[None]:
    """Turn what goes wrong while a file elsewhere is written into one error.

    Args:
        address: Where it is written.
        kept: The file that holds all that is written.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        yield
    except Exception as error:
        raise OutputError(
            f"{shown_address(address)}: cannot be written ({_reason(error)}). The briefings are kept in {short(kept)};"
            " check the address and what gives access to it, and run the same command again."
        ) from error


def _reason(error: Exception) -> str:
    told = " ".join(str(error).split())
    return short(told) if told else type(error).__name__
