//! Frameworks that are built on tower and need no adapter. Each test sends requests to a server on
//! the loopback interface and asserts the responses.

mod answer;
mod axum_0_7;
mod files;
mod hyper;
mod lambda;
mod salvo;
mod server;
mod tonic;
mod warp;
