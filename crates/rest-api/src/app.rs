//! The use cases: load, ask a pure crate, save, in one transaction. Knows no HTTP.

pub mod clock;
pub mod error;

pub use clock::Clock;
pub use error::AppError;
