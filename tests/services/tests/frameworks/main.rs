//! Frameworks that need no adapter, since they are built on tower: each test sends requests
//! to a server on the loopback interface and asserts what a client gets.

mod answer;
mod axum_0_7;
mod files;
mod hyper;
mod lambda;
mod salvo;
mod server;
mod tonic;
mod warp;
