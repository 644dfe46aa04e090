"""Settings are one value, read from the environment in one place, and every one is documented."""

import ast
import dataclasses
import re
from importlib.resources import files
from pathlib import Path

import pytest

from graph.errors import SettingError
from graph.naming import BASE
from web.settings import Settings, variable

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "settings.md"


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.read({}) == Settings()
    assert Settings().base == BASE


def test_each_variable_sets_its_field() -> None:
    settings = Settings.read(
        {
            "DRAGOMAN_STORE": "news.store",
            "DRAGOMAN_STORE_USER": "anna",
            "DRAGOMAN_STORE_PASSWORD": "anna's secret",
            "DRAGOMAN_TOKEN": "open-sesame",
            "DRAGOMAN_BASE": "https://news.example/id/",
            "DRAGOMAN_HOST": "192.0.2.7",
            "DRAGOMAN_PORT": "80",
            "DRAGOMAN_PIPELINE": "en_core_web_sm",
            "DRAGOMAN_LLM": "http://127.0.0.1:11434/v1",
            "DRAGOMAN_LLM_MODEL": "a-model",
            "DRAGOMAN_LLM_KEY": "a-key",
            "DRAGOMAN_LLM_SECONDS": "7",
            "DRAGOMAN_QUERY_SECONDS": "2.5",
            "DRAGOMAN_ANONYMOUS_QUERY_SECONDS": "1",
            "DRAGOMAN_QUERY_ROWS": "10",
            "DRAGOMAN_QUERY_MEMORY_MIB": "256",
            "DRAGOMAN_QUERY_WORKERS": "4",
            "DRAGOMAN_BODY_MIB": "1",
            "DRAGOMAN_RATE_PER_MINUTE": "0",
            "DRAGOMAN_SERVICE_HOSTS": "query.example, other.example:8080",
            "DRAGOMAN_LOG_FORMAT": "json",
        }
    )
    assert dataclasses.astuple(settings) == (
        *("news.store", "anna", "anna's secret"),
        *("open-sesame", "https://news.example/id/", "192.0.2.7", 80),
        *("en_core_web_sm", "http://127.0.0.1:11434/v1", "a-model", "a-key", 7.0),
        *(2.5, 1.0, 10, 256, 4, 1, 0),
        *(("query.example", "other.example:8080"), "json"),
    )


def test_a_password_in_the_address_of_the_store_is_in_no_message() -> None:
    settings = Settings(store="http://anna:secret@h/sparql", store_password="other")
    assert settings.store_name == "http://h/sparql"
    assert "other" not in repr(settings.store_credentials)


def test_a_blank_variable_is_the_default() -> None:
    assert Settings.read({"DRAGOMAN_PORT": " ", "DRAGOMAN_TOKEN": ""}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DRAGOMAN_PORT", "eighty"),
        ("DRAGOMAN_PORT", "70000"),
        ("DRAGOMAN_BASE", "news.example"),
        ("DRAGOMAN_BASE", "https://news.example/id"),
        ("DRAGOMAN_QUERY_SECONDS", "nan"),
        ("DRAGOMAN_QUERY_SECONDS", "0"),
        ("DRAGOMAN_QUERY_WORKERS", "0"),
        ("DRAGOMAN_SERVICE_HOSTS", "http://news.example/"),
        ("DRAGOMAN_LOG_FORMAT", "xml"),
        ("DRAGOMAN_LLM", "localhost:11434"),
        ("DRAGOMAN_LLM_SECONDS", "0"),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(name: str, value: str) -> None:
    with pytest.raises(SettingError, match="allowed is") as caught:
        Settings.read({name: value})
    assert name in str(caught.value)
    assert value in str(caught.value)


def test_a_bad_key_of_a_language_model_is_not_shown() -> None:
    with pytest.raises(SettingError, match="DRAGOMAN_LLM_KEY") as caught:
        Settings.read({"DRAGOMAN_LLM_KEY": "se cret"})
    assert "cret" not in str(caught.value)


def test_a_bad_token_is_not_shown() -> None:
    with pytest.raises(SettingError) as caught:
        Settings.read({"DRAGOMAN_TOKEN": "short"})
    assert "short" not in str(caught.value).replace("shorter", "")


def _rows() -> dict[str, str]:
    found = re.findall(
        r"^\| `(DRAGOMAN_\w+)` \|[^|]*\| (?:`([^`]*)`|none) \|", PAGE.read_text(), re.M
    )
    return dict(found)


def test_every_setting_is_documented_with_its_default() -> None:
    defaults = {}
    for field in dataclasses.fields(Settings):
        value = field.default
        defaults[variable(field.name)] = "" if value in (None, ()) else str(value)
    assert _rows() == defaults


def test_nothing_else_reads_the_environment() -> None:
    readers = {
        f"{package}/{path.relative_to(folder).as_posix()}"
        for package in ("graph", "ingest", "web")
        for folder in [Path(str(files(package)))]
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
        if isinstance(node.value, ast.Name) and node.value.id == "os"
    }
    # The command line hands the environment in; query workers get it without our variables; NumPy
    # is told how many threads to take before it loads.
    assert readers == {"web/cli.py", "web/sparql/processes.py", "ingest/__init__.py"}
