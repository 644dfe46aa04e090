"""Servers that several tests use: each started once, when the first test asks for it."""

from collections.abc import Iterator

import pytest

from tests.graph import servers


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server."""
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        yield address


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso, with the user and password that may write."""
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(scope="session")
def dragoman_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Dragoman."""
    with servers.dragoman(tmp_path_factory.mktemp("dragoman")) as address:
        yield address
