//! How soon so many followers are told of a cancellation: half by e-mail, half by push, into sinks of this machine.
//!
//! `cargo run --release -p rest-api --example follow -- 5000` (SQLite), or with a postgres:// address as second argument: an empty database.
//! Times are from the moment that the coordinator's press of the button has returned; twenty seconds of them are for taking it back.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, anyhow};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rest_api::{
    app::{self, Caller, Clock, fresh, visits::Cancel},
    config::{Config, MailTls, Secret},
    example,
    server::Service,
};
use storage::{Follow, Follower};
use vocabulary::{AccountRole, FollowScope, FollowerId, PlanState, TokenId, TravelChoice};
use web_push_native::p256::{SecretKey, elliptic_curve::sec1::ToEncodedPoint};

type Arrivals = Arc<Mutex<Vec<Instant>>>;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().map_or(Ok(5_000), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let (mails, pushes) = (Arrivals::default(), Arrivals::default());
    let (mail_port, push_port) = (listen(&mails, mail)?, listen(&pushes, push)?);

    let mut config = Config::defaults().map_err(|e| anyhow!(e))?;
    config.server.port = 0;
    config.database.url = Secret::new(match arguments.next() {
        Some(address) => address,
        None => format!("sqlite:{}", folder.path().join("follow.db").display()),
    });
    config.mail.host = Some("127.0.0.1".to_owned());
    config.mail.port = Some(mail_port);
    config.mail.tls = MailTls::None;
    config.mail.from = Some("bus@example.pl".to_owned());
    config.follow.push_hosts = vec!["127.0.0.1".to_owned()];
    config.follow.push_inside = true;
    let service = Service::build(config, Clock::Machine, false)?;
    let app = service.app.clone();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(service.run_until(async {
            // A dropped sender means that it is over, too.
            let _ = stopped.await;
        }))
    });

    let season = app::seasons::read(&example::ostroleka())?;
    let season = app::seasons::write(&app, None, &season)?.season;
    let limits = app::plans::PlanLimits {
        seed: 1,
        iterations: Some(20),
        seconds: None,
        travel: TravelChoice::Usual,
    };
    let plan = app::plans::enqueue(&app, None, &season, limits)?.id;
    while !matches!(app::plans::state(&app, &plan)?, PlanState::Ready) {
        std::thread::sleep(Duration::from_millis(50));
    }
    app::publish::run(&app, None, &plan)?;
    let now = app.now();
    for start in (0..count).step_by(500) {
        let ids: Vec<FollowerId> = (start..count.min(start + 500))
            .map(|_| fresh::id(FollowerId::from_uuid))
            .collect();
        app.write(|db| {
            for (number, id) in (start..).zip(&ids) {
                let follower = follower(number, id.clone(), push_port, now)?;
                storage::followers::insert(db, &follower)?;
                let follow = Follow {
                    follower_id: id.clone(),
                    season_id: season.clone(),
                    scope: FollowScope::Town,
                    place: String::new(),
                    confirmed_at: Some(now),
                    created_at: now,
                };
                storage::followers::follow(db, &follow)?;
            }
            Ok(())
        })?;
    }

    let visit = app
        .read(|db| Ok(storage::visits::of_season(db, &season)?))?
        .pop()
        .context("no visit")?;
    let caller = Caller {
        person: coordinator(&app)?,
        name: String::new(),
        role: AccountRole::Coordinator,
        family: fresh::id(TokenId::from_uuid),
        awaits_approval: false,
        language: wording::Language::Polish,
    };
    let cancel = Cancel {
        reason: "burza".to_owned(),
    };
    app::visits::cancel(&app, &caller, &visit.id, visit.version, &cancel)?;
    let pressed = Instant::now();
    let all = |arrivals: &Arrivals| lock(arrivals).len();
    while all(&mails) + all(&pushes) < count && pressed.elapsed() < Duration::from_secs(900) {
        std::thread::sleep(Duration::from_millis(100));
    }
    println!("{count} followers on {}", app.store.kind());
    for (what, arrivals) in [("push", &pushes), ("e-mail", &mails)] {
        let arrivals = lock(arrivals);
        let after = |at: Option<&Instant>| at.map_or(f64::NAN, |at| (*at - pressed).as_secs_f64());
        println!(
            "{what:>7}: {:>6} taken, the first after {:.1} s, the last after {:.1} s",
            arrivals.len(),
            after(arrivals.first()),
            after(arrivals.last())
        );
    }
    drop(stop);
    serving.join().map_err(|_| anyhow!("the service stopped by a defect"))?
}

fn coordinator(app: &app::App) -> anyhow::Result<vocabulary::PersonId> {
    let input = app::people::PersonInput {
        email: "szefowa@example.pl".to_owned(),
        name: "Szefowa".to_owned(),
        role: AccountRole::Coordinator,
        active: true,
        born_on: None,
        kind: None,
        papers: app::papers::Papers::default(),
        language: None,
    };
    Ok(app::people::create(app, None, &input)?.id)
}

fn follower(number: usize, id: FollowerId, port: u16, now: vocabulary::Timestamp) -> Result<Follower, app::AppError> {
    let mut follower = Follower {
        id,
        language: ["pl", "uk", "en"][number % 3].to_owned(),
        email: Some(format!("rodzic{number}@example.pl")),
        endpoint: None,
        p256dh: None,
        auth: None,
        asked_at: None,
        created_at: now,
        told_at: None,
    };
    if number % 2 == 1 {
        let mut bytes = [1; 32];
        bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
        let key = SecretKey::from_slice(&bytes).map_err(|e| anyhow!(e))?;
        let point = key.public_key().to_encoded_point(false);
        follower.email = None;
        follower.endpoint = Some(format!("http://127.0.0.1:{port}/{number}"));
        follower.p256dh = Some(URL_SAFE_NO_PAD.encode(point.as_bytes()));
        follower.auth = Some(URL_SAFE_NO_PAD.encode([7; 16]));
    }
    Ok(follower)
}

fn lock(arrivals: &Arrivals) -> std::sync::MutexGuard<'_, Vec<Instant>> {
    arrivals.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A sink on a free port; each connection is talked to on a thread of its own.
fn listen(arrivals: &Arrivals, talk: fn(TcpStream, &Arrivals) -> std::io::Result<()>) -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    let arrivals = arrivals.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let arrivals = arrivals.clone();
            std::thread::spawn(move || talk(stream, &arrivals));
        }
    });
    Ok(port)
}

/// Just enough SMTP (RFC 5321).
fn mail(stream: TcpStream, arrivals: &Arrivals) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut out = stream;
    out.write_all(b"220 sink\r\n")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => out.write_all(b"250-sink\r\n250 8BITMIME\r\n")?,
            "QUIT" => return out.write_all(b"221 bye\r\n"),
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                while line != ".\r\n" {
                    line.clear();
                    lines.read_line(&mut line)?;
                }
                lock(arrivals).push(Instant::now());
                out.write_all(b"250 taken\r\n")?;
            }
            _ => out.write_all(b"250 ok\r\n")?,
        }
    }
}

/// Just enough HTTP/1.1 (RFC 9112) of a push service.
fn push(stream: TcpStream, arrivals: &Arrivals) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut out = stream;
    loop {
        let mut length = 0;
        let mut any = false;
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line)? == 0 {
                return Ok(());
            }
            any |= !line.trim_end().is_empty();
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.parse().unwrap_or(0)
                }
                _ if any && line.trim_end().is_empty() => break,
                _ => {}
            }
        }
        let mut body = vec![0; length];
        lines.read_exact(&mut body)?;
        lock(arrivals).push(Instant::now());
        out.write_all(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")?;
    }
}
