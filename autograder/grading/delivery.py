"""How a submission came in: through which platform, when, and from whom, as the platform's own download tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a download says about one submission; empty where it says nothing.

    `submitted` is ISO 8601: in UTC ("...+00:00") where the download names a zone, and without a zone where all there is
    is the clock of the learner's computer. `late`: marked late by the platform. `people` are those who handed in,
    several for a group, each by fields of a roster (name, id, email, canvas_id) or a number of the platform's own.
    """

    platform: str = ""
    submitted: str = ""
    late: bool = False
    people: tuple[dict[str, str], ...] = ()

    @property
    def when(self) -> datetime | None:
        """The time of `submitted`, with a zone if it has one; None if there is none."""
        return datetime.fromisoformat(self.submitted) if self.submitted else None

    def to_dict(self) -> dict:
        """Plain JSON types; the inverse of `from_dict`."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping | None) -> Delivery:
        """Rebuild a delivery from `to_dict`; an empty one from None."""
        return cls(**{**data, "people": tuple(data["people"])}) if data else cls()


def in_utc(moment: datetime) -> str:
    """A time with a zone, as `Delivery.submitted` writes it.

    >>> in_utc(datetime.fromisoformat("2026-10-01T12:00+02:00"))
    '2026-10-01T10:00:00+00:00'
    """
    return moment.astimezone(UTC).isoformat()
