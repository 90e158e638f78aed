//! Tests of negotiation by `Accept` and `Accept-Language`.
//!
//! | File | Compares the code with |
//! | :--- | :--- |
//! | `vectors` | the examples of RFCs, the suites of other implementations, and fields of real clients |
//! | `properties` | rules that hold for every field, well-formed or not |
//! | `against_model` | slow models in `model`, written from the rules alone |

#![cfg(feature = "pages")]

#[path = "../common/mod.rs"]
mod common;

mod against_model;
mod model;
mod properties;
mod vectors;
