"""A page of a portal: what answers at an address, and whether a link to it is dead."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Page:
    answer: Answer
    dead: bool = False


def html(make: Callable[[], str], status: int = 200, dead: bool = False) -> Page:
    """A page that is the same for everybody."""

    async def answer(request: Request) -> Response:
        return HTMLResponse(make(), status_code=status)

    return Page(answer, dead)


def asked(make: Callable[[Request], str]) -> Page:
    """A page that answers to what is asked in its query."""

    async def answer(request: Request) -> Response:
        return HTMLResponse(make(request))

    return Page(answer)


def sent(content: bytes, media_type: str, headers: dict[str, str] | None = None) -> Page:
    """A file."""

    async def answer(request: Request) -> Response:
        return Response(content, media_type=media_type, headers=headers)

    return Page(answer)
