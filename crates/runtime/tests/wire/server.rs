//! A server on a socket of this machine that says what it is told to, byte for byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// One connection for each answer, in their order. The thread ends with the last one.
pub(crate) struct Server {
    pub(crate) url: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start(answers: Vec<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = seen.clone();
        thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let request = read(&stream);
                record.lock().unwrap().push(request);
                // A client that has hung up is not the server's business.
                let _ = stream.write_all(&answer);
            }
        });
        Self { url, seen }
    }

    /// Head and body of each request, with line ends of this platform.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

fn read(stream: &TcpStream) -> String {
    let (mut reader, mut text) = (BufReader::new(stream), String::new());
    let (mut length, mut is_chunked) = (0, false);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim_end();
        text.push_str(line);
        text.push('\n');
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.parse().unwrap();
        }
        is_chunked |= line == "transfer-encoding: chunked";
        if line.is_empty() {
            break;
        }
    }
    if !is_chunked {
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        return text + &String::from_utf8(body).unwrap();
    }
    while !text.ends_with("\n0\n\n") {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Head and body; the connection ends with it, even if the head promises more.
pub(crate) fn answer(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut answer = format!("HTTP/1.1 {status}\r\nConnection: close\r\n");
    for (name, value) in headers {
        answer.push_str(&format!("{name}: {value}\r\n"));
    }
    if !headers.iter().any(|(name, _)| *name == "Content-Length") {
        answer.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    let mut answer = (answer + "\r\n").into_bytes();
    answer.extend_from_slice(body);
    answer
}
