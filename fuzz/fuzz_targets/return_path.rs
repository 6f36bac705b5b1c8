//! Properties of `return_path`: see tests/properties/mod.rs.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::return_path(data, properties::Effort::Sampled));
