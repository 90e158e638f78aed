//! Frameworks that need no adapter, since they are built on tower: each test sends requests
//! to a server on the loopback interface and asserts what a client gets.

mod answer;
mod of_axum_0_7;
mod of_files;
mod of_hyper;
mod of_lambda;
mod of_salvo;
mod of_tonic;
mod of_warp;
mod server;
