//! The assignment problem: every row gets a column of its own, so that the sum of the prices is least.
//!
//! Row after row by the shortest augmenting path (Kuhn 1955, Munkres 1957, in the form of Jonker & Volgenant 1987). It only adds, subtracts and
//! compares, so a price may be a whole [`Cost`] with its groups.

use crate::Cost;

/// More than any price and any sum of prices.
const INFINITE: Cost = Cost {
    least: i64::MAX / 2,
    ..Cost::ZERO
};

/// A column that no row has yet.
const FREE: usize = usize::MAX;

/// The memory of the algorithm, and its answer.
#[derive(Debug, Default)]
pub(crate) struct Assignment {
    /// By row, and by column: what is taken off the prices, so that those of the pairs chosen are nothing and no other is less.
    off_row: Vec<Cost>,
    off_column: Vec<Cost>,
    /// By column: the row that has it. The last column is nobody's: a path starts there.
    row_of: Vec<usize>,
    /// Of the present path, by column: the way to it, how long that is, and whether it is known.
    from: Vec<usize>,
    length: Vec<Cost>,
    known: Vec<bool>,
}

impl Assignment {
    /// Chooses for `rows` rows among `columns` columns, at least as many, by prices row after row. Prices are at most
    /// [`Cost::FORBIDDEN`]. Tells the column of each row.
    pub(crate) fn solve(
        &mut self,
        rows: usize,
        columns: usize,
        price: &[Cost],
    ) -> impl Iterator<Item = (usize, usize)> {
        debug_assert!(rows <= columns && price.len() == rows * columns);
        fill(&mut self.off_row, rows, Cost::ZERO);
        fill(&mut self.off_column, columns + 1, Cost::ZERO);
        fill(&mut self.row_of, columns + 1, FREE);
        fill(&mut self.from, columns + 1, columns);
        for row in 0..rows {
            let end = self.path(row, columns, price);
            self.take(end, columns);
        }
        let with_row = |(column, row): (usize, &usize)| (*row != FREE).then_some((*row, column));
        self.row_of[..columns].iter().enumerate().filter_map(with_row)
    }

    /// The shortest path from a new row to a free column; every second step is a pair that was chosen before.
    fn path(&mut self, row: usize, columns: usize, price: &[Cost]) -> usize {
        fill(&mut self.length, columns + 1, INFINITE);
        fill(&mut self.known, columns + 1, false);
        self.row_of[columns] = row;
        let mut at = columns;
        while self.row_of[at] != FREE {
            self.known[at] = true;
            let row = self.row_of[at];
            let (mut nearest, mut step) = (at, INFINITE);
            for column in (0..columns).filter(|column| !self.known[*column]) {
                let length = price[row * columns + column] - self.off_row[row] - self.off_column[column];
                if length < self.length[column] {
                    (self.length[column], self.from[column]) = (length, at);
                }
                if self.length[column] < step {
                    (nearest, step) = (column, self.length[column]);
                }
            }
            for column in 0..=columns {
                if self.known[column] {
                    let row = self.row_of[column];
                    self.off_row[row] += step;
                    self.off_column[column] = self.off_column[column] - step;
                } else {
                    self.length[column] = self.length[column] - step;
                }
            }
            at = nearest;
        }
        at
    }

    /// Along the path each row takes the next column.
    fn take(&mut self, end: usize, start: usize) {
        let mut at = end;
        while at != start {
            let before = self.from[at];
            self.row_of[at] = self.row_of[before];
            at = before;
        }
        self.row_of[start] = FREE;
    }
}

fn fill<T: Clone>(memory: &mut Vec<T>, length: usize, with: T) {
    memory.clear();
    memory.resize(length, with);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The least sum, by trying everything.
    fn least(row: usize, rows: usize, columns: usize, taken: &mut Vec<usize>, price: &[Cost]) -> Cost {
        if row == rows {
            return Cost::ZERO;
        }
        let mut best = INFINITE;
        for column in 0..columns {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(price[row * columns + column] + least(row + 1, rows, columns, taken, price));
                taken.pop();
            }
        }
        best
    }

    fn price() -> impl Strategy<Value = Cost> {
        let some = (-3i64..3, -20i64..20).prop_map(|(wanted, comfort)| Cost {
            wanted,
            comfort,
            ..Cost::ZERO
        });
        prop_oneof![4 => some, 1 => Just(Cost::FORBIDDEN)]
    }

    fn prices() -> impl Strategy<Value = (usize, usize, Vec<Cost>)> {
        (1..6usize, 0..3usize).prop_flat_map(|(rows, more)| {
            let columns = rows + more;
            (
                Just(rows),
                Just(columns),
                proptest::collection::vec(price(), rows * columns),
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_choice_is_cheaper((rows, columns, price) in prices(), (_, more, other) in prices()) {
            let mut assignment = Assignment::default();
            // It keeps nothing from the one before.
            assignment.solve(other.len() / more, more, &other).for_each(drop);
            let mut chosen: Vec<(usize, usize)> = assignment.solve(rows, columns, &price).collect();
            let sum: Cost = chosen.iter().map(|(row, column)| price[row * columns + column]).sum();
            prop_assert_eq!(sum, least(0, rows, columns, &mut Vec::new(), &price));
            chosen.sort_unstable();
            prop_assert!(chosen.iter().map(|(row, _)| *row).eq(0..rows), "each row once");
            chosen.sort_unstable_by_key(|(_, column)| *column);
            chosen.dedup_by_key(|(_, column)| *column);
            prop_assert_eq!(chosen.len(), rows, "no column twice");
        }
    }
}
