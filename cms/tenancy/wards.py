"""Making a ward: site, tree, groups, workflow; there is no other way to a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.models import BasePage, Role, SecondPersonTask, Ward, WardGroup
from cms.models.ward import PROVINCE_GROUP
from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from cms.publishing.by_command import publish_saved
from search.indexing import index_after_commit
from search.models import PublicRecord

Section = tuple[str, str, str]

SECTIONS: tuple[Section, ...] = (
    ("projects_pages.ProjectIndexPage", "du-an", "Dự án"),
    ("projects_pages.LandSiteIndexPage", "khu-dat", "Khu đất"),
    ("projects_pages.GuideIndexPage", "huong-dan", "Hướng dẫn, đối tượng"),
    ("projects_pages.PriceIndexPage", "gia", "Giá"),
    ("projects_pages.ResultListIndexPage", "ket-qua", "Kết quả, danh sách"),
    ("projects_pages.PlanIndexPage", "ke-hoach", "Kế hoạch"),
    ("projects_pages.ProcedureIndexPage", "thu-tuc", "Thủ tục"),
    ("projects_pages.LegalDocumentIndexPage", "van-ban", "Văn bản"),
    ("projects_pages.NoticeIndexPage", "thong-bao", "Thông báo"),
    ("projects_pages.SupervisionIndexPage", "giam-sat", "Giám sát cộng đồng"),
    ("projects_pages.DemandIndexPage", "nhu-cau", "Nhu cầu nhà ở xã hội"),
    ("home.NewsIndexPage", "tin-tuc", "Tin tức"),
    ("home.QuestionIndexPage", "hoi-dap", "Hỏi đáp"),
    ("projects_pages.OldBuildingIndexPage", "chung-cu-cu", "Chung cư cũ"),
    ("open_data.OpenDataPage", "du-lieu-mo", "Dữ liệu mở"),
)
"""The tree below every home page: type, address, title (design §7)."""

PAGE_ACTIONS = {
    Role.EDITOR: ("add_page", "change_page"),
    Role.APPROVER: ("add_page", "change_page", "lock_page", "unlock_page"),
    Role.MANAGER: ("add_page", "change_page", "lock_page", "unlock_page"),
    Role.INSPECTOR: (),
}
FILE_ACTIONS = ("add", "change", "choose")
REGISTERS = ("place", "organisation", "targetarea", "unit")
NATIONAL_REGISTERS = ("eligiblegroup", "formtemplate", "legalfigure", "legalreference", "term")
REGISTER_ACTIONS = {
    Role.EDITOR: ("view", "add", "change"),
    Role.APPROVER: ("view",),
    Role.MANAGER: ("view", "add", "change"),
    Role.INSPECTOR: (),
}
"""What is written in a register is ended, never deleted."""

PROVINCE_PERMISSIONS = {
    "wagtailadmin": ["access_admin"],
    "auth": ["add_user", "change_user", "view_user"],
    "wagtailcore": ["view_site"],
    "registers": [
        f"{action}_{model}" for model in (*REGISTERS, *NATIONAL_REGISTERS) for action in ("view", "add", "change")
    ],
    "search": ["view_synonym", "add_synonym", "change_synonym"],
}


@dataclass(frozen=True)
class NewWard:
    """What is asked of somebody who makes a ward."""

    code: str
    """In addresses and group names: "doan-ket"."""
    ward_name: str
    """With its kind: "phường Đoàn Kết"."""
    province_name: str
    """With its kind: "tỉnh Lai Châu"."""
    hostname: str
    port: int = 80
    is_default: bool = False
    illustrative: bool = False
    """Whether the ward is made up to show the portal."""


def create_ward(new: NewWard) -> Ward:
    """Make a ward with its pages published; all or nothing.

    Raises ValueError when code or hostname is taken.
    """
    if Ward.objects.filter(code=new.code).exists() or Site.objects.filter(hostname=new.hostname).exists():
        raise ValueError(f"Mã «{new.code}» hoặc tên miền «{new.hostname}» đã dùng.")
    with transaction.atomic():
        _remove_stock_site()
        root = Page.get_first_root_node()
        home = apps.get_model("home.HomePage")(
            title=new.ward_name[:1].upper() + new.ward_name[1:],
            slug=new.code,
            ward_name=new.ward_name,
            province_name=new.province_name,
            live=False,
        )
        root.add_child(instance=home)
        site = Site.objects.create(
            hostname=new.hostname,
            port=new.port,
            root_page=home,
            site_name=new.ward_name,
            is_default_site=new.is_default,
        )
        collection = Collection.get_first_root_node().add_child(name=new.ward_name)
        ward = Ward.objects.create(
            site=site, name=new.ward_name, code=new.code, collection=collection, illustrative=new.illustrative
        )
        _make_groups(ward, home)
        _make_workflow(ward, home)
        _publish_tree(home, Authority(reason="Lập cổng thông tin"))
    return ward


def _remove_stock_site() -> None:
    """Wagtail's first migration makes a welcome page and a site for it; neither belongs to a ward."""
    for site in Site.objects.filter(ward__isnull=True, root_page__depth=2):
        page = site.root_page
        if page.specific_class is Page:
            site.delete()
            page.delete()


def _make_groups(ward: Ward, home: Page) -> None:
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for role in Role:
        group = Group.objects.create(name=f"{role.label} – {ward.name} ({ward.code})")
        group.permissions.add(access)
        WardGroup.objects.create(ward=ward, role=role, group=group)
        for codename in PAGE_ACTIONS[role]:
            GroupPagePermission.objects.create(
                group=group, page=home, permission=Permission.objects.get(codename=codename)
            )
        if role is not Role.INSPECTOR:
            _allow_files(group, ward.collection)
            _allow_registers(group, REGISTERS, REGISTER_ACTIONS[role])
            _allow_registers(group, NATIONAL_REGISTERS, ("view",))
            group.permissions.add(Permission.objects.get(content_type__app_label="search", codename="view_synonym"))


def _allow_files(group: Group, collection: Collection) -> None:
    # Wagtail asks for the permissions of its own models, whatever models stand in their place.
    for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for action in FILE_ACTIONS:
            permission = Permission.objects.get(content_type__app_label=app_label, codename=f"{action}_{model}")
            GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)


def _allow_registers(group: Group, models: tuple[str, ...], actions: tuple[str, ...]) -> None:
    codenames = [f"{action}_{model}" for model in models for action in actions]
    group.permissions.add(*Permission.objects.filter(content_type__app_label="registers", codename__in=codenames))


def _make_workflow(ward: Ward, home: Page) -> None:
    task = SecondPersonTask.objects.create(name=f"Người thứ hai duyệt – {ward.name} ({ward.code})")
    task.groups.set(Group.objects.filter(ward_group__ward=ward, ward_group__role__in=[Role.APPROVER]))
    workflow = Workflow.objects.create(name=f"Duyệt công bố – {ward.name} ({ward.code})")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home)


def _publish_tree(home: BasePage, authority: Authority) -> None:
    publish_saved(home, authority)
    _publish_sections(home, SECTIONS, authority)


def _publish_sections(home: Page, wanted: Sequence[Section], authority: Authority) -> None:
    sections = [apps.get_model(model)(title=title, slug=slug) for model, slug, title in wanted]
    for entry in add_and_publish_many(home, sections, authority):
        index_after_commit(PublicRecord.objects.get(record=entry.record).pk)


@dataclass(frozen=True)
class Completed:
    """What a ward's tree was given, and what it could not be: addresses that another page has."""

    added: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


def add_missing_sections(ward: Ward) -> Completed:
    """Publish the sections that the tree of a new ward has and this ward's has not; all or nothing, logged.

    One that the ward keeps back is there, and stays kept back. The address of a section may have been given to a page
    of another type; that page stays, and the caller is told.
    """
    home: Any = ward.site.root_page.specific
    there = {child.specific_class for child in home.get_children()}
    slugs = set(home.get_children().values_list("slug", flat=True))
    missing = [one for one in SECTIONS if apps.get_model(one[0]) not in there]
    wanted = [one for one in missing if one[1] not in slugs]
    if wanted:
        with transaction.atomic():
            _publish_sections(home, wanted, Authority(reason="Bổ sung mục của cổng"))
    titles = tuple(title for _, _, title in wanted)
    return Completed(titles, tuple(f"/{slug}/" for _, slug, _ in missing if slug in slugs))


def ensure_province_group() -> Group:
    """The group that runs the installation: people, shared and national registers, the list of portals.

    It has no permission on pages, and none on groups: what the groups of a ward may do is made with the ward, and a
    group that somebody widens by hand would break the isolation. Publishing needs two people there as well.
    """
    group, made = Group.objects.get_or_create(name=PROVINCE_GROUP)
    if made:
        for app_label, codenames in PROVINCE_PERMISSIONS.items():
            group.permissions.add(*Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames))
    return group
