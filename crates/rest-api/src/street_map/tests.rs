//! What is said of each kind of file, good and bad.

use std::io::Write as _;

use super::*;

/// A file that is fine: header, directory, metadata, one tile; what comes after `change` has touched its bytes.
fn file(change: impl FnOnce(&mut Vec<u8>)) -> tempfile::NamedTempFile {
    with_metadata(r#"{"vector_layers":[{"id":"earth"},{"id":"roads"}]}"#, change)
}

fn with_metadata(metadata: &str, change: impl FnOnce(&mut Vec<u8>)) -> tempfile::NamedTempFile {
    let mut bytes = example(metadata);
    change(&mut bytes);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&bytes).unwrap();
    file
}

/// The bytes of a file around Ostrołęka whose directories are not packed.
fn example(metadata: &str) -> Vec<u8> {
    let (root, tile) = ([1, 0, 1, 4, 1].as_slice(), b"tile".as_slice());
    let mut bytes = b"PMTiles\x03".to_vec();
    let mut at = Header::LENGTH as u64;
    for length in [root.len(), metadata.len(), 0, tile.len()] {
        bytes.extend(at.to_le_bytes());
        bytes.extend((length as u64).to_le_bytes());
        at += length as u64;
    }
    bytes.extend([0; 24]);
    // Clustered; directories not packed, tiles gzip, MVT, zooms 0 to 15.
    bytes.extend([1, 1, 2, 1, 0, 15]);
    for degrees in [21.45_f64, 53.0, 21.7, 53.15] {
        bytes.extend(((degrees * 1e7) as i32).to_le_bytes());
    }
    bytes.resize(Header::LENGTH, 0);
    bytes.extend(root);
    bytes.extend(metadata.as_bytes());
    bytes.extend(tile);
    bytes
}

fn bounds_of(path: &Path) -> Result<Bounds, Fault> {
    read(path).map(|found| found.bounds)
}

#[test]
fn a_good_file_says_what_it_covers() {
    let bounds = bounds_of(file(|_| {}).path()).unwrap();
    for (lat, lon, expected) in [(53.08, 21.57, true), (53.2, 21.57, false), (53.08, 21.71, false)] {
        assert_eq!(
            bounds.contain(Coordinate::new(lat, lon).unwrap()),
            expected,
            "{lat} {lon}"
        );
    }
    // Nobody need list layers, and packed metadata is read as well.
    assert!(bounds_of(with_metadata("{}", |_| {}).path()).is_ok());
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(br#"{"vector_layers":[{"id":"roads"}]}"#).unwrap();
    let packed = packed.finish().unwrap();
    let gzip = file(|bytes| {
        bytes[97] = 2;
        let end = bytes.len() as u64;
        bytes[24..32].copy_from_slice(&end.to_le_bytes());
        bytes[32..40].copy_from_slice(&(packed.len() as u64).to_le_bytes());
        bytes.extend(packed);
    });
    assert_eq!(bounds_of(gzip.path()).unwrap(), bounds);
}

#[test]
fn a_bad_file_is_told_of_in_a_sentence() {
    type Change = fn(&mut Vec<u8>);
    let cases: [(Change, &str); 12] = [
        (|bytes| bytes.clear(), "of another kind"),
        (|bytes| bytes[0] = b'Q', "of another kind"),
        (|bytes| bytes.truncate(100), "of another kind"),
        (|bytes| bytes[7] = 2, "version 2; version 3 is expected"),
        (|bytes| bytes[99] = 2, "pictures (PNG); vector tiles"),
        (|bytes| bytes[99] = 0, "not told; vector tiles"),
        (|bytes| bytes[98] = 4, "tiles are packed as zstd"),
        (|bytes| bytes[97] = 3, "directories are packed as brotli"),
        (
            |bytes| bytes.truncate(bytes.len() - 3),
            "cut short: it has 182 bytes of 185",
        ),
        (|bytes| bytes[56..64].fill(0xff), "cut short"),
        (|bytes| bytes[16..24].fill(0), "first 16 KiB"),
        (|bytes| bytes[Header::LENGTH + 5] = b'[', "its metadata cannot be read"),
    ];
    for (change, expected) in cases {
        let said = bounds_of(file(change).path()).unwrap_err().to_string();
        assert!(said.contains(expected), "{said:?} lacks {expected:?}");
    }
    let other = with_metadata(r#"{"vector_layers":[{"id":"transportation"},{"id":"water"}]}"#, |_| {});
    let said = bounds_of(other.path()).unwrap_err().to_string();
    assert!(
        said.starts_with("its layers are transportation, water; those of the Protomaps"),
        "{said}"
    );
    let folder = tempfile::tempdir().unwrap();
    for (path, expected) in [
        (folder.path(), "it is no file"),
        (&folder.path().join("none"), "cannot be read"),
    ] {
        let said = bounds_of(path).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}");
    }
}
