//! Any bytes as one of the five tables, which the first byte names, beside the small folder's other files.
#![no_main]

mod folder;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((which, text)) = bytes.split_first() else {
        return;
    };
    let (name, _) = folder::SMALL[1 + *which as usize % 5];
    folder::check(&folder::with(name, text));
});
