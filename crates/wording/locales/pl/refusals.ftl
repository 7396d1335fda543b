### Reasons of every "no".

shift_full = { $places ->
    [one] Jedyne miejsce na tym dyżurze jest już zajęte.
    [few] Wszystkie { $places } miejsca na tym dyżurze są już zajęte.
    [many] Wszystkie { $places } miejsc na tym dyżurze jest już zajętych.
   *[other] Wszystkie miejsca na tym dyżurze są już zajęte.
}
