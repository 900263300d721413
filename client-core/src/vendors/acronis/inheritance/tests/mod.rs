//! The rule against the design's vectors, against a naive second implementation, and at the edges of sight.

mod deep;
mod edge;
mod estate;
mod explained;
mod properties;
mod reading;
mod vectors;
