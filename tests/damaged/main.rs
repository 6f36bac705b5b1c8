//! What gateways, archives and forwarders do to mail must not change what it means. Where they take something away, no delay, no success
//! and no receipt becomes a failure, and nobody is named who was not; what they add, and another form of the same, changes nothing.

mod added;
mod compare;
#[path = "../corpus/mod.rs"]
mod corpus;
mod form;
mod lost;
mod mail;
mod subjects;
