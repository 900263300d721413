//! Who can touch a tenant, and why: what is granted at it and at each tenant above it that the account sees.
//!
//! That a role reaches what is below the tenant at which it is granted is Tenantry's reading: the reference says of a
//! policy at which tenant it stands, and no more. It does say of a tenant whether its *indirect* ancestors have access
//! (`ancestral_access`), so a role above that bar does not reach it.

use super::access_policies::{OfTenant, OfUser};
use super::access_policy::AccessPolicy;
use super::ids::{TenantId, UserId};
use super::tenants::{List, Lod, MAX_IDS, Scope};
use crate::connection::Connection;
use crate::error::Error;

/// What is granted at one tenant, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Granted {
    /// The policies, without those that were taken away.
    pub policies: Vec<AccessPolicy>,
    /// How many could not be read.
    pub unread: usize,
    /// There is more, which cannot be asked for.
    pub has_more: bool,
}

impl Granted {
    /// Whether this is all.
    pub fn is_whole(&self) -> bool {
        self.unread == 0 && !self.has_more
    }
}

/// A tenant on the way down to the one that is asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The tenant.
    pub tenant: TenantId,
    /// What is granted at it, or why that is not known.
    pub granted: Result<Granted, Error>,
    /// Whether its indirect ancestors have access to it; `None` where that is not known.
    pub ancestral_access: Option<bool>,
}

/// Whether a role that is granted at one tenant of the way counts at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is granted at the tenant itself.
    Here,
    /// It is granted above, and nothing is told that stands between.
    Below,
    /// To this tenant on the way its indirect ancestors have no access.
    Barred(TenantId),
    /// Of this tenant on the way it is not known whether they have.
    Unclear(TenantId),
}

/// Whether a role that is granted at a place of the way, counted from the top, counts at its end.
pub fn reach(way: &[Level], at: usize) -> Reach {
    if at + 1 >= way.len() {
        return Reach::Here;
    }
    // The next one has it as its direct parent.
    let indirect = way.get(at + 2..).unwrap_or_default();
    let with = |told: Option<bool>| indirect.iter().find(|one| one.ancestral_access == told);
    match (with(Some(false)), with(None)) {
        (Some(bar), _) => Reach::Barred(bar.tenant),
        (None, Some(unclear)) => Reach::Unclear(unclear.tenant),
        (None, None) => Reach::Below,
    }
}

/// Reads the way down to a tenant, from the top. A level that cannot be read says why; only where nobody is signed in any
/// more the whole is an error.
pub async fn of_way(connection: &Connection, way: &[TenantId]) -> Result<Vec<Level>, Error> {
    let bars = bars(connection, way).await?;
    let mut levels = Vec::with_capacity(way.len());
    for &tenant in way {
        let granted = match of_tenant(connection, tenant).await {
            Err(error) if error.needs_sign_in() => return Err(error),
            granted => granted,
        };
        let bar = bars.iter().find(|(id, _)| *id == tenant).and_then(|(_, told)| *told);
        levels.push(Level { tenant, granted, ancestral_access: bar });
    }
    Ok(levels)
}

/// What is granted at a tenant.
pub async fn of_tenant(connection: &Connection, tenant: TenantId) -> Result<Granted, Error> {
    let list = connection.call(&OfTenant { tenant, trustee_type: None }).await?;
    let has_more = list.has_more();
    Ok(granted(list.items.items, list.items.bad.len(), has_more))
}

/// What a user is granted, in person and through security groups.
pub async fn of_user(connection: &Connection, user: UserId) -> Result<Granted, Error> {
    let list = connection.call(&OfUser { user, with_groups: true }).await?;
    let has_more = list.has_more();
    Ok(granted(list.items.items, list.items.bad.len(), has_more))
}

fn granted(mut policies: Vec<AccessPolicy>, unread: usize, has_more: bool) -> Granted {
    policies.retain(|policy| !policy.is_deleted());
    Granted { policies, unread, has_more }
}

type Bar = (TenantId, Option<bool>);

/// `ancestral_access` of each; where it cannot be read it is not known.
async fn bars(connection: &Connection, way: &[TenantId]) -> Result<Vec<Bar>, Error> {
    let mut bars = Vec::new();
    for chunk in way.chunks(MAX_IDS) {
        match connection.call(&List::of(Scope::Ids(chunk.to_vec()), Lod::Full)).await {
            Ok(page) => bars.extend(page.items.items.iter().map(|one| (one.id, one.ancestral_access))),
            Err(error) if error.needs_sign_in() => return Err(error),
            Err(_) => {}
        }
    }
    Ok(bars)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Scene;
    use crate::uuid::Uuid;
    use crate::vendors::acronis::testing::{connect, now};

    fn way(bars: &[Option<bool>]) -> Vec<Level> {
        let level = |(at, bar): (usize, &Option<bool>)| Level {
            tenant: TenantId(Uuid(at as u128)),
            granted: Ok(Granted::default()),
            ancestral_access: *bar,
        };
        bars.iter().enumerate().map(level).collect()
    }

    #[test]
    fn a_bar_keeps_out_indirect_ancestors_alone() {
        let (yes, no) = (Some(true), Some(false));
        let all = |bars: &[Option<bool>]| {
            let way = way(bars);
            (0..way.len()).map(|at| reach(&way, at)).collect::<Vec<_>>()
        };
        let id = |at: u128| TenantId(Uuid(at));
        assert_eq!(all(&[yes]), [Reach::Here]);
        assert_eq!(all(&[no, yes, yes]), [Reach::Below, Reach::Below, Reach::Here]);
        assert_eq!(all(&[yes, yes, no]), [Reach::Barred(id(2)), Reach::Below, Reach::Here]);
        assert_eq!(
            all(&[yes, yes, no, None]),
            [Reach::Barred(id(2)), Reach::Unclear(id(3)), Reach::Below, Reach::Here]
        );
    }

    #[test]
    fn a_level_that_is_refused_is_not_an_empty_one() {
        let gone = r#"{"role_id":"x","deleted_at":"2020-01-01T00:00:00"}"#;
        let rows = format!(
            r#"{{"items":[{{"role_id":"unit_admin"}},{gone},7],"paging":{{"cursors":{{"after":"c"}}}}}}"#
        );
        let tenants = format!(r#"{{"items":[{{"id":"{}","ancestral_access":false}}]}}"#, Uuid(2));
        let scenes = vec![Scene::new(200, tenants), Scene::new(403, ""), Scene::new(200, rows)];
        let levels = now(of_way(&connect(scenes).0, &[TenantId(Uuid(1)), TenantId(Uuid(2))])).unwrap();
        assert_eq!(levels[0].granted.as_ref().unwrap_err().status(), Some(403));
        assert_eq!((levels[0].ancestral_access, levels[1].ancestral_access), (None, Some(false)));
        let read = levels[1].granted.as_ref().unwrap();
        assert_eq!((read.policies.len(), read.unread, read.has_more, read.is_whole()), (1, 1, true, false));
    }
}
