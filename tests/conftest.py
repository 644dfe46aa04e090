"""What all tests share: servers, each started when the first test asks for it, and examples.

The examples that hypothesis makes are the same in every run, so that a change passes or fails by
itself; ``make fuzz`` looks for new ones.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

import ingest  # noqa: F401 - before NumPy is imported: it says that one thread multiplies
from tests.graph import servers

settings.register_profile("fixed", derandomize=True)
settings.register_profile("new", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


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
