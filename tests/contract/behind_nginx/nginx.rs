//! A process of nginx as a cache in front of other servers.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;
use std::{env, fs, process};

use tokio::net::{TcpSocket, TcpStream};
use tokio::time::sleep;

use crate::connection::within_limit;

/// A process of nginx with an empty cache. The process ends when the value is dropped.
pub struct Nginx {
    process: Child,
    folder: PathBuf,
    pub address: SocketAddr,
}

impl Nginx {
    /// Starts nginx in front of servers. Paths below `/0/` are paths below `/` on the first server.
    pub async fn start(name: &str, origins: &[SocketAddr]) -> Self {
        let folder = format!("nginx-{}-{name}", process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
        fs::create_dir_all(&folder).unwrap();
        // This socket and the socket of nginx share the port, so that no other process takes it before
        // nginx listens. This socket never listens.
        let port = TcpSocket::new_v4().unwrap();
        port.set_reuseport(true).unwrap();
        port.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = port.local_addr().unwrap();
        fs::write(folder.join("nginx.conf"), configuration(address, origins)).unwrap();
        let process = nginx().arg("-p").arg(&folder).args(["-c", "nginx.conf"]).spawn();
        let process = process.unwrap_or_else(|error| panic!("nginx does not start: {error}"));
        let mut started = Self { process, folder, address };
        within_limit("starting nginx", started.listens()).await;
        started
    }

    async fn listens(&mut self) {
        while TcpStream::connect(self.address).await.is_err() {
            if let Some(status) = self.process.try_wait().unwrap() {
                panic!("nginx has ended by itself: {status}");
            }
            sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // nginx is a single process here, so no other process is left.
        let ended = self.process.kill().and_then(|()| self.process.wait());
        let removed = fs::remove_dir_all(&self.folder);
        if let Err(error) = ended.map(drop).and(removed) {
            eprintln!("cannot clean up nginx: {error}");
        }
    }
}

/// The command of nginx. Debian installs it outside the default path of most users.
fn nginx() -> Command {
    let mut command = Command::new("nginx");
    command.env("PATH", env::var("PATH").unwrap_or_default() + ":/usr/sbin");
    command
}

/// The major and minor version, such as 1 and 22.
pub fn version() -> (u32, u32) {
    let output = nginx().arg("-v").output().unwrap_or_else(|error| panic!("no nginx here: {error}"));
    let output = String::from_utf8(output.stderr).unwrap();
    let numbers = output.trim().split_once("nginx/").and_then(|(_, version)| {
        let mut numbers = version.split('.').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    numbers.unwrap_or_else(|| panic!("expected a version, found `{output}`"))
}

/// All paths are below the folder that nginx starts in. nginx stores a 404 without freshness
/// information. It stores other responses only if they are explicitly fresh.
fn configuration(address: SocketAddr, origins: &[SocketAddr]) -> String {
    let mut locations = String::new();
    for (index, origin) in origins.iter().enumerate() {
        writeln!(locations, "        location /{index}/ {{ proxy_pass http://{origin}/; }}").unwrap();
    }
    format!(
        "daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path client;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    proxy_cache_path cache keys_zone=pages:1m inactive=1d;
    proxy_cache pages;
    proxy_cache_valid 404 1d;
    proxy_http_version 1.1;
    proxy_set_header Connection '';
    add_header X-Cache $upstream_cache_status always;
    server {{
        listen {address} reuseport;
{locations}    }}
}}
"
    )
}
