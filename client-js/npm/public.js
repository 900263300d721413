// What the package offers, wherever it runs.

export { ApiException, BackupServiceApi, BackupUnitSSO, Configuration, DEFAULT_HOST, ready } from "./client.js";
