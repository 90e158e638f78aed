//! Writes all facts and texts of all statuses as JSON, for other tools.
//!
//! ```sh
//! cargo run --example facts --features serde
//! ```

use http_status_info::iter;

fn main() -> Result<(), serde_json::Error> {
    let statuses = iter().map(|status| {
        let mut json = serde_json::to_value(status)?;
        json["class"] = serde_json::to_value(status.class())?;
        Ok(json)
    });
    let statuses = statuses.collect::<Result<Vec<_>, _>>()?;
    println!("{}", serde_json::to_string_pretty(&statuses)?);
    Ok(())
}
