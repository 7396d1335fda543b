//! The tables, once for both databases. A column here, its line in both migrations, and a field in its row belong in one
//! change; `tests/both_backends.rs` compares them.

#![allow(missing_docs, unreachable_pub)]

diesel::table! {
    service (key) {
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    estates (id) {
        id -> Text,
        slug -> Text,
        name -> Text,
        sort_key -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        certainty -> Text,
        uncertainty -> Nullable<BigInt>,
        weight -> Double,
        source -> Text,
        note -> Text,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    stops (id) {
        id -> Text,
        slug -> Text,
        estate_id -> Nullable<Text>,
        name -> Text,
        kind -> Text,
        address -> Text,
        directions -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        certainty -> Text,
        uncertainty -> Nullable<BigInt>,
        source -> Text,
        details -> Text,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    streets (id) {
        id -> BigInt,
        name -> Text,
        estate_id -> Nullable<Text>,
        scope -> Text,
        numbers -> Text,
        former_names -> Text,
        certainty -> Text,
        source -> Text,
    }
}

diesel::table! {
    slug_aliases (kind, slug) {
        kind -> Text,
        slug -> Text,
        target_id -> Text,
    }
}

diesel::table! {
    seasons (id) {
        id -> Text,
        slug -> Text,
        name -> Text,
        first_day -> Date,
        last_day -> Date,
        zone -> Text,
        settings -> Text,
        sketch -> Nullable<Text>,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    requests (id) {
        id -> Text,
        season_id -> Text,
        stop_id -> Text,
        rules -> Text,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        season_id -> Text,
        slug -> Text,
        name -> Text,
        day -> Date,
        start -> Nullable<Integer>,
        end -> Nullable<Integer>,
        place -> Text,
        stop_id -> Nullable<Text>,
        estate_id -> Nullable<Text>,
        effect -> Text,
        source -> Text,
        details -> Text,
        version -> BigInt,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    plans (id) {
        id -> Text,
        season_id -> Text,
        kind -> Text,
        base_plan -> Nullable<Text>,
        changes -> Nullable<Text>,
        state -> Text,
        seed -> Text,
        iteration_limit -> Nullable<BigInt>,
        second_limit -> Nullable<BigInt>,
        problem -> Text,
        best -> Nullable<Text>,
        best_at -> Nullable<Timestamp>,
        keep_now -> Bool,
        result -> Nullable<Text>,
        progress -> Nullable<Text>,
        error -> Nullable<Text>,
        requested_by -> Nullable<Text>,
        requested_at -> Timestamp,
        claims -> BigInt,
        claimed_at -> Nullable<Timestamp>,
        heartbeat_at -> Nullable<Timestamp>,
        finished_at -> Nullable<Timestamp>,
        version -> BigInt,
        travel -> Text,
        failure -> Nullable<Text>,
    }
}

diesel::table! {
    releases (id) {
        id -> Text,
        season_id -> Text,
        number -> BigInt,
        plan_id -> Nullable<Text>,
        publication -> Text,
        published_by -> Nullable<Text>,
        published_at -> Timestamp,
    }
}

diesel::table! {
    visits (id) {
        id -> Text,
        season_id -> Text,
        stop_id -> Text,
        event_id -> Nullable<Text>,
        bus -> Text,
        day -> Date,
        position -> BigInt,
        arrival -> Integer,
        set_up -> Integer,
        public_start -> Integer,
        public_end -> Integer,
        departure -> Integer,
        state -> Text,
        decided_by -> Text,
        reason -> Nullable<Text>,
        note -> Nullable<Text>,
        moved_from_day -> Nullable<Date>,
        moved_from_start -> Nullable<Integer>,
        sequence -> BigInt,
        first_release -> BigInt,
        last_release -> BigInt,
        created_at -> Timestamp,
        revised_at -> Timestamp,
        delay_minutes -> Nullable<BigInt>,
        delay_reason -> Nullable<Text>,
        delay_revisions -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    public_revision (id) {
        id -> BigInt,
        revision -> BigInt,
        changed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        role -> Text,
        password_hash -> Nullable<Text>,
        active -> Bool,
        born_on -> Nullable<Date>,
        kind -> Text,
        papers -> Text,
        wishes -> Text,
        language -> Text,
        awaits_approval -> Bool,
        erasure_asked_at -> Nullable<Timestamp>,
        erased_at -> Nullable<Timestamp>,
        signup_guard -> BigInt,
        created_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    refresh_tokens (id) {
        id -> Text,
        family -> Text,
        person_id -> Text,
        token_hash -> Text,
        issued_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    shifts (id) {
        id -> Text,
        visit_id -> Text,
        role -> Text,
        places -> BigInt,
        taken -> BigInt,
        state -> Text,
        crew_day -> Date,
        crew_start -> Integer,
        crew_end -> Integer,
        minimum_age -> Nullable<BigInt>,
        opens_at -> Nullable<Timestamp>,
        qualifications -> Text,
        training_places -> BigInt,
        training_taken -> BigInt,
        version -> BigInt,
    }
}

diesel::table! {
    signups (id) {
        id -> Text,
        shift_id -> Text,
        person_id -> Text,
        state -> Text,
        created_at -> Timestamp,
        changed_at -> Timestamp,
        changed_by -> Nullable<Text>,
        expires_at -> Nullable<Timestamp>,
        in_training -> Bool,
        version -> BigInt,
    }
}

diesel::table! {
    signup_log (id) {
        id -> BigInt,
        signup_id -> Text,
        from_state -> Nullable<Text>,
        to_state -> Text,
        at -> Timestamp,
        actor -> Nullable<Text>,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    audit (id) {
        id -> BigInt,
        at -> Timestamp,
        actor -> Nullable<Text>,
        action -> Text,
        thing -> Text,
        thing_id -> Text,
        detail -> Text,
    }
}

diesel::table! {
    idempotency (actor, key) {
        actor -> Text,
        key -> Text,
        request_hash -> Text,
        status -> Nullable<BigInt>,
        body -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    travel_matrices (season_id) {
        season_id -> Text,
        matrix -> Text,
        uploaded_by -> Nullable<Text>,
        uploaded_at -> Timestamp,
    }
}

diesel::table! {
    roster_rules (season_id) {
        season_id -> Text,
        rules -> Text,
        changed_by -> Nullable<Text>,
        changed_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    swaps (id) {
        id -> Text,
        giver -> Text,
        given -> Text,
        given_version -> BigInt,
        taker -> Nullable<Text>,
        back -> Nullable<Text>,
        back_version -> Nullable<BigInt>,
        state -> Text,
        message -> Nullable<Text>,
        created_at -> Timestamp,
        changed_at -> Timestamp,
        changed_by -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    cover_asks (shift_id, person_id) {
        shift_id -> Text,
        person_id -> Text,
        asked_at -> Timestamp,
        asked_by -> Nullable<Text>,
        answer -> Nullable<Text>,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    worked_hours (id) {
        id -> BigInt,
        signup_id -> Text,
        minutes -> BigInt,
        reason -> Nullable<Text>,
        by -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    absences (id) {
        id -> BigInt,
        person_id -> Text,
        day -> Date,
        reason -> Text,
        noted_by -> Nullable<Text>,
        noted_at -> Timestamp,
    }
}

diesel::table! {
    certificates (id) {
        id -> Text,
        person_id -> Nullable<Text>,
        number -> BigInt,
        edition -> BigInt,
        code -> Text,
        content -> Text,
        issued_by -> Nullable<Text>,
        issued_at -> Timestamp,
    }
}

diesel::table! {
    certificate_asks (person_id) {
        person_id -> Text,
        first_day -> Date,
        last_day -> Date,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    links (token_hash) {
        token_hash -> Text,
        purpose -> Text,
        person_id -> Nullable<Text>,
        detail -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    personal_feeds (person_id) {
        person_id -> Text,
        token_hash -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    messages (id) {
        id -> Text,
        person_id -> Nullable<Text>,
        address -> Nullable<Text>,
        kind -> Text,
        matter -> Text,
        content -> Text,
        made_at -> Timestamp,
        due_at -> Timestamp,
        state -> Text,
        tries -> BigInt,
        claimed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        error -> Nullable<Text>,
        follower_id -> Nullable<Text>,
    }
}

diesel::table! {
    followers (id) {
        id -> Text,
        language -> Text,
        email -> Nullable<Text>,
        endpoint -> Nullable<Text>,
        p256dh -> Nullable<Text>,
        auth -> Nullable<Text>,
        asked_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        told_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    follows (follower_id, season_id, scope, place) {
        follower_id -> Text,
        season_id -> Text,
        scope -> Text,
        place -> Text,
        confirmed_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    announcements (id) {
        id -> Text,
        season_id -> Text,
        matter -> Text,
        content -> Text,
        made_at -> Timestamp,
        due_at -> Timestamp,
        state -> Text,
        cursor -> Text,
    }
}

diesel::table! {
    pushes (announcement_id, follower_id) {
        announcement_id -> Text,
        follower_id -> Text,
        due_at -> Timestamp,
        tries -> BigInt,
        claimed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    unsubscribed (person_id, kind) {
        person_id -> Text,
        kind -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    crew_proposals (id) {
        id -> Text,
        season_id -> Text,
        state -> Text,
        seed -> Text,
        proposal -> Text,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::table! {
    barriers (id) {
        id -> Text,
        language -> Text,
        what -> Text,
        place -> Text,
        contact -> Text,
        told_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        version -> BigInt,
    }
}

diesel::joinable!(follows -> followers (follower_id));
diesel::joinable!(follows -> seasons (season_id));
diesel::joinable!(pushes -> followers (follower_id));
diesel::allow_tables_to_appear_in_same_query!(followers, follows, seasons);
diesel::allow_tables_to_appear_in_same_query!(followers, pushes);
diesel::joinable!(shifts -> visits (visit_id));
diesel::joinable!(signups -> shifts (shift_id));
diesel::joinable!(signups -> people (person_id));
diesel::joinable!(personal_feeds -> people (person_id));
diesel::allow_tables_to_appear_in_same_query!(visits, shifts, signups, people);
diesel::allow_tables_to_appear_in_same_query!(worked_hours, signups);
diesel::allow_tables_to_appear_in_same_query!(people, audit);
diesel::allow_tables_to_appear_in_same_query!(people, personal_feeds);
