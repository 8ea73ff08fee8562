"""Every public page that links lead to, fetched without a browser."""

from __future__ import annotations

import html
import http.client
import io
import re
import zipfile
from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

HTML = re.compile(r"^text/html\b")
HREF = re.compile(r'<(?:a|link)\b[^>]*?\shref="([^"]+)"', re.IGNORECASE)
"""Where anchors and advertised forms lead: Django's templates write "&gt;" within a value, and quotes around it."""
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
    """Paths of the same ward that a page links to, each once, static files left out."""
    here, paths = f"http://{host}:{port}", []
    for link in dict.fromkeys(HREF.findall(answer.text)):
        parts = urlsplit(urldefrag(urljoin(f"{here}{answer.path}", html.unescape(link)))[0])
        if f"{parts.scheme}://{parts.netloc}" == here and not parts.path.startswith("/static/"):
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
