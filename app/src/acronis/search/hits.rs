//! What the search offers: what is loaded at once, and what the vendor finds a moment later.

use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::search::{Found, FoundType, Search};
use tenantry_core::{Error, Uuid};

use crate::acronis::state::Acronis;
use crate::acronis::tenants::kind_icon;
use crate::ui::IconName;

/// Offers from the loaded tree, and from the vendor.
pub const MOST: usize = 8;

/// One offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The tenant that it leads to: the user's own tenant for a user.
    pub tenant: Uuid,
    /// Its icon.
    pub icon: IconName,
    /// What was found.
    pub title: String,
    /// Where it is, or whose it is.
    pub place: String,
    /// Found by the vendor, not in what is loaded.
    pub by_vendor: bool,
}

/// What is loaded and has the text in its name, or is the pasted id.
pub fn loaded(acronis: Acronis, text: &str) -> Vec<Hit> {
    acronis.tenants.peek(|tree, _| {
        let by_id = Uuid::parse(text.trim()).and_then(|id| tree.find(id));
        let nodes = by_id.map_or_else(|| tree.search(text, MOST), |node| vec![node]);
        let hit = |node| {
            let path = tree.path(node);
            let ancestors = path.split_last().map_or(&[][..], |(_, ancestors)| ancestors);
            Hit {
                tenant: tree.id(node),
                icon: kind_icon(tree.kind(node).as_ref()),
                title: tree.name(node).to_owned(),
                place: ancestors.iter().map(|node| tree.name(*node)).collect::<Vec<_>>().join(" / "),
                by_vendor: false,
            }
        };
        nodes.into_iter().map(hit).collect()
    })
}

/// What the vendor finds.
pub async fn by_vendor(acronis: Acronis, text: String) -> Result<Vec<Hit>, Error> {
    let Some(tenant) = acronis.top() else { return Ok(Vec::new()) };
    let search = Search { tenant, text, limit: Some(MOST as u32 * 2), allow_deleted: false };
    let hits = acronis.session.connection().call(&search).await?;
    Ok(hits.items.items.into_iter().map(hit).collect())
}

fn hit(found: Found) -> Hit {
    let Found { obj_type, id, parent_id: TenantId(parent), path, kind, login, name, first_name, last_name } =
        found;
    let person = [first_name, last_name].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let title = name.or(login).filter(|title| !title.is_empty()).unwrap_or_else(|| id.to_string());
    let place = path.join(" / ");
    let place = [person, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let (tenant, icon) = match obj_type {
        FoundType::User => (parent, IconName::User),
        FoundType::Tenant | FoundType::Other(_) => (id, kind_icon(kind.as_ref())),
    };
    Hit { tenant, icon, title, place, by_vendor: true }
}
