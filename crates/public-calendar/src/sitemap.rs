//! The list of pages for search engines (sitemaps.org), each with its addresses in the other languages.

use wording::Language;

use crate::{Publication, addresses, xml::escaped};

/// The media type.
pub const MEDIA_TYPE: &str = "application/xml; charset=utf-8";

/// Home, season, map, what is to be printed, changes, every estate and every stop; visits are found from their stops.
pub fn sitemap(publication: &Publication) -> String {
    let data = publication.data();
    let mut pages: Vec<Box<dyn Fn(Language) -> String + '_>> = vec![
        Box::new(addresses::home),
        Box::new(addresses::season),
        Box::new(addresses::map),
        Box::new(addresses::print),
        Box::new(addresses::changes),
        Box::new(addresses::releases),
        Box::new(|language| addresses::subscribe(language, "")),
        Box::new(addresses::embed),
        Box::new(addresses::easy),
    ];
    for estate in &data.estates {
        pages.push(Box::new(|language| addresses::estate(language, &estate.slug)));
    }
    for stop in &data.stops {
        pages.push(Box::new(|language| addresses::stop(language, &stop.slug)));
    }
    let changed = data.zone.rfc3339(data.changed_at);
    let address = |page: &dyn Fn(Language) -> String, language| escaped(&publication.absolute(&page(language)));
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in &pages {
        for &language in Language::ALL {
            text += &format!(
                "<url><loc>{}</loc><lastmod>{changed}</lastmod>",
                address(page, language)
            );
            for &other in Language::ALL {
                let (tag, at) = (other.tag(), address(page, other));
                text += &format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}\"/>");
            }
            text += "</url>\n";
        }
    }
    text + "</urlset>\n"
}

/// What search engines are asked: to read the calendar and leave the crew's pages alone.
pub fn robots(publication: &Publication) -> String {
    format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /logowanie\nDisallow: /dolacz\nDisallow: /szukaj?\nDisallow: /kalendarz?\n\nSitemap: {}\n",
        publication.absolute("/sitemap.xml")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn each_page_in_each_language() {
        let publication = examples::publication();
        let data = publication.data();
        let text = sitemap(&publication);
        let pages = (9 + data.estates.len() + data.stops.len()) * Language::ALL.len();
        assert_eq!(text.matches("<url>").count(), pages);
        assert_eq!(text.matches("<xhtml:link").count(), pages * Language::ALL.len());
        assert!(text.contains("<loc>https://swietlicobus.example.pl/uk/osiedla/lazek</loc>"));
        assert!(robots(&publication).ends_with("Sitemap: https://swietlicobus.example.pl/sitemap.xml\n"));
    }
}
