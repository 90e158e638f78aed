//! Compares contenders in many short rounds. All contenders run in each round, so the load of the
//! machine slows them alike, and their ratio remains.

use std::fmt::{self, Display, Formatter};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The duration of a comparison.
#[derive(Clone, Copy)]
pub struct Effort {
    pub rounds: usize,
    /// The time of one contender in one round.
    pub turn: Duration,
}

impl Effort {
    /// Enough for a decision.
    pub const FULL: Self = Self { rounds: 1000, turn: Duration::from_micros(500) };
    /// Enough to see that everything runs.
    pub const QUICK: Self = Self { rounds: 20, turn: Duration::from_micros(500) };
}

/// Runs a contender a number of times, and returns the time.
pub type Run<'c> = Box<dyn FnMut(u32) -> Duration + 'c>;

/// The goal of a contender, relative to the first one.
#[derive(Clone, Copy)]
pub enum Goal {
    /// The contender is the first one.
    First,
    /// The contender has no goal.
    None,
    /// The largest time, as a multiple of the first one's.
    Time(f64),
    /// The smallest throughput, as a multiple of the first one's.
    Throughput(f64),
}

/// Contenders with the same task.
pub struct Comparison<'c> {
    title: String,
    contenders: Vec<(&'static str, Goal, Run<'c>)>,
}

impl<'c> Comparison<'c> {
    /// Begins a comparison with the contender that the others are compared with.
    pub fn new(title: impl Into<String>, first: &'static str, run: impl FnMut(u32) -> Duration + 'c) -> Self {
        Self { title: title.into(), contenders: Vec::new() }.with(first, Goal::First, run)
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, goal: Goal, run: impl FnMut(u32) -> Duration + 'c) -> Self {
        self.contenders.push((name, goal, Box::new(run)));
        self
    }

    /// Runs all contenders, and prints a line for each: the median time, then the median and the
    /// quartiles of the ratios.
    pub fn print(mut self, effort: Effort) {
        let count = self.count(effort.turn);
        let mut times: Vec<Vec<f64>> = vec![Vec::with_capacity(effort.rounds); self.contenders.len()];
        for round in 0..effort.rounds {
            // Another contender begins each round, so that none always runs after the same one.
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

    /// Returns the number of runs that fill a turn of the first contender.
    fn count(&mut self, turn: Duration) -> u32 {
        for (.., run) in &mut self.contenders {
            // The first runs are slower.
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

/// Measures a function that is compared with nothing. The limit is in nanoseconds and in
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

/// Returns a function that runs `run` a number of times, and measures it.
pub fn timed<T>(mut run: impl FnMut() -> T) -> impl FnMut(u32) -> Duration {
    move |count| {
        let start = Instant::now();
        for _ in 0..count {
            black_box(run());
        }
        start.elapsed()
    }
}

fn line(name: &str, nanoseconds: f64, figure: &str, verdict: &str) {
    println!("  {name:42} {nanoseconds:7.0} ns  {figure:38} {verdict}");
}

fn verdict(limit: &str, value: f64, is_met: bool) -> String {
    format!("{limit} {value}: {}", if is_met { "met" } else { "NOT MET" })
}

/// The median and the quartiles of measured values.
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
