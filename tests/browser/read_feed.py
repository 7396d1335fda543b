"""Reads a feed from standard input with a Python package, `icalendar` or `vobject`, and prints its events as JSON.

Reading is strict: what the package could not parse is an error here.
"""

import json
import sys
from datetime import timezone


def instant(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_icalendar(feed):
    from icalendar import Calendar

    calendar = Calendar.from_ical(feed)
    faults = list(calendar.errors)
    events = []
    for event in calendar.walk("VEVENT"):
        faults += event.errors
        events.append({
            "uid": str(event["UID"]),
            "starts": instant(event.decoded("DTSTART")),
            "ends": instant(event.decoded("DTEND")),
            "summary": str(event["SUMMARY"]),
            "location": str(event["LOCATION"]),
            "description": str(event["DESCRIPTION"]),
            "status": str(event["STATUS"]),
            "sequence": int(event["SEQUENCE"]),
        })
    if faults:
        sys.exit(f"icalendar found faults: {faults}")
    return events


def by_vobject(feed):
    import vobject

    calendar = vobject.readOne(feed.decode("utf-8"))
    calendar.validate(raiseException=True)
    return [
        {
            "uid": event.uid.value,
            "starts": instant(event.dtstart.value),
            "ends": instant(event.dtend.value),
            "summary": event.summary.value,
            "location": event.location.value,
            "description": event.description.value,
            "status": event.status.value,
            "sequence": int(event.sequence.value),
        }
        for event in calendar.vevent_list
    ]


feed = sys.stdin.buffer.read()
json.dump({"icalendar": by_icalendar, "vobject": by_vobject}[sys.argv[1]](feed), sys.stdout)
