//! The first 127 bytes of a PMTiles file: specification of version 3, section "Header Design". Integers are little-endian.

use super::Fault;

/// What a map covers, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

/// A part of the file, in bytes from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) offset: u64,
    pub(super) length: u64,
}

impl Section {
    /// Where it ends; a sum that no file can have counts as the largest.
    const fn end(self) -> u64 {
        self.offset.saturating_add(self.length)
    }
}

/// How something is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    Nothing,
    Gzip,
    /// What browsers cannot unpack, by name.
    Other(&'static str),
}

impl Compression {
    const fn of(code: u8) -> Self {
        match code {
            1 => Self::Nothing,
            2 => Self::Gzip,
            3 => Self::Other("brotli"),
            4 => Self::Other("zstd"),
            _ => Self::Other("something that is not told"),
        }
    }

    /// Only if browsers can unpack it.
    const fn usable(self, part: &'static str) -> Result<(), Fault> {
        match self {
            Self::Nothing | Self::Gzip => Ok(()),
            Self::Other(found) => Err(Fault::Packed { part, found }),
        }
    }
}

/// What the header says that concerns us.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Header {
    root: Section,
    pub(super) metadata: Section,
    leaves: Section,
    tiles: Section,
    pub(super) directories_packed: Compression,
    tiles_packed: Compression,
    /// Code of the kind of tiles.
    kind: u8,
    pub(super) bounds: Bounds,
}

impl Header {
    pub(super) const LENGTH: usize = 127;
    /// Header and root directory together are shorter than this, and browsers read no more at first.
    const FIRST_READ: u64 = 16_384;

    /// Reads it from the first bytes of a file.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let version = match bytes.strip_prefix(b"PMTiles") {
            Some([version, ..]) => *version,
            _ => return Err(Fault::NoPmtiles),
        };
        if version != 3 {
            return Err(Fault::Version(version));
        }
        let Some(bytes) = bytes.first_chunk::<{ Self::LENGTH }>() else {
            return Err(Fault::NoPmtiles);
        };
        let section = |at: usize| Section {
            offset: number(bytes, at),
            length: number(bytes, at + 8),
        };
        Ok(Self {
            root: section(8),
            metadata: section(24),
            leaves: section(40),
            tiles: section(56),
            directories_packed: Compression::of(bytes[97]),
            tiles_packed: Compression::of(bytes[98]),
            kind: bytes[99],
            bounds: Bounds {
                west: degrees(bytes, 102),
                south: degrees(bytes, 106),
                east: degrees(bytes, 110),
                north: degrees(bytes, 114),
            },
        })
    }

    /// Whether a file of this many bytes with this header can be drawn.
    pub(super) fn check(&self, size: u64) -> Result<(), Fault> {
        match self.kind {
            1 => {}
            2 => return Err(Fault::Tiles("pictures (PNG)")),
            3 => return Err(Fault::Tiles("pictures (JPEG)")),
            4 => return Err(Fault::Tiles("pictures (WebP)")),
            5 => return Err(Fault::Tiles("pictures (AVIF)")),
            _ => return Err(Fault::Tiles("of a kind that is not told")),
        }
        self.directories_packed.usable("directories")?;
        self.tiles_packed.usable("tiles")?;
        let needs = [self.root, self.metadata, self.leaves, self.tiles]
            .into_iter()
            .map(Section::end)
            .max()
            .unwrap_or(0);
        if needs > size {
            return Err(Fault::Cut { needs, has: size });
        }
        if self.root.length == 0 || self.root.end() > Self::FIRST_READ {
            return Err(Fault::Directory);
        }
        Ok(())
    }
}

/// Eight bytes as a number. `at` is a constant of the format, so they are there; were they not, it would be 0.
fn number(bytes: &[u8; Header::LENGTH], at: usize) -> u64 {
    let eight = bytes.get(at..).and_then(|rest| rest.first_chunk());
    eight.map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// Four bytes as degrees, of which they count ten-millionths.
fn degrees(bytes: &[u8; Header::LENGTH], at: usize) -> f64 {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk());
    four.map_or(0.0, |four| f64::from(i32::from_le_bytes(*four)) / 1e7)
}
