//! The tenants that are the same for every seed: those of the design's picture, and those that try to break
//! a client.

use super::record::Kind;
use super::regions::Region;

/// One of them. Its slot is its place in [`FIXED`], where parents come before their children, level by level.
#[derive(Debug)]
pub struct Fixed {
    /// The parent's slot; the root's is its own.
    pub parent: usize,
    /// Its kind.
    pub kind: Kind,
    /// The region of the tenants below it.
    pub region: Region,
    /// How many of a thousand generated tenants are below it.
    pub share: u32,
    /// Its name.
    pub name: &'static str,
    /// What is special about it.
    pub mark: Mark,
}

/// What is special about a fixed tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Plain,
    /// Disabled.
    Disabled,
    /// In trial.
    Trial,
    /// Soft-deleted.
    Deleted,
    /// Without a billing contact.
    NoBilling,
    /// Its name is 4,000 letters long.
    EndlessName,
    /// Answers to the account `fault-loop` name this slot as its parent. The marks below concern that account too.
    WrongParent(usize),
    /// Answers give it the id of that slot.
    WrongId(usize),
    /// Answers give it no id.
    NoId,
    /// Answers give it a number for a name.
    NumericName,
    /// Answers give it the kind `galaxy`.
    Galaxy,
}

/// Slot of the real root.
pub const ROOT: usize = 0;
/// Slot of the demo account's top tenant.
pub const UMBRELLA: usize = 1;
/// Slot of the top of the hostile names.
pub const HOSTILE: usize = 2;
/// Slot of the top of the broken rows.
pub const LOOP: usize = 3;
/// Slot of the folder that `fault-forbidden` may not look into.
pub const IBERIA: usize = 6;
/// Slot of the folder between [`IBERIA`] and [`CAFE`].
pub const NORTE: usize = 31;
/// Slot of the customer whose id is the reference's example id.
pub const CAFE: usize = 36;

const fn at(parent: usize, kind: Kind, region: Region, name: &'static str) -> Fixed {
    Fixed { parent, kind, region, share: 0, name, mark: Mark::Plain }
}

const fn growing(mut fixed: Fixed, share: u32) -> Fixed {
    fixed.share = share;
    fixed
}

const fn marked(mut fixed: Fixed, mark: Mark) -> Fixed {
    fixed.mark = mark;
    fixed
}

const fn hostile(name: &'static str) -> Fixed {
    at(HOSTILE, Kind::Customer, Region::World, name)
}

const fn looped(name: &'static str, mark: Mark) -> Fixed {
    marked(at(LOOP, Kind::Folder, Region::World, name), mark)
}

use Kind::{Customer, Folder, Partner, Unit};
use Region::{Arabia, Benelux, Dach, Iberia, Japan, Nordics, World};

/// All of them.
pub static FIXED: &[Fixed] = &[
    at(ROOT, Kind::Root, World, "Root"),
    at(ROOT, Partner, World, "Umbrella Partners"),
    at(ROOT, Partner, World, "Hostile Names Ltd"),
    at(ROOT, Partner, World, "Loop Partners"),
    growing(at(UMBRELLA, Folder, Benelux, "Benelux"), 560),
    growing(at(UMBRELLA, Folder, Dach, "DACH"), 120),
    at(UMBRELLA, Folder, Iberia, "Iberia"),
    growing(at(UMBRELLA, Folder, Nordics, "Nordics"), 60),
    growing(at(UMBRELLA, Partner, World, "Kestrel IT (reseller)"), 100),
    growing(at(UMBRELLA, Partner, Japan, "Yamada Systems K.K."), 50),
    growing(at(UMBRELLA, Partner, Arabia, "شركة النور للتقنية"), 40),
    hostile("<img src=x onerror=alert(1)><script>alert(2)</script>"),
    hostile("invoice\u{202e}fdp.exe"),
    hostile("مجموعة עברית ABC 123 (نور) אב"),
    hostile("👩‍👩‍👧‍👦 Family 🏳️‍🌈 👍🏽"),
    marked(hostile("W"), Mark::EndlessName),
    hostile("     "),
    hostile(""),
    hostile("nul\u{0}bell\u{7}esc\u{1b}[31m\r\n\tend\u{7f}\u{85}"),
    hostile("null"),
    hostile("quote\" back\\slash 'single' `tick` \\u0041 </script>"),
    looped("Ordinary", Mark::Plain),
    looped("Ouroboros head", Mark::WrongParent(23)),
    looped("Ouroboros tail", Mark::WrongParent(22)),
    looped("Own parent", Mark::WrongParent(24)),
    looped("Twin, second name", Mark::WrongId(21)),
    looped("Nobody", Mark::NoId),
    looped("12345", Mark::NumericName),
    looped("Andromeda", Mark::Galaxy),
    looped("Below the head", Mark::WrongParent(22)),
    growing(at(IBERIA, Folder, Iberia, "Centro"), 30),
    at(IBERIA, Folder, Iberia, "Norte"),
    growing(at(IBERIA, Folder, Iberia, "Sur"), 40),
    at(NORTE, Customer, Iberia, "Almacenes Goya"),
    marked(at(NORTE, Customer, Iberia, "Dr. Etxeberria y Asociados"), Mark::NoBilling),
    marked(at(NORTE, Customer, Iberia, "Cantábrico Shipping"), Mark::Disabled),
    at(NORTE, Customer, Iberia, "Café Orquídea S.L."),
    at(NORTE, Customer, Iberia, "Ferretería Ruiz"),
    at(NORTE, Customer, Iberia, "Hotel Miramar Group"),
    marked(at(NORTE, Customer, Iberia, "Ízaro Labs"), Mark::Trial),
    marked(at(32, Customer, Iberia, "Muebles Ronda (cerrado)"), Mark::Deleted),
    at(CAFE, Unit, Iberia, "Oficina Bilbao"),
    at(CAFE, Unit, Iberia, "Oficina Gijón"),
    at(38, Unit, Iberia, "Miramar Playa"),
    at(38, Unit, Iberia, "Miramar Centro"),
    at(38, Unit, Iberia, "Miramar Lavandería"),
    marked(at(38, Unit, Iberia, "Miramar Spa (cerrado)"), Mark::Deleted),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_what_the_names_say() {
        let name = |slot: usize| FIXED[slot].name;
        assert_eq!(
            [name(UMBRELLA), name(IBERIA), name(NORTE), name(CAFE), name(32), name(38), name(22)],
            [
                "Umbrella Partners",
                "Iberia",
                "Norte",
                "Café Orquídea S.L.",
                "Sur",
                "Hotel Miramar Group",
                "Ouroboros head"
            ]
        );
        assert_eq!(FIXED.iter().map(|one| one.share).sum::<u32>(), 1000);
        for (slot, one) in FIXED.iter().enumerate().skip(1) {
            assert!(one.parent < slot, "{slot}");
        }
    }
}
