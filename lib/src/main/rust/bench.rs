//! What every program in Rust shares: its arguments, its clocks, and the lines it prints
//! (lib/docs/subjects.md). A program is a table of cases and a main that calls `run_case`.
#![allow(dead_code)] // no program needs all of it

use std::fmt::Display;
use std::process::exit;
use std::time::{Duration, Instant};

/// What a visit is asked for. A factor that the workload does not have keeps its default.
#[derive(Clone, Debug)]
pub struct Options {
    pub workload: String,
    pub subject: String,
    pub seed: u64,
    pub coroutines: u64,
    pub disks: u64,
    pub nodes: u64,
    pub stages: u64,
    pub tasks: u64,
    pub task_bytes: u64,
    pub send_bytes: u64,
}

/// A workload as one subject does it: `(workload, subject, measure)`.
pub type Case = (&'static str, &'static str, fn(&Options));

/// Does about as many operations as it is told and answers how many it did.
pub trait Work: FnMut(u64) -> u64 {}
impl<F: FnMut(u64) -> u64> Work for F {}

const WANTED: Duration = Duration::from_millis(3);
const LONG: Duration = Duration::from_millis(20);
const REPETITIONS: u32 = 9;
/// As many as an answer needs, where a single operation lasts long.
const FEWEST_REPETITIONS: u32 = 5;

pub fn give_up(why: impl Display) -> ! {
    eprintln!("{why}");
    exit(1)
}

/// Ends the program if what was computed is wrong: a broken subject's number is worth nothing.
pub fn expect(computed: u64, right: u64, what: &str) {
    if computed != right {
        give_up(format_args!("{what} is {computed}, and should be {right}"));
    }
}

/// Keeps the compiler from dropping a value, or from knowing it.
#[inline(always)]
pub fn keep(mut value: u64) -> u64 {
    // SAFETY: no instruction at all; the value stays in its register.
    unsafe {
        core::arch::asm!("/* {0} */", inout(reg) value,
            options(nomem, nostack, preserves_flags));
    }
    value
}

/// Shifts the code after it by so many no-operations: where code lies decides how well the
/// processor predicts its branches, so each visit takes one of several equal copies of it.
#[inline(always)]
pub fn shift<const INSTRUCTIONS: usize>() {
    // SAFETY: does nothing.
    unsafe {
        core::arch::asm!(".rept {0}", "nop", ".endr", const INSTRUCTIONS,
            options(nomem, nostack, preserves_flags));
    }
}

#[inline(never)]
fn empty_call() {
    keep(0);
}

/// Ticks of the time-stamp counter; 0 where there is none that a program may read.
#[inline(always)]
fn ticks() -> u64 {
    #[cfg(target_arch = "x86_64")]
    {
        let mut processor = 0;
        // SAFETY: every x86-64 processor of the last fifteen years has it.
        unsafe { core::arch::x86_64::__rdtscp(&mut processor) }
    }
    #[cfg(target_arch = "aarch64")]
    {
        let value: u64;
        // SAFETY: Linux lets programs read it.
        unsafe { core::arch::asm!("isb", "mrs {0}, cntvct_el0", out(reg) value) };
        value
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        0
    }
}

/// Time of one operation.
pub struct Timed {
    pub ns: f64,
    ticks: f64,
}

pub fn timed(work: &mut impl Work, operations: u64) -> Timed {
    let (ticks_before, before) = (ticks(), Instant::now());
    let done = work(operations) as f64;
    let (taken, ticks_after) = (before.elapsed(), ticks());
    Timed {
        ns: taken.as_nanos() as f64 / done,
        ticks: (ticks_after - ticks_before) as f64 / done,
    }
}

/// So many operations as last about 3 ms. Finding it warms up, too.
pub fn batch(work: &mut impl Work) -> u64 {
    let mut operations = 1;
    loop {
        let before = Instant::now();
        let done = work(operations);
        let taken = before.elapsed();
        if taken >= WANTED / 2 {
            let wanted = done as f64 * WANTED.as_secs_f64() / taken.as_secs_f64();
            return (wanted as u64).max(1);
        }
        operations = 2 * done.max(operations);
    }
}

/// Measures the work and its baseline in turn and prints one observation a repetition.
/// `more` answers further keys, each with a blank before it.
pub fn report(
    mut gross: impl Work,
    mut baseline: impl Work,
    mut more: impl FnMut(&Timed, &Timed) -> String,
) {
    let (gross_operations, baseline_operations) = (batch(&mut gross), batch(&mut baseline));
    let mut left = REPETITIONS;
    let mut shortest = Duration::MAX;
    let mut done = 0;
    while done < left {
        let before = Instant::now();
        let bare = timed(&mut baseline, baseline_operations);
        let whole = timed(&mut gross, gross_operations);
        shortest = shortest.min(before.elapsed());
        if shortest > LONG {
            left = FEWEST_REPETITIONS;
        }
        let mut line = format!(
            "observation estimateNs={:.5} grossNs={:.5} baselineNs={:.5}",
            whole.ns - bare.ns,
            whole.ns,
            bare.ns
        );
        if whole.ticks > 0.0 {
            line += &format!(" cycles={:.4}", whole.ticks);
        }
        println!("{line}{}", more(&whole, &bare));
        done += 1;
    }
    println!("done");
}

/// Nothing more to say than the times.
pub fn no_more(_: &Timed, _: &Timed) -> String {
    String::new()
}

/// Adds the time of an empty call.
pub fn with_call() -> impl FnMut(&Timed, &Timed) -> String {
    let mut calls = |operations| {
        for _ in 0..operations {
            empty_call();
        }
        operations
    };
    let operations = batch(&mut calls);
    move |_, _| format!(" callNs={:.5}", timed(&mut calls, operations).ns)
}

/// Adds the cost as a multiple of the baseline's.
pub fn relative(whole: &Timed, bare: &Timed) -> String {
    format!(" relative={:.6}", whole.ns / bare.ns)
}

/// The loop of so many operations with nothing in it.
pub fn empty_loop(operations: u64) -> u64 {
    for i in 0..operations {
        keep(i);
    }
    operations
}

/// Numbers that follow from the seed (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn of(options: &Options) -> Self {
        Random(options.seed)
    }

    /// One from 0 up to, but not including, `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    /// Memory that is kept, so that the next one to be allocated lies anywhere.
    pub fn gap(&mut self) -> Vec<u8> {
        Vec::with_capacity(16 + 16 * self.below(32) as usize)
    }
}

fn parsed() -> Options {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((workload, settings)) = words.split_first() else {
        give_up("usage: PROGRAM WORKLOAD --subject NAME [--FACTOR VALUE]... --seed SEED");
    };
    let mut options = Options {
        workload: workload.clone(),
        subject: String::new(),
        seed: 1,
        coroutines: 10,
        disks: 10,
        nodes: 1023,
        stages: 4,
        tasks: 10,
        task_bytes: 1_000_000,
        send_bytes: 800,
    };
    for setting in settings.chunks_exact(2) {
        let (option, text) = (setting[0].as_str(), setting[1].as_str());
        match option {
            "--subject" => options.subject = text.to_owned(),
            "--seed" => options.seed = whole(option, text, 0),
            "--coroutines" => options.coroutines = whole(option, text, 1),
            "--disks" => options.disks = whole(option, text, 1),
            "--nodes" => options.nodes = whole(option, text, 1),
            "--stages" => options.stages = whole(option, text, 1),
            "--tasks" => options.tasks = whole(option, text, 1),
            "--task-bytes" => options.task_bytes = whole(option, text, 1),
            "--send-bytes" => options.send_bytes = whole(option, text, 1),
            _ => {}
        }
    }
    options
}

fn whole(option: &str, text: &str, least: u64) -> u64 {
    match text.parse() {
        Ok(value) if value >= least => value,
        _ => give_up(format_args!(
            "{option} wants a whole number of {least} or more, not '{text}'"
        )),
    }
}

/// Finds the case that is asked for and measures it: the main of every program.
pub fn run_case(cases: &[Case]) {
    let options = parsed();
    let asked = (options.workload.as_str(), options.subject.as_str());
    match cases.iter().find(|case| (case.0, case.1) == asked) {
        Some((_, _, measure)) => measure(&options),
        None => give_up(format_args!(
            "this program has no subject '{}' that does '{}'",
            asked.1, asked.0
        )),
    }
}
