/** The configuration: one schema, and the only place that reads the environment. Every default works. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { packageRoot } from './library/package-root.js';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const said = (sv: string, en: string) => ({ message: `${sv} / ${en}` });
const PORTS = said('ska vara ett portnummer, 0–65535', 'must be a port number, 0–65535');
const MINUTES = said('ska vara ett helt antal minuter, 1–1440', 'must be a whole number of minutes, 1–1440');
const BYTES = said('ska vara ett helt antal byte, 1024–10485760', 'must be a whole number of bytes, 1024–10485760');
const DATABASE = said('ska skrivas sqlite:SÖKVÄG eller postgres://…', 'must be written sqlite:PATH or postgres://…');
const LEVELS = said(`ska vara en av ${logLevels.join(', ')}`, `must be one of ${logLevels.join(', ')}`);
const HTTP = said('ska börja med http:// eller https://', 'must begin with http:// or https://');
const SMTP = said('ska börja med smtp:// eller smtps://', 'must begin with smtp:// or smtps://');
const TEXT = said('får inte vara tomt', 'must not be empty');

/** The configuration in force. Comments name the variable that sets each value. */
export class Config {
  /** ETAPP_DB */
  @Matches(/^(sqlite:|postgres(ql)?:\/\/)./, DATABASE)
  db: string;

  /** ETAPP_HOST */
  @MinLength(1, TEXT)
  host: string;

  /** ETAPP_PORT */
  @IsInt(PORTS)
  @Min(0, PORTS)
  @Max(65535, PORTS)
  port: number;

  /** ETAPP_LOG_LEVEL */
  @IsIn(logLevels, LEVELS)
  logLevel: LogLevel;

  /** ETAPP_BASE_URL */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]/, HTTP)
  publicUrl?: string;

  /** ETAPP_SMTP_URL: without it, mail is put in the folder. */
  @IsOptional()
  @Matches(/^smtps?:\/\/./, SMTP)
  smtpUrl?: string;

  /** ETAPP_MAIL_FROM */
  @MinLength(1, TEXT)
  mailFrom: string;

  /** ETAPP_MAIL_FOLDER */
  @MinLength(1, TEXT)
  mailFolder: string;

  /** ETAPP_ADDRESSES: a YAML file, unit id → address. */
  @IsOptional()
  @IsString()
  addresses?: string;

  /** ETAPP_SWEEP_MINUTES */
  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(1440, MINUTES)
  sweepMinutes: number;

  /** ETAPP_BODY_LIMIT: bytes. */
  @IsInt(BYTES)
  @Min(1024, BYTES)
  @Max(10_485_760, BYTES)
  bodyLimit: number;

  /** How links in what is sent begin: the public address, else where the server answers. */
  get baseUrl(): string {
    return this.publicUrl ?? `http://${isIP(this.host) === 6 ? `[${this.host}]` : this.host}:${this.port}`;
  }
}

/** What a configuration is made of. */
export type ConfigValues = Omit<Config, 'baseUrl'>;

/** A variable that cannot be used. The message lists every one, in Swedish and English. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const variables = {
  db: 'ETAPP_DB',
  host: 'ETAPP_HOST',
  port: 'ETAPP_PORT',
  logLevel: 'ETAPP_LOG_LEVEL',
  publicUrl: 'ETAPP_BASE_URL',
  smtpUrl: 'ETAPP_SMTP_URL',
  mailFrom: 'ETAPP_MAIL_FROM',
  mailFolder: 'ETAPP_MAIL_FOLDER',
  addresses: 'ETAPP_ADDRESSES',
  sweepMinutes: 'ETAPP_SWEEP_MINUTES',
  bodyLimit: 'ETAPP_BODY_LIMIT',
} as const satisfies Record<keyof ConfigValues, string>;

/** Reads and checks the configuration; throws `ConfigError`. A variable that is set but empty counts as not set. */
export function readConfig(environment: Environment = process.env): Config {
  const text = (name: keyof ConfigValues): string | undefined => environment[variables[name]]?.trim() || undefined;
  const number = (name: keyof ConfigValues, otherwise: number): number => {
    const given = text(name);
    return given === undefined ? otherwise : Number(given);
  };
  return checkedConfig({
    db: text('db') ?? `sqlite:${join(packageRoot(), 'data', 'etapp.db')}`,
    host: text('host') ?? '127.0.0.1',
    port: number('port', 3000),
    logLevel: (text('logLevel') ?? 'info') as LogLevel,
    publicUrl: text('publicUrl'),
    smtpUrl: text('smtpUrl'),
    mailFrom: text('mailFrom') ?? 'Etapp <etapp@localhost>',
    mailFolder: resolve(text('mailFolder') ?? join(packageRoot(), 'data', 'utskick')),
    addresses: text('addresses'),
    sweepMinutes: number('sweepMinutes', 15),
    bodyLimit: number('bodyLimit', 65_536),
  });
}

/** The values as a configuration; throws `ConfigError`. For those who change a value that was read. */
export function checkedConfig(values: ConfigValues): Config {
  const config = plainToInstance(Config, values);
  const problems = validateSync(config).map(
    ({ property, constraints = {} }) =>
      `${variables[property as keyof ConfigValues]} ${Object.values(constraints)[0] ?? ''}`,
  );
  if (!isLoopback(config.host)) problems.push(openToOthers(config.host));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Whether the address can be reached from nowhere but the machine itself. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

const openToOthers = (host: string): string =>
  `ETAPP_HOST ${host}: Etapp är en demonstration utan inloggning och svarar bara på den egna datorn (127.0.0.1, ::1 eller ` +
  'localhost). / Etapp is a demonstration without login and only answers on this machine (127.0.0.1, ::1 or localhost).';

/** The configuration in force, one variable a line, with passwords masked. */
export const describeConfig = (config: Config): string =>
  Object.entries({ ...config, publicUrl: config.baseUrl })
    .map(([name, value]) => `${variables[name as keyof ConfigValues]}=${masked(String(value ?? ''))}`)
    .join('\n');

// Everything between the scheme and the last @ can be name and password, however it is written.
const masked = (value: string): string =>
  value.replace(/^([a-z]+:\/\/).*@/i, '$1***@').replace(/([?&]pass(word)?=)[^&]*/gi, '$1***');
