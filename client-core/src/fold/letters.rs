//! Letters without their accents. Three dense tables and a short list weigh 1 KB; Unicode's own tables,
//! which take apart every script there is, weigh forty, and what people type without accents is these.

/// The plain lower-case letter of an accented Latin one; `.` where there is none.
static LATIN_1_AND_A: &[u8; 192] = b"\
aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll.\
.llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static LATIN_B: &[u8; 208] = b"\
b...............................oo.............uu....zz.........\
.............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa....\
aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
............rryy";

static LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// The plain lower-case form of a letter with an accent, a stroke or a ligature; `None` where it has none.
pub(super) fn plain(one: char) -> Option<&'static str> {
    let code = one as usize;
    let latin = match code {
        0xc0..=0x17f => LATIN_1_AND_A.get(code - 0xc0..=code - 0xc0),
        0x180..=0x24f => LATIN_B.get(code - 0x180..=code - 0x180),
        0x1e00..=0x1eff => LATIN_ADDITIONAL.get(code - 0x1e00..=code - 0x1e00),
        _ => None,
    };
    match latin {
        Some(letter) if letter != b"." => std::str::from_utf8(letter).ok(),
        _ => other(one),
    }
}

fn other(one: char) -> Option<&'static str> {
    Some(match one {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ĳ' | 'Ĳ' => "ij",
        'Ά' | 'ά' => "α",
        'Έ' | 'έ' => "ε",
        'Ή' | 'ή' => "η",
        'Ί' | 'ΐ' | 'Ϊ' | 'ί' | 'ϊ' => "ι",
        'Ό' | 'ό' => "ο",
        'Ύ' | 'Ϋ' | 'ΰ' | 'ϋ' | 'ύ' => "υ",
        'Ώ' | 'ώ' => "ω",
        'ς' => "σ",
        'Ё' | 'ё' | 'Ѐ' | 'ѐ' => "е",
        'Й' | 'й' | 'Ѝ' | 'ѝ' => "и",
        'Ї' | 'ї' => "і",
        'Ѓ' | 'ѓ' => "г",
        'Ќ' | 'ќ' => "к",
        'Ў' | 'ў' => "у",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unicode's own decomposition says the same of every letter of these blocks that it takes apart.
    #[test]
    fn the_tables_agree_with_unicode() {
        let mut compared = 0;
        for code in (0xc0..0x250).chain(0x1e00..0x1f00).chain(0x370..0x3d0).chain(0x400..0x460) {
            let one = char::from_u32(code).unwrap();
            let mut parts = Vec::new();
            unicode_normalization::char::decompose_canonical(one, |part| parts.push(part));
            let base = parts[0].to_lowercase().to_string();
            let is_letter = parts.len() > 1
                && parts[0].is_alphabetic()
                && ('æ' != parts[0].to_lowercase().next().unwrap());
            let greek_or_cyrillic = (0x370..0x460).contains(&code) && base != "ϒ";
            if is_letter && (parts[0].is_ascii() || greek_or_cyrillic) {
                assert_eq!(plain(one), Some(base.as_str()), "{one}");
                compared += 1;
            }
        }
        assert!(compared > 500, "{compared}");
    }
}
