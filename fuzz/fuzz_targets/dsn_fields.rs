//! Properties of `dsn_fields`: see tests/properties/mod.rs.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::dsn_fields(data, properties::Effort::Sampled));
