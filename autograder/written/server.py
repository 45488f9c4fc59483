"""The page that people grade on: served to this machine only, behind a token, with everything it needs.

What is refused: every address without the token, every Host but this one (a foreign site whose name was made to lead
here), and every change that does not come as JSON from the page itself.
"""

from __future__ import annotations

import hmac
import json
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.grading.marks import LONGEST_COMMENT, Stale
from autograder.grading.plain import one_line
from autograder.grading.store import StoreError
from autograder.written.desk import Desk, Gone

if TYPE_CHECKING:
    from tornado.httpserver import HTTPServer

_ADDRESS = "127.0.0.1"
_PAGE = Path(__file__).parent / "page"
_FILES = {"": ("page.html", "text/html"), "page.js": ("page.js", "text/javascript"), "view.js": ("view.js", "text/javascript"), "page.css": ("page.css", "text/css")}
# 'self' is this very address with its token; answers bring their pictures with them.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "autograder",
}
_BODY = 4 * LONGEST_COMMENT + 20_000
# A page that has not asked for news for so long is closed.
_AWAY = 8.0


@dataclass(slots=True)
class Room:
    """Who is at the desk: per page, when it last asked, the grader's name, and the answer on the screen."""

    desk: Desk
    token: str
    workers: ThreadPoolExecutor
    seen: dict[str, tuple[float, str, str, str]] = field(default_factory=dict)

    def enter(self, page: str, grader: str, question: str, key: str) -> list[dict]:
        """Note that a page is here; returns the others who are."""
        now = time.monotonic()
        self.seen[page] = (now, grader, question, key)
        self.seen = {name: entry for name, entry in self.seen.items() if now - entry[0] < _AWAY}
        others = (entry for name, entry in self.seen.items() if name != page)
        return [{"grader": one_line(grader, 60), "question": question, "key": key} for _, grader, question, key in others]


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Serve the desk on 127.0.0.1 until Ctrl-C. `ready` is called with the address, token included.

    Args:
        port: 0 for any free one.

    Raises:
        StoreError: the port is taken.
    """
    import asyncio

    async def run() -> None:
        with ThreadPoolExecutor(2) as workers:
            room = Room(desk, secrets.token_urlsafe(24), workers)
            try:
                server, address = listen(room, port)
            except OSError as error:
                raise StoreError(f"port {port} cannot be used ({error.strerror}): choose another with --port, or leave it out") from error
            ready(address)
            facts = asyncio.create_task(_compute_facts(room))
            try:
                await asyncio.Event().wait()
            finally:
                facts.cancel()
                server.stop()
                workers.shutdown(wait=False, cancel_futures=True)

    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        pass


async def _compute_facts(room: Room) -> None:
    """Compute what facts.py declares, one function at a time, while people read."""
    import asyncio

    loop = asyncio.get_running_loop()
    for one in room.desk.fact_sets:
        try:
            room.desk.put_facts(one, await loop.run_in_executor(room.workers, one.computed))
        except Exception:  # what was declared stands, and the tests of the course say what is wrong
            continue


def listen(room: Room, port: int) -> tuple[HTTPServer, str]:
    """Start to serve in the running event loop; returns the server and the page's address. Raises OSError."""
    from tornado.httpserver import HTTPServer
    from tornado.netutil import bind_sockets

    sockets = bind_sockets(port, _ADDRESS)
    taken = sockets[0].getsockname()[1]
    server = HTTPServer(_application(room, taken), max_body_size=_BODY, max_header_size=16_384)
    server.add_sockets(sockets)
    return server, f"http://{_ADDRESS}:{taken}/{room.token}/"


def _application(room: Room, port: int):
    from tornado.web import Application, HTTPError, RequestHandler

    hosts = {f"{_ADDRESS}:{port}", f"localhost:{port}"}
    desk = room.desk

    class Handler(RequestHandler):
        """Refuses what does not come from the page; turns our errors into JSON."""

        def set_default_headers(self) -> None:
            for name, value in _HEADERS.items():
                self.set_header(name, value)

        def prepare(self) -> None:
            given = self.request.path.split("/")[1]
            if self.request.host not in hosts or not hmac.compare_digest(given.encode(), room.token.encode()):
                raise HTTPError(403)
            origin = self.request.headers.get("Origin")
            if origin is not None and origin.removeprefix("http://") not in hosts:
                raise HTTPError(403)
            if self.request.method not in ("GET", "HEAD"):
                if not self.request.headers.get("Content-Type", "").startswith("application/json"):
                    raise HTTPError(415)
                if self.request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
                    raise HTTPError(403)

        def write_error(self, status_code: int, **kwargs: object) -> None:
            error = kwargs["exc_info"][1] if "exc_info" in kwargs else None
            known = {Gone: 404, ValueError: 400, StoreError: 500}
            self.set_status(next((code for kind, code in known.items() if isinstance(error, kind)), status_code))
            said = str(error) if isinstance(error, tuple(known)) else "wrong address" if self.get_status() in (403, 404) else "refused"
            self.finish({"error": one_line(said)})

        def log_exception(self, kind, error, trace) -> None:
            if not isinstance(error, Gone | ValueError | HTTPError):
                super().log_exception(kind, error, trace)

        def said(self, name: str) -> str:
            return self.get_argument(name, "")[:200]

        def body(self) -> dict:
            data = json.loads(self.request.body)
            if not isinstance(data, dict):
                raise ValueError("the page sends an object")
            return data

    class File(Handler):
        def get(self, name: str) -> None:
            if name not in _FILES:
                raise HTTPError(404)
            file, kind = _FILES[name]
            self.set_header("Content-Type", f"{kind}; charset=utf-8")
            self.write((_PAGE / file).read_bytes())

    class Overview(Handler):
        def get(self) -> None:
            assignment = desk.assignment
            self.write({"assignment": assignment.id, "title": assignment.title, "questions": desk.overview()})

    class Ask(Handler):
        def get(self, question: str) -> None:
            self.write(desk.question(question))

    class Answer(Handler):
        def get(self, question: str, key: str) -> None:
            self.write(desk.answer(question, key, names=self.said("names") == "1"))

        def post(self, question: str, key: str) -> None:
            sent = self.body()
            version, grader, comment = sent.get("version"), sent.get("grader"), sent.get("comment", "")
            if type(version) is not int or not isinstance(comment, str):
                raise ValueError("version is a number and comment a text")
            try:
                if sent.get("undo") is True:
                    self.write(desk.undo(question, key, version, grader))
                else:
                    done, typing = sent.get("done") is True, sent.get("typing") is True
                    self.write(desk.save(question, key, version, sent.get("points"), comment, done, grader, typing=typing))
            except Stale:
                self.set_status(409)
                self.write(desk.current(question, key))

    class Calls(Handler):
        async def get(self, question: str, key: str) -> None:
            import asyncio

            found = await asyncio.get_running_loop().run_in_executor(room.workers, desk.calls, question, key)
            self.write({"calls": found})

    class News(Handler):
        def get(self) -> None:
            asked = self.said("since")
            newest, changed = desk.news(int(asked)) if asked else (desk.newest(), [])
            present = room.enter(self.said("page"), self.said("grader"), self.said("question"), self.said("key"))
            self.write({"newest": newest, "changed": changed, "present": present, "questions": desk.overview() if changed else []})

    place = r"/[^/]+/api/(?P<question>\w+)"
    routes = [
        (r"/[^/]+/(?P<name>[a-z.]*)", File),
        (r"/[^/]+/api/overview", Overview),
        (r"/[^/]+/api/news", News),
        (place, Ask),
        (place + r"/(?P<key>[0-9a-f]+)", Answer),
        (place + r"/(?P<key>[0-9a-f]+)/calls", Calls),
        (r"(?P<name>.*)", File),
    ]
    return Application(routes, log_function=lambda handler: None)
