//! The typesetter, closed off: one template, our own fonts, no files, no date.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Dict, Duration, Smart},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

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
    let paper = Paper {
        library: LazyHash::new(Library::builder().with_inputs(values).build()),
        book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
        source: Source::detached(template),
    };
    let document: PagedDocument = typst::compile(&paper).output.map_err(|said| told(&said))?;
    // Its memory of earlier papers would grow for ever, and holds names.
    typst::comemo::evict(0);
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| PrintError::Typeset(format!("{e:?}")))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Świetlicobus".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|said| told(&said))
}

fn told(said: &[SourceDiagnostic]) -> PrintError {
    let all = said.iter().map(|one| one.message.as_str());
    PrintError::Typeset(all.collect::<Vec<_>>().join("; "))
}

/// The text in one line, with U+FFFD in place of what our fonts cannot show: a box that nobody can read would be no valid PDF/UA either.
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
    text.chars().map(shown).collect()
}
