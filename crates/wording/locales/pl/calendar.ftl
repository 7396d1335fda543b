next_visit = Najbliższa wizyta
