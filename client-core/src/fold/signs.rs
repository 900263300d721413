//! Signs that people and programs write in several ways: quotes, dashes, digits, the letters of Arabic that a hamza or
//! a neighbouring language changes; and what is not seen at all.

/// The form that all of them are folded to; `None` where there is but one.
pub(super) fn sign(one: char) -> Option<&'static str> {
    // Most letters are none of these.
    if one < '\u{ab}' && one != '`' {
        return None;
    }
    Some(match one {
        '`' | '´' | '‘' | '’' | '‚' | '‛' | '′' | '‵' | '‹' | '›' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '׳'
        | '＇' | '｀' => "'",
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '‶' | '〝' | '〞' | '〟' | '״' | '＂' => {
            "\""
        }
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '⁃' | '−' | '﹘' | '﹣' | '－' | '⸺' | '⸻' | '־' => {
            "-"
        }
        '〜' | '～' => "~",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => "ا",
        'ؤ' | 'ٶ' => "و",
        'ئ' | 'ى' | 'ی' | 'ې' | 'ٸ' => "ي",
        'ة' | 'ہ' | 'ۀ' | 'ۂ' | 'ە' => "ه",
        'ک' | 'ڪ' => "ك",
        'ۓ' => "ے",
        _ => return None,
    })
}

/// Marks that people leave out (accents of the European scripts, vowel signs of Arabic and Hebrew, a hamza on its own),
/// and characters without a shape.
pub(super) fn is_ignored(one: char) -> bool {
    one >= '\u{ad}'
        && matches!(one,
            '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}' | '\u{61c}' | 'ء' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{674}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e01ef}')
}
