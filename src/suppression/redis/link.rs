//! The connection: to one node or to a cluster, and how commands go over it.

use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, Cmd, ErrorKind, Pipeline, RedisError, RetryMethod, ServerErrorKind, Value};

use super::cluster::{Cluster, slot};
use crate::suppression::LedgerError;

/// Commands of one pipeline.
pub(super) const PIPELINE: usize = 500;
/// Tries of one pipeline. All commands are merges or reads, so that a second try is no harm.
const TRIES: u32 = 6;

/// One connection to each node that is shared by all calls: what they send goes out back to back.
pub(super) enum Link {
    Node(ConnectionManager),
    Cluster(Cluster),
}

/// Commands for keys of one slot.
pub(super) struct Group {
    pub(super) slot: u16,
    pub(super) commands: Vec<Cmd>,
}

impl Group {
    /// Commands for `key`, or for keys that share its braces.
    pub(super) fn new(key: &str, commands: Vec<Cmd>) -> Self {
        Self { slot: slot(key), commands }
    }
}

pub(super) fn config(patience: Duration) -> ConnectionManagerConfig {
    ConnectionManagerConfig::new()
        .set_connection_timeout(Some(patience))
        .set_response_timeout(Some(patience))
        .set_number_of_retries(2)
}

impl Link {
    /// Connects to the node of one URL, or to the cluster that it is part of; several URLs, behind commas, are nodes of a cluster.
    pub(super) async fn open(urls: &str, patience: Duration) -> Result<Self, LedgerError> {
        let failed = failed("connecting");
        let urls: Vec<&str> = urls.split(',').map(str::trim).filter(|url| !url.is_empty()).collect();
        if urls.iter().any(|url| url.starts_with("rediss:")) {
            // The driver asks for the program's choice, and there may be none.
            let _ = rustls::crypto::ring::default_provider().install_default();
        }
        if let [url] = urls[..] {
            let client = Client::open(url).map_err(&failed)?;
            let mut node = client.get_connection_manager_with_config(config(patience)).await.map_err(&failed)?;
            let info: String = redis::cmd("INFO").arg("cluster").query_async(&mut node).await.map_err(&failed)?;
            if !info.contains("cluster_enabled:1") {
                return Ok(Self::Node(node));
            }
        }
        Ok(Self::Cluster(Cluster::open(&urls, patience).await.map_err(&failed)?))
    }

    /// Runs groups of commands and gives their answers in the same order.
    pub(super) async fn run(&self, doing: &'static str, groups: Vec<Group>) -> Result<Vec<Vec<Value>>, LedgerError> {
        let node = match self {
            Self::Node(node) => node,
            Self::Cluster(cluster) => return cluster.run(groups).await.map_err(failed(doing)),
        };
        // One slot or many is all one to a single node: so few long pipelines.
        let mut answers = Vec::with_capacity(groups.len());
        let mut rest = groups.into_iter().peekable();
        while rest.peek().is_some() {
            let (mut pipeline, mut lengths) = (Pipeline::new(), Vec::new());
            while let Some(group) = rest.next_if(|_| pipeline.len() < PIPELINE) {
                lengths.push(group.commands.len());
                for command in group.commands {
                    pipeline.add_command(command);
                }
            }
            let mut values = send(doing, node, &pipeline).await?.into_iter();
            answers.extend(lengths.into_iter().map(|length| values.by_ref().take(length).collect::<Vec<_>>()));
        }
        Ok(answers)
    }
}

async fn send(doing: &'static str, node: &ConnectionManager, pipeline: &Pipeline) -> Result<Vec<Value>, LedgerError> {
    let mut tries = 1;
    loop {
        match pipeline.query_async(&mut node.clone()).await {
            Err(error) if tries < TRIES && again(&error) => {
                if is_missing_script(&error) {
                    super::script::load(&mut node.clone()).await.map_err(failed(doing))?;
                }
                tokio::time::sleep(Duration::from_millis(5 << tries)).await;
                tries += 1;
            }
            result => return result.map_err(failed(doing)),
        }
    }
}

pub(super) fn is_missing_script(error: &RedisError) -> bool {
    error.kind() == ErrorKind::Server(ServerErrorKind::NoScript)
}

/// Worth another try at once: a script that a restart lost, a connection that broke.
fn again(error: &RedisError) -> bool {
    is_missing_script(error) || (is_retryable(error) && !error.is_timeout())
}

pub(super) fn is_retryable(error: &RedisError) -> bool {
    let worth = |method| !matches!(method, RetryMethod::NoRetry);
    match error.kind() {
        ErrorKind::AuthenticationFailed => false,
        // Out of memory; a disk that can't be written to; too few replicas; a script that runs too long.
        ErrorKind::Extension => matches!(error.code(), Some("OOM" | "MISCONF" | "NOREPLICAS" | "BUSY")),
        ErrorKind::Io => error.is_timeout() || worth(error.retry_method()),
        _ => worth(error.retry_method()),
    }
}

pub(super) fn failed(doing: &'static str) -> impl Fn(RedisError) -> LedgerError {
    move |error| {
        if is_retryable(&error) || is_missing_script(&error) {
            LedgerError::retryable(doing, error)
        } else {
            LedgerError::permanent(doing, error)
        }
    }
}
