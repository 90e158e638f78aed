//! The response bodies of services with error pages.

use core::pin::Pin;
use core::task::{Context, Poll};

use bytes::Bytes;
use http::Response;
use http::response::Parts;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

/// The kind of response body: [`OwnBody`], [`SameBody`] or axum's `Body`.
pub trait BodyForm<B>: Copy + sealed::Sealed {
    /// The type of the response body.
    type Body;

    #[doc(hidden)]
    fn inner(self, response: Response<B>) -> Response<Self::Body>;

    /// Converts a whole poll result, so that [`SameBody`] can return it without a move.
    #[doc(hidden)]
    #[inline]
    fn polled<E>(self, polled: Poll<Result<Response<B>, E>>) -> Poll<Result<Response<Self::Body>, E>> {
        polled.map_ok(|response| self.inner(response))
    }

    #[doc(hidden)]
    fn page(self, head: Parts, content: Bytes) -> Response<Self::Body>;
}

pub(crate) mod sealed {
    pub trait Sealed {}
    impl Sealed for super::OwnBody {}
    impl Sealed for super::SameBody {}
}

/// Wraps each response body in a [`ResponseBody`].
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnBody;

impl<B> BodyForm<B> for OwnBody {
    type Body = ResponseBody<B>;

    fn inner(self, response: Response<B>) -> Response<ResponseBody<B>> {
        response.map(|body| ResponseBody { kind: Kind::Inner { body } })
    }

    fn page(self, head: Parts, content: Bytes) -> Response<ResponseBody<B>> {
        let content = Some(content).filter(|content| !content.is_empty());
        Response::from_parts(head, ResponseBody { kind: Kind::Page { content } })
    }
}

/// Keeps the type of response bodies.
#[derive(Clone, Copy, Debug, Default)]
pub struct SameBody;

impl<B: From<Bytes>> BodyForm<B> for SameBody {
    type Body = B;

    fn inner(self, response: Response<B>) -> Response<B> {
        response
    }

    #[inline]
    fn polled<E>(self, polled: Poll<Result<Response<B>, E>>) -> Poll<Result<Response<B>, E>> {
        polled
    }

    fn page(self, head: Parts, content: Bytes) -> Response<B> {
        Response::from_parts(head, content.into())
    }
}

pin_project! {
    /// The response body of [`ErrorPages`]: the body of the inner service, or a page.
    #[derive(Debug)]
    pub struct ResponseBody<B> {
        #[pin]
        kind: Kind<B>,
    }
}

pin_project! {
    #[derive(Debug)]
    #[project = KindProjection]
    enum Kind<B> {
        Inner { #[pin] body: B },
        Page { content: Option<Bytes> },
    }
}

/// Makes an empty body.
impl<B> Default for ResponseBody<B> {
    fn default() -> Self {
        Self { kind: Kind::Page { content: None } }
    }
}

impl<B: Body<Data = Bytes>> Body for ResponseBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.project().kind.project() {
            KindProjection::Inner { body } => body.poll_frame(cx),
            KindProjection::Page { content } => Poll::Ready(content.take().map(|data| Ok(Frame::data(data)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Inner { body } => body.is_end_stream(),
            Kind::Page { content } => content.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Inner { body } => body.size_hint(),
            Kind::Page { content } => {
                SizeHint::with_exact(content.as_ref().map_or(0, |data| data.len() as u64))
            }
        }
    }
}
