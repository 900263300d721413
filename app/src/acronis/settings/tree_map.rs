//! The subtree that a change touches as a small tree map: a rectangle for each child, as large as what is
//! below it. Pure layout: squarish rectangles, largest first.

/// A rectangle of the map, in the map's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Lays out weights, the largest first, in a rectangle; one for each, in the same order.
pub fn lay_out(weights: &[usize], mut room: Rect) -> Vec<Rect> {
    let mut rects = Vec::with_capacity(weights.len());
    let mut rest = weights;
    let mut left: f64 = weights.iter().map(|weight| *weight as f64).sum();
    while !rest.is_empty() && left > 0.0 {
        let scale = room.width * room.height / left;
        let side = room.width.min(room.height);
        let count = best_strip(rest, scale, side);
        let (strip, others) = rest.split_at(count);
        let sum: f64 = strip.iter().map(|weight| *weight as f64).sum();
        room = place_strip(strip, sum * scale, scale, room, &mut rects);
        left -= sum;
        rest = others;
    }
    rects.resize(weights.len(), Rect { width: 0.0, height: 0.0, ..room });
    rects
}

/// How many of the weights make the squarest strip along a side.
fn best_strip(weights: &[usize], scale: f64, side: f64) -> usize {
    let (mut best, mut best_count) = (f64::INFINITY, 1);
    let mut sum = 0.0;
    for (at, weight) in weights.iter().enumerate() {
        sum += *weight as f64 * scale;
        let depth = sum / side;
        let first = weights.first().map_or(0.0, |first| *first as f64 * scale / depth);
        let last = *weight as f64 * scale / depth;
        let worst = (first / depth).max(depth / first).max((last / depth).max(depth / last));
        if worst > best {
            break;
        }
        (best, best_count) = (worst, at + 1);
    }
    best_count
}

/// Puts a strip along the shorter side; gives the room that is left.
fn place_strip(strip: &[usize], area: f64, scale: f64, room: Rect, rects: &mut Vec<Rect>) -> Rect {
    let upright = room.width >= room.height;
    let side = room.width.min(room.height);
    let depth = area / side;
    let mut along = 0.0;
    for weight in strip {
        let length = *weight as f64 * scale / depth;
        rects.push(match upright {
            true => Rect { x: room.x, y: room.y + along, width: depth, height: length },
            false => Rect { x: room.x + along, y: room.y, width: length, height: depth },
        });
        along += length;
    }
    match upright {
        true => Rect { x: room.x + depth, width: (room.width - depth).max(0.0), ..room },
        false => Rect { y: room.y + depth, height: (room.height - depth).max(0.0), ..room },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect { x: 0.0, y: 0.0, width: 300.0, height: 120.0 };

    #[test]
    fn areas_are_in_proportion_and_inside() {
        let weights = [60, 30, 20, 5, 3, 1, 1];
        let rects = lay_out(&weights, ROOM);
        let total: usize = weights.iter().sum();
        for (weight, rect) in weights.iter().zip(&rects) {
            let wanted = *weight as f64 / total as f64 * ROOM.width * ROOM.height;
            assert!((rect.width * rect.height - wanted).abs() < 1e-6);
            assert!(rect.x >= -1e-9 && rect.x + rect.width <= ROOM.width + 1e-6);
            assert!(rect.y >= -1e-9 && rect.y + rect.height <= ROOM.height + 1e-6);
        }
    }

    #[test]
    fn nothing_and_next_to_nothing() {
        assert!(lay_out(&[], ROOM).is_empty());
        assert_eq!(lay_out(&[0, 0], ROOM).len(), 2);
        assert_eq!(lay_out(&[1], ROOM), [ROOM]);
    }
}
