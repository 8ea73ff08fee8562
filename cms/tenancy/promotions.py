"""Promoted results (Gợi ý của cổng): a ward's editors name a public page of theirs for certain words."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.search_promotions.models import Query as Words
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.permission_policies import ModelPermissionPolicy

from cms.models.unreadable import refuse_unreadable
from cms.tenancy.finding import Folded
from cms.tenancy.rules import KEEPERS
from cms.tenancy.scope import scope_of
from cms.values.personal import refuse_personal_numbers
from cms.values.text import clean_line, clean_prose
from search.api import active_words
from search.models import PublicRecord
from search.promotions import readings
from search.query import MAX_CHARACTERS, understand

LONGEST_DESCRIPTION = 300


def own_promotions(user: Any) -> QuerySet[SearchPromotion]:
    """Those of the person's ward; all of them for a superuser."""
    rows: QuerySet[SearchPromotion] = SearchPromotion.objects.filter(page__isnull=False).select_related("query", "page")
    scope = scope_of(user)
    if scope is None:
        return rows if user.is_superuser else rows.none()
    return rows.filter(page__in=scope.pages)


class PromotionPolicy(ModelPermissionPolicy):
    """By role in the ward, not by permissions of the group: what is promoted is public already."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the person keeps what the ward shows."""
        scope = scope_of(user)
        return bool(user.is_active and (user.is_superuser or (scope is not None and scope.has_role(KEEPERS))))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """All actions are one."""
        return self.user_has_permission(user, "change")

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether the promotion is the ward's."""
        return self.user_has_permission(user, action) and own_promotions(user).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        """All actions are one."""
        return self.user_has_permission_for_instance(user, "change", instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any]:
        """The ward's."""
        return own_promotions(user)


class PromotionForm(WagtailAdminModelForm):
    """Words, the page, and a sentence of why."""

    words = forms.CharField(
        label="Khi người dân gõ",
        max_length=MAX_CHARACTERS,
        help_text="Gợi ý đứng đầu trang kết quả khi câu gõ đúng bằng câu này, không thêm bớt chữ. "
        "Có dấu hay không dấu, chữ hoa, chữ viết tắt trong danh mục đều tính là một.",
    )
    position = forms.IntegerField(
        label="Thứ tự",
        min_value=1,
        max_value=99,
        initial=1,
        help_text="Khi có nhiều gợi ý cho cùng câu: số nhỏ đứng trước, hiện nhiều nhất 3 gợi ý.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        refuse_unreadable(self)
        self.fields["page"].required = True
        self.fields["description"].required = False
        if self.instance.pk:
            self.initial.setdefault("words", self.instance.query.query_string)
            self.initial.setdefault("position", self.instance.sort_order or 1)

    def clean_words(self) -> str:
        """In one line, with something to look for, and no number of a person."""
        words = clean_line(self.cleaned_data["words"])
        if not understand(words):
            raise forms.ValidationError("Câu này không có chữ hoặc số nào để so.")
        refuse_personal_numbers(words)
        return words

    def clean_description(self) -> str:
        """Everybody reads it."""
        text = clean_prose(self.cleaned_data["description"] or "")
        if len(text) > LONGEST_DESCRIPTION:
            raise forms.ValidationError(f"Dài nhất {LONGEST_DESCRIPTION} ký tự.")
        refuse_personal_numbers(text)
        return text

    def clean_page(self) -> Any:
        """A page of the ward that everybody may see."""
        page = self.cleaned_data["page"]
        scope = scope_of(self.for_user)
        if scope is not None and not scope.has_page(page.pk):
            raise forms.ValidationError("Chọn trang của phường, xã mình.")
        if not PublicRecord.objects.filter(page_id=page.pk).exists():
            raise forms.ValidationError("Trang này chưa công khai: công bố trang trước, rồi mới gợi ý.")
        return page

    def clean(self) -> dict[str, Any]:
        """The same page is promoted once for the same words."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        words, page = cleaned.get("words"), cleaned.get("page")
        if words and page:
            register = active_words()
            asked = readings(understand(words, register))
            others = SearchPromotion.objects.filter(page=page).exclude(pk=self.instance.pk).select_related("query")
            for other in others:
                if not asked.isdisjoint(readings(understand(other.query.query_string, register))):
                    self.add_error("words", f"Trang này đã được gợi ý cho «{other.query.query_string}».")
                    break
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Under its words; words that nothing is promoted for any more go."""
        self.instance.query = Words.get(self.cleaned_data["words"])
        self.instance.sort_order = self.cleaned_data["position"]
        saved = super().save(commit)
        Words.garbage_collect()
        return saved


class PromotionIndexView(Folded, IndexView):
    """The ward's promotions; a page that is public no longer is told."""

    page_title = "Gợi ý của cổng"
    add_item_label = "Thêm gợi ý"

    def get_base_queryset(self) -> QuerySet[Any]:
        """By their words."""
        return own_promotions(self.request.user).order_by("query__query_string", "sort_order", "pk")


class PromotionCreateView(CreateView):
    """Words may come from the report of what was not found."""

    def get_initial(self) -> dict[str, Any]:
        """`?words=…`."""
        return {**super().get_initial(), "words": self.request.GET.get("words", "")[:MAX_CHARACTERS]}


def _shown(promotion: SearchPromotion) -> str:
    public = PublicRecord.objects.filter(page_id=promotion.page_id).exists()
    return "Đang hiện" if public else "Không hiện: trang chưa công khai hoặc đã gỡ"


class PromotionViewSet(ModelViewSet):
    """Its screens."""

    model = SearchPromotion
    name = "goi-y"
    url_prefix = "goi-y-tim-kiem"
    icon = "pick"
    menu_label = "Gợi ý của cổng"
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = PromotionIndexView
    add_view_class = PromotionCreateView
    search_fields: ClassVar = ["query__query_string", "page__title", "description"]
    list_display: ClassVar = [
        TitleColumn("query", label="Khi người dân gõ", url_name="goi-y:edit", sort_key="query__query_string"),
        Column("page", label="Trang được gợi ý", accessor="page.title"),
        Column("sort_order", label="Thứ tự"),
        Column("shown", label="Tình trạng", accessor=_shown),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            PageChooserPanel("page", heading="Trang được gợi ý", help_text="Trang của phường, xã mình, đã công khai."),
            FieldPanel("description", heading="Vì sao", help_text="Một câu dưới tên trang. Mọi người đọc được."),
            FieldPanel("position"),
        ],
        base_form_class=PromotionForm,
    )
