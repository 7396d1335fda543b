//! Lists in portions, by cursor, and edits that notice each other.

/// Which portion of a list is wanted. Lists are ordered by id, which for ids made with UUID version 7 is by age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The last id of the portion before; none for the first.
    pub after: Option<String>,
    /// How many at most; read as 1 to 500.
    pub limit: u16,
}

impl Page {
    /// The first portion.
    pub const fn first(limit: u16) -> Self {
        Self { after: None, limit }
    }

    /// One more than asked for: whether it comes tells whether there is a next portion.
    pub(crate) fn fetch(&self) -> i64 {
        i64::from(self.limit.clamp(1, 500)) + 1
    }

    /// Cuts the surplus item off and makes the cursor of the next portion.
    pub(crate) fn cut<T>(&self, mut items: Vec<T>, cursor: impl Fn(&T) -> String) -> Paged<T> {
        let limit = usize::from(self.limit.clamp(1, 500));
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(cursor) } else { None };
        Paged { items, next }
    }
}

/// One portion of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Paged<T> {
    /// The things, in the order of the list.
    pub items: Vec<T>,
    /// What to give as [`Page::after`] for the next portion; none at the end.
    pub next: Option<String>,
}

/// A whole list, however long, asked for in portions.
///
/// # Errors
/// What `portion` fails with.
pub fn whole<T, E>(mut portion: impl FnMut(&Page) -> Result<Paged<T>, E>) -> Result<Vec<T>, E> {
    let mut page = Page::first(500);
    let mut all = Vec::new();
    loop {
        let paged = portion(&page)?;
        all.extend(paged.items);
        match paged.next {
            Some(next) => page.after = Some(next),
            None => return Ok(all),
        }
    }
}

/// What became of an edit that was made from a certain version.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub enum Guarded<T> {
    /// Stored; the thing as it now is, with its new version.
    Done(T),
    /// Somebody changed it first: nothing was written, here is what they left.
    Stale(T),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_longer_than_a_portion_comes_whole_and_in_order() {
        for length in [0, 1, 500, 501, 1203] {
            let all: Vec<String> = (0..length).map(|i| format!("{i:04}")).collect();
            let mut asked = 0;
            let found = whole(|page| {
                asked += 1;
                let rest = all
                    .iter()
                    .filter(|id| page.after.as_ref().is_none_or(|after| *id > after));
                let items = rest.take(usize::from(page.limit) + 1).cloned().collect();
                Ok::<_, ()>(page.cut(items, String::clone))
            });
            assert_eq!(found, Ok(all), "{length}");
            assert_eq!(asked, length.max(1_usize).div_ceil(500), "{length}");
        }
    }
}
