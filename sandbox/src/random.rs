//! Numbers that look random and depend only on the seed, the object and the aspect, so that any part of the
//! estate can be produced without the rest.

/// A stream of numbers fixed by its seed.
#[derive(Clone, Copy, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of one object's one aspect.
    pub fn new(seed: u64, object: u64, aspect: u64) -> Random {
        Random(mix(seed ^ mix(object.wrapping_add(aspect << 40).wrapping_add(0x51ab))))
    }

    /// The next 64 bits (SplitMix64).
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number below `limit`; 0 where the limit is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        let drawn = self.draw() >> 11;
        if limit == 0 { 0 } else { drawn % limit }
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// One of the list; the type's default where the list is empty.
    pub fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let at = self.below(list.len() as u64) as usize;
        list.get(at).copied().unwrap_or_default()
    }
}

/// A bijection on 64 bits that scatters neighbours.
pub fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// A number from text (FNV-1a, scattered).
pub fn hash_text(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    mix(text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}
