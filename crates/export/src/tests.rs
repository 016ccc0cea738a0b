mod csdl;
mod openapi;
mod sample;
