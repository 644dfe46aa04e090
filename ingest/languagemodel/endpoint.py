"""Asks an OpenAI-compatible endpoint over HTTP, through the package ``openai``.

Retries with back-off are the client's. Not every endpoint can do all that is asked for: what one
refuses is left out, and it is remembered for the questions that follow.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from graph.errors import EndpointError, SettingError
from ingest.languagemodel.answers import answer_schema

if TYPE_CHECKING:
    import openai

_log = logging.getLogger(__name__)

SEED = 1
_NO_KEY = "none"
"""What is sent as the key where the endpoint needs none: the client wants one."""
_REFUSED = (400, 404, 415, 422, 501)
"""How endpoints answer to a parameter that they do not know."""
_NEXT = {
    401: "see DRAGOMAN_LLM_KEY",
    403: "see DRAGOMAN_LLM_KEY, and whether it may use the model",
    404: "see --llm (it mostly ends in /v1) and --llm-model",
    413: "the model takes shorter texts only; name another",
    429: "take fewer --jobs, try again later, or see what your account allows",
}


class Form(Enum):
    """How an endpoint is told what form the answer must have."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    WORDS = "words"
    """By the instructions alone."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What one request asks for besides the answer."""

    form: Form = Form.SCHEMA
    steady: bool = True
    """Whether temperature and seed are given."""

    def weaker(self, complaint: str) -> Iterator["Manner"]:
        """What to ask for next, after the complaint of an endpoint; nothing where all was tried."""
        if self.steady and ("temperature" in complaint or "seed" in complaint):
            yield replace(self, steady=False)
        elif self.form is Form.SCHEMA:
            yield replace(self, form=Form.OBJECT)
        elif self.form is Form.OBJECT:
            yield replace(self, form=Form.WORDS)

    def parameters(self) -> dict[str, Any]:
        """The parameters of the request."""
        out: dict[str, Any] = {"temperature": 0, "seed": SEED} if self.steady else {}
        if self.form is Form.SCHEMA:
            schema = {"name": "events", "strict": True, "schema": answer_schema()}
            out["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.form is Form.OBJECT:
            out["response_format"] = {"type": "json_object"}
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a language model is asked, and which."""

    url: str
    """The address that paths such as ``/chat/completions`` are put behind."""
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 120.0
    """How long an answer may take."""
    retries: int = 3
    """How often the client asks again where the endpoint is busy, broken or does not answer."""


class Connection:
    """An endpoint that can be asked, from several threads at once."""

    def __init__(self, endpoint: Endpoint, client: "openai.OpenAI") -> None:
        self._endpoint, self._client = endpoint, client
        self._manner = Manner()

    @classmethod
    def open(cls, endpoint: Endpoint) -> "Connection":
        """A connection, which asks nothing yet.

        Raises `graph.errors.SettingError` where the package ``openai`` is not installed.
        """
        try:
            import openai
        except ImportError as error:
            raise SettingError(
                "a language model is asked through the package openai, which is not installed; "
                "install it with: pip install 'dragoman[llm]'"
            ) from error
        client = openai.OpenAI(
            base_url=endpoint.url,
            api_key=endpoint.key or _NO_KEY,
            timeout=endpoint.seconds,
            max_retries=endpoint.retries,
        )
        # The client takes these from the environment, for its maker's own service.
        client.organization = client.project = client.admin_api_key = None
        return cls(endpoint, client)

    def answer(self, instructions: str, asked: str) -> str:
        """What the model says; raises `EndpointError` where it says nothing that can be used."""
        import openai

        manner: Manner | None = self._manner
        first: openai.APIError | None = None
        while manner is not None:
            try:
                text = self._ask(manner, instructions, asked)
            except openai.APIStatusError as error:
                first = first or error
                manner = self._next(manner, error)
                continue
            except openai.APIError as error:
                raise EndpointError(self._complaint(error)) from error
            self._manner = manner
            return text
        assert first is not None  # noqa: S101 - the loop ends by an error only
        raise EndpointError(self._complaint(first)) from first

    def _next(self, manner: Manner, error: "openai.APIStatusError") -> Manner | None:
        """What to ask for after a refusal; None where asking for less changes nothing."""
        if error.status_code not in _REFUSED:
            return None
        weaker = next(manner.weaker(error.message.lower()), None)
        if weaker is not None:
            _log.info("the endpoint refused %s; asking for %s", manner, weaker)
        return weaker

    def _ask(self, manner: Manner, instructions: str, asked: str) -> str:
        completions: Any = self._client.chat.completions
        strange = f"{self._where}: does not answer as an OpenAI-compatible endpoint; see --llm"
        try:
            answer = completions.create(
                model=self._endpoint.model,
                messages=[
                    {"role": "system", "content": instructions},
                    {"role": "user", "content": asked},
                ],
                **manner.parameters(),
            )
        except ValueError as error:  # the client lets what is no JSON through
            raise EndpointError(strange) from error
        choices = getattr(answer, "choices", None)
        if not choices:
            raise EndpointError(strange)
        choice = choices[0]
        if refusal := getattr(choice.message, "refusal", None):
            raise EndpointError(f"the language model refused to read it: {self._short(refusal)}")
        if choice.finish_reason == "length":
            raise EndpointError(
                "the language model's answer was cut off; let it write more, or name another model"
            )
        if choice.finish_reason == "content_filter" or not choice.message.content:
            raise EndpointError("the language model gave no answer to it; name another model")
        return str(choice.message.content)

    @property
    def _where(self) -> str:
        return f"language model at {self._endpoint.url}"

    def _complaint(self, error: "openai.APIError") -> str:
        """What went wrong, on one line, without the key."""
        import openai

        if isinstance(error, openai.APITimeoutError):
            return (
                f"{self._where}: no answer within {self._endpoint.seconds:g} seconds; "
                "try again later, or set DRAGOMAN_LLM_SECONDS"
            )
        if isinstance(error, openai.APIConnectionError):
            cause = self._short(str(error.__cause__ or error))
            return f"{self._where}: cannot be reached ({cause}); see --llm"
        if not isinstance(error, openai.APIStatusError):
            return f"{self._where}: answered with what is no answer ({self._short(error.message)})"
        code = error.status_code
        what = _NEXT.get(code, "try again later" if code >= 500 else "see --llm and --llm-model")
        return f"{self._where}: {self._short(error.message)}; {what}"

    def _short(self, text: str) -> str:
        """Words of the other side: on one line, not too many, and never with the key."""
        if self._endpoint.key:
            text = text.replace(self._endpoint.key, "(hidden)")
        words = " ".join(text.split())
        return words if len(words) <= 200 else f"{words[:200]}…"
