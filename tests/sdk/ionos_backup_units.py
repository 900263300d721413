"""The simulated IONOS contract, used by the vendor's own SDK as its customers use it.

TENANTRY_URL and TENANTRY_VENDOR_URL say where a running sandbox has its site and its vendor's side;
`cargo xtask test --only sdk` sets them.
"""

import json
import os
import re
import sys
import unittest
import urllib.request

import ionoscloud
from ionoscloud.exceptions import ApiException, ApiFailedRequest

SITE = os.environ["TENANTRY_URL"]
VENDOR = os.environ["TENANTRY_VENDOR_URL"]
# Writes and their end take seconds; what takes longer hangs.
PATIENCE = 20


def account(name):
    """What the sandbox tells of one of its accounts."""
    for file in ("accounts.json", "unlisted-accounts.json"):
        with urllib.request.urlopen(f"{SITE.rstrip('/')}/sandbox/{file}") as answer:
            for one in json.load(answer)["accounts"]:
                if one["client_id"] == name:
                    return one
    raise KeyError(name)


def client(name, by_token=False):
    """The SDK's client, signed in by password or by token."""
    own = account(name)
    secret = {"token": own["token"]} if by_token else {"username": own["login"], "password": own["password"]}
    return ionoscloud.ApiClient(ionoscloud.Configuration(host=f"{VENDOR}/cloudapi/v6", **secret))


def request_of(headers):
    """The id of the request that a write began, from its Location."""
    location = {name.lower(): value for name, value in dict(headers).items()}["location"]
    return re.fullmatch(rf"{re.escape(VENDOR)}/cloudapi/v6/requests/([-0-9a-f]+)/status", location).group(1)


class BackupUnits(unittest.TestCase):
    def setUp(self):
        self.client = client("ionos-own-1")
        self.units = ionoscloud.BackupUnitsApi(self.client)

    def done(self, answer):
        """Waits for the write, and gives what it answered."""
        body, status, headers = answer
        self.assertEqual(status, 202)
        self.client.wait_for_completion(request_of(headers), timeout=PATIENCE)
        return body

    def test_a_unit_from_its_making_to_its_end(self):
        properties = ionoscloud.BackupUnitProperties(name="SdkUnit1", password="pw", email="sdk@x.example")
        made = self.units.backupunits_post_with_http_info(ionoscloud.BackupUnit(properties=properties))
        self.assertEqual(made[0].metadata.state, "BUSY")
        unit = self.done(made).id
        found = self.units.backupunits_find_by_id(unit)
        self.assertEqual((found.metadata.state, found.properties.email), ("AVAILABLE", "sdk@x.example"))
        self.assertIsNone(found.properties.password)

        change = ionoscloud.BackupUnitProperties(name="SdkUnit1", email="patched@x.example")
        self.done(self.units.backupunits_patch_with_http_info(unit, change))
        patched = self.units.backupunits_find_by_id(unit)
        self.assertEqual(patched.properties.email, "patched@x.example")
        self.assertNotEqual(patched.metadata.etag, found.metadata.etag)

        whole = ionoscloud.BackupUnitProperties(name="SdkUnit1", password="new", email="put@x.example")
        self.done(self.units.backupunits_put_with_http_info(unit, ionoscloud.BackupUnit(properties=whole)))
        self.assertEqual(self.units.backupunits_find_by_id(unit).properties.email, "put@x.example")

        url = self.units.backupunits_ssourl_get(unit).sso_url
        self.assertTrue(url.startswith("https://"), url)

        self.done(self.units.backupunits_delete_with_http_info(unit))
        with self.assertRaises(ApiException) as gone:
            self.units.backupunits_find_by_id(unit)
        self.assertEqual(gone.exception.status, 404)

    def test_the_list_is_read_at_every_depth(self):
        for depth in (None, 0, 1, 5):
            items = self.units.backupunits_get(**({} if depth is None else {"depth": depth})).items
            self.assertGreaterEqual(len(items), 14)
            self.assertEqual(all(one.metadata for one in items), bool(depth))

    def test_a_bad_name_is_refused_in_the_vendors_words(self):
        properties = ionoscloud.BackupUnitProperties(name="two words", password="p", email="a@x.example")
        with self.assertRaises(ApiException) as refused:
            self.units.backupunits_post(ionoscloud.BackupUnit(properties=properties))
        body = json.loads(refused.exception.body)
        self.assertEqual((refused.exception.status, body["httpStatus"]), (422, 422))
        self.assertIn("name", body["messages"][0]["message"])

    def test_a_failed_request_is_told(self):
        failing = client("ionos-failed")
        units = ionoscloud.BackupUnitsApi(failing)
        unit = units.backupunits_get().items[0].id
        _, _, headers = units.backupunits_delete_with_http_info(unit)
        with self.assertRaises(ApiFailedRequest):
            failing.wait_for_completion(request_of(headers), timeout=PATIENCE)


class UserManagement(unittest.TestCase):
    def setUp(self):
        self.management = ionoscloud.UserManagementApi(client("ionos-own-2", by_token=True))

    def test_users_groups_and_shares_are_listed(self):
        users = self.management.um_users_get(depth=1, limit=10)
        self.assertEqual((len(users.items), users.limit), (10, 10))
        self.assertTrue(all("@" in one.properties.email for one in users.items))
        groups = self.management.um_groups_get(depth=1).items
        self.assertEqual(len(groups), 6)
        operators = next(one for one in groups if one.properties.create_backup_unit)
        shares = self.management.um_groups_shares_get(operators.id, depth=1).items
        self.assertIn(True, [one.properties.edit_privilege for one in shares])
        members = self.management.um_groups_users_get(operators.id, depth=1).items
        self.assertTrue(members)
        resources = self.management.um_resources_find_by_type("backupunit", depth=1).items
        self.assertGreaterEqual(len(resources), 14)

    def test_a_group_is_made_filled_and_deleted(self):
        properties = ionoscloud.GroupProperties(name="From the SDK", create_backup_unit=True)
        group = self.management.um_groups_post(ionoscloud.Group(properties=properties))
        user = self.management.um_users_get(depth=1).items[5]
        self.management.um_groups_users_post(group.id, ionoscloud.UserGroupPost(id=user.id))
        members = self.management.um_groups_users_get(group.id, depth=1).items
        self.assertEqual([one.id for one in members], [user.id])
        resource = self.management.um_resources_get(depth=1).items[0].id
        share = ionoscloud.GroupShare(properties=ionoscloud.GroupShareProperties(edit_privilege=True))
        self.management.um_groups_shares_post(group.id, resource, share)
        read = self.management.um_groups_shares_find_by_resource_id(group.id, resource).properties
        self.assertEqual((read.edit_privilege, read.share_privilege), (True, False))
        self.management.um_groups_delete(group.id)
        with self.assertRaises(ApiException) as gone:
            self.management.um_groups_find_by_id(group.id)
        self.assertEqual(gone.exception.status, 404)


class SignIn(unittest.TestCase):
    def test_a_second_factor_needs_a_token(self):
        with self.assertRaises(ApiException) as refused:
            ionoscloud.BackupUnitsApi(client("ionos-2fa")).backupunits_get()
        self.assertEqual(refused.exception.status, 401)
        self.assertIn("2-Factor", refused.exception.body)
        self.assertTrue(ionoscloud.BackupUnitsApi(client("ionos-2fa", by_token=True)).backupunits_get().items)

    def test_one_of_several_contracts_is_named(self):
        units = ionoscloud.BackupUnitsApi(client("ionos-multi"))
        with self.assertRaises(ApiException):
            units.backupunits_get()
        counts = [len(units.backupunits_get(x_contract_number=one).items) for one in (31884391, 32090117)]
        self.assertGreater(counts[0], counts[1])


if __name__ == "__main__":
    ran = unittest.main(exit=False, verbosity=2).result
    # As cargo's test programs say it, for xtask to count.
    failed = len(ran.failures) + len(ran.errors)
    print(f"test result: {'FAILED' if failed else 'ok'}. {ran.testsRun - failed} passed; {failed} failed")
    sys.exit(failed > 0)
