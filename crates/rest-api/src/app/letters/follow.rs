//! Letters to followers, in their language. Nothing of them is known but what they follow.

use storage::{Db, Follower, Message};
use vocabulary::Timestamp;
use wording::Words;

use super::{Letter, Worded};
use crate::app::{
    App, AppError,
    follow::{self, link, news},
    notices::FollowerNotice,
};

/// What is said, without the envelope.
struct Said {
    subject: String,
    paragraphs: Vec<String>,
}

/// The words, as things stand now.
pub(super) fn worded(
    app: &App,
    db: &mut Db,
    message: &Message,
    notice: &FollowerNotice,
    now: Timestamp,
) -> Result<Worded, AppError> {
    let id = message.follower_id.as_ref().ok_or(AppError::NotFound)?;
    let follower = storage::followers::get(db, id)?;
    let language = follow::language(&follower);
    let words = Words::of(language);
    let (FollowerNotice::Confirm { without_link } | FollowerNotice::Told { without_link, .. }) = notice;
    let page = (!without_link).then(|| link::address(app, &follower));
    let told = match notice {
        FollowerNotice::Confirm { .. } => Some(confirm(app, db, &follower, words, page.as_deref())?),
        FollowerNotice::Told { announcement, .. } => {
            let announcement = storage::announcements::get(db, announcement)?;
            news::of(db, &follower, &announcement, now)?.map(|news| of_news(app, &news))
        }
    };
    let moot = told.is_none();
    let Said { subject, paragraphs } = told.unwrap_or_else(|| Said {
        subject: words.follow().heading(),
        paragraphs: Vec::new(),
    });
    let said = words.follow();
    let mut body = vec![said.greeting()];
    body.extend(paragraphs);
    let mut foot = vec!["-- ".to_owned(), app.config.calendar.service_name.clone()];
    if matches!(notice, FollowerNotice::Told { .. }) {
        foot.push(said.why(&names(db, &follower, |_| true)?.join(", ")));
        foot.push(said.how_to_end(page.as_deref().unwrap_or(&said.link_not_shown())));
    }
    body.push(foot.join("\n"));
    let letter = Letter {
        id: format!("{}@{}", message.id, app.feed_host),
        to: follower.email.filter(|_| !without_link).unwrap_or_default(),
        name: None,
        written: message.made_at,
        language: words.language(),
        subject,
        body: format!("{}\n", body.join("\n\n")),
        calendar: None,
        unsubscribe: page,
    };
    Ok(Worded { letter, moot })
}

/// What is followed and fits, in the follower's language.
fn names(db: &mut Db, follower: &Follower, fits: impl Fn(&follow::Followed) -> bool) -> Result<Vec<String>, AppError> {
    let places = follow::sheet(db, follower)?.places;
    Ok(places.into_iter().filter(fits).map(|place| place.name).collect())
}

fn confirm(app: &App, db: &mut Db, follower: &Follower, words: Words, page: Option<&str>) -> Result<Said, AppError> {
    let (said, service) = (words.follow(), &app.config.calendar.service_name);
    let list = |names: Vec<String>| {
        names
            .iter()
            .map(|name| format!("- {name}"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let link = page.map_or_else(|| said.link_not_shown(), str::to_owned);
    let pending = names(db, follower, |place| !place.confirmed)?;
    Ok(if pending.is_empty() {
        let known = list(names(db, follower, |_| true)?);
        Said {
            subject: said.known_subject(service),
            paragraphs: vec![said.known(), known, said.how_to_end(&link)],
        }
    } else {
        Said {
            subject: said.confirm_subject(service),
            paragraphs: vec![
                said.confirm_intro(),
                list(pending),
                format!("{}\n{link}", said.confirm_how()),
                said.confirm_not_you(),
            ],
        }
    })
}

fn of_news(app: &App, news: &news::News) -> Said {
    let paragraph = |item: &news::Item| {
        let mut lines = vec![item.headline.clone()];
        lines.extend(item.details.iter().cloned());
        lines.push(format!("{}{}", app.base_address, item.path));
        lines.join("\n")
    };
    Said {
        subject: news.subject.clone(),
        paragraphs: news.items.iter().map(paragraph).collect(),
    }
}
