//! Pairs that people take for the same text, and where a hit stands in it.

use unicode_normalization::UnicodeNormalization as _;

use super::*;

#[test]
fn folds() {
    for (text, folded) in [
        ("Café Orquídea S.L.", "cafe orquidea s.l."),
        ("STRAẞE Łódź Ærø", "strasse lodz aero"),
        ("Ελλάς", "ελλασ"),
        ("ЁЛКА Й", "елка и"),
        ("İstanbul", "istanbul"),
        ("a\u{0}b\nc", "a b c"),
        ("東京", "東京"),
        ("عُمَان", "عمان"),
        ("ＡＣＭＥ　１２３", "acme 123"),
        ("ﬁnance oﬃce ﬂow ﬆ", "finance office flow st"),
        ("O’Brien ‘x’ “y” „z“ «w»", "o'brien 'x' \"y\" \"z\" \"w\""),
        ("a–b—c‑d−e", "a-b-c-d-e"),
        ("a\u{a0}b\u{2009}\u{2003}c  d\t\te\u{3000}f", "a b c d e f"),
        ("co\u{ad}op\u{200b}era\u{2060}tion\u{feff}", "cooperation"),
        ("أحمد إبراهيم آل مؤمن هيئة", "احمد ابراهيم ال مومن هييه"),
        ("مـــحمد", "محمد"),
        ("ﻻﻣﻊ", "لامع"),
        ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
        ("Å K № ™ ① 𝐁𝐨𝐥𝐝 ²", "a k no tm 1 bold 2"),
        ("㈱東京", "(株)東京"),
        ("…", "..."),
        ("  two  blanks ", " two blanks "),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn either_kana_finds_the_other() {
    for (katakana, hiragana) in [
        ("ヤマダシステム", "やまだしすてむ"),
        ("ガギグ ヴヽヾ", "がぎぐ ゔゝゞ"),
        ("ｶﾞｷﾞ", "がぎ"),
        ("ァヵヶ", "ぁゕゖ"),
    ] {
        assert_eq!(fold(katakana), fold(hiragana), "{katakana}");
    }
    assert_eq!(match_range("株式会社ヤマダ", &fold("やまだ")), Some(12..21));
}

/// However a text is composed, it is found: as it was typed on a Mac, in a PDF, by an input method.
#[test]
fn composed_and_taken_apart_are_the_same() {
    for text in [
        "Café Orquídea",
        "Ångström",
        "Việt Nam Đà Nẵng",
        "한글 각하 뷁",
        "ガギグゲゴ ザジズゼゾ ダヂヅデド バビブベボ パピプペポ ヴヷヸヹヺ",
        "がぎぐげご ざじずぜぞ だぢづでど ばびぶべぼ ぱぴぷぺぽ ゔゞ",
        "ｶﾞｷﾞ ﾊﾟﾋﾟ ｱｲｳ",
        "ﾡㄱ",
        "अऩऱ क़ख़ज़ड़फ़",
        "أؤئإآ",
        "Ελλάς ΐΰ",
        "Йй Ёё Її",
        "ﬀﬁﬂﬃﬄﬅﬆ",
        "ＡＢＣ１２３！",
        "שׁלום",
        "ﺃﺣﻤﺪ",
        "神 﨑 塚",
    ] {
        let forms: [String; 5] = [
            text.to_owned(),
            text.nfc().collect(),
            text.nfd().collect(),
            text.nfkc().collect(),
            text.nfkd().collect(),
        ];
        for form in &forms {
            assert_eq!(fold(form), fold(text), "{text} as {form}");
            assert_eq!(
                fold(&form.to_uppercase().to_lowercase()),
                fold(&text.to_lowercase()),
                "{text} as {form}"
            );
        }
    }
}

#[test]
fn folding_is_done_at_once() {
    let differs = |one: &char| {
        let once = fold(&one.to_string());
        let (composed, apart): (String, String) = (one.nfc().collect(), one.nfd().collect());
        [fold(&once), fold(&composed), fold(&apart)].iter().any(|other| *other != once)
    };
    let differ: Vec<char> = (0..=0x2_ffff).filter_map(char::from_u32).filter(differs).collect();
    assert_eq!(differ, Vec::<char>::new());
}

#[test]
fn parts_of_a_syllable_are_found_while_they_are_typed() {
    assert!(fold("한국은행").contains(&fold("하")));
    assert!(fold("한국은행").contains(&fold("ㅎ")));
}

#[test]
fn ranges_cover_whole_characters() {
    let range = |text: &str, query: &str| match_range(text, &fold(query)).map(|range| text[range].to_owned());
    assert_eq!(range("Café Orquídea", "fe orq").as_deref(), Some("fé Orq"));
    assert_eq!(range("Straße", "as").as_deref(), Some("aß"));
    assert_eq!(range("e\u{301}cole", "ecole").as_deref(), Some("e\u{301}cole"));
    assert_eq!(range("Café  Sol", "fe s").as_deref(), Some("fé  S"));
    assert_eq!(range("oﬃce", "ff").as_deref(), Some("ﬃ"));
    assert_eq!(range("한국", "하").as_deref(), Some("한"));
    assert_eq!(range("abc", "x"), None);
    assert_eq!(range("abc", ""), None);
}
