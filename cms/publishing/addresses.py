"""Where the public finds a page."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page, PageViewRestriction, Site


class Sites:
    """All sites of the installation, read from the database: a process's cache may not know the newest ward yet."""

    def __init__(self) -> None:
        sites = Site.objects.select_related("root_page")
        self.roots = sorted(((site.root_page.url_path, site.pk) for site in sites), key=lambda root: -len(root[0]))

    def place_of(self, url_path: str) -> tuple[int, str] | None:
        """Site and address of a page by its path in the tree; None where no site shows it."""
        for root, site_id in self.roots:
            if url_path.startswith(root):
                return site_id, f"/{url_path[len(root) :]}"
        return None


class Restrictions:
    """All restrictions of viewing; there are few."""

    def __init__(self) -> None:
        self.paths: tuple[str, ...] = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))

    def hide(self, path: str) -> bool:
        """Whether the page with this tree path, or one above it, is only for people with an account."""
        return path.startswith(self.paths) if self.paths else False


def address_of(page: Page) -> tuple[int, str] | None:
    """Site and path of a page; None where no site shows it."""
    return Sites().place_of(page.url_path)


def is_private(page: Page) -> bool:
    """Whether the page or one above it is only for people with an account."""
    return Restrictions().hide(page.path)


def below_with_old_address(page: Page, known: Iterable[tuple[int, str]]) -> list[int]:
    """Ids of the pages below `page` whose address differs from the one `known` of them, parents first."""
    addresses = dict(known)
    sites = Sites()
    below = page.get_descendants().order_by("path").values_list("pk", "url_path")
    found = []
    for pk, url_path in below.iterator():
        place = sites.place_of(url_path)
        if pk in addresses and place is not None and place[1] != addresses[pk]:
            found.append(pk)
    return found
