// What a portal engineer writes: the package by its name, and nothing about its wasm.
import { BackupServiceApi, Configuration } from "@tenantry/client";

/** The names of the account's backup units. */
globalThis.unitNames = async ({ host, username, password }) => {
  const configuration = new Configuration({ host, proxy: "/proxy/ionos", username, password });
  const { items } = await new BackupServiceApi(configuration).backupunitsGet({ depth: 1 });
  return items.map((unit) => unit.properties?.name);
};
