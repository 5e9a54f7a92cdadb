"""What the pages register stays in their tests."""

from tests.plugins.conftest import empty_registries  # noqa: F401 - a fixture for each test
