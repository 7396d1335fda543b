//! A form with a file (`multipart/form-data`, RFC 7578), guarded like every other form. The whole body is in memory: its size is
//! limited where the address is declared.

use std::{future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{StatusCode, header},
    web::Bytes,
};

use super::{
    errors,
    forms::{Signed, guarded, halt, signed},
};
use crate::web::{InTime, session};

/// A file that somebody signed in has sent from a page of ours. Anything else is answered before a handler runs.
pub struct PostedFile {
    /// Who sent it.
    pub signed: Signed,
    /// The bytes of the field `file`; none where they were more than the address takes.
    pub file: Option<Vec<u8>>,
}

impl FromRequest for PostedFile {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let body = InTime::<Bytes>::from_request(&request, payload);
        Box::pin(async move {
            if !session::same_site(&request) {
                return Err(halt(errors::stale_form(&request, StatusCode::FORBIDDEN)));
            }
            let signed = signed(&request).await?;
            let body = match body.await {
                Ok(InTime(body)) => body,
                // The form's token was not read, but nothing is done either.
                Err(e) if e.as_response_error().status_code() == StatusCode::PAYLOAD_TOO_LARGE => {
                    return Ok(Self { signed, file: None });
                }
                Err(e) => {
                    let status = e.as_response_error().status_code();
                    return Err(halt(errors::stale_form(&request, status)));
                }
            };
            let kind = request
                .headers()
                .get(header::CONTENT_TYPE)
                .and_then(|v| v.to_str().ok());
            let stale = |status| halt(errors::stale_form(&request, status));
            let boundary = kind
                .and_then(boundary)
                .ok_or_else(|| stale(StatusCode::UNSUPPORTED_MEDIA_TYPE))?;
            let csrf = field(&body, boundary, "csrf").unwrap_or_default();
            let csrf = String::from_utf8_lossy(csrf).into_owned();
            guarded(&request, &signed, &csrf)?;
            let file = field(&body, boundary, "file").ok_or_else(|| stale(StatusCode::BAD_REQUEST))?;
            Ok(Self {
                signed,
                file: Some(file.to_vec()),
            })
        })
    }
}

/// What stands between the parts, as the content type names it.
fn boundary(content_type: &str) -> Option<&str> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let mut values = parameters.split(';').filter_map(|parameter| {
        let (name, value) = parameter.trim().split_once('=')?;
        name.eq_ignore_ascii_case("boundary").then_some(value.trim_matches('"'))
    });
    // At most 70 characters (RFC 2046 section 5.1.1).
    values.next().filter(|value| (1..=70).contains(&value.len()))
}

/// The bytes of the first part of this name.
fn field<'a>(body: &'a [u8], boundary: &str, wanted: &str) -> Option<&'a [u8]> {
    let line = format!("--{boundary}");
    let between = format!("\r\n{line}");
    let mut rest = body.strip_prefix(line.as_bytes())?;
    loop {
        // After the boundary: the end of its line, or "--" behind the last part.
        let part = rest.strip_prefix(b"\r\n")?;
        let end = find(part, between.as_bytes())?;
        let (part, after) = part.split_at(end);
        let heads = find(part, b"\r\n\r\n")?;
        let (heads, content) = part.split_at(heads);
        if name(heads).as_deref() == Some(wanted) {
            return content.strip_prefix(b"\r\n\r\n");
        }
        rest = after.strip_prefix(between.as_bytes())?;
    }
}

/// The name of a part. Browsers write quotes in it as %22, so none stands inside.
fn name(heads: &[u8]) -> Option<String> {
    let heads = String::from_utf8_lossy(heads);
    let disposition = heads.split("\r\n").find_map(|line| {
        let (head, value) = line.split_once(':')?;
        head.eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let (_, after) = disposition.split_once("; name=\"")?;
    after.split_once('"').map(|(name, _)| name.to_owned())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BODY: &str = "--x7\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nsecret\r\n--x7\r\n\
        content-disposition: form-data; name=\"file\"; filename=\"a; name=b.csv\"\r\nContent-Type: text/csv\r\n\r\n\
        from,to\r\n--x,--x7\n\r\n--x7--\r\n";

    #[test]
    fn parts_are_found_by_name_and_kept_byte_by_byte() {
        let text = |wanted| field(BODY.as_bytes(), "x7", wanted).map(|bytes| std::str::from_utf8(bytes).unwrap());
        assert_eq!(text("csrf"), Some("secret"));
        assert_eq!(text("file"), Some("from,to\r\n--x,--x7\n"));
        assert_eq!(text("other"), None);
        assert_eq!(field(BODY.as_bytes(), "x8", "csrf"), None);
        let cut = BODY.split_at(BODY.len() - 12).0;
        assert_eq!(field(cut.as_bytes(), "x7", "file"), None, "what broke off is no file");
    }

    #[test]
    fn the_boundary_is_that_of_the_content_type() {
        for (content_type, expected) in [
            ("multipart/form-data; boundary=x7", Some("x7")),
            ("Multipart/Form-Data; charset=utf-8; Boundary=\"x 7\"", Some("x 7")),
            ("multipart/form-data", None),
            ("multipart/form-data; boundary=", None),
            ("application/x-www-form-urlencoded; boundary=x7", None),
        ] {
            assert_eq!(boundary(content_type), expected, "{content_type}");
        }
    }

    proptest! {
        #[test]
        fn arbitrary_bodies_never_panic(body in "(--x7(\r\n|--)?|name=\"|; |file\"|\r\n|content-disposition:|[a-z]){0,20}") {
            let _ = field(body.as_bytes(), "x7", "file");
        }
    }
}
