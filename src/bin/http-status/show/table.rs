//! Tables: columns where the width allows, or else a list.

use super::layout::{width, wrapped};
use crate::terminal::Terminal;

/// The space between columns.
const GAP: usize = 2;

/// The least width of a column whose cells are wrapped.
const LEAST: usize = 12;

/// Lays a table out in columns, with a rule below the head, and a blank line between rows of
/// several lines. `None` if the columns do not fit.
pub fn block(rows: &[Vec<String>], room: usize, terminal: &Terminal) -> Option<Vec<String>> {
    let rows = columns(rows, room)?;
    let longest = rows.iter().flatten().map(|line| width(line)).max().unwrap_or(0);
    let is_loose = rows.iter().skip(1).any(|lines| lines.len() > 1);
    let mut lines = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        lines.extend((is_loose && index > 1).then(String::new));
        lines.extend(row);
        lines.extend((index == 0).then(|| terminal.rule(longest)));
    }
    Some(lines)
}

fn columns(rows: &[Vec<String>], room: usize) -> Option<Vec<Vec<String>>> {
    let widths = widths(rows, room)?;
    Some(rows.iter().map(|row| lines(row, &widths)).collect())
}

/// Returns the widths of the columns: their own, or narrowed until they fit, the widest first.
fn widths(rows: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    let number = rows.iter().map(Vec::len).max()?;
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
    let longest_word = |cell: &String| cell.split(' ').map(width).max().unwrap_or(0);
    let mut widths: Vec<usize> =
        (0..number).map(|column| cells(column).map(|cell| width(cell)).max().unwrap_or(0)).collect();
    let least: Vec<usize> =
        (0..number).map(|column| cells(column).map(longest_word).max().unwrap_or(0).max(LEAST)).collect();
    while widths.iter().sum::<usize>() + GAP * (number - 1) > room {
        let narrowable = (0..number).filter(|column| widths[*column] > least[*column]);
        let widest = narrowable.max_by_key(|column| widths[*column])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

/// Lays a row out: as many lines as its longest cell has.
fn lines(row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        row.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width, "", "")).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index: usize| {
        let mut line = String::new();
        for (cell, column) in cells.iter().zip(widths) {
            let text = cell.get(index).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat(column.saturating_sub(width(text)) + GAP));
        }
        line.trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{columns, widths};

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_table_keeps_its_widths_where_they_fit_and_narrows_the_widest_column_where_not() {
        let rows = rows(&[&["Code", "Meaning"], &["404", "nothing lives at this address"]]);
        assert_eq!(widths(&rows, 80), Some(vec![4, 29]));
        assert_eq!(widths(&rows, 35), Some(vec![4, 29]));
        assert_eq!(widths(&rows, 26), Some(vec![4, 20]));
        assert_eq!(widths(&rows, 18), Some(vec![4, 12]));
        assert_eq!(widths(&rows, 17), None);
    }

    #[test]
    fn cells_are_wrapped_beside_each_other() {
        let rows = rows(&[&["404", "nothing lives at this address"]]);
        let lines = columns(&rows, 20).unwrap().concat();
        assert_eq!(lines, ["404  nothing lives", "     at this address"]);
    }
}
