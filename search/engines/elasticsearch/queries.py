"""A query in Elasticsearch's own words. Tokens go in as values, so nothing in them is syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from search.engines.elasticsearch.documents import BETWEEN, REACHES
from search.facets import NAMES, Filters
from search.query import Query, Term, Unit
from search.tiers import COLUMNS, Tier, tiers_of

Clause = dict[str, Any]
MOST_VALUES: Final = 10_000
"""Values of one facet; a facet with more would not be complete and is an error."""

_FIELDS: Final = dict(zip((COLUMNS[:size] for size in (2, 3, 4, 5)), REACHES, strict=True))
Fields = tuple[str, ...]
_COUNTED: Final = {"kind": "kind_named", "place": "place_named", "year": "year", "state": "state_named", "unit": "unit"}

NEWEST: Final[list[Clause]] = [{"day": {"order": "desc", "missing": "_last"}}, {"since": "desc"}, {"id": "asc"}]
RANKED: Final[list[Clause]] = [{"_score": "desc"}, {"rank": "desc"}, *NEWEST]


def _all(clauses: Sequence[Clause]) -> Clause:
    return clauses[0] if len(clauses) == 1 else {"bool": {"filter": list(clauses)}}


def _any(clauses: Sequence[Clause]) -> Clause:
    return clauses[0] if len(clauses) == 1 else {"bool": {"should": list(clauses), "minimum_should_match": 1}}


def _words(tokens: Sequence[str], fields: Fields) -> Clause:
    """Tokens side by side in one column of one of the fields."""
    if len(tokens) == 1:
        return _any([{"term": {field: tokens[0]}} for field in fields])
    return _any([{"match_phrase": {field: " ".join(tokens)}} for field in fields])


def _term(term: Term, fields: Fields, *, strict: bool) -> Clause:
    """What was typed; when `strict`, also the accents typed with it, each anywhere in the fields."""
    marks = term.marks if strict else ()
    return _all([_words(term.tokens, fields), *(_words((mark,), fields) for mark in marks)])


def _units(units: Iterable[Unit], fields: Fields, *, strict: bool) -> Clause:
    return _all([_any([_term(term, fields, strict=strict) for term in unit.alternatives]) for unit in units])


def _tier(tier: Tier) -> Clause:
    if tier.keys:
        return _all([{"term": {"number": key}} for key in tier.keys])
    return _units(tier.units, _FIELDS[tier.reach], strict=tier.strict)


def matching(query: Query, scope: int | None) -> list[Clause]:
    """Conditions of a match: the site, and every unit anywhere."""
    site: list[Clause] = [] if scope is None else [{"term": {"site": str(scope)}}]
    return [*site, _units(query.units, REACHES[-1], strict=False)]


def narrowing(filters: Filters, *, without: str = "") -> list[Clause]:
    """What the filters ask for, one of them left out."""
    return [{"terms": {name: list(values)}} for name in NAMES if name != without and (values := getattr(filters, name))]


def ranked(query: Query, scope: int | None) -> Clause:
    """What matches, scored by its tier: the best tier's number is the highest, a match of no better tier has 0."""
    better = tiers_of(query)[:-1]
    scored = [{"constant_score": {"filter": _tier(tier), "boost": len(better) - at}} for at, tier in enumerate(better)]
    found: Clause = {"filter": matching(query, scope)}
    if scored:
        found |= {"should": [{"dis_max": {"queries": scored}}], "minimum_should_match": 0}
    return {"bool": found}


def unranked(query: Query, scope: int | None) -> Clause:
    """What matches."""
    return {"bool": {"filter": matching(query, scope)}}


def passing(filters: Filters) -> Clause | None:
    """What of the matches is shown; None for all."""
    narrowed = narrowing(filters)
    return _all(narrowed) if narrowed else None


def counting(filters: Filters, *, within_site: bool) -> dict[str, Clause]:
    """Aggregations over everything that matches: its count, the count and the values without each facet's own filter.

    On one site the values of its few matches are counted as they come; numbering all values first would cost more.
    """
    hint = {"execution_hint": "map"} if within_site else {}
    found: dict[str, Clause] = {"*": {"filter": {"match_all": {}}}} if filters else {}
    for name in NAMES:
        values: Clause = {"terms": {"field": _COUNTED[name], "size": MOST_VALUES} | (hint if name != "year" else {})}
        narrowed = narrowing(filters, without=name)
        found[name] = {"filter": _all(narrowed), "aggs": {"values": values}} if narrowed else values
    return found


def showing(stamps: Sequence[str]) -> dict[str, Clause]:
    """An aggregation that counts what was written under these stamps, wherever it is, whatever the query."""
    return {"shown": {"global": {}, "aggs": {"there": {"filter": {"terms": {"stamp": list(stamps)}}}}}}


def counted(answer: dict[str, Any], filters: Filters) -> list[tuple[str, str, str, int]]:
    """Rows for `search.facets.summary_of`; raises OverflowError when a facet has more values than are counted."""
    count, parts = int(answer["hits"]["total"]["value"]), answer["aggregations"]
    everything = int(parts["*"]["doc_count"]) if filters else count
    rows = [("=", "", "", count), ("*", "", "", everything)]
    for name in NAMES:
        narrowed = bool(narrowing(filters, without=name))
        values = parts[name]["values"] if narrowed else parts[name]
        if getattr(filters, name):
            rows.append((f"-{name}", "", "", int(parts[name]["doc_count"]) if narrowed else everything))
        if values["sum_other_doc_count"]:
            raise OverflowError(f"More than {MOST_VALUES} values of {name}.")
        for bucket in values["buckets"]:
            value, _, label = str(bucket["key"]).partition(BETWEEN)
            rows.append((name, value, label or value, int(bucket["doc_count"])))
    return rows
