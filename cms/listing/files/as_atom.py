"""Atom (RFC 4287): one entry a record, in the order of the listing."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from cms.listing.files.contents import Contents, Row
from cms.listing.files.xml import in_xml


def write_atom(contents: Contents) -> Iterator[bytes]:
    """The feed, entry by entry."""
    notice = f"<subtitle>{in_xml(contents.notice)}</subtitle>\n" if contents.notice else ""
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<title>{in_xml(f'{contents.title}, {contents.office}')}</title>\n{notice}"
        f"<id>{in_xml(contents.file_address)}</id>\n"
        f"<updated>{contents.made_at.isoformat(timespec='seconds')}</updated>\n"
        f"<author><name>{in_xml(contents.office)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(contents.file_address)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(contents.address)}/>\n'
    ).encode()
    for row in contents.rows():
        yield _entry(contents, row).encode()
    yield b"</feed>\n"


def _entry(contents: Contents, row: Row) -> str:
    record = row.record
    title = " ".join(part for part in (record.number, record.title) if part)
    summary = "\n".join(part for part in (contents.notice, record.state_label, row.now, record.summary) if part)
    return (
        f"<entry>\n<title>{in_xml(title)}</title>\n<id>urn:uuid:{record.record}</id>\n"
        f"<updated>{record.changed_at.isoformat()}</updated>\n<published>{record.disclosed_at.isoformat()}</published>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(contents.url(record))}/>\n'
        f"<category term={quoteattr(record.kind)} label={quoteattr(record.kind_label)}/>\n"
        f"<summary>{in_xml(summary)}</summary>\n</entry>\n"
    )
