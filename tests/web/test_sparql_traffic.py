"""Rates, sizes, the access log, and what Prometheus reads."""

import json
import logging
import re

import pytest

from tests.web.serving import BEARER, service
from web.sparql.exchange import Refusal
from web.sparql.traffic import Rates

ASK = "/sparql?query=ASK{}"


def test_a_client_spends_its_minute_and_earns_it_back() -> None:
    rates = Rates(60)
    for _ in range(60):
        rates.spend("a", 100.0)
    with pytest.raises(Refusal) as refused:
        rates.spend("a", 100.0)
    assert refused.value.status == 429
    assert int(dict(refused.value.headers)["Retry-After"]) >= 1
    rates.spend("b", 100.0)
    rates.spend("a", 101.5)
    with pytest.raises(Refusal):
        rates.spend("a", 101.6)


def test_waiting_for_long_earns_no_more_than_a_minute() -> None:
    rates = Rates(10)
    rates.spend("a", 0.0)
    for _ in range(10):
        rates.spend("a", 100_000.0)
    with pytest.raises(Refusal):
        rates.spend("a", 100_000.0)


def test_being_refused_costs_nothing() -> None:
    rates = Rates(60)
    for _ in range(60):
        rates.spend("a", 0.0)
    for _ in range(20):
        with pytest.raises(Refusal):
            rates.spend("a", 0.0)
    rates.spend("a", 1.01)


def test_no_limit_is_no_limit() -> None:
    rates = Rates(0)
    for _ in range(10_000):
        rates.spend("a", 0.0)


def test_too_many_requests_are_refused_whatever_the_headers_say() -> None:
    with service(rate_per_minute=5) as (client, _):
        statuses = [
            client.get(ASK, headers={"X-Forwarded-For": f"10.0.0.{n}"}).status_code
            for n in range(8)
        ]
        assert statuses == [200] * 5 + [429] * 3
        assert client.get("/hello").status_code == 429
        assert client.get(ASK, environ_base={"REMOTE_ADDR": "10.1.1.1"}).status_code == 200
        assert client.get(ASK, headers=BEARER).status_code == 200
        assert client.get("/health").status_code == 200


def test_a_body_over_the_limit_is_refused_before_it_is_read() -> None:
    with service(body_mib=1) as (client, _):
        for path in ("/sparql", "/store?default", "/articles"):
            answer = client.post(path, data=b"x" * ((1 << 20) + 1), headers=BEARER)
            assert answer.status_code == 413, path
            assert "1 MiB" in answer.text


def test_each_request_is_one_line_of_json(caplog: pytest.LogCaptureFixture) -> None:
    with service() as (client, _), caplog.at_level(logging.INFO, logger="dragoman.access"):
        client.get(ASK, environ_base={"HTTP_USER_AGENT": "a\nforged line"})
        client.get("/hello").close()
        client.get("/sparql?query=SELEC&secret=1")
    lines = [json.loads(record.getMessage()) for record in caplog.records]
    assert [(line["path"], line["status"]) for line in lines] == [
        ("/sparql", 200),
        ("/hello", 200),
        ("/sparql", 400),
    ]
    assert all("\n" not in record.getMessage() for record in caplog.records)
    assert all("secret" not in record.getMessage() for record in caplog.records)


def test_prometheus_reads_what_was_answered() -> None:
    with service() as (client, _):
        asked = (ASK, ASK, "/sparql?query=SELEC", "/hello", "/no/such/page", "/no/other/page")
        for address in asked:
            client.get(address).close()
        text = client.get("/metrics").text
    name = "dragoman_http_requests_total"
    assert f'{name}{{route="/sparql",method="GET",status="200"}} 2' in text
    assert f'{name}{{route="/sparql",method="GET",status="400"}} 1' in text
    assert f'{name}{{route="/hello",method="GET",status="200"}} 1' in text
    assert f'{name}{{route="other",method="GET",status="404"}} 2' in text
    assert 'duration_seconds_bucket{route="/sparql",le="+Inf"} 3' in text
    line = re.compile(r'(# (HELP|TYPE) \S+ .+)|([a-z_]+(\{([a-z]+="[^"]*",?)+\})? [0-9.e+-]+)')
    assert all(line.fullmatch(row) for row in text.splitlines())


def test_a_made_up_method_does_not_fill_the_metrics() -> None:
    with service() as (client, _):
        for number in range(50):
            client.open("/sparql", method=f"X{number}")
        assert client.get("/metrics").text.count("dragoman_http_requests_total{") <= 2
