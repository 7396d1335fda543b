//! A plan's progress as server-sent events.

use std::time::Duration;

use actix_web::{
    HttpResponse,
    http::header::{self, ContentEncoding},
    rt,
    web::Bytes,
};
use serde::Serialize;
use tokio::{sync::mpsc, time::Instant};
use tokio_stream::{StreamExt, wrappers::ReceiverStream};
use vocabulary::{PlanId, PlanState};

use crate::{
    app::{
        AppError, SharedApp,
        plans::{self, PlanShape},
    },
    planner::News,
    web::block,
};

/// How often the plan's row is looked at: whoever plans may be another server.
const LOOK: Duration = Duration::from_secs(1);
/// How often a watcher in this process is told at most.
const NEWS: Duration = Duration::from_millis(250);
/// After so much silence a comment is sent, so that no proxy takes the line for dead.
const KEEP_ALIVE: Duration = Duration::from_secs(10);

/// The stream of a plan that exists. Ends with the plan, when the client leaves, or when the server stops.
pub fn stream(app: SharedApp, id: PlanId) -> HttpResponse {
    let (tell, events) = mpsc::channel(8);
    rt::spawn(async move {
        let mut line = Line {
            tell,
            last: None,
            newest: None,
        };
        if let Err(error) = follow(&app, &id, &mut line).await {
            tracing::warn!(%error, plan = %id, "a plan could not be watched any longer");
        }
    });
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/event-stream"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // Compressed, events would wait in the compressor until it has enough of them.
        .insert_header(ContentEncoding::Identity)
        .streaming(ReceiverStream::new(events).map(Ok::<_, std::convert::Infallible>))
}

/// The client's end of the stream is gone.
struct Left;

struct Line {
    tell: mpsc::Sender<Bytes>,
    /// What was last sent, and when.
    last: Option<(String, Instant)>,
    newest: Option<News>,
}

/// The later of two reports. The row of a plan is written every few seconds only, so it may lag behind what was told.
fn later(row: Option<News>, told: Option<News>) -> Option<News> {
    match (row, told) {
        (Some(row), Some(told)) if (told.iteration, asked(&told)) > (row.iteration, asked(&row)) => Some(told),
        (row, told) => row.or(told),
    }
}

/// Questions to a routing engine that are answered; they come before the search.
fn asked(news: &News) -> usize {
    news.asking.map_or(usize::MAX, |batches| batches.done)
}

impl Line {
    async fn event(&mut self, name: &str, data: &impl Serialize) -> Result<(), Left> {
        // What is sent here are plain structs, which always have a JSON form.
        let data = serde_json::to_string(data).unwrap_or_default();
        let text = format!("event: {name}\ndata: {data}\n\n");
        match &self.last {
            Some((last, _)) if *last == text => self.keep_alive().await,
            _ => self.send(text).await,
        }
    }

    async fn keep_alive(&mut self) -> Result<(), Left> {
        match &mut self.last {
            Some((_, at)) if at.elapsed() < KEEP_ALIVE => {
                if self.tell.is_closed() {
                    Err(Left)
                } else {
                    Ok(())
                }
            }
            Some((_, at)) => {
                *at = Instant::now();
                self.tell
                    .send(Bytes::from_static(b": still there\n\n"))
                    .await
                    .map_err(|_| Left)
            }
            None => Ok(()),
        }
    }

    async fn send(&mut self, text: String) -> Result<(), Left> {
        self.tell.send(Bytes::from(text.clone())).await.map_err(|_| Left)?;
        self.last = Some((text, Instant::now()));
        Ok(())
    }
}

async fn follow(app: &SharedApp, id: &PlanId, line: &mut Line) -> Result<(), AppError> {
    // An open stream would hold a server that is to stop; whoever watches asks again and reaches the next one.
    while !app.planners.stopping() {
        let mut plan = look(app, id).await?;
        if plan.state == PlanState::Queued {
            // Put back into the queue, it will begin anew.
            line.newest = None;
        }
        plan.progress = later(plan.progress, line.newest.take());
        line.newest = plan.progress.clone();
        let told = match plan.state {
            PlanState::Queued | PlanState::Running => line.event("progress", &plan).await,
            PlanState::Ready | PlanState::Cancelled | PlanState::Failed => {
                // Whether it arrives or not, there is nothing more to say.
                let _ = line.event("end", &plan).await;
                return Ok(());
            }
        };
        if told.is_err() || between_looks(app, plan, line).await.is_err() {
            return Ok(());
        }
    }
    Ok(())
}

async fn look(app: &SharedApp, id: &PlanId) -> Result<PlanShape, AppError> {
    let (app, id) = (app.clone(), id.clone());
    block(move || plans::shape(&app, &id)).await
}

/// Until the next look at the row, news of a planner in this process come without the database.
async fn between_looks(app: &SharedApp, mut plan: PlanShape, line: &mut Line) -> Result<(), Left> {
    let next_look = Instant::now() + LOOK;
    let Some(mut news) = app.planners.watch(&plan.id) else {
        tokio::time::sleep_until(next_look).await;
        return Ok(());
    };
    while let Ok(Ok(())) = tokio::time::timeout_at(next_look, news.changed()).await {
        let newest = news.borrow_and_update().clone();
        if newest.is_some() {
            plan.state = PlanState::Running;
            plan.progress = newest.clone();
            line.newest = newest;
            line.event("progress", &plan).await?;
        }
        tokio::time::sleep(NEWS).await;
    }
    // The planner hung up: it has ended, or soon will have. Give it a moment to write how.
    tokio::time::sleep(NEWS.min(next_look.saturating_duration_since(Instant::now()))).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_never_goes_back() {
        let news = |iteration| News {
            iteration,
            iterations: None,
            seconds: 0.0,
            second_limit: None,
            visits: 0,
            unmet: 0,
            asking: None,
        };
        for (row, told, expected) in [
            (None, None, None),
            (Some(3), None, Some(3)),
            (None, Some(5), Some(5)),
            (Some(3), Some(5), Some(5)),
            (Some(7), Some(5), Some(7)),
        ] {
            let got = later(row.map(news), told.map(news)).map(|news| news.iteration);
            assert_eq!(got, expected, "{row:?} {told:?}");
        }
    }
}
