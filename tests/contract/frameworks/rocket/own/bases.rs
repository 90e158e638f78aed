//! Catchers for a part of an application.

use rocket::{Build, Rocket, routes};

use super::catchers;
use super::{Site, bare, branded};
use crate::case::{Case, get, row, rule};
use crate::expect::{html, own_html};

pub fn cases() -> Vec<Case<Site>> {
    fn shop_of(rocket: Rocket<Build>) -> Rocket<Build> {
        rocket.mount("/shop", routes![catchers::built, catchers::guarded]).register("/shop", branded("Shop"))
    }
    let shop: Site = || {
        bare().mount("/shop", routes![catchers::built, catchers::guarded]).register("/shop", branded("Shop"))
    };
    let both: Site = || shop_of(bare().attach(branded("Site")));
    let two: Site = || shop_of(bare().register("/", branded("Site")));
    let of = |name: &str, status| html(status).says(name.to_owned());
    let rows = [
        row("at the base", get().at("/shop/nowhere"), shop, of("Shop", 404)),
        row("at the base, a guard", get().at("/shop/guarded"), shop, of("Shop", 403)),
        row(
            "not elsewhere",
            get().at("/nowhere"),
            shop,
            own_html(404).says("<h1>404: Not Found</h1>").without("content-language"),
        ),
        row(
            "at the base, beside the fairing",
            get().at("/shop/nowhere"),
            both,
            of("Shop", 404).lacks("Site"),
        ),
        row("elsewhere, beside the fairing", get().at("/nowhere"), both, of("Site", 404).lacks("Shop")),
        row(
            "errors of handlers at the base get the fairing's page",
            get().at("/shop/built"),
            both,
            of("Site", 410).lacks("Shop"),
        ),
        row("at the base, beside another catcher", get().at("/shop/nowhere"), two, of("Shop", 404)),
        row("elsewhere, beside another catcher", get().at("/nowhere"), two, of("Site", 404)),
    ];
    rule("a catcher at a base can have its own options", rows)
}
