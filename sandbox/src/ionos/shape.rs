//! Users, groups and resources as JSON, to the depth that was asked for.
//!
//! `depth` counts levels: an object at 0 has its own properties, at 1 its children as references, at 2 their
//! properties, and so on. A collection at 0 has its items as references. An object inside itself is a
//! reference (the vendor's examples write "[Circular Reference]" there).

use serde_json::{Map, Value, json};

use super::call::Call;
use super::stamps::date;
use super::world::{Group, Resource, Unit, User, World};

/// One object.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    /// A user.
    User(&'a User),
    /// A group.
    Group(&'a Group),
    /// A resource other than a backup unit.
    Resource(&'a Resource),
    /// A backup unit as a resource.
    Unit(&'a Unit),
}

/// A collection: its path below the base, which is its id too, and what is in it.
pub struct Collection<'a> {
    /// Such as `um/users`.
    pub path: String,
    /// Its items.
    pub nodes: Vec<Node<'a>>,
}

impl Node<'_> {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Node::User(user) => &user.id,
            Node::Group(group) => &group.id,
            Node::Resource(resource) => &resource.id,
            Node::Unit(unit) => &unit.id,
        }
    }

    /// As the contract spells its type.
    pub fn kind(&self) -> &'static str {
        match self {
            Node::User(_) => "user",
            Node::Group(_) => "group",
            Node::Resource(resource) => resource.kind,
            Node::Unit(_) => "backupunit",
        }
    }

    fn path(&self) -> String {
        let id = self.id();
        match self {
            Node::User(_) => format!("um/users/{id}"),
            Node::Group(_) => format!("um/groups/{id}"),
            Node::Resource(_) | Node::Unit(_) => format!("um/resources/{}/{id}", self.kind()),
        }
    }
}

/// One object at the depth that is asked for.
pub fn object(call: &Call<'_>, world: &World, node: Node<'_>) -> Value {
    Shaper { base: &call.base, world, trail: Vec::new() }.object(node, call.depth())
}

/// A collection at the depth that is asked for.
pub fn collection(call: &Call<'_>, world: &World, collection: &Collection<'_>) -> Value {
    Shaper { base: &call.base, world, trail: Vec::new() }.collection(collection, call.depth())
}

/// Sets one member of a JSON object.
pub fn put(object: &mut Value, name: &str, value: impl Into<Value>) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value.into());
    }
}

struct Shaper<'a> {
    base: &'a str,
    world: &'a World,
    /// Ids of what the present object stands in.
    trail: Vec<String>,
}

impl Shaper<'_> {
    fn reference(&self, node: Node<'_>) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("id".to_owned(), node.id().into());
        out.insert("type".to_owned(), node.kind().into());
        out.insert("href".to_owned(), format!("{}/{}", self.base, node.path()).into());
        out
    }

    fn object(&mut self, node: Node<'_>, depth: u32) -> Value {
        let mut out = self.reference(node);
        if self.trail.iter().any(|id| id == node.id()) {
            return Value::Object(out);
        }
        if let Some(metadata) = metadata(self.world, node) {
            out.insert("metadata".to_owned(), metadata);
        }
        out.insert("properties".to_owned(), properties(node));
        if depth > 0 {
            self.trail.push(node.id().to_owned());
            let mut entities = Map::new();
            for (name, children) in children(self.world, node) {
                entities.insert(name.to_owned(), self.collection(&children, depth - 1));
            }
            self.trail.pop();
            out.insert("entities".to_owned(), Value::Object(entities));
        }
        Value::Object(out)
    }

    fn collection(&mut self, collection: &Collection<'_>, depth: u32) -> Value {
        let item = |node: &Node<'_>| match depth {
            0 => Value::Object(self.reference(*node)),
            _ => self.object(*node, depth - 1),
        };
        let items: Vec<Value> = collection.nodes.iter().map(item).collect();
        let href = format!("{}/{}", self.base, collection.path);
        json!({ "id": collection.path, "type": "collection", "href": href, "items": items })
    }
}

fn metadata(world: &World, node: Node<'_>) -> Option<Value> {
    match node {
        Node::Group(_) => None,
        Node::User(user) => {
            let mut metadata = user.stamps.metadata(&user.id);
            if let Some(last) = user.last_login {
                put(&mut metadata, "lastLogin", date(last));
            }
            Some(metadata)
        }
        Node::Resource(resource) => {
            let mut metadata = resource.stamps.metadata(&resource.id);
            put(&mut metadata, "state", "AVAILABLE");
            Some(metadata)
        }
        Node::Unit(unit) => {
            let mut metadata = unit.stamps.metadata(&unit.id);
            put(&mut metadata, "state", world.state_of(&unit.id));
            Some(metadata)
        }
    }
}

fn properties(node: Node<'_>) -> Value {
    match node {
        Node::User(user) => json!({
            "firstname": user.first,
            "lastname": user.last,
            "email": user.email,
            "administrator": user.administrator,
            "forceSecAuth": user.force_sec_auth,
            "secAuthActive": user.sec_auth_active,
            "s3CanonicalUserId": user.s3_id,
            "active": user.active,
        }),
        Node::Group(group) => {
            let mut properties = Map::new();
            properties.insert("name".to_owned(), group.name.as_str().into());
            group.privileges.write(&mut properties);
            Value::Object(properties)
        }
        Node::Resource(resource) => json!({ "name": resource.name, "secAuthProtection": resource.sec_auth }),
        Node::Unit(unit) => json!({ "name": unit.name, "secAuthProtection": false }),
    }
}

fn children<'a>(world: &'a World, node: Node<'_>) -> Vec<(&'static str, Collection<'a>)> {
    let path = node.path();
    let at = |name: &str, nodes| Collection { path: format!("{path}/{name}"), nodes };
    match node {
        Node::User(user) => vec![
            ("owns", at("owns", world.owned_by(&user.id))),
            ("groups", at("groups", world.groups_of(&user.id))),
        ],
        Node::Group(group) => vec![
            ("users", at("users", world.members_of(group))),
            ("resources", at("resources", world.shared_with(group))),
        ],
        Node::Resource(_) | Node::Unit(_) => vec![("groups", at("groups", world.groups_with(node.id())))],
    }
}

impl World {
    /// Every resource, backup units last.
    pub fn all_resources(&self) -> Vec<Node<'_>> {
        let plain = self.resources.iter().map(Node::Resource);
        plain.chain(self.units.iter().map(Node::Unit)).collect()
    }

    /// What a user owns.
    pub fn owned_by(&self, user: &str) -> Vec<Node<'_>> {
        let plain = self.resources.iter().filter(|one| one.owner == user).map(Node::Resource);
        plain.chain(self.units.iter().filter(|one| one.owner == user).map(Node::Unit)).collect()
    }

    /// The groups that a user is in.
    pub fn groups_of(&self, user: &str) -> Vec<Node<'_>> {
        let own = self.groups.iter().filter(|group| {
            group.members.iter().any(|member| member == user) && !self.is_late(&group.id, user)
        });
        own.map(Node::Group).collect()
    }

    /// The users in a group.
    pub fn members_of(&self, group: &Group) -> Vec<Node<'_>> {
        let is_in = |user: &&User| group.members.contains(&user.id) && !self.is_late(&group.id, &user.id);
        self.users.iter().filter(is_in).map(Node::User).collect()
    }

    /// The resources that are shared with a group.
    pub fn shared_with(&self, group: &Group) -> Vec<Node<'_>> {
        let has = |id: &str| group.shares.iter().any(|share| share.resource == id);
        let is_shared = |node: &Node<'_>| has(node.id()) && !self.is_late(&group.id, node.id());
        self.all_resources().into_iter().filter(is_shared).collect()
    }

    /// The groups that a resource is shared with.
    pub fn groups_with(&self, resource: &str) -> Vec<Node<'_>> {
        let has = |group: &&Group| {
            group.shares.iter().any(|share| share.resource == resource) && !self.is_late(&group.id, resource)
        };
        self.groups.iter().filter(has).map(Node::Group).collect()
    }
}
