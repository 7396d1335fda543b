### What the public calendar says: pages and feeds.

## Every page

window_title = { $page } – { $service }
home_title = { $service } – { $town }
home_description = When and where the children’s day-room bus stops: { $town }, { $dates }. Free admission, no need to sign up.
next_description = { $place } – next visit of the day-room bus: { $day }, { $hours }.
none_description = { $place } – visits of the day-room bus.
visit_description = { $stop }, { $estate } estate: { $day }, { $hours }.
search_description = Find your estate, stop or street: { $town }.
season_description = { $service }, { $season }: all visits, { $dates }.
example_notice = This is an example plan. A program made up the dates; no real bus drives by them.
release = Release { $number } of the timetable
last_change = Last change: { $time }

## Home

home_heading = When does the day-room bus come?
today_before_season = The season has not begun yet. First day: { $first }.
today_out = { $stops ->
    [one] Today the bus comes to { $stops } stop.
   *[other] Today the bus comes to { $stops } stops.
}
today_all_cancelled = { $visits ->
    [one] Today’s visit has been cancelled.
   *[other] All { $visits } of today’s visits have been cancelled.
}
today_not_out = The bus does not drive today. Next visit: { $next }.
today_not_out_any_more = The bus does not drive today. There are no more visits this season.
today_after_season = The season is over. See you next time!

## A visit

theme = Theme of the week: { $name }
guests = Guests and partners: { $who }
bring = Worth bringing: { $what }
status_text = { $status ->
    [planned] planned
    [moved] moved
    [late] late
    [running] going on now
    [over] over
   *[cancelled] cancelled
}
day_and_hours = { $day }, { $hours }
cancelled = Visit cancelled.
cancelled_because = Visit cancelled. Reason: { $reason }.
late = Running { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} late: expected at about { $time }.
late_only = Running { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} late.
with_reason = { $said } Reason: { $reason }.
moved = Visit moved. Before: { $day }, { $hours }.
moved_because = Visit moved. Before: { $day }, { $hours }. Reason: { $reason }.
visit_heading = { $stop }: { $day }

## Search

search_heading = Find your stop
search_heading_for = Results for: { $query }
search_prompt = Type the first letters of an estate, stop or street. You do not need Polish letters.
search_found = { $count ->
    [one] { $count } place found.
   *[other] { $count } places found.
}
search_nothing = Nothing found for “{ $query }”. Check the spelling or choose an estate from the list.
hit_kind_text = { $kind ->
    [estate] estate
    [stop] stop
   *[street] street
}
in_estate = { $estate } estate
street_whole = the whole street: { $estate } estate
street_part = part of the street: { $estate } estate
street_numbers = numbers { $numbers }: { $estate } estate
street_unknown = We do not know to which estate this street belongs. Choose an estate from the list.
formerly = formerly: { $name }

## Estate and stop

estate_heading = { $estate } estate
visits_ahead = { $count ->
    [one] { $count } more visit this season.
   *[other] { $count } more visits this season.
}
visits_over = There are no more visits this season.
no_visits = No visits are planned here this season.
approximate = Approximate location: the point on the map only shows the area.
approximate_short = Approximate location
place_unknown = Location unknown: we have no point on the map yet.
place_to_be_agreed = Place to be agreed: we will tell the exact place as soon as it is known.
fact_text = { $fact ->
    [shade] { $is ->
        [yes] there is shade
       *[no] there is no shade
    }
    [toilet] { $is ->
        [yes] toilet nearby
       *[no] no toilet nearby
    }
    [water] { $is ->
        [yes] drinking water
       *[no] no drinking water
    }
   *[step-free] { $is ->
        [yes] step-free for wheelchairs and prams
       *[no] there are steps or a kerb on the way
    }
}
wet_weather_place = in bad weather: { $place }

## Season

month_summary = { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}
season_summary = { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
} in { $estates ->
    [one] { $estates } estate
   *[other] { $estates } estates
}

## Feeds

feed_season = All visits: { $town }
feed_estate = Visits in the { $estate } estate
feed_stop = Visits: { $stop }
calendar_season = { $service }: { $town }
calendar_estate = { $service }: { $estate } estate
calendar_stop = { $service }: { $stop }
entry = { $service }: { $stop }
entry_event = { $service }: { $event }, { $stop }
entry_cancelled = CANCELLED: { $title }
entry_late = LATE: { $title }
entry_moved = CHANGED: { $title }
location = { $stop }, { $address }, os. { $estate }
location_without_address = { $stop }, os. { $estate }
