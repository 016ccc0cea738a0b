//! What an operation page states: requests, permissions, parameters, body, response, examples.

mod request_line;
