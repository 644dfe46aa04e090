"""Pages for what went wrong: what, where, and what next."""

import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from graph.errors import DragomanError, InputError, NotFoundError, StoreDownError, StoreError
from web import answers

_log = logging.getLogger(__name__)
_TITLES = {
    400: "This request cannot be understood",
    404: "Nothing is here",
    405: "This address does not take that method",
    413: "That is too large",
    503: "The store does not answer",
}


def explain(app: Flask) -> None:
    """Makes the application answer errors with a page, or with JSON where that is preferred."""

    @app.errorhandler(HTTPException)
    def from_http(error: HTTPException) -> Response:
        status = error.code or 500
        if status < 400:
            return Response(status=status, headers=error.get_headers())
        response = failure(status, error.description or "")
        if status == 405 and (methods := getattr(error, "valid_methods", None)):
            response.headers["Allow"] = ", ".join(sorted(methods))
        return response

    @app.errorhandler(DragomanError)
    def from_us(error: DragomanError) -> Response:
        if isinstance(error, NotFoundError):
            return failure(404, str(error))
        if isinstance(error, InputError):
            return failure(400, str(error))
        status = 503 if isinstance(error, StoreDownError) else 500
        if isinstance(error, StoreError):
            _log.error("%s %s: %s", request.method, request.path, error)
        return failure(status, str(error))


def failure(status: int, reason: str) -> Response:
    """The answer to a request that failed."""
    title = _TITLES.get(status, "Something went wrong on our side")
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "text/html":
        return answers.page("error.html", status=status, title=title, reason=reason, code=status)
    response = answers.as_json({"status": status, "title": title, "reason": reason})
    response.status_code = status
    return response
