//! Runs the example programs against a service on loopback that checks every request, answers page by
//! page, and fails in every way at every request.

mod server;
mod trial;

mod batch;
mod create_user;
mod delta;
mod directory_objects;
mod download_file;
mod failures;
mod list_users;
mod page_messages;
mod readme;
mod update_qr_code;
mod update_task;
mod update_user;
mod upload_file;

/// The programs themselves. Their `main` is for users.
#[allow(dead_code)]
#[path = "../../examples"]
mod programs {
    pub(crate) mod batch;
    pub(crate) mod create_user;
    pub(crate) mod delta;
    pub(crate) mod directory_objects;
    pub(crate) mod download_file;
    pub(crate) mod first;
    pub(crate) mod list_users;
    pub(crate) mod page_messages;
    pub(crate) mod update_qr_code;
    pub(crate) mod update_task;
    pub(crate) mod update_user;
    pub(crate) mod upload_file;
}
