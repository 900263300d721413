//! What was read of the way down to a tenant, as rows: one for each role of somebody.

use tenantry_core::acronis::access::{self, Granted, Level, Reach};
use tenantry_core::acronis::trustees::{self, Trustee, Trustees};
use tenantry_core::acronis::{AccessPolicy, TenantId, UserId};
use tenantry_core::fold::Query;
use tenantry_core::{Connection, Error, Uuid};

use super::words::{kind, name_of};

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The way, from the top down to the tenant.
    pub way: Vec<Level>,
    trustees: Trustees,
}

/// A role that somebody has.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// The policy.
    pub policy: AccessPolicy,
    /// The tenant of whose policies it is one.
    pub at: TenantId,
    /// Whether it counts at the end of the way.
    pub reach: Reach,
    /// Who has it, in words.
    pub who: String,
    /// What that is, in words.
    pub kind: String,
    /// Nothing is known of them but the id.
    pub is_unknown: bool,
    /// The tenant that they belong to, where that is known.
    pub home: Option<TenantId>,
    /// The user, where it is one.
    pub user: Option<UserId>,
}

/// Reads all of it.
pub async fn read(connection: &Connection, way: Vec<Uuid>) -> Result<Read, Error> {
    let way: Vec<TenantId> = way.into_iter().map(TenantId).collect();
    let way = access::of_way(connection, &way).await?;
    let policies = way.iter().filter_map(|level| level.granted.as_ref().ok()).flat_map(|one| &one.policies);
    let trustees = trustees::read(connection, policies).await?;
    Ok(Read { way, trustees })
}

impl Read {
    /// Whether all levels could be read, and all of them whole.
    pub fn is_whole(&self) -> bool {
        self.way.iter().all(|level| level.granted.as_ref().is_ok_and(Granted::is_whole))
    }

    /// How many policies could not be read.
    pub fn unread(&self) -> usize {
        self.way.iter().filter_map(|level| level.granted.as_ref().ok()).map(|one| one.unread).sum()
    }

    /// All roles, those at the tenant itself first.
    pub fn grants(&self) -> Vec<Grant> {
        let of = |(at, level): (usize, &Level)| {
            let reach = access::reach(&self.way, at);
            let policies = level.granted.as_ref().map(|one| one.policies.clone()).unwrap_or_default();
            let grant = |policy| self.grant(policy, level.tenant, reach);
            let mut grants: Vec<Grant> = policies.into_iter().map(grant).collect();
            grants.sort_by_cached_key(|grant| (grant.kind.clone(), grant.who.to_lowercase()));
            grants
        };
        self.way.iter().enumerate().rev().flat_map(of).collect()
    }

    fn grant(&self, policy: AccessPolicy, at: TenantId, reach: Reach) -> Grant {
        let trustee = self.trustees.of(&policy);
        let (home, user) = match trustee {
            Some(Trustee::User(user)) => (Some(user.tenant_id), user.id),
            Some(Trustee::Client(client)) => (Some(client.tenant_id), None),
            Some(Trustee::Group(group, _)) => (group.tenant_id, None),
            None => (None, None),
        };
        let (who, kind, is_unknown) = (name_of(trustee, &policy), kind(&policy), trustee.is_none());
        Grant { policy, at, reach, who, kind, is_unknown, home, user }
    }
}

impl Grant {
    /// Whether a filter finds it.
    pub fn matches(&self, query: &Query, at: &str) -> bool {
        let told = [self.policy.role_id.as_deref(), self.policy.trustee_id.as_deref()];
        let texts = [self.who.as_str(), self.kind.as_str(), at];
        query.is_empty() || texts.into_iter().chain(told.into_iter().flatten()).any(|text| query.is_in(text))
    }
}
