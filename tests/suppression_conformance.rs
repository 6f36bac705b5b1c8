//! Every ledger of the crate passes the exported suite, also through its forwarders and as its async twin.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

use std::sync::Arc;

use mailbounce::ledger_conformance;
use mailbounce::suppression::conformance::Driven;
use mailbounce::suppression::{AsyncLedger, Blocking, Ledger, MemoryLedger, SqliteLedger};

ledger_conformance!(memory, MemoryLedger::new);
ledger_conformance!(memory_boxed, || -> Box<dyn Ledger> { Box::new(MemoryLedger::new()) });
ledger_conformance!(memory_shared, || -> Arc<dyn Ledger> { Arc::new(MemoryLedger::new()) });
ledger_conformance!(memory_async, || Driven::new(Blocking(MemoryLedger::new())));
ledger_conformance!(memory_async_boxed, || {
    let ledger: Box<dyn AsyncLedger> = Box::new(Blocking(MemoryLedger::new()));
    Driven::new(ledger)
});
ledger_conformance!(sqlite_in_memory, || SqliteLedger::in_memory().unwrap());
ledger_conformance!(sqlite_file, Temporary::new);
ledger_conformance!(sqlite_two_handles, TwoHandles::new);

/// A ledger in a file of its own that goes with it.
struct Temporary {
    ledger: SqliteLedger,
    _folder: Folder,
}

struct Folder(std::path::PathBuf);

impl Folder {
    fn new() -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("mailbounce-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Temporary {
    fn new() -> Self {
        let folder = Folder::new();
        Self { ledger: SqliteLedger::open(folder.0.join("ledger.db")).unwrap(), _folder: folder }
    }
}

/// Two handles on one file, as two processes have: writes go to one, reads to the other.
struct TwoHandles {
    write: SqliteLedger,
    read: SqliteLedger,
    _folder: Folder,
}

impl TwoHandles {
    fn new() -> Self {
        let folder = Folder::new();
        let open = || SqliteLedger::open(folder.0.join("ledger.db")).unwrap();
        Self { write: open(), read: open(), _folder: folder }
    }
}

macro_rules! delegate {
    ($for:ty, $write:ident, $read:ident) => {
        impl Ledger for $for {
            fn record(
                &self,
                events: &[mailbounce::suppression::Event],
            ) -> Result<(), mailbounce::suppression::LedgerError> {
                self.$write.record(events)
            }
            fn histories(
                &self,
                mailboxes: &[mailbounce::Mailbox],
            ) -> Result<Vec<mailbounce::suppression::History>, mailbounce::suppression::LedgerError> {
                self.$read.histories(mailboxes)
            }
            fn mailboxes(
                &self,
                after: Option<&mailbounce::Mailbox>,
                limit: usize,
            ) -> Result<Vec<mailbounce::Mailbox>, mailbounce::suppression::LedgerError> {
                self.$read.mailboxes(after, limit)
            }
            fn prune(
                &self,
                before: mailbounce::Timestamp,
                spent: &mailbounce::suppression::Spent<'_>,
            ) -> Result<u64, mailbounce::suppression::LedgerError> {
                self.$write.prune(before, spent)
            }
            fn forget(&self, mailbox: &mailbounce::Mailbox) -> Result<(), mailbounce::suppression::LedgerError> {
                self.$write.forget(mailbox)
            }
        }
    };
}

delegate!(Temporary, ledger, ledger);
delegate!(TwoHandles, write, read);
