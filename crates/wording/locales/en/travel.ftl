### Travel times: where they come from, and what to do when they are missing.

## There are none

unreachable = We have no travel times: { $engine } does not answer at { $address } (tries: { $tries }).
refused = We have no travel times: { $engine } refuses the question. Answer: { $said }
unreadable = We have no travel times: the answer that { $engine } gives at { $address } makes no sense.
no_way = There is no way by road: { $ways }.
off_road = Too far from a road: { $places }. Correct the location on the map.
way = { $from } → { $to }
place = { $name } ({ $metres } m)
and_more = and { $count } more
no_engine = We have no travel times: the server’s settings hold no address at which to ask for them.
stopped = The making of the plan was stopped before the travel times came.
matrix_lacks = The uploaded table of travel times does not know the place: { $stop }. Upload a new table or tick estimated times.
matrix_moved = The uploaded table of travel times has another location for the place: { $stop }. Upload a new table or tick estimated times.

## How to go on

choice_help = The plan can be made with times estimated from distances. The plan will say so.
estimate_gaps = Estimate only the missing times
estimate_all = Make the plan with estimated times
estimate_checkbox = Estimated travel times instead of measured ones
is_estimated = The travel times in this plan are estimated, at least in part.

## While the planner asks

asking = Asking for travel times: { $done } of { $of }.
