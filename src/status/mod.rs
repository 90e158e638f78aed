//! The status record, its facts and texts, and the ways to look it up.
//!
//! | File | Holds |
//! | :--- | :--- |
//! | `info` | `StatusInfo` and its accessors |
//! | `facts` | the facts that have parts, such as a header field |
//! | `text` | takeaways and information, in Markdown, HTML and plain text |
//! | `lookup` | the ways to a record: by code, by name, one after the other |
//! | `tables` | the generated tables, and how they are read |
//! | `vocab`, `key` | the words of facts and the key of a name; compiled into the build script too |
//! | `error` | the error of a failed lookup |

mod error;
mod facts;
mod info;
mod key;
mod lookup;
mod tables;
mod text;
mod vocab;

pub use self::error::UnknownStatus;
pub use self::facts::{Header, Link, Meaning, NameElsewhere};
pub use self::info::StatusInfo;
pub use self::lookup::{Iter, SeeAlso, fallback, iter, status_info, status_info_by_name};
pub use self::tables::codes;
pub use self::text::{Takeaways, Text};
pub use self::vocab::*;
