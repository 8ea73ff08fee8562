"""Forms of the desk."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from wagtail.models import Page

from cms.disclosure.models import Act
from cms.models import BasePage, ProposalAct
from cms.values.forms import LineFormField

if TYPE_CHECKING:
    PageChoice = forms.ModelChoiceField[Page]
else:
    PageChoice = forms.ModelChoiceField


class ReviewForm(forms.Form):
    """Approve or send back; the digest says which content the person saw."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    comment = forms.CharField(
        label="Ý kiến",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bắt buộc khi trả lại: nói rõ cần sửa gì. Người dân không đọc được ý kiến này.",
    )

    def clean(self) -> dict[str, Any]:
        """Sending back without saying why helps nobody."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "reject" in self.data and not (cleaned.get("comment") or "").strip():
            self.add_error("comment", "Ghi cần sửa gì thì mới trả lại được.")
        return cleaned


class PlaceField(PageChoice):
    """A page of the tree, indented by its depth."""

    def label_from_instance(self, obj: Any) -> str:
        """The title, below its parents."""
        return f"{'— ' * max(obj.depth - 2, 0)}{obj.title}"


class ProposeForm(forms.Form):
    """Reason, decision, and for a move the place to move to."""

    reason = LineFormField(
        label="Lý do", max_length=500, help_text="Người dân đọc được trong Lịch sử công bố: không ghi dữ liệu cá nhân."
    )
    decision = LineFormField(
        label="Văn bản làm căn cứ", max_length=255, required=False, help_text="Số, ký hiệu. Ví dụ: 258/QĐ-UBND."
    )
    target = PlaceField(label="Chuyển đến", queryset=Page.objects.none(), empty_label="(chọn mục)")
    sure = forms.BooleanField(label="Tôi hiểu hồ sơ bị gỡ ngay khi bấm nút, trước khi người khác duyệt")

    def __init__(self, *args: Any, page: BasePage, act: ProposalAct, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if act == ProposalAct.MOVE:
            targets = self.fields["target"]
            assert isinstance(targets, PlaceField)
            targets.queryset = places_for(page)
        else:
            del self.fields["target"]
        if act != ProposalAct.HIDE:
            del self.fields["sure"]


def places_for(page: BasePage) -> Any:
    """Pages of the same portal that take `page` as a child and are not its parent."""
    portal = Page.objects.filter(path=page.path[: 2 * page.steplen]).first()
    takes = list(type(page).allowed_parent_page_models())
    if portal is None or page.depth <= 2:
        return Page.objects.none()
    places = portal.get_descendants(inclusive=True).type(*takes) if takes else Page.objects.none()
    parent = page.get_parent()
    return places.not_descendant_of(page, inclusive=True).exclude(pk=parent.pk if parent else 0).order_by("path")


class DecideForm(forms.Form):
    """Agree or refuse; refusing says why."""

    answer = LineFormField(
        label="Ý kiến",
        max_length=500,
        required=False,
        help_text="Bắt buộc khi không đồng ý. Nếu cho công khai trở lại, người dân đọc được ý kiến này.",
    )

    def clean(self) -> dict[str, Any]:
        """The person who asked has to know why not."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "refuse" in self.data and not cleaned.get("answer"):
            self.add_error("answer", "Ghi lý do không đồng ý.")
        return cleaned


DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]
DAYS_OF_A_LOG = [MinValueValidator(datetime.date(2000, 1, 1)), MaxValueValidator(datetime.date(2999, 12, 31))]
"""At the ends of the calendar a day has no midnight in Việt Nam, or no next day."""


class DayInput(forms.DateInput):
    """The browser's own choice of a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class LogFilterForm(forms.Form):
    """What to look for in the log; anything unreadable is told and left out."""

    q = LineFormField(label="Tên hồ sơ", required=False, max_length=200)
    act = forms.ChoiceField(label="Việc", required=False, choices=[("", "Tất cả"), *Act.choices])
    since = forms.DateField(
        label="Từ ngày", required=False, input_formats=DAY_FORMATS, widget=DayInput, validators=DAYS_OF_A_LOG
    )
    until = forms.DateField(
        label="Đến hết ngày", required=False, input_formats=DAY_FORMATS, widget=DayInput, validators=DAYS_OF_A_LOG
    )

    def clean_until(self) -> datetime.date | None:
        """A span that ends before it starts finds nothing; better to say so."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            raise ValidationError("Ngày kết thúc phải sau ngày bắt đầu.")
        return until
