//! Error pages, side by side with other ways to have them.
//!
//! ```sh
//! cargo bench --manifest-path benches/Cargo.toml --bench pages
//! cargo bench --manifest-path benches/Cargo.toml --bench pages -- --quick
//! ```
//!
//! The second takes seconds, and shows that all of it runs. What counts are ratios: all
//! are of contenders that took turns in short rounds, so the load of the machine hits
//! them alike. Nothing fails for being slow; each line says whether its target is met.

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
    println!("Medians of {} rounds; in brackets what half of the rounds lie between.", effort.rounds);
    comparisons::print(effort);
}
