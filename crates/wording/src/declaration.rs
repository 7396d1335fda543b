//! The accessibility declaration: act of 4 April 2019 on digital accessibility (Dz.U. 2019 poz. 848, with the technical
//! conditions of July 2024).

crate::messages::messages! {
    /// The sentences of the declaration.
    Declaration {
        /// The heading, as the law names it.
        pub fn heading();
        /// Whose declaration it is; the address of the site follows.
        pub fn intro(body: &str);
        /// Label.
        pub fn published();
        /// Label.
        pub fn updated();
        /// Heading.
        pub fn status_heading();
        /// How far the site complies; given as full, partial or none.
        pub fn status_text(status: &str);
        /// Heading.
        pub fn made_heading();
        /// Label.
        pub fn made();
        /// Label.
        pub fn reviewed();
        /// Who assessed; given as self or external.
        pub fn method_text(method: &str);
        /// About keyboard shortcuts.
        pub fn shortcuts();
        /// Heading.
        pub fn contact_heading();
        /// Whom to tell.
        pub fn contact(name: &str);
        /// Label.
        pub fn email_label();
        /// Label.
        pub fn phone_label();
        /// Heading.
        pub fn procedure_heading();
        /// What everybody may demand.
        pub fn procedure();
        /// Within which time it is answered.
        pub fn procedure_time();
        /// Where to complain.
        pub fn procedure_complaint();
        /// Heading.
        pub fn architecture_heading();
        /// Heading.
        pub fn apps_heading();
        /// That there is no application.
        pub fn apps();
    }
}
