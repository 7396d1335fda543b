//! The stylesheet, scripts, icons: embedded, compressed once, named with their hash so that browsers may keep them for ever.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use actix_web::{HttpRequest, HttpResponse, web};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use super::{bytes::Ready, problem::Problem};
use crate::app::AppError;

#[derive(RustEmbed)]
#[folder = "assets/"]
#[exclude = "*.md"]
struct Assets;

/// Where what others wrote lies: it is sent as it is.
const OF_OTHERS: &str = "vendor/";

/// The bytes of a file as they are sent. Comments and indents of our own scripts stay at home.
fn sent(name: &str) -> Option<Vec<u8>> {
    let bytes = Assets::get(name)?.data;
    if name.starts_with(OF_OTHERS) || !name.ends_with(".js") {
        return Some(bytes.into_owned());
    }
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(str::trim);
    let code: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    Some(code.join("\n").into_bytes())
}

/// The script that stands inside public pages, so that a page needs no further request for it.
pub static START: LazyLock<String> =
    LazyLock::new(|| String::from_utf8(sent("start.js").unwrap_or_default()).unwrap_or_default());

struct Asset {
    ready: Ready,
    address: String,
}

static ALL: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let load = |name: Cow<'static, str>| {
        let bytes = sent(&name)?;
        let version: String = Sha256::digest(&bytes)
            .iter()
            .take(4)
            .map(|b| format!("{b:02x}"))
            .collect();
        let kept = "public, max-age=31536000, immutable";
        let ready = Ready::new(bytes, content_type(&name), kept, None);
        let address = format!("/assets/{name}?v={version}");
        Some((name.into_owned(), Asset { ready, address }))
    };
    Assets::iter().filter_map(load).collect()
});

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The address of an embedded file, with its version; a name that is not embedded stays without one.
pub fn address(name: &str) -> String {
    ALL.get(name)
        .map_or_else(|| format!("/assets/{name}"), |asset| asset.address.clone())
}

/// The service worker, at an address whose scope is the whole site, and looked at anew each time: a new one must reach phones at once.
static WORKER: LazyLock<Option<Ready>> =
    LazyLock::new(|| Some(Ready::new(sent("sw.js")?, content_type("sw.js"), "no-cache", None)));

/// The element for pages of others: at an address that stays, looked at anew each hour.
static EMBED: LazyLock<Option<Ready>> = LazyLock::new(|| {
    Some(Ready::new(
        sent("osadz.js")?,
        content_type("osadz.js"),
        "public, max-age=3600",
        None,
    ))
});

/// GET /osadz.js
pub async fn embed(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let ready = EMBED.as_ref().ok_or(AppError::NotFound)?;
    Ok(ready.respond(&request))
}

/// GET /sw.js
pub async fn worker(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let ready = WORKER.as_ref().ok_or(AppError::NotFound)?;
    Ok(ready.respond(&request))
}

/// GET /assets/{name}
pub async fn get(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let asset = ALL.get(name.as_str()).ok_or(AppError::NotFound)?;
    Ok(asset.ready.respond(&request))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str) -> (usize, usize) {
        let bytes = sent(name).unwrap();
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, &bytes).unwrap();
        (bytes.len(), encoder.finish().unwrap().len())
    }

    /// What a visitor's phone may ever load of ours, and what a page of others loads.
    #[test]
    fn scripts_are_small() {
        let (_, embed) = size("osadz.js");
        assert!(embed < 5_000, "{embed} bytes");
        let own: usize = ["start.js", "near.js", "follow.js", "map.js", "sw.js"]
            .map(|name| size(name).0)
            .iter()
            .sum();
        assert!(own < 15_000, "{own} bytes");
    }

    /// The list of what others wrote says of which bytes it speaks.
    #[test]
    fn what_others_wrote_is_what_is_listed() {
        let list = include_str!("../../assets/vendor/README.md");
        let files: Vec<_> = Assets::iter().filter(|name| name.starts_with(OF_OTHERS)).collect();
        assert!(
            files.iter().any(|name| name.ends_with("LICENSE-leaflet.txt")),
            "{files:?}"
        );
        for name in files.iter().filter(|name| !name.ends_with(".txt")) {
            let sum: String = Sha256::digest(sent(name).unwrap())
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect();
            let file = name.trim_start_matches(OF_OTHERS);
            assert!(list.contains(&format!("{sum}  {file}\n")), "{sum}  {file}");
        }
    }
}
