//! The same application in all frameworks, with error pages among other middleware.
//!
//! CORS allows every origin by its name. Its members of `Vary` are then the longest that these
//! implementations write.

use std::net::SocketAddr;

use actix_cors::Cors;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::Compress;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use axum::Router;
use axum::body::Body;
use axum::routing::get as on_get;
use http::header::VARY;
use http::{HeaderMap, HeaderValue, StatusCode};
use http_status_info::adapter::actix_web::ErrorPages as ErrorPagesOfActixWeb;
use http_status_info::adapter::rocket::ErrorPages as ErrorPagesOfRocket;
use http_status_info::adapter::tower::ErrorPagesLayer;
use http_status_info::codes;
use http_status_info::page::{ErrorPage, Options};
use hyper::body::Incoming;
use hyper::service::service_fn;
use rocket::fairing::AdHoc;
use rocket::http::{CookieJar, Header, Status};
use rocket::routes;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;

use crate::connection;
use crate::frameworks::rocket::driver::{config, launched};

/// The options of the pages, and their place among other middleware.
#[derive(Clone, Copy, Debug)]
pub struct Stack {
    pub options: fn() -> Options,
    pub order: Order,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Without other middleware.
    Alone,
    /// With CORS inside the pages, and compression if the framework has it.
    Inside,
    CorsOutside,
    CompressionOutside,
}

impl Stack {
    /// Tells whether both stacks can share one server.
    pub fn is(self, other: Self) -> bool {
        self.order == other.order && self.options as usize == other.options as usize
    }
}

/// Serves an application of axum until the test ends.
pub async fn axum(stack: Stack) -> SocketAddr {
    let (routes, pages) = (routes_of_axum(), ErrorPagesLayer::with_options((stack.options)()));
    let (cors, compression) = (CorsLayer::very_permissive(), CompressionLayer::new());
    // `Router::layer` makes the last layer the outermost.
    let app = match stack.order {
        Order::Alone => routes.layer(pages),
        Order::Inside => routes.layer(compression).layer(cors).layer(pages),
        Order::CorsOutside => routes.layer(pages).layer(cors),
        Order::CompressionOutside => routes.layer(pages).layer(compression),
    };
    let service = move |request: http::Request<Incoming>| app.clone().oneshot(request.map(Body::new));
    connection::serve(service_fn(service)).await
}

fn routes_of_axum() -> Router {
    async fn visitor(fields: HeaderMap) -> ErrorPage {
        let visitor = fields["cookie"].to_str().unwrap();
        ErrorPage::new(codes::NOT_FOUND).with_detail(format!("No book of {visitor} is here."))
    }
    async fn varies(fields: HeaderMap) -> (StatusCode, [(http::HeaderName, HeaderValue); 1]) {
        (StatusCode::NOT_FOUND, [(VARY, fields["x-vary"].clone())])
    }
    Router::new()
        .route("/fails", on_get(async || StatusCode::INTERNAL_SERVER_ERROR))
        .route("/visitor", on_get(visitor))
        .route("/varies", on_get(varies))
}

/// Serves an application of actix-web until the test ends.
pub async fn actix_web(stack: Stack) -> SocketAddr {
    let pages = move || ErrorPagesOfActixWeb::with_options((stack.options)());
    let (cors, compression) = (|| Cors::default().allow_any_origin(), Compress::default);
    // `App::wrap` makes the last middleware the outermost.
    match stack.order {
        Order::Alone => serve(move || App::new().configure(routes_of_actix_web).wrap(pages())),
        Order::Inside => serve(move || {
            let app = App::new().configure(routes_of_actix_web);
            app.wrap(compression()).wrap(cors()).wrap(pages())
        }),
        Order::CorsOutside => {
            serve(move || App::new().configure(routes_of_actix_web).wrap(pages()).wrap(cors()))
        }
        Order::CompressionOutside => {
            serve(move || App::new().configure(routes_of_actix_web).wrap(pages()).wrap(compression()))
        }
    }
}

fn serve<S, B>(app: impl Fn() -> App<S> + Clone + Send + 'static) -> SocketAddr
where
    S: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = actix_web::Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let bound = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
    let address = bound.addrs()[0];
    tokio::spawn(bound.run());
    address
}

fn routes_of_actix_web(config: &mut web::ServiceConfig) {
    let visitor = async |request: HttpRequest| {
        let visitor = request.headers().get("cookie").unwrap().to_str().unwrap();
        Err::<&str, _>(ErrorPage::new(codes::NOT_FOUND).with_detail(format!("No book of {visitor} is here.")))
    };
    config
        .route("/fails", web::get().to(async || HttpResponse::InternalServerError().finish()))
        .route("/visitor", web::get().to(visitor));
}

/// Serves an application of Rocket until the test ends.
pub async fn rocket(stack: Stack) -> SocketAddr {
    let rocket = rocket::custom(config()).mount("/", routes![fails, visitor]);
    let pages = ErrorPagesOfRocket::with_options((stack.options)());
    // The last fairing runs last.
    let rocket = match stack.order {
        Order::Alone => rocket.attach(pages),
        Order::Inside => rocket.attach(cors()).attach(pages),
        Order::CorsOutside => rocket.attach(pages).attach(cors()),
        Order::CompressionOutside => unreachable!("Rocket has no compression"),
    };
    launched(rocket).await.0
}

/// A fairing for CORS, since Rocket has none.
fn cors() -> AdHoc {
    const VARY: &str = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
    AdHoc::on_response("CORS", |request, response| {
        Box::pin(async move {
            if let Some(origin) = request.headers().get_one("origin") {
                response.set_header(Header::new("Access-Control-Allow-Origin", origin.to_owned()));
            }
            response.adjoin_header(Header::new("Vary", VARY));
        })
    })
}

#[rocket::get("/fails")]
fn fails() -> Status {
    Status::InternalServerError
}

#[rocket::get("/visitor")]
fn visitor(cookies: &CookieJar<'_>) -> ErrorPage {
    let visitor = cookies.get("visitor").unwrap().value();
    ErrorPage::new(codes::NOT_FOUND).with_detail(format!("No book of {visitor} is here."))
}
