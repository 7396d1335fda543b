//! The frame of pages that stand beside the timetable: signing in, forms without an account, links out of messages.

use wording::Words;

use super::views::Frame;
use crate::app::App;

/// A frame that tells, like every page, whether the demo pretends another day and whether the season is an example.
pub(super) fn beside(app: &App, words: Words, heading: &str) -> Frame {
    let snapshot = app.public.newest();
    let example = snapshot.publication.as_ref().is_some_and(|it| it.data().season.example);
    Frame {
        pretended_day: app.clock.pretended_day(app.zone),
        example_notice: example.then(|| words.calendar().example_notice()),
        ..Frame::bare(words, app.zone, words.pages().window_title(heading))
    }
}
