//! The typesetter, closed off: one template, our own fonts, no files, no date.

use std::sync::LazyLock;

use typst::{
    Feature, Library, LibraryExt, World, WorldExt,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Dict, Duration, Smart},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::PrintError;

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 2] = [
        include_bytes!("../fonts/NotoSans-Regular.ttf"),
        include_bytes!("../fonts/NotoSans-Bold.ttf"),
    ];
    files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect()
});

/// All that a template can see.
struct Paper {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    source: Source,
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.source.id() {
            true => Ok(self.source.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A template with these values, as PDF/UA-1: tagged, with title and language, every letter with its Unicode.
pub(crate) fn pdf(template: &str, values: Dict) -> Result<Vec<u8>, PrintError> {
    let (paper, document) = set(template, values)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| PrintError::Typeset(format!("{e:?}")))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Świetlicobus".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|said| told(&paper, &said))
}

/// The first page of a template with these values, as PNG with a pixel for each point.
pub(crate) fn png(template: &str, values: Dict) -> Result<Vec<u8>, PrintError> {
    let (_, document) = set(template, values)?;
    let page = document
        .pages()
        .first()
        .ok_or_else(|| PrintError::Typeset("no page".to_owned()))?;
    let options = RenderOptions {
        pixel_per_pt: 1.0.into(),
        ..RenderOptions::default()
    };
    let picture = typst_render::render(page, &options);
    picture.encode_png().map_err(|e| PrintError::Typeset(e.to_string()))
}

fn set(template: &str, values: Dict) -> Result<(Paper, PagedDocument), PrintError> {
    let paper = Paper {
        library: LazyHash::new(library(values)),
        book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
        source: Source::detached(template),
    };
    let document: PagedDocument = typst::compile(&paper).output.map_err(|said| told(&paper, &said))?;
    // Its memory of earlier papers would grow for ever, and holds names.
    typst::comemo::evict(0);
    Ok((paper, document))
}

/// What a template may use: the usual, and cells that head a row.
fn library(values: Dict) -> Library {
    let features = [Feature::A11yExtras].into_iter().collect();
    Library::builder().with_inputs(values).with_features(features).build()
}

/// What is wrong, each with the line of the template.
fn told(paper: &Paper, said: &[SourceDiagnostic]) -> PrintError {
    let line = |one: &SourceDiagnostic| paper.source.lines().byte_to_line(paper.range(one.span)?.start);
    let all = said.iter().map(|one| match line(one) {
        Some(line) => format!("line {}: {}", line + 1, one.message),
        None => one.message.to_string(),
    });
    PrintError::Typeset(all.collect::<Vec<_>>().join("; "))
}

/// The text in one line, with U+FFFD in place of what our fonts cannot show: a box that nobody can read would be no valid PDF/UA either. Marks
/// that only steer how text runs are left out.
pub(crate) fn plain(text: &str) -> String {
    let shown = |c: char| match c {
        // A space that does not break keeps a number and its unit in one line.
        '\u{a0}' => '\u{a0}',
        c if c.is_whitespace() => ' ',
        c if FONTS
            .first()
            .is_some_and(|font| font.info().coverage.contains(u32::from(c))) =>
        {
            c
        }
        _ => '\u{fffd}',
    };
    text.chars()
        .filter(|c| c.is_whitespace() || !steers(*c))
        .map(shown)
        .collect()
}

/// Whether a character shows nothing itself: controls, marks of direction, joiners, variation selectors, tags.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// So long a word may be before it is broken anywhere.
const LONGEST_WORD: usize = 22;

/// The same for a paper with narrow columns: a word longer than any of ours may break where it must.
pub(crate) fn flowing(text: &str) -> String {
    let mut flowing = String::new();
    let mut run = 0;
    for c in plain(text).chars() {
        // After these a line may end anyway; an address is to be copied as it is.
        run = if matches!(c, ' ' | '-' | '/' | '.') { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            flowing.push('\u{200b}');
            run = 1;
        }
        flowing.push(c);
    }
    flowing
}
