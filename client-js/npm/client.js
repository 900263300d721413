// The client, apart from how its wasm is loaded: index.js does that for browsers, node.js for Node.

import { Client } from "./wasm/tenantry_client.js";

/** The vendor's own address. */
export const DEFAULT_HOST = "https://api.ionos.com/cloudapi/v6";

let loading;

/** Says how the wasm is loaded; the first call loads it, once. */
export function loadWith(load) {
  loading = { load, done: undefined };
}

/** Loads the wasm now instead of with the first call. */
export function ready() {
  // One that failed is tried again: the network may be back.
  loading.done ??= loading.load().catch((error) => {
    loading.done = undefined;
    throw error;
  });
  return loading.done;
}

/** Where the API is, and who asks. The password and the token cannot be read back, listed or printed. */
export class Configuration {
  #secrets;

  constructor({ host = DEFAULT_HOST, proxy, username, password, apiKey, apiKeyPrefix } = {}) {
    this.host = absolute(host);
    this.proxy = proxy;
    this.username = username;
    this.apiKeyPrefix = apiKeyPrefix;
    this.#secrets = { password, apiKey };
  }

  /** What the wasm reads; not for anybody else. */
  static text(configuration) {
    const { host, proxy, username, apiKeyPrefix } = configuration;
    const pageOrigin = globalThis.location?.origin;
    return JSON.stringify({ host, proxy, pageOrigin, username, apiKeyPrefix, ...configuration.#secrets });
  }
}

/** In a browser a host may be a path on the page's own origin, such as that of a proxy. */
function absolute(host) {
  const page = globalThis.location?.href;
  return page && String(host).startsWith("/") ? new URL(host, page).href : String(host);
}

/** A call that the server refused, or that got no answer (`status` 0). */
export class ApiException extends Error {
  constructor({ status, reason, headers, body, outcome }) {
    super(status ? `(${status}) ${reason}` : reason);
    this.name = "ApiException";
    Object.assign(this, { status, reason, headers, body, outcome });
  }

  /** The vendor's `Error`, where the body is one: `{httpStatus, messages: [{errorCode, message}]}`. */
  get error() {
    try {
      const read = JSON.parse(this.body);
      return Array.isArray(read.messages) ? read : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The model of a sign-on URL. Whoever opens it is signed in, so it is neither listed nor printed. */
export class BackupUnitSSO {
  constructor({ ssoUrl }) {
    Object.defineProperty(this, "ssoUrl", { value: ssoUrl });
  }
}

const PLAIN = (value) => value;

/** JSON would write a number that is none as `null`, which means that nothing was given. */
function checked(key, value) {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${key}: ${value} is not a number`);
  return value;
}

const ACTIONS = { backupunitsPost: "create", backupunitsPut: "replace", backupunitsPatch: "change", backupunitsDelete: "delete" };

/** The seven operations of the Backup Service. Each has a twin that gives status and headers too. */
export class BackupServiceApi {
  #configuration;
  #client;

  constructor(configuration = new Configuration()) {
    this.#configuration = configuration;
  }

  async #call(operation, parameters, read = PLAIN) {
    await ready();
    try {
      this.#client ??= new Client(Configuration.text(this.#configuration));
      const answer = JSON.parse(await this.#client.call(operation, JSON.stringify(parameters, checked)));
      return "value" in answer ? { ...answer, value: read(answer.value ?? undefined) } : answer;
    } catch (fault) {
      throw asError(fault);
    }
  }

  backupunitsGetWithHttpInfo(options) {
    return this.#call("backupunitsGet", { ...options });
  }

  backupunitsFindByIdWithHttpInfo(backupunitId, options) {
    return this.#call("backupunitsFindById", { ...options, backupunitId });
  }

  backupunitsPostWithHttpInfo(backupUnit, options) {
    return this.#write("backupunitsPost", { ...options, body: backupUnit });
  }

  backupunitsPutWithHttpInfo(backupunitId, backupUnit, options) {
    return this.#write("backupunitsPut", { ...options, backupunitId, body: backupUnit });
  }

  backupunitsPatchWithHttpInfo(backupunitId, backupUnitProperties, options) {
    return this.#write("backupunitsPatch", { ...options, backupunitId, body: backupUnitProperties });
  }

  backupunitsDeleteWithHttpInfo(backupunitId, options) {
    return this.#write("backupunitsDelete", { ...options, backupunitId });
  }

  backupunitsSsourlGetWithHttpInfo(backupunitId, options) {
    return this.#call("backupunitsSsourlGet", { ...options, backupunitId }, (value) => new BackupUnitSSO(value));
  }

  /** A write, with what is needed to follow it to its end. */
  async #write(operation, parameters) {
    const answer = await this.#call(operation, parameters);
    const { backupunitId = answer.value?.id, xContractNumber } = parameters;
    const request = { action: ACTIONS[operation], backupunitId, xContractNumber, location: answer.headers.location };
    return Object.defineProperty(answer, "request", { value: request });
  }

  async backupunitsGet(options) {
    return (await this.backupunitsGetWithHttpInfo(options)).value;
  }

  async backupunitsFindById(backupunitId, options) {
    return (await this.backupunitsFindByIdWithHttpInfo(backupunitId, options)).value;
  }

  async backupunitsPost(backupUnit, options) {
    return (await this.backupunitsPostWithHttpInfo(backupUnit, options)).value;
  }

  async backupunitsPut(backupunitId, backupUnit, options) {
    return (await this.backupunitsPutWithHttpInfo(backupunitId, backupUnit, options)).value;
  }

  async backupunitsPatch(backupunitId, backupUnitProperties, options) {
    return (await this.backupunitsPatchWithHttpInfo(backupunitId, backupUnitProperties, options)).value;
  }

  async backupunitsDelete(backupunitId, options) {
    await this.backupunitsDeleteWithHttpInfo(backupunitId, options);
  }

  async backupunitsSsourlGet(backupunitId, options) {
    return (await this.backupunitsSsourlGetWithHttpInfo(backupunitId, options)).value;
  }

  /** Waits until a write that was accepted has ended, by its request's status and by the unit itself. */
  waitForCompletion(answer, { timeoutMs } = {}) {
    if (!answer?.request) {
      return Promise.reject(new TypeError("waitForCompletion takes what a write …WithHttpInfo gave"));
    }
    return this.#call("waitForCompletion", { ...answer.request, timeoutMs });
  }
}

function asError(fault) {
  if (typeof fault !== "string") {
    return fault;
  }
  const told = JSON.parse(fault);
  return told.kind === "argument" ? new TypeError(told.reason) : new ApiException(told);
}
