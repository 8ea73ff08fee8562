"""A portal on which every type stands in every state: `python -m tests.journeys.states` prints the addresses as JSON.

It runs in a process of its own with DATA_DIR and DJANGO_SETTINGS_MODULE given, on a database that is migrated: the
journeys themselves never touch the ORM.
"""

from __future__ import annotations

import copy
import datetime
import enum
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

HOST, LONG_HOST, BARE_HOST = "khuon-mau.localhost", "khuon-mau-dai.localhost", "khuon-mau-trong.localhost"
REASON = "Dựng khuôn mẫu"
Values = dict[str, Any]


class State(enum.StrEnum):
    """What a record can have come to, as far as its page shows it."""

    FULL = "day-du"
    EMPTY = "trong"
    LONG = "rat-dai"
    ENDED = "ket-thuc"
    CANCELLED = "huy"
    CORRECTED = "dinh-chinh"
    SUPERSEDED = "bi-thay"


@dataclass(frozen=True)
class Shown:
    """One page of the portal: its kind, its state, its address."""

    kind: str
    state: str
    host: str
    path: str


LACKING: dict[State, dict[str, str]] = {
    State.CANCELLED: {
        "chung-cu-cu": "a building is not called off; its record ends",
        "gia": "a price is replaced, never called off",
        "giam-sat": "supervision ends with what it watches",
        "hoi-dap": "an answer is corrected or ends",
        "huong-dan": "a guide ends",
        "ke-hoach": "a plan is replaced or ends",
        "ket-qua": "a list is corrected or ends",
        "khu-dat": "a site that is no longer meant for homes ends, with the reason",
        "nhu-cau": "a survey ends",
        "thong-bao": "a notice that no longer holds ends, with the reason, and another one says so",
        "thu-tuc": "a procedure that was abolished ends, with the reason",
        "tin-tuc": "news end",
    },
    State.SUPERSEDED: {
        "chung-cu-cu": "a building has one record",
        "du-an": "a project has one record; its milestones keep the first plan beside the present one",
        "giam-sat": "what is supervised has one record",
        "hoi-dap": "an answer is corrected in its own record",
        "huong-dan": "a guide is brought up to date in its own record",
        "ket-qua": "a list is corrected in its own record; a later round has its own list",
        "khu-dat": "a site has one record; its former planning stands in it",
        "nhu-cau": "a later survey has its own record beside it",
        "thong-bao": "a later notice names the same subject and stands beside it",
        "thu-tuc": "a procedure is brought up to date in its own record",
        "tin-tuc": "news are corrected in their own record",
    },
}
"""States that a type has not, each with the reason."""
OF_NO_RECORD: dict[State, str] = dict.fromkeys(
    (State.ENDED, State.CANCELLED, State.CORRECTED, State.SUPERSEDED),
    "a page that leads to records discloses nothing itself; it is edited or withdrawn, and its history tells that",
)
"""States that the home page, the indexes and plain pages have not, with the reason."""


def of_no_record(kind: str) -> bool:
    """Whether pages of the kind lead to records and are none."""
    from tests.factories.kinds import IN_EVERY_WARD

    return kind == "trang" or kind in IN_EVERY_WARD


def without() -> dict[tuple[str, State], str]:
    """Each kind and state for which there is no page, with the reason."""
    from tests.factories.kinds import FACTORIES

    found = {(kind, state): why for state, kinds in LACKING.items() for kind, why in kinds.items()}
    for kind in filter(of_no_record, FACTORIES):
        found |= {(kind, state): why for state, why in OF_NO_RECORD.items()}
    return found


class Builder:
    """Makes the pages; `today` is the day to which open, ended and coming are related."""

    def __init__(self, today: datetime.date) -> None:
        from tests.factories import make_ward

        self.today = today
        self.wards = {
            host: make_ward(host.removesuffix(".localhost"), hostname=host) for host in (HOST, LONG_HOST, BARE_HOST)
        }

    def day(self, days: int) -> datetime.date:
        """The day that many days from today."""
        return self.today + datetime.timedelta(days=days)

    def pages(self) -> Iterator[Shown]:
        """Publish every kind in every state that it has; records first, so that indexes and home list them."""
        from tests.factories.kinds import FACTORIES, IN_EVERY_WARD

        lacking = without()
        for kind in FACTORIES:
            if kind in IN_EVERY_WARD:
                yield from self.leading(kind)
            else:
                yield from self.records(kind, [state for state in State if (kind, state) not in lacking])

    def records(self, kind: str, states: list[State]) -> Iterator[Shown]:
        """A record of `kind` for each of the states, all but the very long one on the same ward."""
        from tests.factories.kinds import FACTORIES

        factory = FACTORIES[kind]
        values = self.standing(factory.full_values(self.wards[HOST]))
        for host, there in ((HOST, [one for one in states if one is not State.LONG]), (LONG_HOST, [State.LONG])):
            made = {}
            for state in there:
                own = {} if state is State.EMPTY else self.in_state(kind, state, values)
                made[state] = factory.build(slug=f"{kind}-{state}", **copied(own))
            self.publish(factory.stands_under(self.wards[host]), made.values())
            yield from (self.shown(kind, state, page) for state, page in made.items())
            if later := [
                AFTERWARDS[kind](self, made[state], state) for state in OVER if kind in AFTERWARDS and state in made
            ]:
                self.publish(later[0][0], [page for _, page in later])

    def leading(self, kind: str) -> Iterator[Shown]:
        """The only page of `kind` of each ward: full with the records, long with the very long ones, and as made."""
        from tests.factories import publish
        from tests.factories.kinds import FACTORIES

        factory = FACTORIES[kind]
        for state, host in ((State.FULL, HOST), (State.LONG, LONG_HOST), (State.EMPTY, BARE_HOST)):
            ward = self.wards[host]
            page = factory._meta.model.objects.descendant_of(ward.home, inclusive=True).get()
            if state is State.FULL or (state is State.LONG and kind == "trang-chu"):
                values = {"title": page.title, **factory.full_values(ward)}
                for name, value in self.in_state(kind, state, values).items():
                    setattr(page, name, value)
                page = publish(page, reason=REASON)
            yield self.shown(kind, state, page)

    def standing(self, values: Values) -> Values:
        """A full record as it stands before anything happened to it: posted, confirmed, neither ended nor corrected."""
        if "ended_on" not in values:
            return values
        return values | {
            "posted_from": self.day(-10),
            "posted_until": self.day(20),
            "confirmed_on": self.day(-30),
            "confirm_again_by": self.day(150),
            "ended_on": None,
            "ended_reason": "",
            "corrections": [],
        }

    def in_state(self, kind: str, state: State, values: Values) -> Values:
        """The values of a full record, changed to what the state means for the kind."""
        from cms.models import Correction
        from tests.factories.kinds import FACTORIES
        from tests.journeys.lengthening import lengthened

        found = {**values, **OWN.get(kind, no_more)(self, state)}
        if "reference_code" in found:
            found["reference_code"] = f"{found['reference_code']}-{state}"
        if state is State.LONG:
            return lengthened(FACTORIES[kind]._meta.model, found) | LONGER.get(kind, dict)()
        if state is State.ENDED:
            return found | {"ended_on": self.day(-3), "ended_reason": "Đã hoàn thành, chuyển sang lưu trữ để tra cứu"}
        if state is State.CORRECTED:
            said = "Diện tích và số căn ghi nhầm ở lần công bố trước; số đúng là số đang ghi ở trang này."
            return found | {"corrections": [Correction(corrected_on=self.day(-1), text=said)]}
        return found

    def publish(self, parent: Any, pages: Iterable[Any]) -> None:
        """Make new pages public in few statements; what a form refuses is refused here too."""
        from cms.publishing.authority import Authority
        from cms.publishing.bulk import add_and_publish_many

        for page in pages:
            page.clean()
        add_and_publish_many(parent, list(pages), Authority(reason=REASON))

    def shown(self, kind: str, state: State, page: Any) -> Shown:
        """Where the page is."""
        _, root, path = page.get_url_parts()
        return Shown(kind, state.value, root.split("//")[1].split(":")[0], path)


def copied(values: Values) -> Values:
    """The values with rows of their own: a row belongs to one page."""
    from django.db.models import Model
    from modelcluster.fields import ParentalKey

    def is_row(value: Any) -> bool:
        return isinstance(value, Model) and any(isinstance(field, ParentalKey) for field in value._meta.fields)

    return {
        name: [copy.copy(row) if is_row(row) else row for row in value] if type(value) is list else value
        for name, value in values.items()
    }


def no_more(builder: Builder, state: State) -> Values:
    """Nothing of its own."""
    return {}


def _project(builder: Builder, state: State) -> Values:
    """A round that is open and one that was drawn; called off with its round, or over with it."""
    from projects_pages.models import ApplicationRound, RoundResult, Stage

    day = builder.day
    first = ApplicationRound(
        name="Đợt 1",
        homes_for_sale=100,
        homes_for_rent_to_buy=20,
        announced_on=day(-200),
        opens_on=day(-190),
        closes_on=day(-150),
        apply_at="Bộ phận một cửa",
        draw_on=day(-140),
        drawn_on=day(-140),
    )
    second = ApplicationRound(
        name="Đợt 2",
        homes_for_sale=80,
        homes_for_rent=10,
        announced_on=day(-30),
        opens_on=day(-7),
        closes_on=day(12),
        hours="7:30–11:30",
        apply_at="Nhà điều hành dự án",
    )
    if state is State.CANCELLED:
        second.cancelled_on, second.cancelled_reason = day(-2), "Dự án dừng, hồ sơ được trả lại"
    results = [
        RoundResult(round_name="Đợt 1", group=group, homes=50, applications=90, eligible=60, chosen=40)
        for group in ("Người có công", "Người thu nhập thấp")
    ]
    stages = {State.CANCELLED: Stage.CANCELLED, State.ENDED: Stage.COMPLETED}
    rounds = [first] if state is State.ENDED else [first, second]
    return {"stage": stages.get(state, Stage.BUILDING), "rounds": rounds, "round_results": results}


def _site(builder: Builder, state: State) -> Values:
    """Applications are taken."""
    return {"apply_from": builder.day(-20), "apply_until": builder.day(40)}


def _price(builder: Builder, state: State) -> Values:
    """In force, each for a project of its own: a newer one of the same project would take its place."""
    from tests.factories import ProjectPageFactory

    ward = builder.wards[LONG_HOST if state is State.LONG else HOST]
    project = ProjectPageFactory.build(title=f"Khu nhà có giá ({state})")
    builder.publish(ward.projects, [project])
    return {"project": None, "project_id": project.pk, "replaces": None, "valid_from": builder.day(-90)}


def _document(builder: Builder, state: State) -> Values:
    """No longer in force once another document took its place or repealed it."""
    from cms.values.dates import PartialDate
    from projects_pages.models import Validity

    over = state in {State.SUPERSEDED, State.CANCELLED}
    last = builder.day(-5)
    return {
        "number": f"{len(state) + 250}/QĐ-UBND",
        "validity": Validity.EXPIRED if over else Validity.IN_FORCE,
        "expires_on": PartialDate(last.year, last.month, last.day) if over else None,
    }


def _list(builder: Builder, state: State) -> Values:
    """Counts of all groups together."""
    return {"total": 280 if state is State.LONG else 120}


def _home(builder: Builder, state: State) -> Values:
    """Its headline is the project of the same state."""
    from projects_pages.models import ProjectPage

    return {"headline": ProjectPage.objects.get(slug=f"du-an-{state}")}


def _plan(builder: Builder, state: State) -> Values:
    """A plan for years to come, over when a document took its place."""
    from cms.values.dates import PartialDate

    last = builder.day(-5)
    over = PartialDate(last.year, last.month, last.day)
    return {"expires_on": over if state is State.SUPERSEDED else None}


OWN: dict[str, Callable[[Builder, State], Values]] = {
    "du-an": _project,
    "gia": _price,
    "ke-hoach": _plan,
    "ket-qua": _list,
    "khu-dat": _site,
    "trang-chu": _home,
    "van-ban": _document,
}
"""What a state means beyond the end and the corrections that all records have."""


def _newer_price(builder: Builder, page: Any, state: State) -> tuple[Any, Any]:
    from tests.factories import PricePageFactory
    from tests.factories.prices import price_rows

    return builder.wards[HOST].index("gia"), PricePageFactory.build(
        title="Giá mới thay giá khuôn mẫu",
        project_id=page.project_id,
        replaces_id=page.pk,
        valid_from=builder.day(-2),
        price_rows=price_rows(),
    )


def _newer_document(builder: Builder, page: Any, state: State) -> tuple[Any, Any]:
    from projects_pages.models import DocumentRelation, RelationKind
    from tests.factories import LegalDocumentPageFactory

    relation = RelationKind.REPEALS if state is State.CANCELLED else RelationKind.REPLACES
    return builder.wards[HOST].documents, LegalDocumentPageFactory.build(
        title=f"{relation.label} {page.title}",
        relations=[DocumentRelation(relation=relation, document_id=page.pk)],
    )


OVER = (State.CANCELLED, State.SUPERSEDED)
AFTERWARDS: dict[str, Callable[[Builder, Any, State], tuple[Any, Any]]] = {
    "gia": _newer_price,
    "ke-hoach": _newer_document,
    "van-ban": _newer_document,
}
"""The record that takes the place of another one, with the page below which it stands."""


def _long_body() -> Values:
    from tests.journeys.lengthening import long_text

    blocks = [("heading", long_text(120, "Mục")), ("text", f"<p>{long_text(None)}</p>")]
    return {"body": blocks * 4}


LONGER: dict[str, Callable[[], Values]] = {"tin-tuc": _long_body, "trang": _long_body}
"""Texts that are no plain fields."""


def main() -> int:
    """Build and print."""
    import django

    django.setup()
    from django.utils import timezone

    from tests.quiet import without_admin_indexes

    with without_admin_indexes():
        shown = [asdict(page) for page in Builder(timezone.localdate()).pages()]
    sys.stdout.write(json.dumps(shown, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
