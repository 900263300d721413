//! Words in the other scripts.

use super::words::Locale;

/// After the Latin ones: ja, ar, he, ru, el, hi, ko, zh, th.
pub static ALL: &[Locale] = &[JA, AR, HE, RU, EL, HI, KO, ZH, TH];

const JA: Locale = Locale {
    language: "ja",
    country: "Japan",
    families: &[("山田", "yamada"), ("佐藤", "sato"), ("高橋", "takahashi"), ("渡辺", "watanabe"), ("伊藤", "ito"), ("小林", "kobayashi"), ("齋藤", "saito"), ("𠮷田", "yoshida")],
    givens: &[("太郎", "taro"), ("花子", "hanako"), ("健一", "kenichi"), ("さくら", "sakura"), ("ユウキ", "yuki")],
    trades: &["製作所", "商店", "建設", "歯科医院", "法律事務所", "運輸", "酒造", "印刷"],
    cities: &["東京", "大阪", "札幌", "福岡", "仙台", "名古屋", "京都"],
    customers: &["株式会社{f}{t}", "{f}{t}", "{c}{t}", "有限会社{f}{t}", "{c}{f}{t}", "ｶﾌﾞｼｷ{f}{t}"],
    partners: &["{f}システムズ株式会社", "{c}情報サービス"],
    folders: &["{c}地区", "{c}のお客様"],
    units: &["{c}営業所", "{c}支店", "経理部"],
};

const AR: Locale = Locale {
    language: "ar",
    country: "Jordan",
    families: &[("الخوري", "alkhoury"), ("النجار", "alnajjar"), ("حداد", "haddad"), ("منصور", "mansour"), ("الزهراني", "alzahrani"), ("القاسم", "alqasim")],
    givens: &[("ليلى", "layla"), ("يوسف", "youssef"), ("مريم", "maryam"), ("خالد", "khaled")],
    trades: &["للتجارة", "للمقاولات", "للنقل", "للأدوية", "للطباعة", "للاستشارات"],
    cities: &["عمّان", "بيروت", "الدوحة", "القاهرة", "دبي"],
    customers: &["شركة {f} {t}", "مؤسسة {f} {t}", "{f} وأولاده {t}", "مجموعة {c} {t}", "{f} {t} (IT)"],
    partners: &["{f} لتقنية المعلومات", "حلول {c}"],
    folders: &["{c}", "عملاء {c}"],
    units: &["مكتب {c}", "فرع {c}"],
};

const HE: Locale = Locale {
    language: "he",
    country: "Israel",
    families: &[("כהן", "cohen"), ("לוי", "levi"), ("מזרחי", "mizrahi"), ("פרידמן", "friedman")],
    givens: &[("נועה", "noa"), ("איתי", "itai"), ("תמר", "tamar")],
    trades: &["הנדסה", "יבוא ושיווק", "עורכי דין", "אופטיקה"],
    cities: &["חיפה", "תל אביב", "באר שבע"],
    customers: &["{f} {t} בע\"מ", "{t} {c}", "{f} ובניו {t}"],
    partners: &["{f} מחשבים"],
    folders: &["{c}"],
    units: &["סניף {c}"],
};

const RU: Locale = Locale {
    language: "ru",
    country: "Kazakhstan",
    families: &[("Соловьёв", "solovyov"), ("Кузнецов", "kuznetsov"), ("Щербаков", "shcherbakov"), ("Йорданов", "yordanov"), ("Шевченко", "shevchenko")],
    givens: &[("Алёна", "alyona"), ("Пётр", "pyotr"), ("Юлия", "yulia"), ("Игорь", "igor")],
    trades: &["Стройсервис", "Пекарня", "Логистика", "Аптека", "Типография", "Юристы"],
    cities: &["Алматы", "Тбилиси", "София", "Бишкек"],
    customers: &["ООО «{t} {f}»", "{t} {c}", "{f} и партнёры", "{t} {f} {c}"],
    partners: &["{f} ИТ-решения"],
    folders: &["{c}"],
    units: &["Офис {c}", "Склад {c}"],
};

const EL: Locale = Locale {
    language: "el",
    country: "Greece",
    families: &[("Παπαδόπουλος", "papadopoulos"), ("Γεωργίου", "georgiou"), ("Νικολαΐδης", "nikolaidis"), ("Ζαχαρίας", "zacharias")],
    givens: &[("Ελένη", "eleni"), ("Γιώργος", "giorgos"), ("Σοφία", "sofia")],
    trades: &["Αρτοποιείο", "Ναυτιλιακή", "Φαρμακείο", "Τεχνική", "Εκδόσεις"],
    cities: &["Αθήνα", "Θεσσαλονίκη", "Ηράκλειο", "Πάτρα"],
    customers: &["{t} {f} Α.Ε.", "{f} & Υιοί", "{t} {c}", "{t} {f} {c}"],
    partners: &["{f} Πληροφορική"],
    folders: &["{c}"],
    units: &["Γραφείο {c}", "Κατάστημα {c}"],
};

const HI: Locale = Locale {
    language: "hi",
    country: "India",
    families: &[("शर्मा", "sharma"), ("गुप्ता", "gupta"), ("चौधरी", "chaudhary"), ("श्रीवास्तव", "srivastava"), ("अय्यर", "iyer")],
    givens: &[("प्रिया", "priya"), ("अर्जुन", "arjun"), ("कृष्णा", "krishna"), ("दीप्ति", "deepti")],
    trades: &["ट्रेडर्स", "मिष्ठान्न", "टेक्सटाइल", "निर्माण", "फ़ार्मेसी"],
    cities: &["दिल्ली", "मुंबई", "पुणे", "जयपुर"],
    customers: &["{f} {t}", "{f} एंड संस {t}", "{c} {t}", "{f} {t} {c}"],
    partners: &["{f} आईटी सेवाएँ"],
    folders: &["{c}"],
    units: &["{c} कार्यालय", "{c} शाखा"],
};

const KO: Locale = Locale {
    language: "ko",
    country: "Korea",
    families: &[("김", "kim"), ("이", "lee"), ("박", "park"), ("최", "choi")],
    givens: &[("서연", "seoyeon"), ("민준", "minjun"), ("하은", "haeun")],
    trades: &["건설", "전자", "물산", "치과", "출판사"],
    cities: &["서울", "부산", "대구"],
    customers: &["(주){f}{t}", "{c}{t}", "{f} {t} {c}"],
    partners: &["{c}시스템"],
    folders: &["{c}"],
    units: &["{c} 지점"],
};

const ZH: Locale = Locale {
    language: "zh",
    country: "Singapore",
    families: &[("陈", "chen"), ("黄", "huang"), ("欧阳", "ouyang"), ("林", "lin")],
    givens: &[("伟", "wei"), ("美玲", "meiling"), ("嘉欣", "jiaxin")],
    trades: &["贸易有限公司", "建筑", "牙科诊所", "物流", "印刷厂"],
    cities: &["上海", "新加坡", "深圳"],
    customers: &["{f}氏{t}", "{c}{t}", "{c}{f}记{t}"],
    partners: &["{c}信息技术"],
    folders: &["{c}"],
    units: &["{c}分公司"],
};

const TH: Locale = Locale {
    language: "th",
    country: "Thailand",
    families: &[("ศรีสุข", "srisuk"), ("วงศ์ทอง", "wongthong"), ("ใจดี", "jaidee")],
    givens: &[("สมชาย", "somchai"), ("นภา", "napa")],
    trades: &["การค้า", "ก่อสร้าง", "เภสัช"],
    cities: &["เชียงใหม่", "ภูเก็ต"],
    customers: &["บริษัท {f}{t} จำกัด", "{t}{c}", "ห้างหุ้นส่วน {f}{t} {c}"],
    partners: &["{f}ไอที"],
    folders: &["{c}"],
    units: &["สาขา{c}"],
};
