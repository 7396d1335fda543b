//! The accessibility declaration.

use askama::Template;
use vocabulary::Day;

use super::Frame;
use crate::config::{CompleteDeclaration, Declaration};

/// `/deklaracja-dostepnosci`, with every `a11y-…` id of the technical conditions.
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "public/declaration.html")]
pub struct DeclarationPage<'a> {
    /// What stands around.
    pub frame: &'a Frame,
    /// What the law asks for.
    pub it: CompleteDeclaration<'a>,
    /// The rest of the settings.
    pub settings: &'a Declaration,
    /// The address of the site.
    pub address: &'a str,
}

impl DeclarationPage<'_> {
    /// Until it was reviewed, the day it was made.
    fn reviewed(&self) -> Day {
        self.settings.reviewed.unwrap_or(self.it.made)
    }

    /// The number as a telephone dials it.
    fn phone(&self) -> String {
        super::public::dialled(self.it.phone)
    }
}
