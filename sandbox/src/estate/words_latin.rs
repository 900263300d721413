//! Words in the Latin script, accents included.

use super::words::Locale;

/// In the order that [`super::regions`] counts on: es, pt, de, nl, fr, en, sv, fi, pl, tr.
pub static ALL: &[Locale] = &[ES, PT, DE, NL, FR, EN, SV, FI, PL, TR];

const ES: Locale = Locale {
    language: "es",
    country: "Spain",
    families: &[("García", "garcia"), ("Muñoz", "munoz"), ("Etxeberria", "etxeberria"), ("Ibáñez", "ibanez"), ("Núñez", "nunez"), ("Castaño", "castano"), ("Peñalver", "penalver"), ("Llorente", "llorente"), ("Zubiri", "zubiri"), ("Quirós", "quiros"), ("Vázquez", "vazquez"), ("Ordóñez", "ordonez")],
    givens: &[("Íñigo", "inigo"), ("María José", "mariajose"), ("Begoña", "begona"), ("Andrés", "andres"), ("Lucía", "lucia"), ("Óscar", "oscar"), ("Noelia", "noelia"), ("Joaquín", "joaquin")],
    trades: &["Ferretería", "Panadería", "Clínica Dental", "Transportes", "Gestoría", "Imprenta", "Óptica", "Farmacia", "Talleres", "Conservas", "Bodegas", "Librería"],
    cities: &["Bilbao", "Gijón", "Málaga", "Cádiz", "León", "Castellón", "A Coruña", "Almería", "Sevilla", "Logroño"],
    customers: &["{t} {f}", "{f} y Asociados", "{t} {c}", "{f} e Hijos S.L.", "{t} {f} {c}", "{t} «{f}»"],
    partners: &["{f} Informática", "Sistemas {c}", "{f} TI S.L."],
    folders: &["{c}", "Zona {c}"],
    units: &["Oficina {c}", "Almacén {c}", "Tienda {c}", "Contabilidad"],
};

const PT: Locale = Locale {
    language: "pt",
    country: "Portugal",
    families: &[("Conceição", "conceicao"), ("Magalhães", "magalhaes"), ("Simões", "simoes"), ("Araújo", "araujo"), ("Guimarães", "guimaraes"), ("Brandão", "brandao"), ("Teles", "teles"), ("Falcão", "falcao")],
    givens: &[("João", "joao"), ("Inês", "ines"), ("Gonçalo", "goncalo"), ("Mafalda", "mafalda"), ("Tomás", "tomas")],
    trades: &["Padaria", "Construções", "Cortiças", "Mercearia", "Advogados", "Oficina", "Azulejos", "Livraria"],
    cities: &["Évora", "Setúbal", "Braga", "Guimarães", "Faro", "Viseu", "Olhão"],
    customers: &["{t} {f}", "{f} & Irmãos Lda.", "{t} de {c}", "{t} {f} {c}"],
    partners: &["{f} Sistemas", "Redes {c}"],
    folders: &["{c}", "Região de {c}"],
    units: &["Escritório {c}", "Armazém {c}", "Loja {c}"],
};

const DE: Locale = Locale {
    language: "de",
    country: "Germany",
    families: &[("Müller", "mueller"), ("Schröder", "schroeder"), ("Weiß", "weiss"), ("Jäger", "jaeger"), ("Köhler", "koehler"), ("Groß", "gross"), ("Brandstätter", "brandstaetter"), ("Hübner", "huebner"), ("Lüdtke", "luedtke"), ("Strauß", "strauss"), ("Pfäffli", "pfaeffli"), ("Öttinger", "oettinger")],
    givens: &[("Jürgen", "juergen"), ("Käthe", "kaethe"), ("Björn", "bjoern"), ("Annegret", "annegret"), ("Uwe", "uwe"), ("Sören", "soeren"), ("Heike", "heike"), ("Götz", "goetz")],
    trades: &["Bäckerei", "Maschinenbau", "Steuerberatung", "Großhandel", "Dachdeckerei", "Schlüsseldienst", "Apotheke", "Gerüstbau", "Brauerei", "Zahnärzte", "Spedition", "Hörgeräte"],
    cities: &["München", "Köln", "Zürich", "Düsseldorf", "Graz", "Saarbrücken", "Görlitz", "Lübeck", "Bärnbach", "Würzburg"],
    customers: &["{t} {f} GmbH", "{f} & Söhne KG", "{t} {c}", "{f} {t} GmbH & Co. KG", "{t} {f} {c}"],
    partners: &["{f} Systemhaus GmbH", "IT-Haus {c}", "{f} Netzwerktechnik"],
    folders: &["{c}", "Bezirk {c}", "Kunden {c}"],
    units: &["Niederlassung {c}", "Filiale {c}", "Buchhaltung", "Werk {c}"],
};

const NL: Locale = Locale {
    language: "nl",
    country: "Netherlands",
    families: &[("van der Meer", "vandermeer"), ("de Vries", "devries"), ("Bruïne", "bruine"), ("Jansen", "jansen"), ("Coppée", "coppee"), ("ter Horst", "terhorst"), ("Dijkstra", "dijkstra"), ("Wouters", "wouters"), ("Peeters", "peeters"), ("Hoekstra", "hoekstra")],
    givens: &[("Joost", "joost"), ("Saskia", "saskia"), ("Daniël", "daniel"), ("Fleur", "fleur"), ("Zoë", "zoe"), ("Thijs", "thijs")],
    trades: &["Bakkerij", "Scheepswerf", "Accountants", "Kwekerij", "Drukkerij", "Apotheek", "Bouwbedrijf", "Fietsenmaker", "Notariaat", "Rederij", "Kaashandel", "Tandartspraktijk"],
    cities: &["Gent", "Luik", "Utrecht", "Groningen", "Brugge", "Roermond", "Zwolle", "Namen", "Leuven", "Harlingen", "Brussel", "Delft"],
    customers: &["{t} {f}", "{f} & Zn. {c}", "{t} {f} {c}", "{f} {t} N.V.", "{t} {f} {c}", "{f} {c} B.V."],
    partners: &["{f} ICT", "{c} Automatisering"],
    folders: &["{c}", "Regio {c}", "Klanten {c}"],
    units: &["Kantoor {c}", "Filiaal {c}", "Magazijn {c}"],
};

const FR: Locale = Locale {
    language: "fr",
    country: "France",
    families: &[("Lefèvre", "lefevre"), ("Béranger", "beranger"), ("d’Aubigné", "daubigne"), ("Gaëtan", "gaetan"), ("Perrault", "perrault"), ("Maître", "maitre"), ("Crépin", "crepin"), ("L’Hôpital", "lhopital")],
    givens: &[("Hélène", "helene"), ("François", "francois"), ("Chloé", "chloe"), ("Noël", "noel"), ("Zélie", "zelie")],
    trades: &["Boulangerie", "Étude notariale", "Pâtisserie", "Menuiserie", "Cabinet médical", "Hôtel", "Fromagerie", "Librairie", "Crèmerie"],
    cities: &["Besançon", "Nîmes", "Liège", "Orléans", "Saint-Étienne", "Genève", "Béziers"],
    customers: &["{t} {f}", "{f} et Fils SARL", "{t} de {c}", "{t} {f} {c}"],
    partners: &["{f} Informatique", "{c} Réseaux"],
    folders: &["{c}", "Secteur {c}"],
    units: &["Agence {c}", "Bureau {c}", "Dépôt {c}"],
};

/// Also what is used where a locale is missing.
pub const EN: Locale = Locale {
    language: "en",
    country: "Ireland",
    families: &[("O’Sullivan", "osullivan"), ("McAllister", "mcallister"), ("Ashworth", "ashworth"), ("Nic Dhomhnaill", "nicdhomhnaill"), ("Pemberton", "pemberton"), ("Llewellyn", "llewellyn"), ("Okonkwo", "okonkwo"), ("Brontë", "bronte"), ("Fitzgerald", "fitzgerald"), ("Siân-Jones", "sianjones")],
    givens: &[("Aoife", "aoife"), ("Siobhán", "siobhan"), ("Graham", "graham"), ("Chidi", "chidi"), ("Maeve", "maeve"), ("Dylan", "dylan")],
    trades: &["Veterinary", "Solicitors", "Bakery", "Haulage", "Dental", "Brewing", "Architects", "Joinery", "Insurance", "Farm Supplies"],
    cities: &["Cork", "Dún Laoghaire", "Leeds", "Cardiff", "Inverness", "Galway", "Norwich"],
    customers: &["{f} {t}", "{f} & Sons Ltd", "{c} {t}", "{f} {t} {c}", "The \"{f}\" {t} Co."],
    partners: &["{f} IT", "{c} Managed Services", "{f} Technology"],
    folders: &["{c}", "{c} accounts"],
    units: &["{c} office", "{c} branch", "Warehouse {c}"],
};

const SV: Locale = Locale {
    language: "sv",
    country: "Sweden",
    families: &[("Åkesson", "akesson"), ("Lindström", "lindstrom"), ("Øster", "oster"), ("Sørensen", "sorensen"), ("Ångström", "angstrom"), ("Bäckman", "backman"), ("Hägg", "hagg"), ("Kjær", "kjaer")],
    givens: &[("Åsa", "asa"), ("Göran", "goran"), ("Søren", "soren"), ("Linnéa", "linnea"), ("Bjørn", "bjorn")],
    trades: &["Bageri", "Bygg", "Redovisning", "Rør & Varme", "Tandläkare", "Fisk", "Åkeri", "Trävaror"],
    cities: &["Malmö", "Ålesund", "Århus", "Tromsø", "Växjö", "Helsingør", "Luleå"],
    customers: &["{f} {t} AB", "{f} & Söner", "{t} {c}", "{c} {t} AS", "{f} {t} {c}"],
    partners: &["{f} Data AB", "{c} IT-partner"],
    folders: &["{c}", "Kunder {c}"],
    units: &["Kontor {c}", "Lager {c}", "Butik {c}"],
};

const FI: Locale = Locale {
    language: "fi",
    country: "Finland",
    families: &[("Mäkinen", "makinen"), ("Hämäläinen", "hamalainen"), ("Jääskeläinen", "jaaskelainen"), ("Yliö", "ylio"), ("Koivisto", "koivisto")],
    givens: &[("Päivi", "paivi"), ("Väinö", "vaino"), ("Aino", "aino"), ("Mikko", "mikko")],
    trades: &["Leipomo", "Tilitoimisto", "Rakennus", "Sähkö", "Huonekalut"],
    cities: &["Jyväskylä", "Hämeenlinna", "Oulu", "Seinäjoki"],
    customers: &["{t} {f} Oy", "{c}n {t}", "{f} {t} {c} Oy"],
    partners: &["{f} Järjestelmät Oy"],
    folders: &["{c}"],
    units: &["Toimisto {c}", "Varasto {c}"],
};

const PL: Locale = Locale {
    language: "pl",
    country: "Poland",
    families: &[("Wójcik", "wojcik"), ("Łukasiewicz", "lukasiewicz"), ("Dąbrowski", "dabrowski"), ("Żak", "zak"), ("Szczęsny", "szczesny")],
    givens: &[("Małgorzata", "malgorzata"), ("Łukasz", "lukasz"), ("Józef", "jozef"), ("Święta", "swieta")],
    trades: &["Piekarnia", "Księgowość", "Hurtownia", "Usługi", "Zakład"],
    cities: &["Łódź", "Kraków", "Gdańsk", "Wrocław"],
    customers: &["{t} {f} sp. z o.o.", "{f} i Synowie", "{t} {c}"],
    partners: &["{f} Systemy"],
    folders: &["{c}"],
    units: &["Biuro {c}", "Oddział {c}"],
};

const TR: Locale = Locale {
    language: "tr",
    country: "Turkey",
    families: &[("Yıldırım", "yildirim"), ("Çelik", "celik"), ("Öztürk", "ozturk"), ("Şahin", "sahin"), ("Gülşen", "gulsen")],
    givens: &[("İpek", "ipek"), ("Çağrı", "cagri"), ("Şule", "sule"), ("Ömer", "omer")],
    trades: &["Fırın", "İnşaat", "Eczane", "Mühendislik", "Tekstil"],
    cities: &["İzmir", "Muğla", "Eskişehir", "Diyarbakır"],
    customers: &["{f} {t} A.Ş.", "{c} {t}", "{f} Kardeşler {t}"],
    partners: &["{f} Bilişim"],
    folders: &["{c}"],
    units: &["{c} Ofisi", "{c} Şubesi"],
};
