"""Reads a feed from standard input with the Python package `icalendar` and prints its events as JSON.

Reading is strict: what the package could not parse is an error here.
"""

import json
import sys
from datetime import timezone

from icalendar import Calendar


def instant(event, name):
    return event.decoded(name).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main():
    calendar = Calendar.from_ical(sys.stdin.buffer.read())
    faults = list(calendar.errors)
    events = []
    for event in calendar.walk("VEVENT"):
        faults += event.errors
        events.append({
            "uid": str(event["UID"]),
            "starts": instant(event, "DTSTART"),
            "ends": instant(event, "DTEND"),
            "summary": str(event["SUMMARY"]),
            "location": str(event["LOCATION"]),
            "description": str(event["DESCRIPTION"]),
            "status": str(event["STATUS"]),
            "sequence": int(event["SEQUENCE"]),
        })
    if faults:
        sys.exit(f"icalendar found faults: {faults}")
    json.dump(events, sys.stdout)


main()
