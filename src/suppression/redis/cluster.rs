//! A cluster: which node has which slot, and how commands find there while slots and nodes change.
//!
//! The driver's own cluster connection stops for ever when a slot moves under load (redis 1.8 with tokio from 1.53 on: its refresh of the
//! slots waits for a lock that a request holds which it no longer polls). Ours needs little: each group of commands is of one slot, all of
//! a node go in one pipeline, and only what was not answered goes again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::select_ok;
use futures_util::stream::{self, StreamExt};
use redis::aio::{ConnectionLike, ConnectionManager};
use redis::{
    Client, ConnectionAddr, ConnectionInfo, ErrorKind, IntoConnectionInfo, Pipeline, RedisError, RedisResult,
    ServerErrorKind, Value, cmd,
};
use tokio::time::{Instant, sleep};

use super::link::{Group, PIPELINE, config, is_missing_script, is_retryable};
use super::script;

/// Slots of every cluster.
const SLOTS: u16 = 16_384;
/// Pipelines that are under way at once.
const AT_ONCE: usize = 16;
/// The first pause before what was not answered goes again, which doubles, and the longest.
const PAUSE: Duration = Duration::from_millis(1);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

/// The slot of a key: CRC16 (XMODEM) of what stands in its first braces, or of all of it.
pub(super) fn slot(key: &str) -> u16 {
    let tag = key.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(tag, _)| tag);
    let crc = tag.filter(|tag| !tag.is_empty()).unwrap_or(key).bytes().fold(0_u16, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(byte) << 8), |crc, _| (crc << 1) ^ if crc & 0x8000 == 0 { 0 } else { 0x1021 })
    });
    crc % SLOTS
}

/// `host:port`.
type Address = Arc<str>;

pub(super) struct Cluster {
    /// The nodes that were named: the first says how all are spoken to (TLS, user, password).
    seeds: Vec<ConnectionInfo>,
    patience: Duration,
    map: Mutex<Map>,
}

#[derive(Default)]
struct Map {
    owners: HashMap<u16, Address>,
    nodes: HashMap<Address, ConnectionManager>,
}

/// A group that has no answer yet.
struct Errand {
    index: usize,
    group: Group,
    /// The node that a slot on its way is going to, where a node said so.
    ask: Option<Address>,
}

/// What a node said to its errands: all values of each, or why there are none at all.
type Heard = (Address, Vec<Errand>, RedisResult<Vec<Value>>);

impl Cluster {
    pub(super) async fn open(urls: &[&str], patience: Duration) -> RedisResult<Self> {
        let seeds = urls.iter().map(|url| url.into_connection_info()).collect::<RedisResult<Vec<_>>>()?;
        let cluster = Self { seeds, patience, map: Mutex::default() };
        cluster.refresh().await?;
        Ok(cluster)
    }

    /// Runs groups of commands and gives their answers in the same order. What does not get there (the slot moves, the node is away and
    /// another will stand in for it) goes again, for as long as the patience lasts. All commands are merges or reads: twice is no harm.
    pub(super) async fn run(&self, groups: Vec<Group>) -> RedisResult<Vec<Vec<Value>>> {
        let mut answers = vec![Vec::new(); groups.len()];
        let mut left: Vec<Errand> =
            groups.into_iter().enumerate().map(|(index, group)| Errand { index, group, ask: None }).collect();
        let (end, mut pause) = (Instant::now() + self.patience, PAUSE);
        loop {
            let pipelines: Vec<_> =
                self.by_node(left).into_iter().map(|(node, errands)| self.send(node, errands)).collect();
            let heard: Vec<Heard> = stream::iter(pipelines).buffer_unordered(AT_ONCE).collect().await;
            let (mut again, mut stale, mut last) = (Vec::new(), false, None);
            for (node, errands, values) in heard {
                let mut values = match values {
                    Ok(values) => values.into_iter(),
                    Err(error) => {
                        if error.is_timeout() {
                            // A connection that is silent may be dead: the next call makes a new one.
                            self.map().nodes.remove(&node);
                        }
                        if error.is_timeout() || !passes(&error) {
                            return Err(error);
                        }
                        (stale, last) = (true, Some(error));
                        again.extend(errands.into_iter().map(|errand| Errand { ask: None, ..errand }));
                        continue;
                    }
                };
                for errand in errands {
                    let answer: Vec<Value> = values.by_ref().take(errand.group.commands.len()).collect();
                    let Some(error) = answer.iter().find_map(|value| value.clone().extract_error().err()) else {
                        if let Some(place) = answers.get_mut(errand.index) {
                            *place = answer;
                        }
                        continue;
                    };
                    if !passes(&error) {
                        return Err(error);
                    }
                    let to = redirect(&error, &node);
                    let asks = error.kind() == ErrorKind::Server(ServerErrorKind::Ask);
                    match &to {
                        Some(to) if !asks => drop(self.map().owners.insert(errand.group.slot, to.clone())),
                        Some(_) => {}
                        // Down, or a replica by now. A slot on its way (TRYAGAIN) and a script that is missing are no news of the nodes.
                        None => stale |= !is_missing_script(&error) && !is(&error, ServerErrorKind::TryAgain),
                    }
                    again.push(Errand { ask: to.filter(|_| asks), ..errand });
                    last = Some(error);
                }
            }
            let Some(error) = last else { return Ok(answers) };
            if Instant::now() >= end {
                return Err(error);
            }
            sleep(pause).await;
            pause = LONGEST_PAUSE.min(pause * 2);
            if stale {
                // Where no node answers, the next round says so.
                let _ = self.refresh().await;
            }
            left = again;
        }
    }

    fn map(&self) -> MutexGuard<'_, Map> {
        // Each change is one assignment, so that a panic elsewhere leaves it whole.
        self.map.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The errands of each node, as many as make a pipeline.
    fn by_node(&self, errands: Vec<Errand>) -> Vec<(Address, Vec<Errand>)> {
        let map = self.map();
        let mut pipelines: Vec<(Address, Vec<Errand>)> = Vec::new();
        let mut open: HashMap<Address, (usize, usize)> = HashMap::new();
        for errand in errands {
            // A slot that nobody has is asked for at no node, which is an error that passes.
            let node = errand.ask.clone().or_else(|| map.owners.get(&errand.group.slot).cloned()).unwrap_or_default();
            let (place, commands) = open.entry(node.clone()).or_insert((usize::MAX, PIPELINE));
            if *commands >= PIPELINE {
                (*place, *commands) = (pipelines.len(), 0);
                pipelines.push((node, Vec::new()));
            }
            *commands += errand.group.commands.len();
            if let Some((_, errands)) = pipelines.get_mut(*place) {
                errands.push(errand);
            }
        }
        pipelines
    }

    async fn send(&self, node: Address, errands: Vec<Errand>) -> Heard {
        let values = self.values(&node, &errands).await;
        (node, errands, values)
    }

    async fn values(&self, address: &Address, errands: &[Errand]) -> RedisResult<Vec<Value>> {
        let mut node = self.node(address)?;
        let mut pipeline = Pipeline::new();
        // Whether an answer is to a command of ours.
        let mut ours = Vec::new();
        for errand in errands {
            for command in &errand.group.commands {
                if errand.ask.is_some() {
                    // It holds for one command.
                    pipeline.add_command(cmd("ASKING"));
                    ours.push(false);
                }
                pipeline.add_command(command.clone());
                ours.push(true);
            }
        }
        let values = node.req_packed_commands(&pipeline, 0, ours.len()).await?;
        let values: Vec<Value> =
            values.into_iter().zip(ours).filter_map(|(value, ours)| ours.then_some(value)).collect();
        if values.iter().any(|value| value.clone().extract_error().is_err_and(|error| is_missing_script(&error))) {
            script::load(&mut node).await?;
        }
        Ok(values)
    }

    fn node(&self, address: &Address) -> RedisResult<ConnectionManager> {
        let mut map = self.map();
        if let Some(node) = map.nodes.get(address) {
            return Ok(node.clone());
        }
        let nowhere = || RedisError::from((ErrorKind::ClusterConnectionNotFound, "no node has this slot"));
        let (host, port) = address.rsplit_once(':').ok_or_else(nowhere)?;
        let (host, port) = (host.to_owned(), port.parse().map_err(|_| nowhere())?);
        let seed = self.seeds.first().ok_or_else(nowhere)?.clone();
        let at = match seed.addr() {
            ConnectionAddr::TcpTls { insecure, tls_params, .. } => {
                ConnectionAddr::TcpTls { host, port, insecure: *insecure, tls_params: tls_params.clone() }
            }
            _ => ConnectionAddr::Tcp(host, port),
        };
        // It connects when it is first used, and again when it broke.
        let node = ConnectionManager::new_lazy_with_config(Client::open(seed.set_addr(at))?, config(self.patience))?;
        map.nodes.insert(address.clone(), node.clone());
        Ok(node)
    }

    /// Asks all nodes that are known or were named who has which slot; the first that knows is believed.
    async fn refresh(&self) -> RedisResult<()> {
        let mut known: Vec<Address> = self.map().nodes.keys().cloned().collect();
        for seed in &self.seeds {
            if let ConnectionAddr::Tcp(host, port) | ConnectionAddr::TcpTls { host, port, .. } = seed.addr() {
                let address = format!("{host}:{port}").into();
                if !known.contains(&address) {
                    known.push(address);
                }
            }
        }
        if known.is_empty() {
            return Err((ErrorKind::InvalidClientConfig, "no node was named").into());
        }
        let (owners, _) = select_ok(known.into_iter().map(|node| Box::pin(self.owners(node)))).await?;
        let mut map = self.map();
        map.nodes.retain(|node, _| owners.values().any(|owner| owner == node));
        map.owners = owners;
        Ok(())
    }

    async fn owners(&self, address: Address) -> RedisResult<HashMap<u16, Address>> {
        let mut node = self.node(&address)?;
        let value = node.req_packed_command(cmd("CLUSTER").arg("SLOTS")).await?.extract_error()?;
        let owners = slots(&value, &address);
        if owners.is_empty() {
            return Err((ErrorKind::ClusterConnectionNotFound, "a node that knows of no slots").into());
        }
        Ok(owners)
    }
}

/// The answer to CLUSTER SLOTS: of each range its first slot, its last, its master (host, port, ...), and replicas.
fn slots(value: &Value, asked: &str) -> HashMap<u16, Address> {
    let mut owners = HashMap::new();
    let Value::Array(ranges) = value else { return owners };
    for range in ranges {
        let Value::Array(range) = range else { continue };
        let [Value::Int(from), Value::Int(to), Value::Array(master), ..] = &range[..] else { continue };
        let (host, port) = match &master[..] {
            [Value::BulkString(host), Value::Int(port), ..] => (String::from_utf8_lossy(host), port),
            [Value::Nil, Value::Int(port), ..] => ("".into(), port),
            _ => continue,
        };
        let owner = address(&format!("{host}:{port}"), asked);
        let bound = |at: &i64| u16::try_from(*at).ok().filter(|at| *at < SLOTS);
        if let (Some(from), Some(to)) = (bound(from), bound(to)) {
            owners.extend((from..=to).map(|slot| (slot, owner.clone())));
        }
    }
    owners
}

/// Where a node sends us. It leaves the host out where that is its own.
fn redirect(error: &RedisError, asked: &str) -> Option<Address> {
    error.redirect_node().map(|(to, _)| address(to, asked))
}

fn address(to: &str, asked: &str) -> Address {
    match (to.strip_prefix(':'), asked.rsplit_once(':')) {
        (Some(port), Some((host, _))) => format!("{host}:{port}").into(),
        _ => to.into(),
    }
}

/// Worth another try at once. What the program has to mend (memory, disks: [`ErrorKind::Extension`]) is not waited for.
fn passes(error: &RedisError) -> bool {
    is_missing_script(error) || (is_retryable(error) && error.kind() != ErrorKind::Extension)
}

fn is(error: &RedisError, kind: ServerErrorKind) -> bool {
    error.kind() == ErrorKind::Server(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_those_of_the_servers() {
        // By CLUSTER KEYSLOT; the first is the check value of the specification.
        let keys = [("123456789", 12_739), ("foo", 12_182), ("", 0), ("mailbounce:layout", 9033), ("{}x", 10_595)];
        for (key, expected) in keys {
            assert_eq!(slot(key), expected, "{key}");
        }
        assert_eq!(slot("mailbounce:{3f2}:log:a}b@example.jp"), slot("3f2"));
    }

    #[test]
    fn a_host_that_is_left_out_is_the_one_that_was_asked() {
        let node = |host: Value, port| Value::Array(vec![host, Value::Int(port), Value::Array(Vec::new())]);
        let range = |from, to, node| Value::Array(vec![Value::Int(from), Value::Int(to), node]);
        let answer = Value::Array(vec![
            range(0, 1, node(Value::BulkString(b"10.0.0.1".to_vec()), 7000)),
            range(2, 2, node(Value::Nil, 7001)),
            range(3, 3, node(Value::BulkString(Vec::new()), 7002)),
            range(4, 99_999, node(Value::Nil, 7003)),
        ]);
        let mut owners: Vec<_> = slots(&answer, "::1:6379").into_iter().map(|(s, a)| (s, a.to_string())).collect();
        owners.sort();
        let expected = [(0, "10.0.0.1:7000"), (1, "10.0.0.1:7000"), (2, "::1:7001"), (3, "::1:7002")];
        assert_eq!(owners, expected.map(|(slot, node)| (slot, node.to_owned())));
    }
}
