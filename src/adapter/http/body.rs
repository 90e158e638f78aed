//! The bodies of the crate `http-body`.

use core::pin::pin;
use core::task::{Context, Poll, Waker};

use alloc::vec::Vec;

use bytes::Bytes;
use http_body::Body;

use crate::page::ContentLength;

/// How much content a body has, as far as it tells.
pub(in crate::adapter) fn length(body: &impl Body) -> ContentLength {
    if body.is_end_stream() {
        // Around a router, axum has stripped the content of a response to HEAD.
        return ContentLength::Stripped;
    }
    match body.size_hint().exact() {
        Some(0) => ContentLength::Stripped,
        Some(length) => ContentLength::Known(length),
        None => ContentLength::Unknown,
    }
}

/// The content of a body that has all of it, without waiting for any, and without more than it
/// says there is.
pub(in crate::adapter) fn text(body: impl Body<Data = Bytes>, length: u64) -> Option<Vec<u8>> {
    let mut body = pin!(body);
    let mut text = Vec::new();
    let mut cx = Context::from_waker(Waker::noop());
    while text.len() as u64 <= length {
        match body.as_mut().poll_frame(&mut cx) {
            Poll::Ready(None) => return Some(text),
            Poll::Ready(Some(Ok(frame))) => text.extend(frame.data_ref().into_iter().flatten()),
            Poll::Ready(Some(Err(_))) | Poll::Pending => break,
        }
    }
    None
}
