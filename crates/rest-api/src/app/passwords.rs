//! Passwords: which are taken, how they are kept, how one is checked.
//!
//! Kept as Argon2id hashes (RFC 9106) in the PHC text form, which carries its own cost, so the cost can be raised later.
//! Salts are handed in; there is no randomness here.
//!
//! Each hash takes [`Cost::memory_kib`] of memory and, at the default cost, some 150 ms of a core. **The caller must
//! bound how many run at once** (a semaphore around `web::block`), or signing in becomes a way to exhaust the server's
//! memory.

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::{Error as HashError, phc::PasswordHash},
};

mod common;

/// Shortest password, in characters (OWASP ASVS 5.0, 6.2.1).
pub const SHORTEST: usize = 8;
/// Longest password, in characters; at least 64 must be allowed (OWASP ASVS 5.0, 6.2.9).
pub const LONGEST: usize = 128;

/// What is wrong with a password that somebody wants to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Fewer characters than [`SHORTEST`].
    #[error("a password has at least {SHORTEST} characters, this one has {0}")]
    TooShort(usize),
    /// More characters than [`LONGEST`].
    #[error("a password has at most {LONGEST} characters, this one has {0}")]
    TooLong(usize),
    /// Among the first that anybody would try.
    #[error("this password is among the first that anybody would try")]
    Common,
    /// The e-mail address of the account, or the part before its @.
    #[error("a password is not the e-mail address")]
    IsEmail,
}

/// May this be the password of the account with this e-mail address? Every fault at once.
///
/// Any characters will do and none must be there (ASVS 6.2.5); the password is taken as it was typed (ASVS 6.2.8).
pub fn check_new(password: &str, email: &str) -> Result<(), Vec<PasswordFault>> {
    let length = password.chars().count();
    let folded = password.to_lowercase();
    let email = email.trim().to_lowercase();
    let name = email.split('@').next().unwrap_or_default();
    let table = [
        (length < SHORTEST, PasswordFault::TooShort(length)),
        (length > LONGEST, PasswordFault::TooLong(length)),
        (common::is_common(&folded), PasswordFault::Common),
        (folded == email || folded == name, PasswordFault::IsEmail),
    ];
    let faults: Vec<_> = table
        .into_iter()
        .filter_map(|(wrong, fault)| wrong.then_some(fault))
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes; more than one only helps on several cores.
    pub lanes: u32,
}

impl Cost {
    /// 46 MiB, one pass, one lane: what OWASP ASVS 5.0 (appendix C) asks for at least.
    pub const FLOOR: Self = Self {
        memory_kib: 46 * 1024,
        passes: 1,
        lanes: 1,
    };
}

impl Default for Cost {
    /// 64 MiB and three passes, the second recommended choice of RFC 9106 section 4, on one lane.
    fn default() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 1,
        }
    }
}

/// Whether a cost below [`Cost::FLOOR`] is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floor {
    /// It is. For every server.
    Held,
    /// It is not. For tests only, whose many accounts guard nothing.
    LiftedForTests,
}

/// A cost that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CostFault {
    /// Below the floor.
    #[error("{given:?} is cheaper to guess than allowed; at least {floor:?}", floor = Cost::FLOOR)]
    BelowFloor {
        /// What was given.
        given: Cost,
    },
    /// Argon2 itself does not allow it.
    #[error("{given:?} is no cost that Argon2 allows: {cause}")]
    Impossible {
        /// What was given.
        given: Cost,
        /// Why not.
        cause: argon2::Error,
    },
}

/// A hash could not be made or read: no memory, a salt of the wrong length, or a stored text that is no Argon2id hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the password could not be hashed or its stored hash not be read: {0}")]
pub struct HashingFailed(HashError);

/// How a password compares with what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the one.
    Right,
    /// It is the one, and its hash was made at another cost: store a new hash now that the password is at hand.
    RightButOutdated,
    /// It is not, or there is no such account.
    Wrong,
}

/// Makes and checks hashes at one cost.
#[derive(Debug, Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
}

impl Passwords {
    /// At this cost.
    pub fn new(cost: Cost, floor: Floor) -> Result<Self, CostFault> {
        let Cost {
            memory_kib,
            passes,
            lanes,
        } = cost;
        let least = Cost::FLOOR;
        let below = memory_kib < least.memory_kib || passes < least.passes || lanes < least.lanes;
        if below && floor == Floor::Held {
            return Err(CostFault::BelowFloor { given: cost });
        }
        let params = Params::new(memory_kib, passes, lanes, None)
            .map_err(|cause| CostFault::Impossible { given: cost, cause })?;
        Ok(Self {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
        })
    }

    /// The text to store for a password. `salt` is 16 fresh bytes from the system's random source.
    pub fn hash(&self, password: &str, salt: [u8; 16]) -> Result<String, HashingFailed> {
        let hash = self
            .argon2
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map_err(HashingFailed)?;
        Ok(hash.to_string())
    }

    /// Compares a password with what is stored for the account; none where there is no such account.
    ///
    /// An unknown account takes as long as a wrong password, so that times tell nothing about who has one: the same work
    /// is done and thrown away.
    pub fn verify(&self, password: &str, stored: Option<&str>) -> Result<Verdict, HashingFailed> {
        let Some(stored) = stored else {
            self.hash(password, *b"nobody's account")?;
            return Ok(Verdict::Wrong);
        };
        let stored = PasswordHash::new(stored).map_err(|_| HashingFailed(HashError::EncodingInvalid))?;
        match self.argon2.verify_password(password.as_bytes(), &stored) {
            Ok(()) if self.is_current(&stored) => Ok(Verdict::Right),
            Ok(()) => Ok(Verdict::RightButOutdated),
            Err(HashError::PasswordInvalid) => Ok(Verdict::Wrong),
            Err(other) => Err(HashingFailed(other)),
        }
    }

    /// Whether a stored hash was made as new ones are.
    fn is_current(&self, stored: &PasswordHash) -> bool {
        let ours = self.argon2.params();
        let same_cost = Params::try_from(stored).is_ok_and(|theirs| {
            (theirs.m_cost(), theirs.t_cost(), theirs.p_cost()) == (ours.m_cost(), ours.t_cost(), ours.p_cost())
        });
        same_cost && stored.algorithm == Algorithm::Argon2id.ident() && stored.version == Some(Version::V0x13.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost {
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };

    fn passwords(cost: Cost) -> Passwords {
        Passwords::new(cost, Floor::LiftedForTests).unwrap()
    }

    #[test]
    fn policy() {
        use PasswordFault::{Common, IsEmail, TooLong, TooShort};
        let (longest, longer) = ("żó".repeat(64), "żół".repeat(43));
        let cases: [(&str, &[PasswordFault]); 20] = [
            ("poprawny koń bateria zszywka", &[]),
            ("        x", &[]), // no rule about which characters
            ("🚌🚌🚌🚌🚌🚌🚌🎈", &[]),
            (&longest, &[]),
            (&longer, &[TooLong(129)]),
            ("", &[TooShort(0)]),
            ("zażółć1", &[TooShort(7)]),
            ("zażółć12", &[]),
            ("haslo", &[TooShort(5), Common]),
            ("haslo123", &[Common]),
            ("Hasło123", &[Common]),
            ("zaq12wsx", &[Common]),
            ("ZAQ!2wsx", &[Common]),
            ("12345678", &[Common]),
            ("87654321", &[Common]),
            ("aaaaaaaaaaaa", &[Common]),
            ("Qwertyuiop", &[Common]),
            ("świetlicobus2027", &[Common]),
            ("Anna.Nowak@example.org", &[IsEmail]),
            ("anna.nowak", &[IsEmail]),
        ];
        for (password, expected) in cases {
            let faults = check_new(password, " anna.nowak@example.org").err().unwrap_or_default();
            assert_eq!(faults, expected, "{password}");
        }
    }

    #[test]
    fn hash_and_verify() {
        let passwords = passwords(CHEAP);
        let stored = passwords.hash("zielony autobus", [7; 16]).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{stored}");
        let cases = [
            ("zielony autobus", Some(stored.as_str()), Verdict::Right),
            ("Zielony autobus", Some(&stored), Verdict::Wrong),
            ("zielony autobus ", Some(&stored), Verdict::Wrong),
            ("", Some(&stored), Verdict::Wrong),
            ("zielony autobus", None, Verdict::Wrong),
        ];
        for (password, stored, expected) in cases {
            assert_eq!(passwords.verify(password, stored), Ok(expected), "{password:?}");
        }
        assert_ne!(passwords.hash("zielony autobus", [8; 16]).unwrap(), stored);
    }

    /// All of a long password counts.
    #[test]
    fn nothing_is_cut_off() {
        let passwords = passwords(CHEAP);
        let long = "ż".repeat(LONGEST);
        let stored = passwords.hash(&long, [7; 16]).unwrap();
        let but_one = format!("{}z", "ż".repeat(LONGEST - 1));
        assert_eq!(passwords.verify(&long, Some(&stored)), Ok(Verdict::Right));
        assert_eq!(passwords.verify(&but_one, Some(&stored)), Ok(Verdict::Wrong));
    }

    #[test]
    fn a_raised_cost_asks_for_a_new_hash() {
        let stored = passwords(CHEAP).hash("zielony autobus", [7; 16]).unwrap();
        for dearer in [
            Cost {
                memory_kib: 128,
                ..CHEAP
            },
            Cost { passes: 2, ..CHEAP },
            Cost { lanes: 2, ..CHEAP },
        ] {
            let passwords = passwords(dearer);
            assert_eq!(
                passwords.verify("zielony autobus", Some(&stored)),
                Ok(Verdict::RightButOutdated),
                "{dearer:?}"
            );
            assert_eq!(
                passwords.verify("czerwony autobus", Some(&stored)),
                Ok(Verdict::Wrong),
                "{dearer:?}"
            );
        }
    }

    #[test]
    fn what_is_no_hash_is_an_error_and_never_a_yes() {
        for stored in [
            "",
            "!",
            "zielony autobus",
            "$argon2id$",
            "$2b$12$abcdefghijklmnopqrstuv",
            "$5$rounds=1$a$b",
        ] {
            assert!(
                passwords(CHEAP).verify("zielony autobus", Some(stored)).is_err(),
                "{stored:?}"
            );
        }
    }

    #[test]
    fn the_floor() {
        let cases = [
            (Cost::default(), Floor::Held, true),
            (Cost::FLOOR, Floor::Held, true),
            (
                Cost {
                    memory_kib: 46 * 1024 - 1,
                    ..Cost::FLOOR
                },
                Floor::Held,
                false,
            ),
            (CHEAP, Floor::Held, false),
            (CHEAP, Floor::LiftedForTests, true),
            (Cost { passes: 0, ..CHEAP }, Floor::LiftedForTests, false),
            (Cost { memory_kib: 1, ..CHEAP }, Floor::LiftedForTests, false),
        ];
        for (cost, floor, expected) in cases {
            assert_eq!(Passwords::new(cost, floor).is_ok(), expected, "{cost:?} {floor:?}");
        }
    }
}
