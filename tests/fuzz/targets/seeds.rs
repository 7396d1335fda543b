//! Writes what each target starts from into the folder that is named: `cargo run --bin seeds -- corpus`.

mod folder;
mod towns;

use std::{fs, io, path::Path};

use route_planning::{Problem, SolveSettings, Unwatched, solve};

fn main() -> io::Result<()> {
    let corpus = std::env::args().nth(1).unwrap_or_else(|| "corpus".to_owned());
    let put = |target: &str, name: &str, bytes: &[u8]| {
        let folder = Path::new(&corpus).join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    };
    for (number, (name, small)) in folder::SMALL.into_iter().enumerate() {
        let example = fs::read(Path::new(EXAMPLE).join(name))?;
        for (of, bytes) in [("small", small.as_bytes()), ("example", &example)] {
            match number.checked_sub(1) {
                None => put("season_toml", of, bytes)?,
                Some(table) => put(
                    "season_table",
                    &format!("{of}-{name}"),
                    &[&[table as u8], bytes].concat(),
                )?,
            }
            if name == "stops.csv" {
                put("stop_list", &format!("{of}-{name}"), &[b"\0", bytes].concat())?;
            }
        }
    }
    put("stop_list", "places.geojson", &[&[1], GEOJSON.as_bytes()].concat())?;
    put("stop_list", "stops.txt", &[&[2], GTFS.as_bytes()].concat())?;
    let season =
        season_files::read(&folder::SMALL.into_iter().collect()).map_err(|f| io::Error::other(format!("{f:?}")))?;
    put("season_json", "season", &serde_json::to_vec(&season)?)?;
    // Whatever numbers give problems with and without faults.
    for seed in 0..40_u32 {
        let choices: Vec<u32> = (0..200).map(|n| (seed * 977 + n * 131_071) >> (n % 7)).collect();
        let parts = towns::small(&choices);
        put("problem", &format!("town-{seed}"), &serde_json::to_vec(&parts)?)?;
        if let Ok(problem) = Problem::build(parts) {
            let settings = SolveSettings {
                seed: 1,
                iterations: Some(2),
            };
            let plan = solve(&problem, settings, &mut Unwatched);
            put("plan", &format!("town-{seed}"), &serde_json::to_vec(&plan)?)?;
        }
    }
    Ok(())
}

const EXAMPLE: &str = "../../config/examples/ostroleka";

const GEOJSON: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"node/1","geometry":{"type":"Point","coordinates":[21.5701,53.0801]},
 "properties":{"name":"Tor","leisure":"pitch","surface":"asphalt","addr:street":"Długa","addr:housenumber":"5","wheelchair":"yes"}},
{"type":"Feature","geometry":{"type":"LineString","coordinates":[[21.5,53],[21.6,53]]},"properties":{"name":"Rzeka"}},
{"type":"Feature","geometry":null,"properties":null}]}"#;

const GTFS: &str = "stop_id,stop_code,stop_name,stop_desc,stop_lat,stop_lon,location_type,wheelchair_boarding\n\
01,A,Hallera,przy \"moście\",53.0841,21.5770,,1\n02,B,Hallera,,53.0843,21.5772,0,2\n03,C,,,21.57,53.08,1,0\n";
