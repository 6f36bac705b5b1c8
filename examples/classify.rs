//! Reads mails and prints what they say.
fn main() {
    for path in std::env::args().skip(1).filter(|a| a != "--json") {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("{path}: can't read");
            continue;
        };
        let bounce = mailbounce::classify(&bytes);
        println!("{}", serde_json::json!({"path": path, "index": 0, "bounce": bounce}));
    }
}
