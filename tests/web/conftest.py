"""A site over the small world of `tests.world`."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.world import sample_store
from web.app import create_app
from web.settings import Settings


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(sample_store(), Settings(rate_per_minute=0))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    return client
