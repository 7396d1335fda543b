//! What engines answered, on disk: one file for each engine, profile, map and place, with the ways from there.
//!
//! A file is written beside and renamed, so it is whole or not there; its first line is a checksum of the rest, and a file that
//! does not fit it, or is of another form, is as good as none. Two programs may share a folder: who writes last wins, and what
//! the other had learnt meanwhile is asked again. Only ways are kept, never a failure nor "no way". The folder has a bound; the
//! files that were written longest ago go first. Losing it loses time only.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use route_planning::Road;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Engine, Place};

/// The bounds of a folder, and of one file.
const MOST_FILES: usize = 20_000;
const MOST_BYTES: u64 = 256 * 1024 * 1024;
const MOST_BYTES_A_FILE: u64 = 1024 * 1024;
/// A file keeps no more ways than this; a row that has more is cut down to the question at hand.
pub(super) const MOST_WAYS: usize = 20_000;
/// After pruning so many per cent of a bound are left.
const LEFT_PERCENT: u64 = 90;
/// The form of a file; another number makes old files as good as none.
const FORM: u32 = 1;
const ENDING: &str = "travel";
const PART: &str = "part-";

/// A folder with answers.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

/// What is known of the ways from one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Metres from the place to the nearest road.
    pub(super) off_road: Option<u32>,
    pub(super) ways: BTreeMap<Place, Road>,
}

#[derive(Serialize, Deserialize, PartialEq, Eq)]
struct Key {
    form: u32,
    engine: String,
    profile: String,
    map: String,
    lat: i32,
    lon: i32,
}

#[derive(Serialize, Deserialize)]
struct Content {
    key: Key,
    off_road: Option<u32>,
    /// Latitude and longitude in millionths of a degree, seconds, metres.
    ways: Vec<(i32, i32, u32, u32)>,
}

impl Cache {
    /// Answers in this folder. It is made when the first one is kept.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// What is known of the ways from a place; none also where a file cannot be read or trusted.
    pub(super) fn row(&self, engine: &Engine, from: Place) -> Option<Row> {
        let key = key(engine, from);
        let content = read(&self.path(&key))?;
        if content.key != key {
            return None;
        }
        let way = |(lat, lon, seconds, metres)| (Place { lat, lon }, Road { seconds, metres });
        Some(Row {
            off_road: content.off_road,
            ways: content.ways.into_iter().map(way).collect(),
        })
    }

    /// Keeps what is known of the ways from a place. That it cannot is worth a line in the log and nothing more.
    pub(super) fn keep(&self, engine: &Engine, from: Place, row: &Row) {
        if row.ways.is_empty() && row.off_road.is_none() {
            return;
        }
        if let Err(error) = self.write(&key(engine, from), row) {
            tracing::warn!(%error, folder = %self.folder.display(), "travel times cannot be kept");
        }
    }

    fn write(&self, key: &Key, row: &Row) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let ways = row
            .ways
            .iter()
            .map(|(to, road)| (to.lat, to.lon, road.seconds, road.metres));
        let content = Content {
            key: Key {
                engine: key.engine.clone(),
                profile: key.profile.clone(),
                map: key.map.clone(),
                ..*key
            },
            off_road: row.off_road,
            ways: ways.take(MOST_WAYS).collect(),
        };
        let text = serde_json::to_string(&content)?;
        let mut file = tempfile::Builder::new().prefix(PART).tempfile_in(&self.folder)?;
        writeln!(file, "{}", checksum(text.as_bytes()))?;
        file.write_all(text.as_bytes())?;
        // Not brought to disk by force: a file torn by a power cut does not fit its checksum.
        file.persist(self.path(key)).map_err(|e| e.error)?;
        Ok(())
    }

    /// Takes the oldest files away while there are too many.
    pub(super) fn prune(&self) {
        self.prune_to(MOST_FILES, MOST_BYTES);
    }

    fn prune_to(&self, most_files: usize, most_bytes: u64) {
        let mut files = own_files(&self.folder);
        let mut bytes: u64 = files.iter().map(|f| f.bytes).sum();
        let mut left = files.len();
        if left <= most_files && bytes <= most_bytes {
            return;
        }
        files.sort_by(|a, b| (a.written, &a.path).cmp(&(b.written, &b.path)));
        let (few, small) = (most_files as u64 * LEFT_PERCENT / 100, most_bytes * LEFT_PERCENT / 100);
        for file in files {
            if left as u64 <= few && bytes <= small {
                break;
            }
            // Gone already: another program prunes, too.
            let _ = fs::remove_file(&file.path);
            left -= 1;
            bytes -= file.bytes;
        }
    }

    fn path(&self, key: &Key) -> PathBuf {
        let text = serde_json::to_string(key).unwrap_or_default();
        self.folder.join(format!("{}.{ENDING}", checksum(text.as_bytes())))
    }
}

fn key(engine: &Engine, from: Place) -> Key {
    Key {
        form: FORM,
        engine: engine.kind.name().to_owned(),
        profile: engine.profile.clone(),
        map: engine.map.clone(),
        lat: from.lat,
        lon: from.lon,
    }
}

fn read(path: &Path) -> Option<Content> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).ok()?;
    file.take(MOST_BYTES_A_FILE).read_to_end(&mut bytes).ok()?;
    let end = bytes.iter().position(|b| *b == b'\n')?;
    let (line, text) = (bytes.get(..end)?, bytes.get(end + 1..)?);
    if line != checksum(text).as_bytes() {
        tracing::debug!(path = %path.display(), "a torn file in the cache of travel times is ignored");
        return None;
    }
    serde_json::from_slice(text).ok()
}

fn checksum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

struct OwnFile {
    path: PathBuf,
    written: SystemTime,
    bytes: u64,
}

/// Files of this cache, and leftovers of writers that were killed. Nothing else in the folder is looked at.
fn own_files(folder: &Path) -> Vec<OwnFile> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let own = |entry: io::Result<fs::DirEntry>| {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_str()?;
        if !name.ends_with(&format!(".{ENDING}")) && !name.starts_with(PART) {
            return None;
        }
        let facts = fs::metadata(&path).ok()?;
        Some(OwnFile {
            written: facts.modified().ok()?,
            bytes: facts.len(),
            path,
        })
    };
    entries.filter_map(own).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::travel::tests::engine;

    fn row(ways: &[(i32, u32)]) -> Row {
        let way = |(lon, seconds): &(i32, u32)| {
            let road = Road {
                seconds: *seconds,
                metres: 10 * seconds,
            };
            (Place { lat: 1, lon: *lon }, road)
        };
        Row {
            off_road: Some(3),
            ways: ways.iter().map(way).collect(),
        }
    }

    const HERE: Place = Place {
        lat: 53_084_000,
        lon: 21_577_500,
    };

    #[test]
    fn what_is_kept_is_found_under_its_own_name_only() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("made/when/needed"));
        let one = engine("http://a");
        assert_eq!(cache.row(&one, HERE), None);
        cache.keep(&one, HERE, &Row::default());
        assert!(!folder.path().join("made").exists());
        cache.keep(&one, HERE, &row(&[(5, 60)]));
        assert_eq!(cache.row(&one, HERE), Some(row(&[(5, 60)])));
        // Another address may give the same answers; another profile, map or place may not.
        assert_eq!(
            cache.row(
                &Engine {
                    url: "http://b".to_owned(),
                    ..one.clone()
                },
                HERE
            ),
            Some(row(&[(5, 60)]))
        );
        for other in [
            Engine {
                profile: "bus".to_owned(),
                ..one.clone()
            },
            Engine {
                map: "2027".to_owned(),
                ..one.clone()
            },
            Engine {
                kind: crate::travel::Kind::Valhalla,
                ..one.clone()
            },
        ] {
            assert_eq!(cache.row(&other, HERE), None);
        }
        assert_eq!(
            cache.row(
                &one,
                Place {
                    lat: HERE.lat + 1,
                    ..HERE
                }
            ),
            None
        );
        cache.keep(&one, HERE, &row(&[(5, 61), (6, 7)]));
        assert_eq!(cache.row(&one, HERE), Some(row(&[(5, 61), (6, 7)])));
    }

    #[test]
    fn a_file_that_was_torn_or_changed_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        let one = engine("http://a");
        cache.keep(&one, HERE, &row(&[(5, 60)]));
        let path = cache.path(&key(&one, HERE));
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(cache.row(&one, HERE), None, "the first {length} bytes");
        }
        for place in 0..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 1;
            fs::write(&path, &changed).unwrap();
            assert_eq!(cache.row(&one, HERE), None, "byte {place}");
        }
        // Under the name of another place it is not believed either.
        let other = Place { lat: 1, lon: 1 };
        fs::write(cache.path(&key(&one, other)), &whole).unwrap();
        assert_eq!(cache.row(&one, other), None);
        fs::write(&path, &whole).unwrap();
        assert_eq!(cache.row(&one, HERE), Some(row(&[(5, 60)])));
    }

    #[test]
    fn the_oldest_go_first_and_strange_files_stay() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        let one = engine("http://a");
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        fs::write(folder.path().join("part-left"), "half").unwrap();
        let age = |path: &Path, seconds: u64| {
            let file = fs::File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
                .unwrap();
        };
        age(&folder.path().join("part-left"), 1);
        let places: Vec<Place> = (0..20).map(|lat| Place { lat, lon: 0 }).collect();
        for (i, place) in places.iter().enumerate() {
            cache.keep(&one, *place, &row(&[(5, 60)]));
            age(&cache.path(&key(&one, *place)), 100 + i as u64);
        }
        cache.prune_to(21, MOST_BYTES);
        assert!(folder.path().join("part-left").exists());
        cache.prune_to(10, MOST_BYTES);
        let left: Vec<bool> = places.iter().map(|p| cache.row(&one, *p).is_some()).collect();
        assert_eq!(left, [vec![false; 11], vec![true; 9]].concat());
        assert!(!folder.path().join("part-left").exists());
        assert!(folder.path().join("notes.txt").exists());
        cache.prune_to(100, 1);
        assert!(places.iter().all(|p| cache.row(&one, *p).is_none()));
    }

    #[test]
    fn programs_that_write_one_file_at_once_leave_one_of_theirs() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path());
        let one = engine("http://a");
        std::thread::scope(|scope| {
            for n in 1..=4 {
                let (cache, one) = (&cache, &one);
                scope.spawn(move || {
                    for _ in 0..50 {
                        cache.keep(one, HERE, &row(&[(n, 60)]));
                        let found = cache.row(one, HERE).unwrap();
                        assert!((1..=4).any(|n| found == row(&[(n, 60)])));
                    }
                });
            }
        });
        assert_eq!(own_files(folder.path()).len(), 1, "no leftovers");
    }
}
