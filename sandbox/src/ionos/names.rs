//! The words of the IONOS contracts.

/// First name, last name, and what stands before the `@`. The first is the caller's own user.
pub const PEOPLE: [(&str, &str, &str); 25] = [
    ("Ana", "Marín", "a.marin"),
    ("Björn", "Krüger", "b.krueger"),
    ("Çağla", "Yıldız", "c.yildiz"),
    ("Dorothée", "Lefèvre", "d.lefevre"),
    ("Søren", "Østergård", "s.oestergaard"),
    ("Nikolaos", "Παπαδόπουλος", "n.papadopoulos"),
    ("Zofia", "Wiśniewska", "z.wisniewska"),
    ("Jürgen", "Groß", "j.gross"),
    ("Íñigo", "Etxeberria", "i.etxeberria"),
    ("Oksana", "Шевченко", "o.shevchenko"),
    ("Maarten", "van der Meer", "m.vandermeer"),
    ("Aoife", "O'Brien", "a.obrien"),
    ("健太", "佐藤", "k.sato"),
    ("Lucía", "Peñalver", "l.penalver"),
    ("Håkon", "Bjørnstad", "h.bjoernstad"),
    ("Eszter", "Szűcs", "e.szucs"),
    ("مريم", "حداد", "m.haddad"),
    ("Tomáš", "Dvořák", "t.dvorak"),
    ("Petra", "Weiß-Öttinger", "p.weiss"),
    ("Giulia", "D'Angelo", "g.dangelo"),
    ("Uwe", "Köhler", "u.koehler"),
    ("Inês", "Conceição", "i.conceicao"),
    ("Ruth", "<b>Keller</b>", "r.keller"),
    ("Matti", "Hämäläinen", "m.haemaelaeinen"),
    ("Backup", "Robot", "backup-robot"),
];

/// Letters and digits alone, as the contract wants it.
pub const UNITS: [&str; 14] = [
    "FileserverKoeln",
    "MailArchiv2023",
    "Kassen01",
    "Kassen02",
    "ErpProduktion",
    "ErpTest",
    "LaborBilbao",
    "WebshopDB",
    "BuchhaltungGraz",
    "CadWerk3",
    "Notebooks",
    "Videoschnitt",
    "PraxisDrWeiss",
    "zz9PluralZAlpha",
];

/// Type, name, and whether it is protected by a second factor.
pub const RESOURCES: [(&str, &str, bool); 18] = [
    ("datacenter", "Frankfurt Produktion", true),
    ("datacenter", "Berlin Test", false),
    ("datacenter", "Logroño DR", false),
    ("datacenter", "Karlsruhe Büro & Lager", false),
    ("snapshot", "erp-before-update", false),
    ("snapshot", "webshop 2026-01", false),
    ("snapshot", "", false),
    ("image", "debian-13-hardened.qcow2", false),
    ("image", "windows-2025-golden.vhd", true),
    ("ipblock", "Public Frankfurt", false),
    ("ipblock", "VPN", false),
    ("ipblock", "Reserve <img src=x>", false),
    ("pcc", "Frankfurt – Berlin", false),
    ("k8s", "shop-cluster", false),
    ("k8s", "ci-runners", false),
    ("datacenter", "Las Vegas Lab", false),
    ("snapshot", "cad-werk3-monthly", false),
    ("pcc", "Office uplink", false),
];

/// Name, privileges (`*` for all), places of members among the people, units shared (place, edit, share),
/// how many of the other resources.
pub const GROUPS: [GroupWords; 6] = [
    GroupWords {
        name: "Backup operators",
        privileges: &["createBackupUnit", "accessActivityLog", "createSnapshot"],
        members: &[3, 5, 8, 13, 24],
        units: &[(0, true, true), (1, true, false), (4, false, false), (8, true, false)],
        resources: 2,
    },
    GroupWords {
        name: "Auditors (read only)",
        privileges: &["accessActivityLog"],
        members: &[2, 9, 16],
        units: &[(0, false, false), (4, false, false), (5, false, false), (12, false, false)],
        resources: 6,
    },
    GroupWords {
        name: "Plattform & Kubernetes",
        privileges: &["createK8sCluster", "createDatacenter", "createPcc", "reserveIp", "manageRegistry"],
        members: &[1, 4, 12, 17],
        units: &[(7, true, true)],
        resources: 9,
    },
    GroupWords { name: "Everything", privileges: &["*"], members: &[1, 7], units: &[], resources: 18 },
    GroupWords { name: "Ohne alles", privileges: &[], members: &[], units: &[], resources: 0 },
    GroupWords {
        name: "Büro „Extern“ <script>alert(1)</script>",
        privileges: &["createInternetAccess", "accessAndManageDns", "accessAndManageVpn"],
        members: &[18, 19, 20, 21, 22],
        units: &[(10, false, true)],
        resources: 1,
    },
];

/// What a group is made from.
pub struct GroupWords {
    /// Its name.
    pub name: &'static str,
    /// What it may do.
    pub privileges: &'static [&'static str],
    /// Places in [`PEOPLE`].
    pub members: &'static [usize],
    /// Places in [`UNITS`], with the privileges to edit and to share.
    pub units: &'static [(usize, bool, bool)],
    /// How many of [`RESOURCES`], from the first.
    pub resources: usize,
}
