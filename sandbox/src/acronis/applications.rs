//! `GET /applications` and `GET /applications/{application_id}`: those of the contract's example.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::store::Store;
use crate::Response;
use crate::estate::ids::Uuid;
use crate::json::{Object, push_string};

/// One application.
#[derive(Debug)]
pub struct Application {
    /// In small letters.
    pub id: &'static str,
    name: &'static str,
    kind: &'static str,
    api_base_url: &'static str,
    /// Names with spaces between them.
    usages: &'static str,
}

static APPLICATIONS: &[Application] = &[
    Application {
        id: "6e6d758d-8e74-3ae3-ac84-50eb0dff12eb",
        name: "Backup",
        kind: "backup",
        api_base_url: "/bc/",
        usages: "assigned_compute_points child_storages cloud_to_cloud_backup compute_points \
            dr_cloud_servers dr_internet_access dr_storage google_drive_storage google_mail_storage \
            google_team_drive_storage group_mailbox_storage group_site_storage gsuite_seats \
            local_storage mailbox_instance_size mailbox_storage mailboxes mobile_storage mobiles \
            onedrive_storage public_ips server_storage servers sharepoint_online_site_storage \
            site_collection_storage storage total_storage universal_devices \
            universal_devices_storage virtualhost_storage virtualhosts vm_storage vms \
            website_storage websites win_server_essentials win_server_essentials_storage \
            workstation_storage workstations",
    },
    Application {
        id: "b71b2c18-590a-303c-9d5a-8444fbe713ac",
        name: "Physical Data Shipping",
        kind: "physical_data_shipping",
        api_base_url: "/pds/",
        usages: "drives_shipped_from_cloud drives_shipped_to_cloud",
    },
    Application {
        id: "dfd85a5f-a464-32ab-81fd-99bcc66a070f",
        name: "File Sync & Share",
        kind: "files_cloud",
        api_base_url: "/fc/",
        usages: "fc_child_storages fc_seats fc_storage fc_total_storage",
    },
    Application {
        id: "f9c5744e-bd1a-36b6-b0f0-ecd7483e1796",
        name: "Notary",
        kind: "notary",
        api_base_url: "/notary/console",
        usages: "esignatures esignatures_api notarizations notarizations_api notarizations_total \
            notary_storage",
    },
    Application {
        id: "cc29685d-a9ca-3e87-a83d-069f18b588f0",
        name: "Acronis Storage SPLA",
        kind: "hci",
        api_base_url: "/hci/",
        usages: "hci_cifs_storage hci_compute_points hci_iscsi_storage hci_nfs_storage hci_s3_storage \
            hci_storage hci_total_cifs_storage hci_total_compute_points hci_total_iscsi_storage \
            hci_total_nfs_storage hci_total_s3_storage hci_total_storage \
            hci_total_vm_provisioned_cpu hci_total_vm_provisioned_ram hci_total_vm_storage \
            hci_total_vtl_storage hci_vm_provisioned_cpu hci_vm_provisioned_ram hci_vm_storage \
            hci_vtl_storage",
    },
    Application {
        id: "7459244f-68f3-3bf4-9f53-5f63ecc1d91f",
        name: "Management Portal",
        kind: "platform",
        api_base_url: "/mc/",
        usages: "",
    },
];

/// All of them.
pub fn list(_: &Call<'_>, _: &Store) -> Outcome {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", APPLICATIONS, |out, one| one.write(out));
    object.end();
    Ok(Response::json(200, out))
}

/// One of them.
pub fn read(call: &Call<'_>, _: &Store) -> Outcome {
    let mut out = String::new();
    of_path(call)?.write(&mut out);
    Ok(Response::json(200, out))
}

/// The application that the path names.
pub fn of_path(call: &Call<'_>) -> Result<&'static Application, Refusal> {
    let text = call.path_text("application_id");
    let wanted = Uuid::parse(text);
    let found = APPLICATIONS.iter().find(|one| wanted.is_some() && Uuid::parse(one.id) == wanted);
    found.ok_or_else(|| Refusal::no_application(text))
}

impl Application {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        object
            .text("api_base_url", self.api_base_url)
            .text("id", self.id)
            .text("name", self.name)
            .text("type", self.kind)
            .list("usages", self.usages.split_whitespace(), push_string);
        object.end();
    }
}

#[cfg(test)]
#[cfg(feature = "check")]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn they_are_those_of_the_contracts_example() {
        let example =
            "/paths/~1applications/get/responses/200/content/application~1json/examples/default/value/items";
        let items = tenantry_contracts::Vendor::Acronis.contract().doc.pointer(example).unwrap();
        let json = |one: &Application| {
            let mut out = String::new();
            one.write(&mut out);
            serde_json::from_str::<Value>(&out).unwrap()
        };
        assert_eq!(*items, APPLICATIONS.iter().map(json).collect::<Value>());
    }
}
