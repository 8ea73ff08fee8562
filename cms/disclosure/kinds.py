"""Kinds of record: the short name in addresses and logs, and the model that declares its facts."""

from __future__ import annotations

from typing import Any

_models: dict[str, type[Any]] = {}


def register(model: type[Any]) -> None:
    """Enter a model that declares `kind` and `facts`.

    Raises ValueError when another model already has the kind: log entries would become ambiguous.
    """
    known = _models.get(model.kind)
    if known is not None and known.__qualname__ != model.__qualname__:
        raise ValueError(f"two models are of kind {model.kind}: {known.__qualname__}, {model.__qualname__}")
    _models[model.kind] = model


def model_of(kind: str) -> type[Any] | None:
    """The model of `kind`; None when the kind was retired and only old log entries know it."""
    return _models.get(kind)


def all_kinds() -> dict[str, type[Any]]:
    """Every kind with its model, in the order of their names."""
    return dict(sorted(_models.items()))
