//! Compares the error pages of this crate with other implementations.
//!
//! ```sh
//! cargo bench --manifest-path benches/Cargo.toml --bench pages
//! cargo bench --manifest-path benches/Cargo.toml --bench pages -- --quick
//! ```
//!
//! The second command takes seconds, and shows that everything runs.
//!
//! Ratios say more than times. The contenders of a ratio take turns in short rounds, so the load of
//! the machine slows all of them alike. A slow contender is no failure: each line says whether its
//! goal is met.

mod comparisons;
mod connections;
mod requests;
mod rounds;
mod servers;
mod services;

use self::rounds::Effort;

#[global_allocator]
static COUNTING: alloc_counter::AllocCounterSystem = alloc_counter::AllocCounterSystem;

fn main() {
    let effort =
        if std::env::args().any(|argument| argument == "--quick") { Effort::QUICK } else { Effort::FULL };
    println!("Medians of {} rounds. The quartiles are in brackets.", effort.rounds);
    comparisons::print(effort);
}
