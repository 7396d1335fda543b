//! Why a request is not met in full.

mod reason;

pub use reason::{Reason, Relaxation, RuleFamily};
