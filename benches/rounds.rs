//! Compares contenders in many short rounds, in each of which all of them run: what slows
//! a machine down for a while then slows them down alike, and their ratio remains.

use std::fmt::{self, Display, Formatter};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How much time is spent.
#[derive(Clone, Copy)]
pub struct Effort {
    pub rounds: usize,
    /// How long one contender runs in one round.
    pub turn: Duration,
}

impl Effort {
    /// To decide by.
    pub const FULL: Self = Self { rounds: 1000, turn: Duration::from_micros(500) };
    /// To see that everything runs.
    pub const QUICK: Self = Self { rounds: 20, turn: Duration::from_micros(500) };
}

/// What runs a contender so many times, and returns how long that took.
pub type Run<'c> = Box<dyn FnMut(u32) -> Duration + 'c>;

/// What is promised of a contender, compared with the first one.
#[derive(Clone, Copy)]
pub enum Goal {
    /// It is the first one.
    First,
    /// It is for comparison.
    None,
    /// Its time is at most so many times that of the first.
    Time(f64),
    /// Its throughput is at least so many times that of the first.
    Throughput(f64),
}

/// Contenders that do the same thing.
pub struct Comparison<'c> {
    title: String,
    contenders: Vec<(&'static str, Goal, Run<'c>)>,
}

impl<'c> Comparison<'c> {
    /// The first contender is what the others are compared with.
    pub fn new(title: impl Into<String>, first: &'static str, run: impl FnMut(u32) -> Duration + 'c) -> Self {
        Self { title: title.into(), contenders: Vec::new() }.with(first, Goal::First, run)
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, goal: Goal, run: impl FnMut(u32) -> Duration + 'c) -> Self {
        self.contenders.push((name, goal, Box::new(run)));
        self
    }

    /// Runs all, and prints a line for each: the median time, and the median of the
    /// ratios of each round with the quartiles around it.
    pub fn print(mut self, effort: Effort) {
        let count = self.count(effort.turn);
        let mut times: Vec<Vec<f64>> = vec![Vec::with_capacity(effort.rounds); self.contenders.len()];
        for round in 0..effort.rounds {
            // Another one begins each time, so that nobody always comes after the same.
            for turn in 0..times.len() {
                let place = (round + turn) % times.len();
                times[place].push((self.contenders[place].2)(count).as_secs_f64() * 1e9 / f64::from(count));
            }
        }
        println!("\n{}", self.title);
        for ((name, goal, _), own) in self.contenders.iter().zip(&times) {
            let ratios = |of: fn(f64, f64) -> f64| {
                Quartiles::of(own.iter().zip(&times[0]).map(|(&own, &first)| of(own, first)).collect())
            };
            let time = ratios(|own, first| own / first);
            let throughput = ratios(|own, first| first / own);
            let (ratio, verdict) = match *goal {
                Goal::First => (String::new(), String::new()),
                Goal::None => (format!("time x {time:.3}"), String::new()),
                Goal::Time(most) => (format!("time x {time:.3}"), verdict("<=", most, time.median <= most)),
                Goal::Throughput(least) => (
                    format!("throughput x {throughput:.3}"),
                    verdict(">=", least, throughput.median >= least),
                ),
            };
            line(name, Quartiles::of(own.clone()).median, &ratio, &verdict);
        }
    }

    /// How often the first contender runs in a turn.
    fn count(&mut self, turn: Duration) -> u32 {
        for (.., run) in &mut self.contenders {
            // The first time is slower.
            run(64);
        }
        let run = &mut self.contenders[0].2;
        let mut count = 128;
        while run(count) < turn / 2 {
            count *= 2;
        }
        count
    }
}

/// Measures what is compared with nothing. The limit is one in nanoseconds, and one in
/// allocations.
pub fn print_alone<T>(name: &str, effort: Effort, limit: Option<(f64, usize)>, mut run: impl FnMut() -> T) {
    let ((allocations, reallocations, _), _) = alloc_counter::count_alloc(|| black_box(run()));
    let allocations = allocations + reallocations;
    let mut run = timed(run);
    let mut count = 64;
    while run(count) < effort.turn / 16 {
        count *= 2;
    }
    let times = (0..effort.rounds).map(|_| run(count).as_secs_f64() * 1e9 / f64::from(count)).collect();
    let time = Quartiles::of(times);
    let verdict = limit.map_or(String::new(), |(longest, most)| {
        verdict(&format!("{most} and <="), longest, time.median <= longest && allocations <= most)
    });
    line(name, time.median, &format!("allocations: {allocations}"), &verdict);
}

/// Runs a function so many times.
pub fn timed<T>(mut run: impl FnMut() -> T) -> impl FnMut(u32) -> Duration {
    move |count| {
        let start = Instant::now();
        for _ in 0..count {
            black_box(run());
        }
        start.elapsed()
    }
}

fn line(name: &str, nanoseconds: f64, what: &str, verdict: &str) {
    println!("  {name:42} {nanoseconds:7.0} ns  {what:38} {verdict}");
}

fn verdict(limit: &str, value: f64, is_met: bool) -> String {
    format!("{limit} {value}: {}", if is_met { "met" } else { "NOT MET" })
}

/// The middle of what was measured, and what half of it lies between.
#[derive(Clone, Copy)]
struct Quartiles {
    lower: f64,
    median: f64,
    upper: f64,
}

impl Quartiles {
    fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |quarter: usize| values[(values.len() - 1) * quarter / 4];
        Self { lower: at(1), median: at(2), upper: at(3) }
    }
}

impl Display for Quartiles {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(0);
        let Self { lower, median, upper } = self;
        write!(f, "{median:.digits$} ({lower:.digits$} to {upper:.digits$})")
    }
}
