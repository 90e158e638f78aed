//! The rows of actix-web only: its errors, its routing, and common middleware. Each row has a whole
//! server, and its request goes over a real connection.

/// Makes a site from an application, on a port that the system chooses.
macro_rules! site {
    ($app:expr) => {
        || {
            let server = actix_web::HttpServer::new(|| $app).workers(1).disable_signals();
            let server = server.bind(("127.0.0.1", 0)).unwrap();
            $crate::frameworks::actix_web::own::Bound { address: server.addrs()[0], server: server.run() }
        }
    };
}

mod cors;
mod errors;
mod pages;
mod requests;
mod routes;
mod servers;
mod stacks;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;

use actix_web::dev::{Server, ServerHandle};
use actix_web::rt;
use http_status_info::adapter::actix_web::ErrorPages;
use http_status_info::page::{FrameworkTexts, Options};

use crate::answer::Answer;
use crate::case::Case;
use crate::frameworks::exchange;

/// A server, bound but not yet running.
pub struct Bound {
    address: SocketAddr,
    server: Server,
}

pub type Site = fn() -> Bound;

pub fn cases() -> Vec<Case<Site>> {
    [cors::cases(), errors::cases(), pages::cases(), routes::cases(), stacks::cases(), requests::cases()]
        .concat()
}

/// Sends the request of each row and returns the answers.
pub async fn answers(cases: &[Case<Site>]) -> Vec<Answer> {
    let running = Running::start(cases.iter().map(|case| case.given));
    let rows = cases.iter().enumerate();
    let answers = exchange(rows.map(|(index, case)| (index, case, running.address(case.given)))).await;
    running.stop().await;
    answers
}

/// One server for each site.
struct Running {
    addresses: BTreeMap<usize, SocketAddr>,
    handles: Vec<ServerHandle>,
    thread: thread::JoinHandle<()>,
}

impl Running {
    fn start(sites: impl IntoIterator<Item = Site>) -> Self {
        let sites: BTreeMap<usize, Site> = sites.into_iter().map(|site| (site as usize, site)).collect();
        let (sender, receiver) = mpsc::channel();
        // actix-web needs its own runtime.
        let thread = thread::spawn(move || {
            rt::System::new().block_on(async move {
                let mut running = Vec::new();
                for (key, site) in sites {
                    let Bound { address, server } = site();
                    sender.send((key, address, server.handle())).unwrap();
                    running.push(rt::spawn(server));
                }
                drop(sender);
                for server in running {
                    server.await.unwrap().unwrap();
                }
            });
        });
        let mut running = Self { addresses: BTreeMap::new(), handles: Vec::new(), thread };
        for (key, address, handle) in receiver {
            running.addresses.insert(key, address);
            running.handles.push(handle);
        }
        running
    }

    fn address(&self, site: Site) -> SocketAddr {
        self.addresses[&(site as usize)]
    }

    async fn stop(self) {
        for handle in self.handles {
            handle.stop(false).await;
        }
        self.thread.join().unwrap();
    }
}

fn pages() -> ErrorPages {
    ErrorPages::new()
}

fn masking() -> ErrorPages {
    ErrorPages::with_options(Options::new().framework_texts(FrameworkTexts::Replaced))
}

fn keeping() -> ErrorPages {
    ErrorPages::with_options(Options::new().framework_texts(FrameworkTexts::AsDetail))
}

fn branded(name: &'static str) -> ErrorPages {
    ErrorPages::with_options(Options::new().brand(name))
}
