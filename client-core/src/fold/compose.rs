//! Characters that stand for several, or for another one: syllables of Hangul, voiced kana, wide and narrow forms,
//! ligatures, letters in circles. Those that whole names are made of are taken apart here, the others by the browser,
//! which has Unicode's tables: in the bundle they would weigh forty kilobytes.

/// Calls `part` for each character that this one stands for; `false` where it stands for itself.
pub(super) fn decompose(one: char, mut part: impl FnMut(char)) -> bool {
    let code = one as u32;
    match code {
        // Ideographs.
        0x3400..=0x9fff => false,
        0xac00..=0xd7a3 => {
            syllable(code - 0xac00, part);
            true
        }
        0x3041..=0x30ff => match kana(code) {
            Some((base, mark)) => {
                part(base);
                part(mark);
                true
            }
            // The marks alone, and two ligatures.
            None => matches!(code, 0x309b | 0x309c | 0x309f | 0x30ff) && tables::decompose(one, part),
        },
        0xff01..=0xff5e => {
            char::from_u32(code - 0xfee0).into_iter().for_each(part);
            true
        }
        _ if !may_stand_for_others(code) => false,
        _ => tables::decompose(one, part),
    }
}

/// Unicode 3.12: a syllable is a leading consonant, a vowel and perhaps a trailing consonant.
fn syllable(at: u32, part: impl FnMut(char)) {
    let (lead, vowel, trail) = (at / 588, at % 588 / 28, at % 28);
    let trail = (trail > 0).then_some(0x11a7 + trail);
    [Some(0x1100 + lead), Some(0x1161 + vowel), trail]
        .into_iter()
        .flatten()
        .filter_map(char::from_u32)
        .for_each(part);
}

const VOICED: char = '\u{3099}';
const HALF_VOICED: char = '\u{309a}';

/// A kana with its mark taken off. Katakana stand as hiragana do, 0x60 further on.
fn kana(code: u32) -> Option<(char, char)> {
    let katakana = if code >= 0x30a0 { 0x60 } else { 0 };
    let (base, mark) = match code - katakana {
        hiragana @ 0x304c..=0x3062 if hiragana % 2 == 0 => (hiragana - 1, VOICED),
        hiragana @ (0x3065 | 0x3067 | 0x3069) => (hiragana - 1, VOICED),
        hiragana @ 0x3070..=0x307d if hiragana % 3 == 0x3070 % 3 => (hiragana - 1, VOICED),
        hiragana @ 0x3071..=0x307d if hiragana % 3 == 0x3071 % 3 => (hiragana - 2, HALF_VOICED),
        0x3094 => (0x3046, VOICED),
        0x309e => (0x309d, VOICED),
        odd @ 0x3097..=0x309a if katakana > 0 => (odd - 8, VOICED),
        _ => return None,
    };
    Some((char::from_u32(base + katakana)?, mark))
}

/// Stretches of the first plane with characters that stand for others; a test holds them against Unicode's tables.
static STRETCHES: [(u16, u16); 62] = [
    (0xa0, 0xbe),
    (0x13f, 0x149),
    (0x1c4, 0x1ff),
    (0x2b0, 0x2b8),
    (0x2d8, 0x2e4),
    (0x340, 0x344),
    (0x374, 0x387),
    (0x3d0, 0x3d6),
    (0x3f0, 0x3f9),
    (0x476, 0x477),
    (0x4c1, 0x4f9),
    (0x558, 0x58c),
    (0x622, 0x626),
    (0x675, 0x678),
    (0x6c0, 0x6d3),
    (0x929, 0x934),
    (0x958, 0x95f),
    (0x9cb, 0x9df),
    (0xa33, 0xa36),
    (0xa59, 0xa5e),
    (0xb48, 0xb5d),
    (0xb94, 0xb94),
    (0xbca, 0xbcc),
    (0xc48, 0xc48),
    (0xcc0, 0xccb),
    (0xd4a, 0xd4c),
    (0xdda, 0xdde),
    (0xe33, 0xe33),
    (0xeb3, 0xeb3),
    (0xedc, 0xedd),
    (0xf0c, 0xfb9),
    (0x1026, 0x1026),
    (0x10fc, 0x10fc),
    (0x1b06, 0x1b12),
    (0x1b3b, 0x1b43),
    (0x1d2c, 0x1d78),
    (0x1d9b, 0x1dbf),
    (0x1e9a, 0x1e9b),
    (0x1f00, 0x20a8),
    (0x2100, 0x21cf),
    (0x2204, 0x2289),
    (0x22ac, 0x22ed),
    (0x2329, 0x232a),
    (0x2460, 0x24ea),
    (0x2a0c, 0x2a0c),
    (0x2a74, 0x2adc),
    (0x2c7c, 0x2c7d),
    (0x2d6f, 0x2d6f),
    (0x2e9f, 0x2e9f),
    (0x2ef3, 0x2fd5),
    (0x3000, 0x303a),
    (0x3131, 0x319f),
    (0x3200, 0x33ff),
    (0xa69c, 0xa69d),
    (0xa770, 0xa770),
    (0xa7f1, 0xa7f9),
    (0xab5c, 0xab69),
    (0xf900, 0xfad9),
    (0xfb00, 0xfbb1),
    (0xfbd3, 0xfdc7),
    (0xfdf0, 0xfefc),
    (0xff5f, 0xffee),
];

fn may_stand_for_others(code: u32) -> bool {
    match u16::try_from(code) {
        Ok(code) => {
            let at = STRETCHES.partition_point(|(_, end)| *end < code);
            STRETCHES.get(at).is_some_and(|(begin, _)| *begin <= code)
        }
        // Beyond it: old scripts, signs of music, letters of mathematics, in squares and in circles. Not emoji.
        Err(_) => {
            matches!(code, 0x10500..=0x11fff | 0x16000..=0x16fff | 0x1b100..=0x1b2ff | 0x1ccd6..=0x1eeff | 0x1f100..=0x1f2ff | 0x1fbf0..=0x1fbf9 | 0x2f800..=0x2fa1f)
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod tables {
    /// As the browser's tables have it.
    pub fn decompose(one: char, part: impl FnMut(char)) -> bool {
        let text = js_sys::JsString::from(one.encode_utf8(&mut [0; 4]) as &str);
        let parts = String::from(text.normalize("NFKD"));
        parts.chars().for_each(part);
        true
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod tables {
    /// As the same tables have it where no browser is.
    pub fn decompose(one: char, part: impl FnMut(char)) -> bool {
        unicode_normalization::char::decompose_compatible(one, part);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character there is: what Unicode takes apart is taken apart, in the same parts. Accented letters have a table
    /// of their own.
    #[test]
    fn it_agrees_with_unicode() {
        let all = (0x80..=0x10_ffff).filter_map(char::from_u32);
        let mut differ = Vec::new();
        for one in all.filter(|one| super::super::plain(*one).is_none()) {
            let (mut ours, mut unicodes) = (Vec::new(), Vec::new());
            if !decompose(one, |part| ours.push(part)) {
                ours = vec![one];
            }
            unicode_normalization::char::decompose_compatible(one, |part| unicodes.push(part));
            if ours != unicodes {
                differ.push(format!("U+{:04X} {ours:?} {unicodes:?}", one as u32));
            }
        }
        assert_eq!(differ, Vec::<String>::new());
    }
}
