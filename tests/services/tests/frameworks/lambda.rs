//! `lambda_http`, with the program `src/bin/lambda.rs` in a process of its own. The test plays
//! the Runtime API: it sends events of API Gateway (HTTP API, payload format 2.0) to the program
//! and receives the responses.

use std::collections::VecDeque;
use std::future::pending;
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use http::header::{CONTENT_TYPE, VARY};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;

use crate::answer::{Answer, assert_same_page};
use crate::server::{listen, soon};

/// The Runtime API: the events to send, and a channel for the responses.
#[derive(Clone)]
struct Runtime {
    events: Arc<Mutex<VecDeque<Value>>>,
    answers: mpsc::UnboundedSender<Value>,
}

async fn next(State(runtime): State<Runtime>) -> ([(&'static str, &'static str); 3], String) {
    let event = runtime.events.lock().unwrap().pop_front();
    let Some(event) = event else { pending().await };
    let fields = [
        ("lambda-runtime-aws-request-id", "1"),
        ("lambda-runtime-deadline-ms", "4102444800000"),
        ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:us-east-1:1:function:test"),
    ];
    (fields, event.to_string())
}

async fn answered(State(runtime): State<Runtime>, answer: String) -> StatusCode {
    runtime.answers.send(serde_json::from_str(&answer).unwrap()).unwrap();
    StatusCode::ACCEPTED
}

fn event(method: &str, path: &str, accept: &str) -> Value {
    json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"accept": accept, "host": "id.execute-api.us-east-1.amazonaws.com"},
        "requestContext": {
            "accountId": "1",
            "apiId": "id",
            "domainName": "id.execute-api.us-east-1.amazonaws.com",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1"},
            "requestId": "id",
            "stage": "$default",
            "timeEpoch": 0,
        },
        "isBase64Encoded": false,
    })
}

/// Reads the object from which API Gateway makes a response.
fn answer(response: &Value) -> Answer {
    let mut fields = HeaderMap::new();
    for (name, value) in response["headers"].as_object().unwrap() {
        let name: http::HeaderName = name.parse().unwrap();
        fields.insert(name, value.as_str().unwrap().parse().unwrap());
    }
    assert_eq!(response["isBase64Encoded"], false, "{response}");
    let content = response["body"].as_str().unwrap_or_default().to_owned();
    let status = response["statusCode"].as_u64().unwrap().try_into().unwrap();
    Answer { status, fields, content: content.into(), trailers: None }
}

/// Starts the function, until the test ends.
fn start(api: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_lambda"))
        .env("AWS_LAMBDA_RUNTIME_API", api)
        .env("AWS_LAMBDA_FUNCTION_NAME", "test")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

#[tokio::test]
async fn a_function_of_aws_lambda_gets_pages() {
    let events = [
        event("GET", "/", "*/*"),
        event("GET", "/own", "*/*"),
        event("GET", "/nowhere", "text/html"),
        event("GET", "/nowhere", "application/json"),
        event("HEAD", "/nowhere", "text/html"),
    ];
    let (sender, mut answers) = mpsc::unbounded_channel();
    let runtime = Runtime { events: Arc::new(Mutex::new(events.into())), answers: sender };
    let api = Router::new()
        .route("/2018-06-01/runtime/invocation/next", get(next))
        .route("/2018-06-01/runtime/invocation/1/response", post(answered))
        .with_state(runtime);
    let (listener, address) = listen().await;
    tokio::spawn(async { axum::serve(listener, api).await });

    let _function = start(&address.to_string());
    let mut next = async || answer(&soon("an answer", answers.recv()).await.unwrap());
    for (status, content) in [(200, "Hello"), (404, "own")] {
        let own = next().await;
        assert_eq!((own.status, own.text()), (status, content));
        assert_eq!(own.field(CONTENT_TYPE), None);
        assert_eq!(own.field(VARY), None);
    }
    let page = next().await;
    assert_same_page(&page).await;
    next().await.assert_problem(404);
    next().await.assert_head_of(&page);
}
