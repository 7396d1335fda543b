//! A certificate as programs read it.

use serde::{Deserialize, Serialize};
use storage::Certificate;
use utoipa::ToSchema;
use vocabulary::{CertificateId, Day, Minutes, PersonId, Timestamp};

use super::{Content, Issued, Standing};
use crate::schema;

/// A certificate as the API shows it to staff and to whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateShape {
    /// Its id.
    #[schema(value_type = schema::CertificateId)]
    pub id: CertificateId,
    /// Whose it is.
    #[schema(value_type = Option<schema::PersonId>)]
    pub person: Option<PersonId>,
    /// The number in the register.
    pub number: u32,
    /// Which edition of it.
    pub edition: u32,
    /// What the public page verifies.
    pub code: String,
    /// When it was issued.
    #[schema(value_type = schema::Timestamp)]
    pub issued_at: Timestamp,
    /// Whether it still holds.
    pub standing: Standing,
    /// As it stands on the paper.
    pub name: String,
    /// The first attended day.
    #[schema(value_type = schema::Day)]
    pub first: Day,
    /// The last.
    #[schema(value_type = schema::Day)]
    pub last: Day,
    /// How many shifts.
    pub shifts: usize,
    /// All together, in minutes.
    #[schema(value_type = u32)]
    pub minutes: Minutes,
    /// In minutes, by the calendar year in which a school year begins.
    #[schema(value_type = Vec<(i32, u32)>)]
    pub by_school_year: Vec<(i32, Minutes)>,
}

impl CertificateShape {
    pub(super) fn new(row: Certificate, content: Content, standing: Standing) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            number: row.number,
            edition: row.edition,
            code: row.code,
            issued_at: row.issued_at,
            standing,
            name: content.name,
            first: content.first,
            last: content.last,
            shifts: content.shifts,
            minutes: content.total,
            by_school_year: content.by_school_year,
        }
    }
}

impl From<Issued> for CertificateShape {
    fn from(issued: Issued) -> Self {
        Self::new(issued.row, issued.content, issued.standing)
    }
}
