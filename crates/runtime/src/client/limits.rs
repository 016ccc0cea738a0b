//! How much a client takes, and how long it waits.

use std::time::Duration;

/// What a client takes of a server at most, and how long it waits for one: see
/// [`ClientBuilder::limits`](super::ClientBuilder::limits).
///
/// A server that fails, or that somebody has taken over, may answer without end, slowly, or with a few bytes
/// that decompress to many. Each limit ends that with an error. The defaults are far from what a working
/// service does.
///
/// | limit | default | applies to | what is over it |
/// |:--|:--|:--|:--|
/// | [`body`](Self::body) | 256 MiB | answers that are held in memory | [`Error::Limit`](super::Error::Limit) |
/// | [`least_rate`](Self::least_rate) | 15 KiB in 60 s | every try of every request | [`Error::Transport`](super::Error::Transport), after the retries |
/// | [`deadline`](Self::deadline) | 1 h | calls with all their retries, up to the head of an answer that is read as a stream | [`Error::Limit`](super::Error::Limit) |
/// | [`retry_after`](Self::retry_after) | 5 min | what a busy service asks to wait | [`Error::Service`](super::Error::Service), at once |
/// | [`empty_pages`](Self::empty_pages) | 100 in a row | collections and changes | [`Error::Link`](super::Error::Link), never an end |
///
/// How often a request is sent again is set by [`ClientBuilder::retry`](super::ClientBuilder::retry).
///
/// The limits of time need timers. Without the cargo feature `client` nothing says that there is a runtime which
/// has cheap ones, so that both are off until they are set.
#[derive(Clone, Debug)]
#[must_use]
pub struct Limits {
    pub(super) body: u64,
    pub(super) least_rate: Option<LeastRate>,
    pub(super) deadline: Option<Duration>,
    pub(super) retry_after: Duration,
    pub(super) empty_pages: u32,
}

/// So many bytes have to come in each span.
#[derive(Clone, Copy, Debug)]
pub(super) struct LeastRate {
    pub(super) bytes: u64,
    pub(super) within: Duration,
}

/// A message with the largest attachments that the service takes, 150 MB, is 200 MB of JSON.
const BODY: u64 = 256 * 1024 * 1024;
/// A twentieth of what the slowest mobile networks carry. The span is what services take to begin an answer.
const LEAST_RATE: LeastRate = LeastRate { bytes: 15 * 1024, within: Duration::from_secs(60) };
/// A full body of 256 MiB at half a megabit a second.
const DEADLINE: Duration = Duration::from_secs(60 * 60);
/// What throttled clients are told to keep is seconds to a few minutes.
const RETRY_AFTER: Duration = Duration::from_secs(5 * 60);
/// Filters that few objects pass yield some dozens.
const EMPTY_PAGES: u32 = 100;

impl Default for Limits {
    fn default() -> Self {
        let has_timers = cfg!(feature = "client");
        Self {
            body: BODY,
            least_rate: has_timers.then_some(LEAST_RATE),
            deadline: has_timers.then_some(DEADLINE),
            retry_after: RETRY_AFTER,
            empty_pages: EMPTY_PAGES,
        }
    }
}

impl Limits {
    /// How many bytes of an answer are held, counted both as they are received and as decompressed. By default
    /// 256 MiB.
    ///
    /// It does not limit [`download`](crate::Request::download) and [`send_raw`](crate::Request::send_raw), whose
    /// content passes piece by piece, however long it is; of these only [`RawResponse::bytes`] holds all.
    ///
    /// A [transport](super::ClientBuilder::transport) of your own that decompresses by itself hides how much it has
    /// received.
    ///
    /// [`RawResponse::bytes`]: super::RawResponse::bytes
    pub fn body(mut self, bytes: u64) -> Self {
        self.body = bytes;
        self
    }

    /// How many bytes of an answer must come within each span, as long as something is awaited. By default 15 KiB
    /// within 60 s, which is 256 bytes a second. A caller who takes his time with a stream does not count as a slow
    /// server. The head of the answer must come within a span in which no more of the request goes out.
    ///
    /// With one byte, only silence is an error. What is slower counts as a broken connection: it is asked for again
    /// if that is safe, and downloads are taken up where they broke.
    ///
    /// A transport of your own does not tell how far bytes have gone out. After more than 64 KiB of them, it must
    /// itself limit how long it waits for the head.
    pub fn least_rate(mut self, bytes: u64, within: Duration) -> Self {
        self.least_rate = Some(LeastRate { bytes, within });
        self
    }

    /// No least rate: a server may be silent for as long as the transport lets it.
    pub fn no_least_rate(mut self) -> Self {
        self.least_rate = None;
        self
    }

    /// How long a call may take as a whole: all tries, the waits between them, redirects, and reading the answer if
    /// it is held. By default one hour. Each page of a collection, each piece of an upload session and each look at
    /// work under way is a call of its own.
    ///
    /// It does not apply to [`send_stream`](crate::Request::send_stream), because nobody knows how long that is, nor
    /// to the content of downloads.
    pub fn deadline(mut self, span: Duration) -> Self {
        self.deadline = Some(span);
        self
    }

    /// No deadline.
    pub fn no_deadline(mut self) -> Self {
        self.deadline = None;
        self
    }

    /// The longest `Retry-After` that is waited for, by default five minutes. A service that asks for more is not
    /// asked again: its answer is the error, and [`Error::retry_after`](super::Error::retry_after) says what it
    /// wants. In a batch that concerns the parts. Work under way is looked at after this span at the latest.
    pub fn retry_after(mut self, longest: Duration) -> Self {
        self.retry_after = longest;
        self
    }

    /// How many pages in a row may be empty and yet name another one, by default 100. The page after the third is
    /// waited for 0.1 s, and twice as long each time up to one second, so that the limit is reached after about a
    /// minute and a half. The error is [`RefusedLink::EmptyPages`](super::RefusedLink::EmptyPages).
    pub fn empty_pages(mut self, in_a_row: u32) -> Self {
        self.empty_pages = in_a_row;
        self
    }
}
