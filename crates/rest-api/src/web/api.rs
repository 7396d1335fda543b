//! The REST API under /api/v1, its description at /api/v1/openapi.json and the reference at /api/docs/.
//!
//! A handler takes a [`input::Call`], which asks who calls and whether their role may before anything is read; then it reads
//! the input, calls one use case and maps what comes back. One resource a file.

pub mod accounts;
pub mod again;
pub mod audit;
pub mod certificates;
pub mod crew_board;
pub mod docs;
pub mod estates;
pub mod events;
pub mod followers;
pub mod hours;
pub mod input;
pub mod limits;
pub mod openapi;
pub mod output;
pub mod people;
pub mod plans;
pub mod progress;
pub mod proposals;
pub mod psu;
pub mod public;
pub mod read_json;
pub mod requests;
pub mod seasons;
pub mod sessions;
pub mod shifts;
pub mod stops;
pub mod swaps;
pub mod table;
pub mod travel;
pub mod visits;

use actix_web::web::{self, ServiceConfig};

use table::{Address, at};

/// The largest season folder as JSON, in bytes.
const LARGEST_SEASON: usize = 8 * 1024 * 1024;

/// The largest travel matrix: some five hundred places.
pub const LARGEST_MATRIX: usize = 16 * 1024 * 1024;

/// Every address of the API.
pub fn routes(config: &mut ServiceConfig) {
    let resources = addresses().into_iter().map(Address::resource);
    let api = resources.fold(web::scope("/api/v1"), |scope, resource| scope.service(resource));
    config.service(api).configure(docs::reference);
}

fn addresses() -> Vec<Address> {
    vec![
        at("/openapi.json").get(docs::description),
        at("/public/visits").get(public::visits),
        at("/public/visits/{id}").get(public::visit),
        at("/public/visits.geojson").get(public::visits_on_map),
        at("/public/stops.geojson").get(public::stops_on_map),
        at("/public/search").get(public::find),
        at("/public/followers/email").post(followers::by_email),
        at("/public/followers/push").post(followers::by_push),
        at("/public/push-key").get(followers::push_key),
        at("/public/followers/{token}").delete(followers::stop),
        at("/sessions").post(sessions::sign_in),
        at("/sessions/refresh").post(sessions::refresh),
        at("/sessions/current").delete(sessions::sign_out),
        at("/me").get(sessions::me),
        at("/seasons")
            .get(seasons::list)
            .post(seasons::import)
            .largest_body(LARGEST_SEASON),
        at("/seasons/{id}").get(seasons::get),
        at("/seasons/{id}/releases").get(seasons::releases),
        at("/seasons/{id}/requests").get(requests::list).post(requests::create),
        at("/seasons/{id}/events").get(events::list).post(events::create),
        at("/seasons/{id}/plans").get(plans::list).post(plans::request),
        at("/seasons/{id}/replan").post(again::replan),
        at("/seasons/{id}/conflict").get(again::conflict),
        at("/seasons/{id}/travel-matrix")
            .get(travel::table)
            .put(travel::upload)
            .delete(travel::remove)
            .largest_body(LARGEST_MATRIX),
        at("/seasons/{id}/limits")
            .get(limits::get)
            .put(limits::set)
            .delete(limits::reset),
        at("/seasons/{id}/visits").get(visits::list),
        at("/requests/{id}")
            .get(requests::get)
            .put(requests::update)
            .delete(requests::delete),
        at("/events/{id}")
            .get(events::get)
            .put(events::update)
            .delete(events::delete),
        at("/estates").get(estates::list).post(estates::create),
        at("/estates/{id}").get(estates::get).put(estates::update),
        at("/stops").get(stops::list).post(stops::create),
        at("/stops/{id}").get(stops::get).put(stops::update),
        at("/stops/{id}/merge").post(stops::merge),
        at("/plans/{id}").get(plans::get),
        at("/plans/{id}/events").stream(plans::events),
        at("/plans/{id}/result").get(plans::result),
        at("/plans/{id}/explanations").get(again::explanations),
        at("/plans/{id}/difference").get(again::difference),
        at("/plans/{id}/visits/{stop}/{day}/alternatives").get(again::alternatives),
        at("/plans/{id}/drawings/season").get(again::season_drawing),
        at("/plans/{id}/drawings/days/{day}").get(again::day_drawing),
        at("/plans/{id}/what-if").post(again::what_if),
        at("/plans/{id}/apply").post(again::apply),
        at("/plans/{id}/cancel").post(plans::cancel),
        at("/plans/{id}/keep").post(plans::keep),
        at("/plans/{id}/publish").post(plans::publish),
        at("/releases/{id}").get(seasons::release),
        at("/visits/{id}").get(visits::get),
        at("/visits/{id}/cancel").post(visits::cancel),
        at("/visits/{id}/move").post(visits::reschedule),
        at("/visits/{id}/note").post(visits::note),
        at("/visits/{id}/delay").post(visits::late),
        at("/visits/{id}/on-time").post(visits::on_time),
        at("/shifts").get(shifts::list),
        at("/shifts/{id}/signups").post(shifts::sign_up),
        at("/signups").get(shifts::own),
        at("/signups/{id}").get(shifts::get),
        at("/signups/{id}/withdraw").post(shifts::withdraw),
        at("/signups/{id}/confirm").post(shifts::confirm),
        at("/signups/{id}/accept").post(shifts::accept),
        at("/shifts/{id}/candidates").get(crew_board::candidates),
        at("/shifts/{id}/conditions")
            .get(crew_board::conditions)
            .put(crew_board::set_conditions),
        at("/shifts/{id}/assignments").post(crew_board::assign),
        at("/signups/{id}/approve").post(crew_board::approve),
        at("/signups/{id}/reject").post(crew_board::reject),
        at("/signups/{id}/release").post(crew_board::release),
        at("/signups/{id}/check-in").post(crew_board::check_in),
        at("/signups/{id}/attend").post(crew_board::attend),
        at("/signups/{id}/no-show").post(crew_board::no_show),
        at("/signups/{id}/decline").post(shifts::decline),
        at("/seasons/{id}/crew-proposals")
            .get(proposals::list)
            .post(proposals::propose),
        at("/crew-proposals/{id}").get(proposals::get),
        at("/crew-proposals/{id}/offer").post(proposals::offer),
        at("/crew-proposals/{id}/discard").post(proposals::discard),
        at("/crew-proposals/{id}/shifts/{shift}/people").get(proposals::people),
        at("/crew-proposals/{id}/shifts/{shift}/people/{person}")
            .put(proposals::put_in)
            .delete(proposals::take_out),
        at("/signups/{id}/swap-choices").get(swaps::choices),
        at("/signups/{id}/swaps").post(swaps::propose),
        at("/swaps").get(swaps::mine),
        at("/swaps/{id}").get(swaps::get),
        at("/swaps/{id}/accept").post(swaps::accept),
        at("/swaps/{id}/decline").post(swaps::decline),
        at("/swaps/{id}/withdraw").post(swaps::withdraw),
        at("/swaps/{id}/approve").post(swaps::approve),
        at("/swaps/{id}/reject").post(swaps::reject),
        at("/cover-asks").get(swaps::my_covers),
        at("/shifts/{id}/cover-asks")
            .get(swaps::covers_of)
            .post(swaps::ask_cover),
        at("/shifts/{id}/cover").post(swaps::cover),
        at("/shifts/{id}/cover-no").post(swaps::decline_cover),
        at("/shifts/{id}/messages").post(swaps::write_to_shift),
        at("/visits/{id}/messages").post(swaps::write_to_visit),
        at("/registrations").post(accounts::register),
        at("/me/data").get(accounts::own_data),
        at("/me/calendar").post(accounts::make_feed).delete(accounts::end_feed),
        at("/me/erasure")
            .post(accounts::ask_erasure)
            .delete(accounts::keep_data),
        at("/people/import")
            .post(accounts::import)
            .largest_body(crate::app::people_import::LARGEST),
        at("/people/{id}/approve").post(accounts::approve),
        at("/people/{id}/refuse").post(accounts::refuse),
        at("/people/{id}/data").get(accounts::data),
        at("/people/{id}/erase").post(accounts::erase),
        at("/people").get(people::list).post(people::create),
        at("/people/{id}").get(people::get).put(people::update),
        at("/me/hours").get(hours::own),
        at("/people/{id}/hours").get(hours::of_person),
        at("/signups/{id}/hours").post(hours::correct),
        at("/signups/{id}/presence").post(hours::correct_presence),
        at("/me/certificates").get(certificates::own),
        at("/people/{id}/certificates")
            .get(certificates::of_person)
            .post(certificates::issue),
        at("/certificates/{id}").get(certificates::get),
        at("/certificates/{id}/pdf").get(certificates::pdf),
        at("/certificates/{id}/editions").post(certificates::renew),
        at("/certificate-asks").get(certificates::asks).post(certificates::ask),
        at("/public/certificates/{code}").get(certificates::check),
        at("/psu-sheets").get(psu::sheets),
        at("/psu-sheets.csv").get(psu::table),
        at("/people/{id}/absences").post(psu::note_absence),
        at("/people/{id}/absences/{day}").delete(psu::remove_absence),
        at("/audit").get(audit::list),
    ]
}

#[cfg(test)]
mod tests;
