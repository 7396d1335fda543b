//! Portions of lists that are read whole, because they are short and their order is not that of their ids.

use storage::{Page, Paged};

/// Cuts a portion out. `place` puts the things in order and is what cursors are made of.
pub fn cut<T>(mut all: Vec<T>, page: &Page, place: impl Fn(&T) -> String) -> Paged<T> {
    all.sort_by_cached_key(&place);
    if let Some(after) = &page.after {
        all.retain(|thing| place(thing) > *after);
    }
    let limit = usize::from(page.limit.clamp(1, 500));
    let more = all.len() > limit;
    all.truncate(limit);
    let next = if more { all.last().map(&place) } else { None };
    Paged { items: all, next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_join_to_the_whole() {
        for limit in [1, 2, 3, 7, 100] {
            let mut page = Page::first(limit);
            let mut seen = Vec::new();
            loop {
                let paged = cut(vec!["d", "a", "c", "b", "e", "g", "f"], &page, |text| {
                    (*text).to_owned()
                });
                assert!(paged.items.len() <= usize::from(limit));
                seen.extend(paged.items);
                match paged.next {
                    Some(next) => page.after = Some(next),
                    None => break,
                }
            }
            assert_eq!(seen, ["a", "b", "c", "d", "e", "f", "g"], "{limit}");
        }
    }
}
