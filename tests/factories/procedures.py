"""Procedures (thủ tục) and guides (hướng dẫn)."""

from __future__ import annotations

from typing import Any

import factory

from projects_pages.models import (
    ChannelForm,
    GuideContact,
    GuideFigure,
    GuideForm,
    GuideGroup,
    GuidePage,
    GuideRelated,
    GuideRule,
    GuideSection,
    GuideTerm,
    Level,
    ProcedureChannel,
    ProcedureCondition,
    ProcedurePage,
    ProcedurePaper,
    ProcedureRelated,
    ProcedureRule,
    ProcedureStep,
    TimeUnit,
)
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.law import (
    EligibleGroupFactory,
    FormTemplateFactory,
    LegalFigureFactory,
    LegalReferenceFactory,
    TermFactory,
)
from tests.factories.registers import UnitFactory


class ProcedurePageFactory(DraftFactory):
    """A procedure."""

    class Meta:
        model = ProcedurePage

    title = factory.Sequence(lambda number: f"Thủ tục thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of procedures."""
        return ward.index("thu-tuc")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        figures, forms = [LegalFigureFactory() for _ in range(2)], [FormTemplateFactory() for _ in range(2)]
        groups, references = [EligibleGroupFactory() for _ in range(2)], [LegalReferenceFactory() for _ in range(2)]
        return {
            **full_record(ward, source),
            "reference_code": "TT-01",
            "code": "1.001978",
            "decision_number": "12/QĐ-BXD",
            "level": Level.COMMUNE,
            "procedure_type": "Thủ tục được luật giao quy định chi tiết",
            "field_of_work": "Nhà ở",
            "applicants": "Người có nhu cầu",
            "authority": "UBND phường",
            "carried_out_by": "Phòng Kinh tế",
            "together_with": "Công an phường",
            "result": "Giấy xác nhận",
            "national_url": "https://vi-du.vn/thu-tuc",
            "submit_unit": UnitFactory(ward=ward),
            "submit_at": "Bộ phận một cửa",
            "submit_hours": "Sáng thứ hai",
            "priority_lane": True,
            "priority_note": "Giải quyết trước",
            "channels": [
                ProcedureChannel(
                    form=form,
                    time_limit=7,
                    time_unit=TimeUnit.WORKING_DAYS,
                    figure=figure,
                    fee=20_000,
                    note="Nộp giờ hành chính",
                )
                for form, figure in zip((ChannelForm.IN_PERSON, ChannelForm.POST), figures, strict=True)
            ],
            "papers": [
                ProcedurePaper(
                    case="Người có nhà",
                    name=name,
                    form=form,
                    originals=2,
                    copies=3,
                    issued_by="UBND phường",
                    validity="12 tháng",
                )
                for name, form in zip(("Đơn", "Giấy xác nhận"), forms, strict=True)
            ],
            "steps": [
                ProcedureStep(title=title, text="Đến bộ phận một cửa", figure=figure)
                for title, figure in zip(("Nộp", "Nhận"), figures, strict=True)
            ],
            "conditions": [
                ProcedureCondition(
                    subject=subject,
                    applies_to="mua",
                    group=group,
                    figure=figure,
                    reference=references[0],
                    text="Theo giấy xác nhận",
                )
                for subject, group, figure in zip(("Nhóm", "Thu nhập"), groups, figures, strict=True)
            ],
            "rules_of_law": [ProcedureRule(reference=reference, note="Trình tự") for reference in references],
            "related": [ProcedureRelated(record_shown=source, note=note) for note in ("Xem trước", "Xem sau")],
        }


class GuidePageFactory(DraftFactory):
    """A guide."""

    class Meta:
        model = GuidePage

    title = factory.Sequence(lambda number: f"Hướng dẫn thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of guides."""
        return ward.index("huong-dan")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "HD-01",
            "self_check": True,
            "sections": [
                GuideSection(heading="Các nhóm", text="Luật nêu các nhóm.", explains="nhom"),
                GuideSection(heading="Thu nhập", text="Tính bình quân.", explains="so-thu-nhap"),
            ],
            "groups": [GuideGroup(group=EligibleGroupFactory(form=FormTemplateFactory())) for _ in range(2)],
            "figures": [GuideFigure(figure=LegalFigureFactory()) for _ in range(2)],
            "forms": [GuideForm(form=FormTemplateFactory()) for _ in range(2)],
            "terms": [GuideTerm(term=TermFactory()) for _ in range(2)],
            "contacts": [GuideContact(unit=UnitFactory(ward=ward), matter="Hỏi hồ sơ") for _ in range(2)],
            "rules_of_law": [GuideRule(reference=LegalReferenceFactory(), note="Điều kiện") for _ in range(2)],
            "related": [GuideRelated(record_shown=source, note=note) for note in ("Xem trước", "Xem sau")],
        }
