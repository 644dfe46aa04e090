"""An OpenAI-compatible endpoint on loopback that answers what a test has written down."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "key-of-the-tests-0123456789"
Body = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the endpoint answers: a status and a body."""

    status: int = 200
    body: Any = None
    headers: tuple[tuple[str, str], ...] = (("retry-after-ms", "1"),)
    wait: float = 0.0
    """Seconds before it answers, unless the test ends first."""


@dataclass
class Script:
    """Where the endpoint is, what it was asked, and what it answers."""

    respond: Callable[[Body], Reply]
    address: str = ""
    asked: list[Body] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    """By names in lower case."""
    over: threading.Event = field(default_factory=threading.Event)


def said(content: str | None, **more: Any) -> Reply:
    """A completion with that content."""
    message = {"role": "assistant", "content": content, "refusal": more.pop("refusal", None)}
    choice = {"index": 0, "finish_reason": "stop", "message": message, **more}
    return Reply(
        body={
            "id": "c",
            "object": "chat.completion",
            "created": 0,
            "model": "m",
            "choices": [choice],
        }
    )


def told(*events: Body) -> Reply:
    """A completion that tells the events."""
    return said(json.dumps({"events": events}, ensure_ascii=False))


def fault(status: int, message: str) -> Reply:
    """An error as such endpoints word it."""
    return Reply(status=status, body={"error": {"message": message, "type": "of_the_tests"}})


def in_turn(*replies: Reply) -> Callable[[Body], Reply]:
    """Answers one after the other; a question too many is a fault that is not tried again."""
    left = iter(replies)
    return lambda body: next(left, fault(418, "no answer is written down"))


@contextmanager
def endpoint(respond: Callable[[Body], Reply]) -> Iterator[Script]:
    """The endpoint, up while the test runs."""
    script = Script(respond)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            script.asked.append(body)
            script.headers.append({k.lower(): v for k, v in self.headers.items()})
            right = self.path == "/v1/chat/completions"
            reply = script.respond(body) if right else fault(404, f"no {self.path} here")
            script.over.wait(reply.wait) if reply.wait else None
            text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that went away is part of the test."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    script.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        script.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
