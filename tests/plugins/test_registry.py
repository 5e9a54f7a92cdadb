"""The registry of one kind of part: what it finds, when it looks, and what it says of parts that do not fit."""

import sys

import pytest

from summarizer import Document, PluginError, SettingsError, register_reader, registry
from summarizer.readers.registry import READERS
from summarizer.registry import Registry, load_part
from tests.plugins.conftest import REGISTRIES

GROUP = "colours"


def shout():
    """A part."""


def open_registry(**own):
    return Registry("colour", f"summarizer.{GROUP}", own)


@pytest.fixture
def looks(monkeypatch):
    """How often entry points were looked up."""
    counted = []
    found = registry.find_entry_points
    monkeypatch.setattr(registry, "find_entry_points", lambda: counted.append(1) or found())
    return counted


def test_ours_are_found_without_a_look_at_what_is_installed(looks):
    colours = open_registry(red=shout, blue="summarizer.registry:load_part")
    assert "red" in colours and colours["red"] is shout
    assert colours["blue"] is colours.find("blue", "colour") is registry.load_part
    colours.register("green", shout)
    assert colours["green"] is shout
    assert looks == []


def test_a_name_that_is_not_known_is_looked_up_once(install, looks):
    install("def paint():\n    pass\n", colours=["grey = tiny_plugins:paint"])
    colours = open_registry(red=shout)
    assert colours["grey"].__name__ == "paint"
    assert "grey" in colours and "white" not in colours and list(colours) == ["red", "grey"] and len(colours) == 2
    assert looks == [1]


def test_a_name_that_is_nowhere_is_refused_with_all_there_are(install):
    install("def paint():\n    pass\n", colours=["grey = tiny_plugins:paint"])
    colours = open_registry(red=shout)
    colours.register("green", shout)
    with pytest.raises(SettingsError, match=r"^Settings\.colour: found 'pink', wanted one of red, green, grey\.$"):
        colours.find("pink", "Settings.colour")
    with pytest.raises(KeyError):
        colours["pink"]


@pytest.mark.parametrize("name", ["", " ", 3, None])
def test_a_name_is_text(name):
    with pytest.raises(PluginError, match=r"summarizer\.colours: found the name .*, wanted text that is not empty"):
        open_registry().register(name, shout)


def test_a_name_of_ours_is_taken_for_parts_from_python():
    with pytest.raises(PluginError) as caught:
        open_registry(red=shout).register("red", shout)
    assert str(caught.value) == (
        "colour 'red' (registered from Python; summarizer.colours): the name is one of summarizer's own, wanted another"
        " name; correct it."
    )
    assert (caught.value.plugin, caught.value.group) == ("red", "summarizer.colours")


def test_a_name_is_registered_once():
    colours = open_registry()
    for name, part in (("green", shout), ("grey", lambda: 1)):
        colours.register(name, part)
        with pytest.raises(PluginError, match=rf"'{name}' .* the name is taken \(registered from Python\)"):
            colours.register(name, lambda: 2)
        assert colours[name] is part


def test_a_function_that_is_defined_again_takes_its_own_place():
    def define(result):
        def paint(_):
            return [Document(id="a", text=result)]

        return paint

    colours = open_registry()
    for result in ("one", "two"):
        colours.register("green", define(result))
        register_reader("wire", define(result), endings=(".wire",))
    assert colours["green"](None)[0].text == READERS["wire"].read(None)[0].text == "two"


@pytest.mark.parametrize("one", REGISTRIES, ids=lambda one: one.kind)
def test_every_place_of_ours_holds_a_part(one):
    for name in one.own:
        part = getattr(one[name], "read", one[name])
        assert callable(load_part(part) if isinstance(part, str) else part)


NOT_IN_USE = r"found 'pink', wanted one of red, white\. Not in use: colour "


def test_a_name_of_ours_is_taken_for_packages(install):
    install("def paint():\n    pass\n", colours=["red = tiny_plugins:paint", "white = tiny_plugins:paint"])
    colours = open_registry(red=shout)
    assert list(colours) == ["red", "white"] and colours["white"].__name__ == "paint"
    assert colours.find("red", "colour") is shout
    claimed = r"'red' \(package tiny-plugins 1\.0; .*: the name is one of summarizer's own"
    with pytest.raises(SettingsError, match=NOT_IN_USE + claimed):
        colours.find("pink", "colour")


def test_a_name_that_was_registered_is_taken_for_packages_and_the_other_way_round(install):
    install(colours=["grey = tiny_plugins:paint"])
    colours = open_registry()
    colours.register("grey", shout)
    assert list(colours) == ["grey"] and colours["grey"] is shout
    assert colours.origin_of("grey") == "registered from Python"
    claimed = r"'grey' \(package tiny-plugins 1\.0; .* is taken \(registered from Python\)"
    with pytest.raises(SettingsError, match=claimed):
        colours.find("pink", "colour")
    colours = open_registry()
    assert list(colours) == ["grey"]
    with pytest.raises(
        PluginError, match=r"'grey' \(registered from Python; .* is taken \(package tiny-plugins 1\.0\)"
    ):
        colours.register("grey", shout)


def test_a_name_that_two_packages_claim_is_refused_and_costs_no_other_part(install):
    install(colours=["grey = tiny_plugins:paint"])
    install(name="tiny-others", colours=["grey = tiny_others:paint"])
    install("def paint():\n    pass\n", name="tiny-good", colours=["white = tiny_good:paint"])
    colours = open_registry(red=shout)
    claimed = r"'grey' \(package tiny-\w+ 1\.0; .* is taken \(package tiny-\w+ 1\.0\)"
    assert colours.find("white", "colour").__name__ == "paint" and list(colours) == ["red", "white"]
    with pytest.raises(SettingsError, match=NOT_IN_USE + claimed):
        colours.find("pink", "colour")
    for asked in (
        lambda: colours.find("grey", "colour"),
        lambda: colours["grey"],
        lambda: colours.register("grey", shout),
    ):
        with pytest.raises(PluginError, match="^colour " + claimed):
            asked()


def test_a_package_that_does_not_tell_its_name_is_unknown(install):
    package = install("1 / 0", colours=["grey = tiny_plugins:paint"])
    (package.folder / "tiny_plugins-1.0.dist-info" / "METADATA").unlink()
    with pytest.raises(PluginError) as caught:
        open_registry()["grey"]
    assert str(caught.value) == (
        "colour 'grey' (an unknown package; summarizer.colours): tiny_plugins:paint cannot be imported "
        "(ZeroDivisionError: division by zero); correct it, or uninstall it."
    )


def test_an_entry_point_that_is_no_place_is_shown_as_it_stands(install):
    install(colours=["grey = tiny plugins!"])
    with pytest.raises(PluginError, match=r"'grey' .*: found 'tiny plugins!', wanted package\.module:function;"):
        open_registry()["grey"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing_of_this_name'"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def paint(:", "SyntaxError: "),
        ("other = 1", "AttributeError: module 'tiny_plugins' has no attribute 'paint'"),
        ("raise ValueError('one\\ntwo')", "ValueError: one two"),
        ("raise SystemExit(0)", "SystemExit: 0"),
    ],
)
def test_a_part_that_cannot_be_imported_is_named_with_its_package(install, code, reason):
    install(code, colours=["grey = tiny_plugins:paint"])
    with pytest.raises(PluginError) as caught:
        open_registry()["grey"]
    wanted = (
        f"colour 'grey' (package tiny-plugins 1.0; summarizer.colours): tiny_plugins:paint cannot be imported ({reason}"
    )
    assert str(caught.value).startswith(wanted)
    assert "\n" not in str(caught.value)


def test_a_part_of_another_kind_is_refused(install):
    install("paint = 3", colours=["grey = tiny_plugins:paint"])
    with pytest.raises(PluginError, match=r"'grey' .*: found int, wanted a function;"):
        open_registry()["grey"]
    with pytest.raises(PluginError, match=r"'green' .*: found str, wanted a function;"):
        open_registry().register("green", "red")


def test_what_a_part_raises_is_told_as_its_own():
    colours = open_registry(red=shout)
    colours.register("green", shout)
    wanted = r"'green' .*: raised ValueError while it ran: no paint;"
    with pytest.raises(PluginError, match=wanted) as caught, colours.guard("green", " while it ran"):
        raise ValueError("no paint")
    assert isinstance(caught.value.__cause__, ValueError)
    with pytest.raises(PluginError, match=r"'green' .*: raised SystemExit: 0;"), colours.guard("green"):
        sys.exit(0)
    with pytest.raises(KeyboardInterrupt), colours.guard("green"):
        raise KeyboardInterrupt
    with pytest.raises(SettingsError), colours.guard("green"):
        raise SettingsError("ours, raised on purpose")
    with pytest.raises(ValueError, match=r"^a bug of ours$"), colours.guard("red"):
        raise ValueError("a bug of ours")
