/** The vendor's own address, `https://api.ionos.com/cloudapi/v6`. */
export declare const DEFAULT_HOST: string;

/** Loads the wasm now instead of with the first call. */
export declare function ready(): Promise<unknown>;

export interface ConfigurationParameters {
  /**
   * The API's base URL; {@link DEFAULT_HOST} where it is left out. In a browser also a path on the page's own
   * origin, such as `/proxy/ionos/cloudapi/v6`: the vendor answers no page of another site.
   */
  host?: string;
  /**
   * In a browser: a path on the page's own origin, such as `/proxy/ionos`, that stands for the origin of `host`.
   * Links in answers are understood then, too, which a `host` that is a proxy's own address cannot offer.
   */
  proxy?: string;
  /** The login, for Basic authentication. It does not work for users with 2-Factor Authentication. */
  username?: string;
  /** The password, for Basic authentication. */
  password?: string;
  /** A token, instead of name and password. */
  apiKey?: string;
  /** What stands before the token in the `Authorization` header: `Bearer`, usually. Nothing if left out. */
  apiKeyPrefix?: string;
}

/** Where the API is, and who asks. Password and token cannot be read back. */
export declare class Configuration {
  constructor(parameters?: ConfigurationParameters);
  readonly host: string;
  readonly proxy?: string;
  readonly username?: string;
  readonly apiKeyPrefix?: string;
}

/** What every operation takes. */
export interface RequestOptions {
  /** Indented JSON; not sent if left out (the vendor's default is `true`). */
  pretty?: boolean;
  /** A whole number that users with several contracts must give: the contract that the request is for. */
  xContractNumber?: number;
}

export interface DepthOptions extends RequestOptions {
  /** 0 to 10; not sent if left out (the vendor's default is 0). Lists tell their items in full from 1 on. */
  depth?: number;
}

/** The value, with the head of its answer. */
export interface WithHttpInfo<T> {
  value: T;
  status: number;
  /** Names in lower case, such as `location` or `x-ratelimit-remaining`. */
  headers: Record<string, string>;
}

/** The same of a write, to be given to `waitForCompletion`. */
export interface Accepted<T> extends WithHttpInfo<T> {
  readonly request: object;
}

/** A field that is missing was not told. */
export interface Metadata {
  etag?: string;
  /** ISO 8601, as the API writes it. */
  createdDate?: string;
  createdBy?: string;
  createdByUserId?: string;
  /** ISO 8601, as the API writes it. */
  lastModifiedDate?: string;
  lastModifiedBy?: string;
  lastModifiedByUserId?: string;
  /** `AVAILABLE`, `BUSY`, … as the API says it. */
  state?: string;
}

export interface BackupUnitProperties {
  /** Letters and digits only. It cannot be changed later. */
  name?: string;
  /** Only sent, never taken from an answer. */
  password?: string;
  /** The unit's address; it need not be the user's. */
  email?: string;
}

/** With what this version has no name for, as it was told: a replacement sends it back. */
export interface ToldProperties extends BackupUnitProperties {
  [name: string]: unknown;
}

export interface BackupUnit {
  readonly id: string;
  readonly type?: string;
  readonly href?: string;
  readonly metadata?: Metadata;
  /** The contract demands it; one that comes without is kept all the same. */
  properties?: ToldProperties;
}

/** A unit to be created. What is read-only may stand in it and is not sent. */
export interface NewBackupUnit extends Omit<Partial<BackupUnit>, "properties"> {
  properties: BackupUnitProperties & { name: string };
}

/**
 * A unit to be replaced: as it was read, with what is to be changed. All its properties are sent, unknown ones too,
 * because a replacement takes away what it does not say; name and whatever is read-only may stand in it and are not sent.
 */
export interface BackupUnitPut extends Omit<Partial<BackupUnit>, "properties"> {
  properties: ToldProperties;
}

export interface BackupUnits {
  readonly id?: string;
  readonly type?: string;
  readonly href?: string;
  readonly items: BackupUnit[];
  /** Entries that could not be read as backup units. */
  readonly unreadable: { index: number; detail: string }[];
}

/** Whoever opens the URL is signed in: the property is neither listed nor printed. */
export declare class BackupUnitSSO {
  constructor(told: { ssoUrl: string });
  readonly ssoUrl: string;
}

/** The vendor's error envelope. */
export interface Error {
  httpStatus?: number;
  messages: { errorCode?: string; message?: string }[];
}

/** A call that the server refused, or that got no answer. */
export declare class ApiException extends globalThis.Error {
  /** HTTP status; 0 where no answer came, 200 to 299 where the body of a success cannot be read. */
  readonly status: number;
  /** The status in words, or why no answer came. */
  readonly reason: string;
  readonly headers: Record<string, string>;
  /** As it came, up to 256 KB. */
  readonly body?: string;
  /** What became of the request. `unknown`: it may have been carried out, so look the object up. */
  readonly outcome: "not sent" | "refused" | "unknown" | "carried out";
  /** The vendor's envelope, where the body is one. */
  readonly error?: Error;
}

/** What became of a write. */
export interface Completion {
  done: boolean;
  stage: "done" | "done_unread" | "failed" | "gone" | "gave_up";
  /** The stage in English. */
  words: string;
  /** The request's status as the API said it last: `QUEUED`, `RUNNING`, `DONE`, `FAILED`. */
  status?: string;
  /** The API's own words. */
  message?: string;
}

/**
 * The Backup Service of the IONOS Cloud API v6. Every promise is rejected with an {@link ApiException}, or with a
 * `TypeError` where a parameter is wrong and nothing was sent. Reads are sent again by themselves after a
 * passing fault (no connection, 429, 502 to 504), writes never.
 */
export declare class BackupServiceApi {
  constructor(configuration?: Configuration);

  /** All backup units of the contract. */
  backupunitsGet(options?: DepthOptions): Promise<BackupUnits>;
  backupunitsGetWithHttpInfo(options?: DepthOptions): Promise<WithHttpInfo<BackupUnits>>;

  /** One backup unit. */
  backupunitsFindById(backupunitId: string, options?: DepthOptions): Promise<BackupUnit>;
  backupunitsFindByIdWithHttpInfo(backupunitId: string, options?: DepthOptions): Promise<WithHttpInfo<BackupUnit>>;

  /** Creates a backup unit: accepted with 202, carried out later. */
  backupunitsPost(backupUnit: NewBackupUnit, options?: DepthOptions): Promise<BackupUnit>;
  backupunitsPostWithHttpInfo(backupUnit: NewBackupUnit, options?: DepthOptions): Promise<Accepted<BackupUnit>>;

  /** Replaces the properties of a backup unit: accepted with 202. */
  backupunitsPut(backupunitId: string, backupUnit: BackupUnitPut, options?: DepthOptions): Promise<BackupUnit>;
  backupunitsPutWithHttpInfo(
    backupunitId: string,
    backupUnit: BackupUnitPut,
    options?: DepthOptions,
  ): Promise<Accepted<BackupUnit>>;

  /** Changes some properties of a backup unit, given bare: accepted with 202. */
  backupunitsPatch(
    backupunitId: string,
    backupUnitProperties: BackupUnitProperties,
    options?: DepthOptions,
  ): Promise<BackupUnit>;
  backupunitsPatchWithHttpInfo(
    backupunitId: string,
    backupUnitProperties: BackupUnitProperties,
    options?: DepthOptions,
  ): Promise<Accepted<BackupUnit>>;

  /** Deletes a backup unit with its plans, all its backups and the backup user: accepted with 202. */
  backupunitsDelete(backupunitId: string, options?: DepthOptions): Promise<void>;
  backupunitsDeleteWithHttpInfo(backupunitId: string, options?: DepthOptions): Promise<Accepted<undefined>>;

  /** A new single sign-on URL, good for a short time. */
  backupunitsSsourlGet(backupunitId: string, options?: RequestOptions): Promise<BackupUnitSSO>;
  backupunitsSsourlGetWithHttpInfo(
    backupunitId: string,
    options?: RequestOptions,
  ): Promise<WithHttpInfo<BackupUnitSSO>>;

  /**
   * Waits until an accepted write has ended: asks for its request's status, and for the unit itself where that
   * cannot be read. Gives up after half an hour, or after `timeoutMs`.
   */
  waitForCompletion(answer: Accepted<unknown>, options?: { timeoutMs?: number }): Promise<Completion>;
}
