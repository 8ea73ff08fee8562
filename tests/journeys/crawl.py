"""Every public page that links lead to, fetched without a browser."""

from __future__ import annotations

import http.client
import io
import re
import zipfile
from collections import Counter, deque
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

HTML = re.compile(r"^text/html\b")
MOST_PAGES = 1500
MOST_PARAMETERS = 1  # of a query string that is followed: what two filters narrow to is tested in tests/listing
MOST_VALUES = 2  # of one filter of one list that are followed: tests/listing/test_every_kind.py asks for each
PAGING = "trang"
TIMEOUT = 30  # seconds


@dataclass(frozen=True)
class Answer:
    """What the portal answered to one GET."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        """Whether it is a page."""
        return bool(HTML.match(self.headers.get("content-type", "")))

    @property
    def text(self) -> str:
        """The body as text; of a workbook the text of all its parts."""
        if self.body.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(self.body)) as archive:
                return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
        return self.body.decode("utf-8")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect where anchors and advertised forms lead."""
        if tag in {"a", "link"}:
            self.found += [value for name, value in attrs if name == "href" and value]


def fetch(port: int, host: str, path: str, *, encoding: str = "identity") -> Answer:
    """GET `path` of the ward `host` on loopback; names below .localhost are not resolved by Python."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request("GET", path, headers={"Host": f"{host}:{port}", "Accept-Encoding": encoding})
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(path, response.status, headers, response.read())
    finally:
        connection.close()


def links_of(answer: Answer, port: int, host: str) -> list[str]:
    """Paths of the same ward that a page links to, static files left out."""
    parser = _Links()
    parser.feed(answer.text)
    paths = []
    for link in parser.found:
        parts = urlsplit(urldefrag(urljoin(f"http://{host}:{port}{answer.path}", link))[0])
        if parts.scheme == "http" and parts.netloc == f"{host}:{port}" and not parts.path.startswith("/static/"):
            paths.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return paths


def crawl(port: int, host: str, start: str = "/") -> dict[str, Answer]:
    """Everything that links lead to from `start`, by path; raises AssertionError past `MOST_PAGES`."""
    seen: dict[str, Answer] = {}
    waiting = deque([start])
    values: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def is_followed(link: str) -> bool:
        if link in met or narrowed(link):
            return False
        met.add(link)
        parts = urlsplit(link)
        asked = (parts.path, tuple(name for name, _ in parse_qsl(parts.query, keep_blank_values=True)))
        values[asked] += 1
        return not parts.query or PAGING in asked[1] or values[asked] <= MOST_VALUES

    met = {start}
    while waiting:
        path = waiting.popleft()
        assert len(seen) < MOST_PAGES, "the crawl does not end: do links multiply?"
        seen[path] = answer = fetch(port, host, path)
        if answer.is_html:
            waiting.extend(link for link in links_of(answer, port, host) if is_followed(link))
    return seen


def narrowed(link: str) -> bool:
    """Whether a link combines two filters or more: their combinations are past counting and not for crawlers."""
    return link.count("&") > MOST_PARAMETERS - 1
