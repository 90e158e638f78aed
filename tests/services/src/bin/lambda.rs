//! A function for AWS Lambda, as an application would write it.

use http::{Response, StatusCode};
use http_status_info::adapter::tower::ErrorPagesLayer;
use lambda_http::{Body, Error, Request};
use tower::{Layer, service_fn};

async fn answer(request: Request) -> Result<Response<Body>, Error> {
    let mut response = Response::new(Body::Empty);
    match request.uri().path() {
        "/" => *response.body_mut() = Body::from("Hello"),
        "/own" => {
            *response.status_mut() = StatusCode::NOT_FOUND;
            *response.body_mut() = Body::from("own");
        }
        _ => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    Ok(response)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    lambda_http::run(ErrorPagesLayer::new().layer(service_fn(answer))).await
}
