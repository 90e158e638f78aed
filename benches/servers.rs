//! Servers within the machine, each in a thread of its own, for as long as they are asked.

use std::convert::Infallible;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A server, which ends when this is dropped.
pub struct Server {
    pub address: SocketAddr,
    /// The file that tells how long its thread has run, which Linux keeps.
    statistics: PathBuf,
    _end: oneshot::Sender<Infallible>,
}

impl Server {
    /// How long its thread has run.
    pub fn time(&self) -> Option<Duration> {
        // The file is up to date when the thread has come to rest.
        thread::sleep(Duration::from_micros(50));
        let statistics = fs::read_to_string(&self.statistics).ok()?;
        statistics.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
}

/// Tells that a server is there.
#[derive(Clone)]
pub struct Started(mpsc::Sender<(SocketAddr, PathBuf)>);

impl Started {
    /// To be called in the thread that serves.
    pub fn at(&self, address: SocketAddr) {
        let thread = fs::read_link("/proc/thread-self").unwrap_or_default();
        // Only the first one is waited for.
        let _ = self.0.send((address, Path::new("/proc").join(thread).join("schedstat")));
    }
}

/// Comes when a server is to end.
pub struct End(oneshot::Receiver<Infallible>);

impl End {
    pub async fn come(self) {
        // What comes is the error that nothing ever will.
        let _ = self.0.await;
    }
}

/// Starts a server in a thread of its own, with a runtime of one thread.
pub fn start<F: Future>(serve: impl FnOnce(Started, End) -> F + Send + 'static) -> Server {
    let (sender, receiver) = mpsc::channel();
    let (end, ended) = oneshot::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(serve(Started(sender), End(ended)));
    });
    let (address, statistics) = receiver.recv().expect("a server");
    Server { address, statistics, _end: end }
}

/// Starts a server that takes the connections of a listener.
pub fn listen<F: Future>(serve: impl FnOnce(TcpListener) -> F + Send + 'static) -> Server {
    start(async move |started, end| {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        started.at(listener.local_addr().expect("an address"));
        until(end, serve(listener)).await;
    })
}

/// Serves until the end.
pub async fn until(end: End, served: impl Future) {
    tokio::select! {
        _ = served => {}
        () = end.come() => {}
    }
}
