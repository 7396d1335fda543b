//! Prints the JSON Schema of `season.toml`: `cargo run -p season-files --example schema > docs/season.schema.json`.

fn main() {
    print!("{}", season_files::settings_schema());
}
