//! The status record, its facts and texts, and its lookups.
//!
//! | File | Holds |
//! | :--- | :--- |
//! | `info` | `StatusInfo`: the record and its short facts |
//! | `columns` | the accessors of the longer fields of `StatusInfo` |
//! | `class` | the class of a status, and the statuses of a class |
//! | `compare` | comparison with other records and with numbers |
//! | `facts` | the facts that have parts, such as a header field |
//! | `text` | takeaways and information, in Markdown, HTML and plain text |
//! | `lookup` | the lookups of one record: by code, by name, by text |
//! | `iter` | the iterators over records |
//! | `tables` | the generated tables, and the functions that read them |
//! | `error` | the error of a failed lookup |
//!
//! The build script compiles these files too:
//!
//! | File | Holds |
//! | :--- | :--- |
//! | `vocab` | the words of facts |
//! | `word` | the macro for enums of such words, and the error for an unknown word |
//! | `nearest` | the nearest valid word, for messages that suggest one |
//! | `excerpt` | the part of a text that a message quotes |
//! | `key` | the key of a name |

mod class;
mod columns;
mod compare;
mod error;
mod excerpt;
mod facts;
mod info;
mod iter;
mod key;
mod lookup;
mod nearest;
mod tables;
mod text;
mod vocab;
mod word;

pub use self::error::UnknownStatus;
pub use self::facts::{Header, Link, Meaning, NameElsewhere};
pub use self::info::StatusInfo;
pub use self::iter::{Iter, SeeAlso, iter};
pub use self::lookup::{fallback, status_info, status_info_by_name};
pub use self::tables::codes;
pub use self::text::{Takeaways, Text};
pub use self::vocab::*;
pub use self::word::UnknownWord;
