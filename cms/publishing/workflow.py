"""What Wagtail calls when a workflow is through (`WAGTAIL_FINISH_WORKFLOW_ACTION`)."""

from __future__ import annotations

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """Publish the approved revision, not the latest one.

    Imports lazily: Wagtail loads this module while the models are being made.
    """
    from cms.publishing.approval import publish_finished

    publish_finished(workflow_state)
