//! What must be true of every page, checked on its tags.

use std::collections::BTreeSet;

use public_calendar::addresses;

use super::samples::Sampler;
use crate::web::assets;

/// An opening or closing tag as it stands in the page. Attribute values are not unescaped.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }
}

/// The tags of a page, in order. Our templates quote every value, so quotes alone decide where a tag ends.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let inside = &rest[start + 1..];
        let mut quoted = false;
        let end = inside.find(|c: char| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let end = end.expect("every tag ends");
        tags.push(tag(&inside[..end]));
        rest = &inside[end + 1..];
    }
    tags
}

fn tag(text: &str) -> Tag {
    let (name, mut rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(end) = rest.find(|c: char| c == '=' || c.is_whitespace()) else {
            break;
        };
        let attribute = rest[..end].to_owned();
        match rest[end..].strip_prefix("=\"").and_then(|value| value.split_once('"')) {
            Some((value, after)) => {
                attributes.push((attribute, value.to_owned()));
                rest = after;
            }
            None => {
                attributes.push((attribute, String::new()));
                rest = &rest[end..];
                assert!(!rest.starts_with('='), "a value without quotes in <{text}>");
            }
        }
    }
    attributes.extend((!rest.is_empty()).then(|| (rest.trim_end_matches('/').to_owned(), String::new())));
    Tag {
        name: name.to_lowercase(),
        attributes,
    }
}

fn ours(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

/// The page without what stands inside its scripts.
fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_once('>').expect("a script's tag ends");
        let (_, after) = rest.split_once("</script>").expect("a script ends");
        shown += &format!("<script{tag}></script>{after}");
    }
    shown
}

/// Each rule with its name, for one page. True is good.
fn rules(html: &str) -> Vec<(&'static str, bool)> {
    let shown = without_scripts(html);
    let tags = tags(&shown);
    let all = |name: &'static str| tags.iter().filter(move |t| t.name == name);
    let ids: Vec<&str> = tags.iter().filter_map(|t| t.get("id")).collect();
    let known = |id: &str| ids.contains(&id);
    let labelled = |t: &Tag| {
        t.get("id")
            .is_some_and(|id| all("label").any(|l| l.get("for") == Some(id)))
    };
    let refers = |name: &str| {
        tags.iter()
            .filter_map(|t| t.get(name))
            .all(|list| list.split(' ').all(known))
    };
    let resource = |t: &Tag| match t.name.as_str() {
        "link" => matches!(t.get("rel"), Some("canonical" | "alternate")) || t.get("href").is_some_and(ours),
        // Data, which no browser runs.
        "script" if t.get("type") == Some("application/ld+json") => true,
        // The one script that the policy names by its hash.
        "script" if t.get("type") == Some("module") && t.get("src").is_none() => html.contains(assets::START.as_str()),
        "script" => t
            .get("src")
            .is_some_and(|src| src.starts_with("/assets/") || src == addresses::EMBED_SCRIPT),
        "form" => t.get("action").is_some_and(ours),
        _ => t.get("src").is_none_or(ours),
    };
    let levels: Vec<u32> = tags
        .iter()
        .filter_map(|t| t.name.strip_prefix('h')?.parse().ok())
        .collect();
    vec![
        ("says its language", all("html").all(|t| t.get("lang") == Some("pl"))),
        ("has one h1", all("h1").count() == 1),
        (
            "skips no level of headings",
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        ),
        (
            "has no inline style or handler",
            tags.iter().all(|t| {
                t.name != "style"
                    && t.attributes
                        .iter()
                        .all(|(name, _)| name != "style" && !name.starts_with("on"))
            }),
        ),
        ("loads and sends nothing elsewhere", tags.iter().all(resource)),
        (
            "has no picture but its own drawings",
            !tags.iter().any(|t| t.is(&["img", "iframe", "object", "embed"])),
        ),
        (
            "labels every field",
            tags.iter()
                .filter(|t| t.is(&["input", "select", "textarea"]))
                .all(|t| t.get("type") == Some("hidden") || labelled(t)),
        ),
        (
            "has each id once",
            ids.iter().collect::<BTreeSet<_>>().len() == ids.len(),
        ),
        (
            "refers to ids that are there",
            refers("for") && refers("aria-describedby") && refers("aria-labelledby"),
        ),
        (
            "jumps to ids that are there",
            all("a").filter_map(|t| t.get("href")?.strip_prefix('#')).all(known),
        ),
        (
            "says what each drawing is, or that it is none",
            all("svg").all(|t| {
                let named = t.get("aria-label").or(t.get("aria-labelledby"));
                t.get("aria-hidden") == Some("true") || (t.get("role") == Some("img") && named.is_some())
            }),
        ),
        ("lacks no message", !shown.contains('{')),
    ]
}

fn check(pages: &[(&str, String)]) {
    for (page, html) in pages {
        for (rule, holds) in rules(html) {
            assert!(holds, "{page}: {rule}\n{html}");
        }
    }
}

#[test]
fn every_page_keeps_the_rules() {
    check(&Sampler::HARMLESS.all());
}

/// Hostile text everywhere gives the very tags of harmless text.
#[test]
fn hostile_text_stays_text() {
    let shape = |html: &str| -> Vec<(String, Vec<String>)> {
        let names = |t: Tag| (t.name, t.attributes.into_iter().map(|(name, _)| name).collect());
        tags(&without_scripts(html)).into_iter().map(names).collect()
    };
    let hostile = Sampler::WITH_HOSTILE_TEXT.all();
    check(&hostile);
    for ((page, harmless), (_, hostile)) in Sampler::HARMLESS.all().iter().zip(&hostile) {
        // The hostile question finds the hostile names, so that page rightly shows more.
        if *page == "search-nothing" {
            continue;
        }
        assert_eq!(shape(hostile), shape(harmless), "{page}");
    }
}

#[test]
fn the_rules_can_fail() {
    for (html, broken) in [
        ("<html lang=\"pl\"><h1></h1><h1></h1></html>", "has one h1"),
        (
            "<html lang=\"pl\"><h1 style=\"\"></h1></html>",
            "has no inline style or handler",
        ),
        ("<h1></h1><h3></h3>", "skips no level of headings"),
        ("<h1></h1><script>1</script>", "loads and sends nothing elsewhere"),
        (
            "<h1></h1><form action=\"//evil.example\">",
            "loads and sends nothing elsewhere",
        ),
        ("<h1></h1><input id=\"a\">", "labels every field"),
        ("<h1 id=\"a\"></h1><p id=\"a\"></p>", "has each id once"),
        ("<h1></h1><a href=\"#gone\"></a>", "jumps to ids that are there"),
    ] {
        let failed: Vec<&str> = rules(html)
            .into_iter()
            .filter(|(_, holds)| !holds)
            .map(|(rule, _)| rule)
            .collect();
        assert!(failed.contains(&broken), "{html}: {failed:?}");
    }
}

/// A form that changes something bears both hidden fields, and no two forms of a page share an idempotency key.
#[test]
fn every_post_is_guarded() {
    for (page, html) in Sampler::HARMLESS.all() {
        let mut keys = BTreeSet::new();
        for form in html
            .split("<form")
            .skip(1)
            .filter_map(|text| text.split_once("</form>"))
            .map(|(form, _)| form)
        {
            let posts = form
                .split('>')
                .next()
                .is_some_and(|head| head.contains("method=\"post\""));
            let value = |name: &str| {
                let after = form.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
                after.split('"').next()
            };
            assert_eq!(value("csrf").is_some(), posts, "{page}: {form}");
            assert!(
                !posts || value("idempotency_key").is_some_and(|key| keys.insert(key.to_owned())),
                "{page}: {form}"
            );
        }
    }
}

/// A stop page and the stylesheet are all that a phone loads before it shows the next visit; both travel compressed.
#[test]
fn public_pages_are_light() {
    let compressed = |text: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, text.as_bytes()).unwrap();
        encoder.finish().unwrap().len()
    };
    let css = compressed(include_str!("../../../../assets/app.css"));
    for (page, html) in Sampler::HARMLESS.public() {
        let bytes = compressed(&html) + css;
        assert!(bytes < 14_000, "{page}: {bytes} bytes");
    }
}
