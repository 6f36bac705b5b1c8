//! The scripts: each touches the keys of one bucket, and the server runs it as one step.

use std::sync::LazyLock;

use redis::aio::ConnectionLike;
use redis::{Cmd, RedisResult, Script, cmd};

macro_rules! script {
    ($file:literal) => {
        LazyLock::new(|| Script::new(concat!(include_str!("common.lua"), include_str!($file))))
    };
}

pub(super) static RECORD: LazyLock<Script> = script!("record.lua");
pub(super) static DROP: LazyLock<Script> = script!("drop.lua");
pub(super) static FORGET: LazyLock<Script> = script!("forget.lua");
pub(super) static HORIZON: LazyLock<Script> = script!("horizon.lua");

/// A call of a script, which the server knows by its hash. Its arguments are to be added.
pub(super) fn call(script: &Script, keys: &[&str]) -> Cmd {
    let mut call = cmd("EVALSHA");
    call.arg(script.get_hash()).arg(keys.len()).arg(keys);
    call
}

/// Makes the scripts known to all nodes: at the start, and when a node says that it has lost them.
pub(super) async fn load<C: ConnectionLike>(connection: &mut C) -> RedisResult<()> {
    for script in [&*RECORD, &*DROP, &*FORGET, &*HORIZON] {
        script.prepare_invoke().load_async(connection).await?;
    }
    Ok(())
}
