//! Runs servers on the loopback interface, each in a thread of its own.

use std::convert::Infallible;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A running server. It stops when this value is dropped.
pub struct Server {
    pub address: SocketAddr,
    /// The file in which Linux keeps the processor time of the server's thread.
    statistics: PathBuf,
    _end: oneshot::Sender<Infallible>,
}

impl Server {
    /// Returns the processor time of the server's thread.
    pub fn time(&self) -> Option<Duration> {
        // Linux updates the file when the thread is idle.
        thread::sleep(Duration::from_micros(50));
        let statistics = fs::read_to_string(&self.statistics).ok()?;
        statistics.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
}

/// Announces that a server has started.
#[derive(Clone)]
pub struct Started(mpsc::Sender<(SocketAddr, PathBuf)>);

impl Started {
    /// Announces the address. The thread that serves must call this.
    pub fn announce(&self, address: SocketAddr) {
        let thread = fs::read_link("/proc/thread-self").unwrap_or_default();
        // The receiver waits for the first message only, and may be gone.
        let _ = self.0.send((address, Path::new("/proc").join(thread).join("schedstat")));
    }
}

/// Waits for the end of a server.
pub struct End(oneshot::Receiver<Infallible>);

impl End {
    pub async fn wait(self) {
        // Dropping the sender wakes the receiver, with an error.
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

/// Starts a server that accepts the connections of a listener.
pub fn listen<F: Future>(serve: impl FnOnce(TcpListener) -> F + Send + 'static) -> Server {
    start(async move |started, end| {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        started.announce(listener.local_addr().expect("an address"));
        until(end, serve(listener)).await;
    })
}

/// Serves until the server is dropped.
pub async fn until(end: End, served: impl Future) {
    tokio::select! {
        _ = served => {}
        () = end.wait() => {}
    }
}
