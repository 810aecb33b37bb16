"""What the pages of routing read."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows


def profiles() -> list[Row[Any]]:
    """Every profile with what its active version says: the default first, those put away last."""
    return rows(
        """
        select p.*, v.id as version_id, v.version, v.rules, v.activated_by, v.activated_at,
            exists (select from routing.profile_versions as d where d.profile_id = p.id and d.state = 'draft') as has_draft,
            (select count(*) from routing.rules as r where r.profile_id = p.id) as used_by
        from routing.profiles as p
        left join routing.profile_versions as v on v.profile_id = p.id and v.state = 'active'
        order by p.is_archived, p.is_default desc, lower(p.name)"""
    )


def usable() -> dict[int, str]:
    """The profiles that can decide, by name."""
    return {found.id: found.name for found in profiles() if found.version_id and not found.is_archived}


def profile(profile_id: int) -> Row[Any] | None:
    return row("select p.* from routing.profiles as p where p.id = :id", id=profile_id)


def versions(profile_id: int) -> list[Row[Any]]:
    """Every version of a profile, the latest first; what was never used and given up is not told."""
    return rows(
        "select v.* from routing.profile_versions as v"
        " where v.profile_id = :id and v.state <> 'discarded' order by v.version desc",
        id=profile_id,
    )


def version(version_id: int) -> Row[Any] | None:
    return row(
        "select v.*, p.name, p.is_archived from routing.profile_versions as v"
        " join routing.profiles as p on p.id = v.profile_id where v.id = :id",
        id=version_id,
    )


def rules() -> list[Row[Any]]:
    """The rules that choose profiles, in their order."""
    return rows(
        "select r.*, p.name as profile from routing.rules as r join routing.profiles as p on p.id = r.profile_id"
        " order by r.position"
    )


def deciding(channel: str) -> list[str]:
    """The profiles that orders of a channel may get, by name, in the order of their rules; the last is for all others."""
    found = []
    for rule in rules():
        if rule.channel in (None, channel):
            found.append(rule.profile)
        if rule.channel == channel and not (rule.country_code or rule.tag or rule.minimum_minor):
            return found
    return found + [profile.name for profile in profiles() if profile.is_default]


def places() -> dict[int, str]:
    """Every location by name, also those no longer in use: profiles may list them."""
    return {found.id: found.name for found in rows("select id, name from inventory.locations order by lower(name)")}


def rates() -> list[Row[Any]]:
    """What carriers charge, by carrier; the cheapest zone first."""
    return rows("select r.* from routing.rates as r order by lower(r.carrier), r.base_minor, r.id")


def rate(rate_id: int) -> Row[Any] | None:
    return row("select r.* from routing.rates as r where r.id = :id", id=rate_id)


def taken_today(location_id: int) -> int:
    """How many shipments a location has been given for today, in its own time zone."""
    found = row(
        "select c.used from routing.capacity_days as c join inventory.locations as l on l.id = c.location_id"
        " where l.id = :id and c.day = (db.now() at time zone l.time_zone)::date",
        id=location_id,
    )
    return found.used if found else 0


def accuracy(location_id: int) -> Row[Any] | None:
    """Of how many units it was asked for in 90 days it could not find how many."""
    return row("select asked, short from routing.accuracies where location_id = :id", id=location_id)
