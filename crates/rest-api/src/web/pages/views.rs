//! What each page is given, and the templates that draw it.
//!
//! A view is plain data: vocabulary types, or text for people that somebody else has worded (reasons, notes). It knows no
//! request, no database and no clock. Texts of the page itself come from `wording` inside the template, so a view cannot
//! forget one. Public pages take the values of `public_calendar::pages` as they are.
//!
//! Every form bears a hidden `csrf` and a hidden `idempotency_key` (one for each form of a rendered page).

mod accounts;
mod barriers;
mod coordinator;
mod crew;
mod declaration;
mod follow;
mod hours;
mod limits;
mod links;
mod me;
mod messages;
mod people;
mod places;
mod planning;
mod print;
mod proposals;
mod public;
mod street_map;
mod swaps;
mod travel;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use askama::Template;
use public_calendar::pages::InLanguage;
use vocabulary::{AccountRole, Day, PersonId, Zone};
use wording::{
    Accounts, Again, Barrier, Barriers, Changes, Common, Crew, Dates, Declaration as DeclarationWords, Easy, Embed,
    Follow, Hours, Language, Limits, Matrix, Month, Notices, Pages, Paper, People, Places, Proposals, Reasons, Staff,
    StreetMap, Style, Subscribe, Swaps, Travel, Words,
};

pub use accounts::{AskErasurePage, ErasePage, FeedPage, JoinPage, PeopleImportPage};
pub use barriers::{BarrierLine, BarrierPage, BarriersPage};
pub use coordinator::{
    Attention, BoardLine, ConflictRow, EstateChoice, GapLine, LateForm, PlanFigures, PlanLine, PlanPage, PlanResult,
    PlansPage, Progress, ReleaseLine, ResultLine, SeasonFigures, SeasonLine, SeasonPage, SeasonsPage, StartForm,
    UnmetLine, VisitConflict, VisitDay, VisitFilter, VisitForms, VisitLine, VisitPage, VisitsPage, WithoutRoads,
};
pub use crew::{
    BoardCandidate, BoardConditions, BoardMember, CrewBoardPage, CrewLine, DemoAccount, HalfDay, MissingCrew, MyShift,
    OpenShift, Presence, RefusedShift, ShiftFacts, ShiftFilter, ShiftsPage, SignInPage, TodayPage, TodayStop,
};
pub use declaration::DeclarationPage;
pub use follow::{FollowAskPage, FollowPage, FollowWays};
pub use hours::{CertificateLine, CertificatePage, CertificatePart, HoursPage, PsuSheetPage, SheetLine, WorkedLine};
pub use limits::{BrokenLine, LawLine, LimitsPage};
pub use links::{ConsentPage, InvitationPage, LinkPage};
pub use me::MePage;
pub use messages::{MessageLine, MessageList, MessagesPage, UnsubscribePage};
pub use people::{
    FieldFault, FieldFaults, FieldKind, FormField, FormSection, PeoplePage, PersonConflict, PersonLine, PersonPage,
    WaitingLine,
};
pub use places::{EstateOfStops, MergeOffer, PlacesPage, StopOfEstate};
pub use planning::{
    AgainNote, AlternativeLine, Alternatives, Differs, EstateLine, HaltLine, PlanDay, PlanDayPage, PlanDayVisit,
    PlanWeek, ReasonLine, SeasonChart, SkippedLine, TourLines,
};
pub use print::{PaperChoice, PrintPage};
pub use proposals::{
    Answer, ProposalLine, ProposalPage, ProposalPlacePage, ProposalsPage, ProposedPerson, ProposedShift, ProposedVisit,
    ShareLine,
};
pub use public::{
    ChangesPage, Contact, EasyPage, EmbedPage, EmbeddedPage, EstatePage, HomePage, MapPage, MissingPage, MonthPage,
    PublicVisitPage, ReleasesPage, SearchPage, SeasonListPage, StopPage, StylePage, SubscribePage,
};
pub use street_map::Streets;
pub use swaps::{BoardAsks, BoardSwap, CoverCard, MySwap, SwapCard, SwapPage, SwapTyped};
pub use travel::{MatrixLine, PlaceName, TravelPage};

/// What stands around every page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language of the page.
    pub words: Words,
    /// The zone in which instants are shown.
    pub zone: Zone,
    /// Text of `<title>`, the service's name included.
    pub title: String,
    /// One sentence for search engines and share cards; public pages only.
    pub description: Option<String>,
    /// Absolute canonical address; public pages only.
    pub canonical: Option<String>,
    /// Absolute address of the share card; public pages only.
    pub card: Option<String>,
    /// The name of the service; public pages only, others bear the product's.
    pub service: Option<String>,
    /// The page in every language; public pages only.
    pub languages: Vec<InLanguage>,
    /// The language that the visitor's browser asks for, where it is another than the page's.
    pub asked_for: Option<Language>,
    /// Whether there is an accessibility declaration to link to.
    pub declared: bool,
    /// The notice that the plan is an example, where it is one.
    pub example_notice: Option<String>,
    /// The day that the demo pretends to be today.
    pub pretended_day: Option<Day>,
    /// When the public state was last changed, in words and as RFC 3339.
    pub last_change: Option<(String, String)>,
    /// Who is signed in; none on public pages, which are kept and shared.
    pub signed_in: Option<SignedIn>,
    /// The tab of the staff navigation that is open.
    pub tab: Option<Tab>,
    /// What the last action did.
    pub flash: Option<Flash>,
    /// The value that every form sends back against forged requests.
    pub csrf: String,
    /// Unique for this rendering of the page; forms add their own ending, so that a form sent twice is carried out once.
    pub form_key: String,
    /// How somebody may be told of visits; public pages only.
    pub follow: Option<FollowWays>,
    /// The map of the streets, where the operator has one; public pages only.
    pub streets: Option<Streets>,
}

/// The person whose page it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who it is.
    pub id: PersonId,
    /// The name as people write it.
    pub name: String,
    /// What the account may do; decides on the tabs shown.
    pub role: AccountRole,
    /// Whether they wait for staff's yes, and see nothing but their own data.
    pub awaits_approval: bool,
}

/// A tab of the staff navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// `/dzis`
    Today,
    /// `/dyzury`
    Shifts,
    /// `/koordynator`
    Coordinator,
    /// `/wiadomosci`
    Messages,
    /// `/osoby`
    People,
    /// `/koordynator/arkusz`
    Sheet,
    /// `/moje`
    Me,
}

/// One sentence about what the last action did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flash {
    /// Whether it did what was asked.
    pub good: bool,
    /// The sentence.
    pub text: String,
}

impl Frame {
    /// The frame of a public page.
    pub fn public(words: Words, zone: Zone, page: &public_calendar::pages::Frame, pretended_day: Option<Day>) -> Self {
        Self {
            title: page.title.clone(),
            description: Some(page.description.clone()),
            canonical: Some(page.canonical.clone()),
            card: Some(page.card.clone()),
            service: Some(page.service.clone()),
            languages: page.languages.clone(),
            example_notice: page.example_notice.clone(),
            last_change: Some((page.last_change.words.clone(), page.last_change.machine.clone())),
            pretended_day,
            ..Self::bare(words, zone, String::new())
        }
    }

    /// The frame of a staff page. `page` is the page's own name: the service's is added.
    pub fn staff(
        words: Words,
        zone: Zone,
        page: &str,
        signed_in: SignedIn,
        tab: Tab,
        csrf: String,
        form_key: String,
    ) -> Self {
        Self {
            signed_in: Some(signed_in),
            tab: Some(tab),
            csrf,
            form_key,
            ..Self::bare(words, zone, words.pages().window_title(page))
        }
    }

    /// The frame of a page that belongs to nobody: sign-in, errors.
    pub fn bare(words: Words, zone: Zone, title: String) -> Self {
        Self {
            words,
            zone,
            title,
            description: None,
            canonical: None,
            card: None,
            service: None,
            declared: false,
            languages: Vec::new(),
            asked_for: None,
            example_notice: None,
            pretended_day: None,
            last_change: None,
            signed_in: None,
            tab: None,
            flash: None,
            csrf: String::new(),
            form_key: String::new(),
            follow: None,
            streets: None,
        }
    }

    /// A public path in the language of the page.
    pub fn path(&self, polish: &str) -> String {
        format!("{}{polish}", self.words.language().path_prefix())
    }

    /// Whether it is a page of the public calendar.
    pub fn is_public(&self) -> bool {
        !self.languages.is_empty()
    }

    /// The path of this page; public pages only.
    pub fn here(&self) -> &str {
        let here = self.languages.iter().find(|one| one.language == self.words.language());
        here.map_or("/", |one| &one.path)
    }

    /// The script that stands in every public page.
    pub fn script(&self) -> &'static str {
        crate::web::assets::START.as_str()
    }

    /// Makes it a page that is there in every language, under a path that begins with the language's.
    pub fn in_every_language(&mut self, base_address: &str, path: &str) {
        let one = |language: &Language| {
            let path = format!("{}{path}", language.path_prefix());
            InLanguage {
                language: *language,
                address: format!("{base_address}{path}"),
                path,
            }
        };
        self.languages = Language::ALL.iter().map(one).collect();
        self.canonical = Some(format!("{base_address}{}", self.path(path)));
    }

    /// Every language, and whether the page is in it.
    fn spoken(&self) -> Vec<(Language, bool)> {
        let one = |language: &Language| (*language, *language == self.words.language());
        Language::ALL.iter().map(one).collect()
    }

    /// Width and height of share cards, in pixels.
    pub fn card_size(&self) -> (u32, u32) {
        ::print::CARD_SIZE
    }

    /// A language as share cards name it: `pl_PL`.
    pub fn locale(&self, language: Language) -> &'static str {
        match language {
            Language::Polish => "pl_PL",
            Language::Ukrainian => "uk_UA",
            Language::English => "en_GB",
        }
    }

    /// What stands at the head of the page.
    pub fn brand(&self) -> String {
        self.service.clone().unwrap_or_else(|| self.p().app_name())
    }

    /// Whether what the service itself wrote is in another language than the page.
    pub fn is_foreign(&self) -> bool {
        self.words.language() != Language::Polish
    }

    /// Whether the visitor's browser asks for this language rather than the page's.
    pub fn asks_for(&self, language: Language) -> bool {
        self.asked_for == Some(language)
    }

    /// Texts of the frame and of the public pages.
    pub fn p(&self) -> Pages {
        self.words.pages()
    }

    /// Changes and releases.
    pub fn ch(&self) -> Changes {
        self.words.changes()
    }

    /// The accessibility declaration.
    pub fn de(&self) -> DeclarationWords {
        self.words.declaration()
    }

    /// Texts of the page that shows the design system.
    pub fn st(&self) -> Style {
        self.words.style()
    }

    /// Texts of what is printed.
    pub fn pr(&self) -> Paper {
        self.words.paper()
    }

    /// Texts about being told of visits.
    pub fn fo(&self) -> Follow {
        self.words.follow()
    }

    /// Visits on pages of others.
    pub fn em(&self) -> Embed {
        self.words.embed()
    }

    /// The map of the streets.
    pub fn sm(&self) -> StreetMap {
        self.words.street_map()
    }

    /// The form about barriers.
    pub fn b(&self) -> Barrier {
        self.words.barrier()
    }

    /// The places that the service knows, for staff.
    pub fn pla(&self) -> Places {
        self.words.places()
    }

    /// Reports of barriers, for staff.
    pub fn bs(&self) -> Barriers {
        self.words.barriers()
    }

    /// The page that is easy to read.
    pub fn e(&self) -> Easy {
        self.words.easy()
    }

    /// A month as a table.
    pub fn mo(&self) -> Month {
        self.words.month()
    }

    /// Bringing visits into a calendar.
    pub fn su(&self) -> Subscribe {
        self.words.subscribe()
    }

    /// Texts about travel times.
    pub fn travel(&self) -> Travel {
        self.words.travel()
    }

    /// A season's own travel times.
    pub fn m(&self) -> Matrix {
        self.words.matrix()
    }

    /// Messages, and the pages about them.
    pub fn n(&self) -> Notices {
        self.words.notices()
    }

    /// Swaps, covers, messages to a crew.
    pub fn w(&self) -> Swaps {
        self.words.swaps()
    }

    /// Texts of the staff pages.
    pub fn s(&self) -> Staff {
        self.words.staff()
    }

    /// Accounts: registering, erasing, one's own calendar.
    pub fn acc(&self) -> Accounts {
        self.words.accounts()
    }

    /// The limits of a season's crew.
    pub fn l(&self) -> Limits {
        self.words.limits()
    }

    /// People of the crew.
    pub fn o(&self) -> People {
        self.words.people()
    }

    /// Hours, certificates and the sheet.
    pub fn h(&self) -> Hours {
        self.words.hours()
    }

    /// Plans that start from a plan, and alternatives.
    pub fn a(&self) -> Again {
        self.words.again()
    }

    /// Refusals, faults and results.
    pub fn r(&self) -> Reasons {
        self.words.reasons()
    }

    /// Proposed crews.
    pub fn f(&self) -> Proposals {
        self.words.proposals()
    }

    /// What a crew lacks, and what a shift asks for.
    pub fn k(&self) -> Crew {
        self.words.crew()
    }

    /// Counted nouns, roles, kinds.
    pub fn c(&self) -> Common {
        self.words.common()
    }

    /// Days and hours.
    pub fn d(&self) -> Dates {
        self.words.dates()
    }

    /// The address of an embedded file, with its version.
    fn asset(&self, name: &str) -> String {
        crate::web::assets::address(name)
    }

    /// Whether it is a page of staff, who may see any day.
    fn is_staff(&self) -> bool {
        self.signed_in
            .as_ref()
            .is_some_and(|person| person.role != AccountRole::Volunteer)
    }

    /// The tabs this person may open, with their paths, names and whether each is open.
    fn tabs(&self) -> Vec<(&'static str, String, bool)> {
        let Some(person) = &self.signed_in else {
            return Vec::new();
        };
        let staff = self.s();
        let today = (Tab::Today, "/dzis", staff.tab_today());
        let shifts = (Tab::Shifts, "/dyzury", staff.tab_shifts());
        let me = (Tab::Me, "/moje", self.o().tab_me());
        let people = (Tab::People, "/osoby", self.o().tab_people());
        let seasons = (Tab::Coordinator, "/koordynator", staff.tab_coordinator());
        let tabs = match person.role {
            _ if person.awaits_approval => vec![me],
            AccountRole::Coordinator => {
                let messages = (Tab::Messages, "/wiadomosci", self.n().outbox_tab());
                let sheet = (Tab::Sheet, "/koordynator/arkusz", self.h().sheet_tab());
                vec![seasons, today, shifts, people, sheet, messages, me]
            }
            AccountRole::Animator => vec![today, shifts, me],
            AccountRole::Volunteer => vec![shifts, me],
        };
        tabs.into_iter()
            .map(|(tab, path, name)| (path, name, self.tab == Some(tab)))
            .collect()
    }
}

/// What is wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The `name` of the field, which is also its id on the page.
    pub field: &'static str,
    /// The sentence that says what to do.
    pub text: String,
}

/// Everything that is wrong with a form; empty when it is shown for the first time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors(pub Vec<FieldError>);

impl FormErrors {
    /// What is wrong with this field, if anything is.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.text.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A page that only says something.
#[derive(Debug, Clone, Template)]
#[template(path = "message.html")]
pub struct MessagePage {
    /// What stands around.
    pub frame: Frame,
    /// The heading.
    pub heading: String,
    /// What there is to say, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Where to go on: text and path.
    pub link: Option<(String, String)>,
}

/// Why a page could not be shown or a form not be carried out. Which status code goes with it is decided elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// There is no such page.
    NotFound,
    /// It is somebody else's.
    NotAllowed,
    /// The rules say no; the reasons are given.
    Refused,
    /// Somebody was faster.
    Conflict,
    /// The form is too old or was not ours.
    StaleForm,
    /// Try again in a moment.
    Busy,
    /// Our fault.
    Broken,
}

/// A page in place of the one asked for.
#[derive(Debug, Clone, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// What stands around.
    pub frame: Frame,
    /// What happened.
    pub kind: ErrorKind,
    /// Every reason, worded.
    pub reasons: Vec<String>,
    /// The number under which the operator finds the cause.
    pub request_id: Option<String>,
    /// Where "back" leads: a path of this host. None: the home page.
    pub back: Option<String>,
}

impl ErrorPage {
    /// The heading for this kind of error, also for the window's title.
    pub fn heading(words: Words, kind: ErrorKind) -> String {
        let pages = words.pages();
        match kind {
            ErrorKind::NotFound => pages.not_found_heading(),
            ErrorKind::NotAllowed => pages.not_allowed_heading(),
            ErrorKind::Refused => pages.refused_heading(),
            ErrorKind::Conflict => pages.conflict_heading(),
            ErrorKind::StaleForm => pages.stale_form_heading(),
            ErrorKind::Busy => pages.busy_heading(),
            ErrorKind::Broken => pages.broken_heading(),
        }
    }

    fn help(&self) -> String {
        let pages = self.frame.p();
        match self.kind {
            ErrorKind::NotFound => pages.not_found_help(),
            ErrorKind::NotAllowed => pages.not_allowed_help(),
            ErrorKind::Refused => pages.refused_help(),
            ErrorKind::Conflict => pages.conflict_help(),
            ErrorKind::StaleForm => pages.stale_form_help(),
            ErrorKind::Busy => pages.busy_help(),
            ErrorKind::Broken => pages.broken_help(),
        }
    }
}
