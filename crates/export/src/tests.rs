mod csdl;
mod model_json;
mod openapi;
mod sample;
mod schema;
mod service;
