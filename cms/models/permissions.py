"""What a person may do with a page of the portal: nobody publishes alone, whatever groups or flags say."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, PagePermissionTester

from cms.disclosure.models import RecordHead


class TwoPeoplePermissionTester(PagePermissionTester):
    """Wagtail's tester with every one-person way to the public closed; superusers are people too.

    Publishing goes through approval, the other acts through proposals; what was once public is ended or withdrawn,
    never deleted.
    """

    page: Page

    def can_publish(self) -> bool:
        """No: publication follows a second person's approval."""
        return False

    def can_publish_subpage(self) -> bool:
        """No: "create and publish" would pass the review."""
        return False

    def can_unpublish(self) -> bool:
        """No: withdrawing is proposed."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """No: hiding behind a login is proposed."""
        return False

    def can_reorder_children(self) -> bool:
        """Order shows nowhere in public: listings have orders of their own."""
        return False

    def can_unschedule(self) -> bool:
        """Holding back what was scheduled changes nothing in public; approvers and managers may."""
        return bool(self.user.is_active and (self.user.is_superuser or "lock" in self.permissions))

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Only drafts that never were public, with nothing below that was."""
        return super().can_delete(ignore_bulk) and not self._was_public()

    def can_move(self) -> bool:
        """Only drafts that never were public; a public record's move is proposed."""
        return super().can_delete(ignore_bulk=True) and not self._was_public()

    def can_move_to(self, destination: Page) -> bool:
        """As Wagtail, and the test above holds for superusers as well."""
        return self.can_move() and super().can_move_to(destination)

    def _was_public(self) -> bool:
        below = Page.objects.descendant_of(self.page, inclusive=True)
        return (
            below.filter(live=True).exists()
            or RecordHead.objects.filter(page_id__in=below.values_list("pk", flat=True)).exists()
        )


def tester_for(page: Page, user: Any) -> TwoPeoplePermissionTester:
    """The tester that `BasePage.permissions_for_user` answers with."""
    return TwoPeoplePermissionTester(user, page)
